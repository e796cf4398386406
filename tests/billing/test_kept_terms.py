"""What kept SQL asks and what the ORM asks is the same, on each day and state that tells apart."""

from __future__ import annotations

import datetime as dt

import pytest

from billing.selectors import fees, policies, terms
from tests.billing.october import OCTOBER
from tests.billing.payer_rows import fee, policy_row

pytestmark = pytest.mark.django_db
LAST = dt.date(2026, 10, 31)
DAY = dt.timedelta(days=1)


@pytest.mark.parametrize("first", [LAST - DAY, LAST, LAST + DAY])
@pytest.mark.parametrize("last", [None, LAST - DAY, LAST, LAST + DAY])
@pytest.mark.parametrize("state", ["approved", "draft", "set aside"])
def test_the_policy_in_force_is_the_same_for_the_clock_and_for_lists(
    payer, dana, now, first, last, state
):
    if last and last < first:
        return
    fields = {"approved": {}, "draft": {"approved_at": None, "approved_by": None}}.get(
        state, {"set_aside_at": now, "set_aside_by": dana}
    )
    policy_row(payer, dana, now, active_from=first, active_to=last, **fields)
    listed = set(policies._on(LAST).values_list("payer_id", flat=True))
    assert set(policies.in_force([payer.pk], LAST)) == listed
    assert set(terms.of({(payer.practice_id, payer.pk)}, OCTOBER, LAST)[0]) == listed


def test_the_terms_of_a_month_are_its_policies_and_its_amounts(
    payer, harbor, elm_street, dana, now
):
    policy_row(payer, dana, now, preset="midpoint", source="Their letter")
    other = elm_street.payers.create(name="Another", payer_id="A2", created_at=now)
    fee(elm_street, dana, now, "99492", "150.25", payer=payer)
    fee(elm_street, dana, now, "99492", "120", payer=other)
    fee(elm_street, dana, now, "99493", "140", active_to=OCTOBER)
    fee(elm_street, dana, now, "99493", "145", active_from=OCTOBER + DAY, kind="allowed")
    fee(elm_street, dana, now, "99494", "60", active_to=OCTOBER - DAY)
    fee(harbor, dana, now, "99492", "1")
    keys = {(elm_street.pk, payer.pk), (elm_street.pk, other.pk), (elm_street.pk, None)}
    readings, schedules = terms.of(keys, OCTOBER, LAST)
    assert readings == policies.in_force([payer.pk, other.pk], LAST)
    assert schedules == fees.schedules(keys, OCTOBER, LAST)
    assert len(readings) == 1
    assert [len(schedules[key].charges) for key in sorted(keys, key=str)] == [2, 2, 1]
