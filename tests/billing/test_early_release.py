"""A claim goes before its month ends, where the payer's row says so; and never twice."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
import time_machine

from billing.models import Claim, Fee, PayerPolicy, SubmissionClaim
from billing.rules import presets
from billing.services import claims, corrections, early_release, submission, true_up
from registry.errors import Refused
from registry.models import ServiceMonth
from tests.billing.october import NOVEMBER_2, OCTOBER
from tests.billing.pages import text

pytestmark = pytest.mark.django_db

OCTOBER_25 = dt.datetime(2026, 10, 25, 16, tzinfo=dt.UTC)


@pytest.fixture
def takes_early(october):
    """The payer reads as Medicare does: a claim may go once its month is earned."""
    assert presets.version("medicare_part_b", OCTOBER).terms.early_release is True
    PayerPolicy.objects.update(preset="medicare_part_b")
    return october


@pytest.fixture
def provisional(takes_early):
    def make(minutes=75):
        patient = takes_early.chart(minutes)
        takes_early.true_up(now=OCTOBER_25, kind="provisional")
        return Claim.objects.get(patient=patient)

    return make


def release(claim, by, now=OCTOBER_25, seen=None):
    return early_release.approve(claim, seen=seen or claim.fingerprint, by=by, now=now)


def refusal(claim, by, **given):
    with pytest.raises(Refused) as refused:
        release(claim, by, **given)
    claim.refresh_from_db()
    assert claim.state == "draft"
    assert not ServiceMonth.objects.get(patient=claim.patient_id, month=OCTOBER).is_closed
    return str(refused.value)


def test_it_is_approved_and_the_patients_month_is_closed(provisional, dana):
    claim, other = provisional(), provisional()
    release(claim, dana)
    claim.refresh_from_db()
    assert (claim.state, claim.is_final, claim.approved_by) == ("approved", False, dana)
    locks = dict(ServiceMonth.objects.values_list("patient_id", "closed_at"))
    assert locks[claim.patient_id] == OCTOBER_25
    assert locks[other.patient_id] is None


def test_it_is_never_sent_twice(provisional, takes_early, dana, elm_street):
    claim = provisional()
    release(claim, dana)
    given = {"practice": elm_street, "month": OCTOBER, "by": dana}
    assert len(submission.build(now=OCTOBER_25, **given).made) == 1
    takes_early.true_up()
    takes_early.true_up()
    row = Claim.objects.get(patient=claim.patient_id)
    assert (row.pk, row.state) == (claim.pk, "sent")
    approval = claims.approve([claim.pk], now=NOVEMBER_2, **given)
    assert approval.left == {claim.pk: "It is sent already."}
    assert submission.build(now=NOVEMBER_2, **given).made == []
    assert SubmissionClaim.objects.filter(claim__patient=claim.patient_id).count() == 1
    with pytest.raises(Refused, match="Only a clean draft"):
        release(row, dana)


def test_later_minutes_become_a_replacement(provisional, takes_early, dana, alice, elm_street):
    claim = provisional()
    release(claim, dana)
    submission.build(practice=elm_street, month=OCTOBER, by=dana, now=OCTOBER_25)
    takes_early.log(claim.patient, 40, status="needs_review", review_reason="Closed")
    true_up.run(practice=elm_street, month=OCTOBER, kind="final", by=dana, now=NOVEMBER_2)
    claim.refresh_from_db()
    assert claim.later is not None
    made = corrections.replace(
        claim, how="1", reason="Minutes that came later", by=dana, now=NOVEMBER_2
    )
    assert (made.state, made.corrects) == ("draft", claim)


def test_where_the_payers_row_does_not_say_so_it_waits(october, dana):
    october.chart(75)
    october.true_up(now=OCTOBER_25, kind="provisional")
    assert "row does not say" in refusal(Claim.objects.get(), dana)


def test_once_the_month_is_over_it_goes_the_usual_way(provisional, dana):
    assert "The month is over" in refusal(provisional(), dana, now=NOVEMBER_2)


def test_it_is_dated_with_the_day_on_which_it_left(provisional, dana):
    claim = provisional()
    assert claim.date_of_service == dt.date(2026, 10, 31)
    release(claim, dana)
    claim.refresh_from_db()
    assert claim.date_of_service == dt.date(2026, 10, 25)
    assert claim.verdict["date_of_service"] == "2026-10-25"
    assert [(line.code, line.charge) for line in claim.lines.all()] == [
        ("99492", Decimal("150.10"))
    ]


def test_a_fee_that_is_missing_on_that_day_holds_it(provisional, dana):
    claim = provisional()
    Fee.objects.filter(code="99492").update(active_from=dt.date(2026, 10, 31))
    PayerPolicy.objects.update(preset="medicare_part_b")
    true_up.run(practice=claim.practice, month=OCTOBER, kind="provisional", by=dana, now=OCTOBER_25)
    claim.refresh_from_db()
    assert "no charge for 99492 on 2026-10-25" in refusal(claim, dana)


def test_a_claim_that_was_not_seen_or_whose_chart_moved_waits(provisional, takes_early, dana):
    claim = provisional()
    assert "decided anew" in refusal(claim, dana, seen="another mark")
    takes_early.log(claim.patient, 5)
    assert "chart has changed" in refusal(claim, dana)


def test_a_held_claim_and_time_that_needs_review_wait(provisional, takes_early, dana):
    claim = provisional()
    ServiceMonth.objects.filter(patient=claim.patient_id).update(review_seconds=60)
    assert "still needs review" in refusal(claim, dana)
    Claim.objects.filter(pk=claim.pk).update(outcome="held")
    claim.refresh_from_db()
    assert "Only a clean draft" in refusal(claim, dana)


def test_the_page_says_what_is_lost_and_dana_does_it(provisional, signed_in, dana, ann):
    claim = provisional()
    address = f"/p/elm-street/billing/claims/{claim.pk}/"
    with time_machine.travel(OCTOBER_25, tick=False):
        page = text(signed_in(dana).get(address))
        assert "Approve before the month ends" in page
        assert "would earn a unit of 99494" in page
        assert "Approve before the month ends" not in text(signed_in(ann).get(address))
        sent = signed_in(dana).post(f"{address}release/", {"mark": claim.fingerprint}, follow=True)
        assert "Approved before the month's end" in text(sent)
        again = signed_in(dana).post(f"{address}release/", {"mark": claim.fingerprint}, follow=True)
        assert "Not approved. Only a clean draft" in text(again)


def test_where_no_step_can_come_nothing_is_lost(provisional):
    claim = provisional()
    claim.verdict["next"] = None
    assert "nothing is lost" in early_release.loses(claim)
