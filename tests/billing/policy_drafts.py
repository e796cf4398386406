"""What a policy's tests type, and how they read what came of it."""

from __future__ import annotations

import datetime as dt

import pytest

from billing.models import Claim
from billing.services import true_up
from registry.errors import Refused
from tests.billing.october import NOVEMBER_2, OCTOBER, October

TERMS = "/p/elm-street/billing/payers/{}/terms/"
ONE = "/p/elm-street/billing/policies/{}/"
LIST = "/p/elm-street/billing/policies/"
JANUARY = dt.date(2026, 1, 1)
UNTESTED = "The payer is new: nothing was billed to it."
POLICY = {
    "preset": "midpoint",
    "active_from": "2026-01-01",
    "active_to": "",
    "source": "Bulletin 7 of 2026",
    "source_address": "https://payer.example/bulletin-7",
    "review_by": "2027-01-01",
}


def problems(call, *args, **kwargs):
    with pytest.raises(Refused) as refused:
        call(*args, **kwargs)
    return refused.value.problems


def field_by_field(browser, row):
    """What the editor holds when it is opened, as a browser would send it."""
    form = browser.get(ONE.format(row.pk) + "values/").context["form"]
    return {name: bound.value() for name, bound in ((b.name, b) for b in form)}


class Bare(October):
    """October, with a payer that has no policy and no fee."""

    def claims(self):
        true_up.run(
            practice=self.practice, month=OCTOBER, kind="final", by=self.dana, now=NOVEMBER_2
        )
        return Claim.objects.filter(month=OCTOBER)
