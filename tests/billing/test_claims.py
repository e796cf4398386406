"""What a biller decides of claims: approval, its lock, its withdrawal; two billers at once."""

from __future__ import annotations

import datetime as dt
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import Error, connection, transaction

from billing.models import Claim
from billing.selectors import claims as claim_rows
from billing.selectors.claims import Chosen
from billing.services import claims, true_up
from registry.errors import Refused
from registry.models import ServiceMonth
from tests.billing.october import NOVEMBER_2, OCTOBER

pytestmark = pytest.mark.django_db


def approve(october, *chosen, by=None, **options):
    return claims.approve(
        [claim.pk for claim in chosen],
        practice=october.practice,
        month=OCTOBER,
        by=by or october.dana,
        now=NOVEMBER_2,
        **options,
    )


def fresh(claim):
    return Claim.objects.get(pk=claim.pk)


def month_of(claim):
    return ServiceMonth.objects.get(patient=claim.patient, month=OCTOBER)


def test_an_approval_names_who_and_when_and_closes_the_month(october, dana):
    claim = october.claim()
    assert approve(october, claim).approved == [claim.pk]
    found = fresh(claim)
    assert (found.state, found.approved_by, found.approved_at) == ("approved", dana, NOVEMBER_2)
    assert month_of(claim).closed_by == dana


def test_in_an_approved_month_no_confirmed_minute_comes_or_goes(october, alice):
    claim = october.claim()
    approve(october, claim)
    with pytest.raises(Error, match="closed month"), transaction.atomic():
        october.log(claim.patient, 10)
    entry = claim.patient.time_entries.first()
    entry.status, entry.voided_at, entry.voided_by = "voided", NOVEMBER_2, alice
    entry.void_reason = "late"
    with pytest.raises(Error, match="closed month"), transaction.atomic():
        entry.save()


def test_approving_again_changes_nothing(october, sue):
    claim = october.claim()
    approve(october, claim)
    again = approve(october, claim, by=sue)
    assert (again.approved, again.left) == ([], {claim.pk: "It is approved already."})
    assert fresh(claim).approved_by == october.dana


@pytest.mark.parametrize(
    ("chart", "sentence"),
    [
        ({"without": "review"}, "It is held: mend what its page names first."),
        ({"minutes": 60}, "It is not billable: mend what its page names first."),
    ],
)
def test_what_is_not_clean_is_left(october, chart, sentence):
    claim = october.claim(**chart)
    assert approve(october, claim).left == {claim.pk: sentence}
    assert not month_of(claim).is_closed


def test_before_the_final_true_up_nothing_is_approved(october):
    patient = october.chart()
    october.true_up(now=dt.datetime(2026, 10, 30, 15, tzinfo=dt.UTC))
    claim = Claim.objects.get(patient=patient)
    assert "2026-10 is not over" in approve(october, claim).left[claim.pk]


