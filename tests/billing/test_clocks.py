"""Until when a payer takes a claim and an appeal: its own row first, then its policy, else nobody
says it."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine

from billing.models import AppliedPolicy, Denial
from billing.selectors import claim_terms
from billing.services import claim_settings
from registry.errors import Refused
from tests.billing.october import NOVEMBER_2
from tests.billing.remittances import NOW, refused, remittance, take
from tests.registry import entering

pytestmark = pytest.mark.django_db
SERVED = dt.date(2026, 10, 31)


@pytest.fixture
def sent(october):
    return october.sent(75)


def has_policy(claim, preset):
    """As if the claim had been read by this preset."""
    claim.policy = AppliedPolicy.objects.create(
        mark=preset, document={**claim.policy.document, "preset": preset}
    )
    claim.save()
    return claim


def days(payer, dana, **given):
    return claim_settings.change_payer(payer, by=dana, now=NOW, **given)


@pytest.mark.parametrize(
    ("preset", "own", "file_by", "appeal_by"),
    [
        # Medicare: 365 days from the service; 120 from the decision's day.
        ("medicare_part_b", {}, "2027-10-31", "2027-03-10"),
        # Nobody has said anything of this payer.
        ("standard", {}, None, None),
        # The contract says it: 90 days from October 31, 180 from November 10.
        ("standard", {"filing_days": 90, "appeal_days": 180}, "2027-01-29", "2027-05-09"),
        # The contract's days go before the policy's, each by itself.
        ("medicare_part_b", {"appeal_days": 1}, "2027-10-31", "2026-11-11"),
    ],
)
def test_the_payers_row_goes_before_its_policy(
    october, payer, dana, preset, own, file_by, appeal_by
):
    claim = has_policy(october.claim(75), preset)
    if own:
        days(payer, dana, **own)
    claim.payer.refresh_from_db()
    assert claim.date_of_service == SERVED
    said = (claim_terms.file_by(claim), claim_terms.appeal_by(claim, dt.date(2026, 11, 10)))
    assert [day and day.isoformat() for day in said] == [file_by, appeal_by]


@pytest.mark.parametrize("bad", [0, -1, 731])
@pytest.mark.parametrize("field", ["filing_days", "appeal_days"])
def test_days_that_are_none_are_refused_by_field(payer, dana, field, bad):
    with pytest.raises(Refused) as refused_:
        days(payer, dana, **{field: bad})
    assert set(refused_.value.problems) == {field}


def test_a_denial_is_to_be_done_by_the_day_that_the_payer_takes_an_appeal(
    signed_in,
    sent,
    payer,
    elm_street,
    dana,
):
    days(payer, dana, filing_days=90, appeal_days=180)
    take(elm_street, remittance(refused(sent), amount="0"), dana)
    denial = Denial.objects.get()
    assert denial.due_on == dt.date(2027, 5, 9)  # 180 days from November 10
    page = signed_in(dana).get(entering.url("denial", denial_id=denial.pk)).content.decode()
    assert "An appeal until May 9, 2027" in page
    assert "A corrected claim: file by Jan 29, 2027" in page


def test_where_nobody_has_said_it_the_denial_asks_for_the_days(
    signed_in,
    sent,
    elm_street,
    dana,
    ann,
):
    take(elm_street, remittance(refused(sent), amount="0"), dana)
    url = entering.url("denial", denial_id=Denial.objects.get().pk)
    assert "enter the payer&#x27;s days" in signed_in(dana).get(url).content.decode().replace(
        "'", "&#x27;"
    )
    assert "is not known" in signed_in(ann).get(url).content.decode()


@pytest.mark.parametrize(
    ("today", "said"),
    [
        ("2026-11-29", None),  # 31 days before the last
        ("2026-11-30", "File by Dec 30, 2026: 30 days left"),
        ("2026-12-29", "1 day left"),
        ("2026-12-30", "File today, the last day"),
        ("2026-12-31", "Filing ended Dec 30, 2026"),
    ],
)
def test_a_claim_that_has_not_left_is_pointed_out_in_time(
    signed_in, october, payer, dana, today, said
):
    october.claim(75)
    days(payer, dana, filing_days=60)  # from October 31
    with time_machine.travel(dt.datetime.fromisoformat(f"{today}T17:00:00+00:00"), tick=False):
        url = entering.url("billing_month", month="2026-10") + "?lane=clean"
        page = signed_in(dana).get(url).content.decode()
    assert ("calendar-due" in page) is (said is not None)
    assert (said or "") in page


def test_a_claim_that_left_is_pointed_out_no_more(signed_in, sent, payer, dana):
    days(payer, dana, filing_days=1)
    with time_machine.travel(NOW, tick=False):
        url = entering.url("billing_month", month="2026-10") + "?lane=sent"
        page = signed_in(dana).get(url).content.decode()
        claim = signed_in(dana).get(entering.url("claim", claim_id=sent.pk)).content.decode()
    assert "Filing ended" not in page
    assert "File by" in claim


def test_dana_enters_the_payers_days(signed_in, october, payer, dana):
    url = entering.url("payer_claims", payer_id=payer.pk)
    form = {"also_named": "none", "filing_days": "90", "appeal_days": ""}
    with time_machine.travel(NOVEMBER_2, tick=False):
        assert signed_in(dana).post(url, form).status_code == 302
        assert 'value="90"' in signed_in(dana).get(url).content.decode()
        assert signed_in(dana).post(url, form | {"filing_days": "0"}).status_code == 422
