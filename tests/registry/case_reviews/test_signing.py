"""A signed review is evidence of its month; sent twice it is one; it may be withdrawn."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from registry.models import CaseReview, ServiceMonth, TimeEntry
from registry.selectors import reviews
from registry.services import case_reviews, service_month
from tests.registry.case_reviews.signing import DAY, MINUTE, OCTOBER, log_of, problems

# -- the evidence -----------------------------------------------------------------------------


def test_a_signed_review_is_evidence_on_the_practices_local_day(sign, episode, sam):
    late = dt.datetime(2026, 10, 15, 3, 30, tzinfo=dt.UTC)
    review = sign(now=late)
    assert (review.reviewed_on, review.consultant, review.signed_at) == (
        dt.date(2026, 10, 14), sam, late,
    )  # fmt: skip
    assert review.patient == episode.patient


def test_signing_clears_the_months_hold(sign, episode, now):
    service_month.refresh([episode.patient], [OCTOBER], now=now)

    def holds():
        standing = ServiceMonth.objects.get(patient=episode.patient, month=OCTOBER).standing
        return "consultant_review_missing" in {reason["rule"] for reason in standing["reasons"]}

    assert holds()
    review = sign()
    assert not holds()
    case_reviews.withdraw(review, reason="Wrong chart.", by=review.consultant, now=now)
    assert holds()


def test_signing_answers_every_open_question(sign, episode, alice, priya, now):
    for person in (alice, priya):
        case_reviews.request(episode, question="Is the dose enough?", by=person, now=now)
    review = sign()
    assert set(episode.review_requests.values_list("answered_by_review")) == {(review.pk,)}


def test_a_review_without_time_logs_none(sign):
    sign()
    assert TimeEntry.objects.count() == 0


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"advice": "pray"}, "advice"),
        ({"recommendation": "  "}, "recommendation"),
        ({"recommendation": "x" * 4001}, "recommendation"),
        ({"follow_up_on": dt.date(2026, 10, 13)}, "follow_up_on"),
        ({"follow_up_on": dt.date(2027, 10, 16)}, "follow_up_on"),
    ],
)
def test_a_review_that_cannot_stand_is_refused_at_its_field(sign, fields, field):
    assert set(problems(sign, **fields)) == {field}
    assert CaseReview.objects.count() == 0


def test_everything_that_is_wrong_is_said_at_once(sign):
    assert set(problems(sign, advice="", recommendation="")) == {"advice", "recommendation"}


@pytest.mark.parametrize("who", ["alice", "priya", "charlie", "dana"])
def test_only_a_consultant_of_the_practice_signs(request, sign, who):
    assert set(problems(sign, by=request.getfixturevalue(who))) == {""}


def test_the_day_of_the_follow_up_may_be_the_reviews_own(sign):
    assert sign(follow_up_on=dt.date(2026, 10, 14)).follow_up_on == dt.date(2026, 10, 14)


@pytest.mark.parametrize(("ended", "stands"), [((10, 2), True), ((9, 30), False)])
def test_care_that_ended_this_month_can_still_be_reviewed(episode, sign, ended, stands):
    episode.started_on = dt.date(2026, 9, 1)
    episode.ended_on, episode.end_reason = dt.date(2026, *ended), "moved"
    episode.save()
    if stands:
        assert sign().pk
    else:
        assert "Care ended on Sep 30, 2026" in problems(sign)[""]


# -- sent twice -------------------------------------------------------------------------------


def test_the_same_review_sent_twice_is_one_with_its_time_once(
    start, episode, sign, sam, alice, now
):
    start(now=now - 5 * MINUTE)
    first = sign(with_clock=True, participants=[alice])
    again = sign(with_clock=True, participants=[alice], now=now + MINUTE)
    assert again == first
    assert (CaseReview.objects.count(), TimeEntry.objects.count()) == (1, 2)


def test_another_recommendation_on_the_same_day_is_another_review(sign):
    assert sign() != sign(recommendation="Refer to the day clinic.")


@pytest.mark.django_db(transaction=True)
def test_two_presses_at_once_sign_one_review(start, episode, sign, sam, alice, now):
    start(now=now - 5 * MINUTE)

    def press(_):
        try:
            return sign(with_clock=True, participants=[alice]).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert len(set(pool.map(press, range(2)))) == 1
    assert (CaseReview.objects.count(), TimeEntry.objects.count()) == (1, 2)


# -- withdrawing ------------------------------------------------------------------------------


def test_a_withdrawn_review_leaves_its_time_and_opens_its_questions(
    sign, episode, alice, sam, now, ten_minutes
):
    asked = case_reviews.request(episode, question="Dose?", by=alice, now=now)
    review = sign(**ten_minutes)
    case_reviews.withdraw(review, reason="Wrong patient.", by=sam, now=now)
    case_reviews.withdraw(review, reason="Something else.", by=sam, now=now + DAY)
    review.refresh_from_db()
    asked.refresh_from_db()
    assert (review.withdrawn_at, review.withdraw_reason) == (now, "Wrong patient.")
    assert asked.answered_by_review is None
    assert [row[1] for row in log_of(sam)] == ["confirmed"]


def test_after_a_withdrawal_the_same_words_can_be_signed_again(sign, sam, now):
    first = sign()
    case_reviews.withdraw(first, reason="Too early.", by=sam, now=now)
    assert sign() != first


@pytest.mark.parametrize("reason", ["", "  ", "x" * 201])
def test_a_review_is_not_withdrawn_without_a_fitting_reason(sign, sam, now, reason):
    said = problems(case_reviews.withdraw, sign(), reason=reason, by=sam, now=now)
    assert set(said) == {"reason"}


def test_nobody_withdraws_anothers_review(sign, person, elm_street, now):
    other = person("Olga Petrova", (elm_street, "consultant"))
    assert set(problems(case_reviews.withdraw, sign(), reason="No.", by=other, now=now)) == {""}


# -- reading ----------------------------------------------------------------------------------


def test_a_patients_reviews_tell_their_time_and_what_they_answered(
    sign, episode, alice, sam, charlie, now, ten_minutes, django_assert_num_queries
):
    case_reviews.request(episode, question="Dose?", by=alice, now=now)
    sign(**ten_minutes, participants=[alice])
    sign(recommendation="Another.")
    with django_assert_num_queries(4):
        found = reviews.of_patient(alice, episode.patient)
        said = [(len(row.time), [question.question for question in row.questions]) for row in found]
    assert said == [(0, []), (2, ["Dose?"])]
    assert reviews.of_patient(charlie, episode.patient) == []