CHANGES = {
    "a minute": lambda october, claim: october.log(claim.patient, 1),
    "a revoked consent": lambda october, claim: claim.patient.consents.update(
        revoked_at=dt.datetime(2026, 10, 20, tzinfo=dt.UTC), revoked_by=october.dana
    ),
    "a withdrawn review": lambda october, claim: claim.patient.case_reviews.update(
        withdrawn_at=NOVEMBER_2, withdrawn_by=october.dana
    ),
    "another coverage": lambda october, claim: claim.patient.coverages.update(
        active_to=dt.date(2026, 10, 5)
    ),
    "another fee": lambda october, claim: october.practice.fees.update(amount="1.00"),
    "a removed diagnosis": lambda october, claim: claim.episode.diagnoses.update(
        removed_at=NOVEMBER_2, removed_by=october.dana
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_draft_whose_ground_has_changed_is_left(october, change):
    claim = october.claim()
    CHANGES[change](october, claim)
    assert "The chart has changed since the true-up." in approve(october, claim).left[claim.pk]
    assert fresh(claim).state == "draft"


def test_time_that_needs_review_holds_it_unless_a_person_leaves_it_out(october):
    claim = october.claim()
    october.log(claim.patient, 7, status="needs_review", review_reason="Left running.")
    october.true_up()
    ServiceMonth.objects.filter(patient=claim.patient).update(review_seconds=420)
    assert "7 minutes of its month still need review" in approve(october, claim).left[claim.pk]
    assert approve(october, claim, leave_unconfirmed=True).approved == [claim.pk]


def test_a_claim_decided_anew_since_it_was_seen_is_left(october):
    claim = october.claim()
    left = approve(october, claim, seen={claim.pk: "another mark"}).left
    assert "It was decided anew since you opened the page." in left[claim.pk]
    assert approve(october, claim, seen={claim.pk: claim.fingerprint}).approved == [claim.pk]


def test_one_that_is_left_does_not_keep_the_others(october):
    good, held = october.claim(), october.claim(without="review")
    approval = approve(october, good, held)
    assert (approval.approved, list(approval.left)) == ([good.pk], [held.pk])


def test_another_practice_s_or_month_s_claim_is_not_touched(october, harbor):
    claim = october.claim()
    where = {"by": october.dana, "now": NOVEMBER_2}
    for other in (
        {"practice": harbor, "month": OCTOBER},
        {"practice": october.practice, "month": dt.date(2026, 9, 1)},
    ):
        approval = claims.approve([claim.pk], **other, **where)
        assert (approval.approved, approval.left) == ([], {})
    assert fresh(claim).state == "draft"


def all_clean(october, mark, chosen=None):
    return claims.approve_clean(
        practice=october.practice,
        month=OCTOBER,
        chosen=chosen or Chosen(),
        list_mark=mark,
        by=october.dana,
        now=NOVEMBER_2,
    )


def seen_by(october, chosen=None):
    marks = claim_rows.clean_marks(october.dana, october.practice, OCTOBER, chosen or Chosen())
    return claim_rows.mark_of(marks)


def test_all_clean_claims_of_a_choice_are_approved_and_no_other(october, bob):
    mine, others = october.claim(), october.claim()
    others.episode.care_manager = bob
    others.episode.save()
    october.true_up()
    chosen = Chosen(care_manager_id=bob.pk)
    assert all_clean(october, seen_by(october, chosen), chosen).approved == [others.pk]
    assert fresh(mine).state == "draft"


def test_all_clean_claims_are_refused_when_the_list_is_another_by_now(october):
    first = october.claim()
    mark = seen_by(october)
    october.claim()
    with pytest.raises(Refused, match="others than those you saw"):
        all_clean(october, mark)
    assert fresh(first).state == "draft"


def test_a_withdrawal_opens_the_month_and_the_claim_follows_the_chart_again(october):
    claim = october.claim()
    approve(october, claim)
    claims.withdraw_approval(
        fresh(claim), reason="Minutes were missing.", by=october.dana, now=NOVEMBER_2
    )
    assert (fresh(claim).state, fresh(claim).approved_by) == ("draft", None)
    assert month_of(claim).reopen_reason == "Minutes were missing."
    october.log(claim.patient, 30)
    october.true_up()
    assert fresh(claim).counted_seconds == 105 * 60
    assert approve(october, fresh(claim)).approved == [claim.pk]


@pytest.mark.parametrize("reason", ["", "   "])
def test_a_withdrawal_needs_a_reason(october, reason):
    claim = october.claim()
    approve(october, claim)
    with pytest.raises(Refused, match="Say why"):
        claims.withdraw_approval(fresh(claim), reason=reason, by=october.dana, now=NOVEMBER_2)
    assert month_of(claim).is_closed


def test_a_draft_has_no_approval_to_withdraw(october):
    with pytest.raises(Refused, match="The claim is draft, not approved"):
        claims.withdraw_approval(october.claim(), reason="x", by=october.dana, now=NOVEMBER_2)


# -- at the same instant, on real connections


def at_once(*calls):
    """Run the calls together, each on its own connection; their answers, or what they raised."""
    gate = threading.Barrier(len(calls))

    def run(call):
        gate.wait()
        try:
            return call()
        except Exception as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


@pytest.mark.django_db(transaction=True)
def test_two_billers_at_once_approve_each_claim_once(october, sue):
    chosen = [october.claim() for _ in range(3)]
    answers = at_once(
        lambda: approve(october, *chosen),
        lambda: approve(october, *reversed(chosen), by=sue),
    )
    both = sorted(pk for answer in answers for pk in answer.approved)
    assert both == sorted(claim.pk for claim in chosen)
    assert len({fresh(claim).approved_by_id for claim in chosen}) == 1
    loser = next(answer for answer in answers if not answer.approved)
    assert set(loser.left.values()) == {"It is approved already."}


@pytest.mark.django_db(transaction=True)
def test_minutes_that_arrive_during_an_approval_are_in_the_claim_or_refused(october):
    claim = october.claim()
    logged, approval = at_once(
        lambda: october.log(claim.patient, 20), lambda: approve(october, claim)
    )
    assert bool(approval.approved) == isinstance(logged, Error)
    if approval.approved:
        assert fresh(claim).counted_seconds == 75 * 60
        assert claim.patient.time_entries.count() == 2
    else:
        assert "The chart has changed" in approval.left[claim.pk]


@pytest.mark.django_db(transaction=True)
def test_a_true_up_during_an_approval_leaves_one_answer(october):
    claim = october.claim()
    october.log(claim.patient, 40)
    _, approval = at_once(
        lambda: true_up.run(
            practice=october.practice, month=OCTOBER, kind="final", by=october.dana, now=NOVEMBER_2
        ),
        lambda: approve(october, claim, seen={claim.pk: claim.fingerprint}),
    )
    assert approval.approved == []
    assert fresh(claim).state == "draft"
    assert fresh(claim).counted_seconds == 115 * 60
