"""Two people at one payer's policies at the same instant, on real connections."""

from __future__ import annotations

import datetime as dt
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from billing.models import PayerPolicy
from billing.selectors import policies as selectors
from billing.services import policies
from registry.errors import Refused
from tests.billing.october import NOVEMBER_2

pytestmark = pytest.mark.django_db(transaction=True)
JANUARY = dt.date(2026, 1, 1)


def at_once(*calls):
    """Run the calls together, each on its own connection; their answers, or what they raised."""
    gate = threading.Barrier(len(calls))

    def run(call):
        gate.wait()
        try:
            return call()
        except Refused as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


@pytest.fixture
def drafted(payer, dana):
    def draft(preset="standard"):
        terms = policies.Terms(preset=preset, active_from=JANUARY, source="Bulletin 7")
        return policies.draft(payer, terms, by=dana, now=NOVEMBER_2)

    return draft


@pytest.fixture
def approval(sue):
    """What approves a draft, to be called: `approval(row, makes_room=True)`."""

    def of(row, **fields):
        said = {"untested_why": "The payer is new.", "by": sue, "now": NOVEMBER_2}
        return lambda: policies.approve(row, **said | fields)

    return of


def test_one_draft_approved_twice_at_once_is_approved_once(drafted, approval):
    row = drafted()
    answers = at_once(approval(row), approval(row))
    assert sum(isinstance(answer, Refused) for answer in answers) == 1


def test_two_drafts_for_the_same_days_approved_at_once_leave_one_in_force(drafted, approval):
    answers = at_once(approval(drafted()), approval(drafted("midpoint")))
    refused = [answer for answer in answers if isinstance(answer, Refused)]
    assert len(refused) == 1
    assert "It shares days with the policy" in str(refused[0])
    assert PayerPolicy.objects.filter(approved_at__isnull=False).count() == 1


def test_where_both_make_room_the_later_one_sets_the_earlier_aside(drafted, approval):
    first, second = drafted(), drafted("midpoint")
    at_once(approval(first, makes_room=True), approval(second, makes_room=True))
    rows = PayerPolicy.objects.filter(approved_at__isnull=False)
    assert rows.count() == 2
    assert rows.filter(set_aside_at__isnull=True).count() == 1


def test_a_draft_changed_while_it_is_approved_is_one_or_the_other(drafted, approval, dana):
    row = drafted()

    def change():
        return policies.change(row, {"preset": "midpoint"}, by=dana, now=NOVEMBER_2)

    answers = at_once(change, approval(row, seen=selectors.mark(row)))
    refused = [answer for answer in answers if isinstance(answer, Refused)]
    row.refresh_from_db()
    assert len(refused) == 1
    assert (row.preset == "midpoint") is (row.approved_at is None)
