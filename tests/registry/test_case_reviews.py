"""A review is one act: the evidence, everybody's minutes once, the answers, the month."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from registry.errors import Refused
from registry.models import CaseReview, ServiceMonth, TimeEntry
from registry.selectors import reviews
from registry.services import case_reviews, service_month, time_log

MINUTE, DAY = dt.timedelta(minutes=1), dt.timedelta(days=1)
OCTOBER = dt.date(2026, 10, 1)


@pytest.fixture
def episode(enrolled):
    """The enrolled patient's episode, not reviewed yet."""
    enrolled.case_reviews.all().delete()
    return enrolled.episodes.get()


@pytest.fixture
def sign(episode, sam, now):
    def signed(**fields):
        said = {
            "advice": "change_dose",
            "recommendation": "Sertraline to 100 mg; score again in two weeks.",
            "by": sam,
            "now": now,
        }
        return case_reviews.sign(episode, **said | fields)

    return signed


@pytest.fixture
def start(episode, sam):
    """Start Sam's clock on the case."""

    def started(now):
        return time_log.start(
            patient=episode.patient, worker=sam, activity="case_review", by=sam, now=now
        )

    return started


@pytest.fixture
def ten_minutes(now):
    """An interval that has just ended."""
    return {"started_at": now - 10 * MINUTE, "ended_at": now}


def log_of(person):
    rows = TimeEntry.objects.filter(worker=person).order_by("started_at")
    return [(row.role, row.status, row.started_at, row.ended_at) for row in rows]


def problems(call, *args, **fields):
    with pytest.raises(Refused) as refused:
        call(*args, **fields)
    return refused.value.problems


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


# -- the minutes ------------------------------------------------------------------------------


def test_the_clock_stops_with_the_signature_and_its_time_is_the_reviews(
    start, episode, sign, sam, now
):
    start(now=now - 7 * MINUTE)
    review = sign(with_clock=True)
    entry = TimeEntry.objects.get()
    assert log_of(sam) == [("consultant", "confirmed", now - 7 * MINUTE, now)]
    assert (entry.activity, entry.case_review, entry.origin) == ("case_review", review, "timer")
    assert review.told == []


def test_who_took_part_gets_the_same_interval_and_it_counts_once(
    start, episode, sign, sam, alice, now
):
    start(now=now - 7 * MINUTE)
    review = sign(with_clock=True, participants=[sam, alice])
    assert log_of(alice) == [("care_manager", "confirmed", now - 7 * MINUTE, now)]
    assert review.time_entries.count() == 2
    month = ServiceMonth.objects.get(patient=episode.patient, month=OCTOBER)
    assert (month.worked_seconds, month.counted_seconds) == (840, 420)
    assert month.standing["excluded"] == {"overlap": 420}


def test_a_clock_started_from_the_bar_becomes_the_reviews(episode, sign, sam, now):
    time_log.start(patient=episode.patient, worker=sam, activity="chart_review", by=sam,
                   now=now - 5 * MINUTE)  # fmt: skip
    sign(with_clock=True)
    assert TimeEntry.objects.get().activity == "case_review"


def test_a_clock_stopped_just_before_signing_is_still_the_reviews(
    start, episode, sign, sam, alice, now
):
    start(now=now - 20 * MINUTE)
    time_log.stop(worker=sam, by=sam, now=now - 10 * MINUTE)
    sign(with_clock=True, participants=[alice])
    span = (now - 20 * MINUTE, now - 10 * MINUTE)
    assert log_of(sam) == [("consultant", "confirmed", *span)]
    assert log_of(alice) == [("care_manager", "confirmed", *span)]


def test_a_clocks_time_belongs_to_one_review_only(start, episode, sign, sam, now):
    start(now=now - 5 * MINUTE)
    sign(with_clock=True)
    said = problems(sign, recommendation="One thing more.", with_clock=True, now=now + MINUTE)
    assert set(said) == {"time"}


def test_a_clock_on_nobody_is_said_and_nothing_is_signed(sign):
    assert set(problems(sign, with_clock=True)) == {"time"}
    assert CaseReview.objects.count() == 0


def test_a_clock_of_no_seconds_signs_the_review_and_logs_no_time(
    start, episode, sign, sam, alice, now
):
    start(now=now)
    review = sign(with_clock=True, participants=[alice])
    assert review.told == ["No time passed on the clock, so none was logged."]
    assert log_of(alice) == []


def test_a_forgotten_clock_waits_for_a_look_in_both_logs(start, episode, sign, sam, alice, now):
    start(now=now - 9 * 60 * MINUTE)
    review = sign(with_clock=True, participants=[alice])
    assert [row[1] for row in log_of(sam) + log_of(alice)] == ["needs_review", "needs_review"]
    assert "waits for a look" in review.told[0]


def test_minutes_by_hand_need_a_reason_and_keep_it(sign, sam, alice, ten_minutes):
    sign(**ten_minutes, reason="Reviewed by phone", participants=[alice])
    assert set(TimeEntry.objects.values_list("origin", "reason")) == {
        ("by_hand", "Reviewed by phone")
    }


@pytest.mark.parametrize(
    ("start", "end", "field"),
    [
        (-10, 20, "ended_at"),
        (10, 20, "started_at"),
        (-5, -10, "ended_at"),
        (-8 * 24 * 60, -8 * 24 * 60 + 10, "started_at"),
        (-25 * 60, -5, "ended_at"),
    ],
)
def test_minutes_that_cannot_be_are_refused_and_nothing_is_signed(sign, now, start, end, field):
    times = {"started_at": now + start * MINUTE, "ended_at": now + end * MINUTE}
    assert field in problems(sign, **times, reason="Phone")
    assert (CaseReview.objects.count(), TimeEntry.objects.count()) == (0, 0)


def test_the_consultants_own_overlap_is_refused_with_the_entry_that_is_in_the_way(
    episode, make, sign, sam, now, ten_minutes
):
    other = make.patient(episode.patient.practice)
    make.entry(other, sam, now - 15 * MINUTE, 10, role="consultant")
    assert "It overlaps another entry of Sam Okafor" in problems(sign, **ten_minutes)["started_at"]
    assert CaseReview.objects.count() == 0


def test_where_the_others_log_says_something_else_hers_waits_there_and_sam_is_told(
    episode, make, sign, alice, sam, now, ten_minutes
):
    other = make.patient(episode.patient.practice)
    make.entry(other, alice, now - 15 * MINUTE, 10)
    review = sign(**ten_minutes, participants=[alice])
    waiting = TimeEntry.objects.get(worker=alice, case_review=review)
    assert waiting.status == "needs_review"
    assert "It overlaps another entry of Alice Moreno" in waiting.review_reason
    assert [row[1] for row in log_of(sam)] == ["confirmed"]
    assert len(review.told) == 1
    assert "Alice Moreno's time" in review.told[0]


def test_where_the_other_has_a_timer_running_hers_waits_and_the_timer_goes_on(
    episode, make, sign, alice, now, ten_minutes
):
    other = make.patient(episode.patient.practice)
    running = make.entry(other, alice, now - 30 * MINUTE, None)
    review = sign(**ten_minutes, participants=[alice])
    assert review.time_entries.get(worker=alice).status == "needs_review"
    running.refresh_from_db()
    assert running.status == "running"
    stopped = time_log.stop(worker=alice, by=alice, now=now + MINUTE)
    assert stopped.status == "confirmed"


def test_time_in_a_closed_month_waits_and_the_review_stands(
    start, episode, sign, sam, alice, dana, now
):
    start(now=now - 5 * MINUTE)
    service_month.close(episode.patient, OCTOBER, by=dana, now=now, reason="Approved")
    review = sign(with_clock=True, participants=[alice])
    assert review.pk
    assert [row[1] for row in log_of(sam) + log_of(alice)] == ["needs_review", "needs_review"]


@pytest.mark.parametrize("who", ["dana", "charlie"])
def test_somebody_who_gives_no_care_here_cannot_have_taken_part(request, sign, ten_minutes, who):
    person = request.getfixturevalue(who)
    assert set(problems(sign, **ten_minutes, participants=[person])) == {"participants"}
    assert TimeEntry.objects.count() == 0


def test_the_practitioner_may_take_part_as_such(sign, priya, ten_minutes):
    sign(**ten_minutes, participants=[priya])
    assert log_of(priya)[0][:2] == ("treating_practitioner", "confirmed")


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


# -- questions --------------------------------------------------------------------------------


def test_a_question_waits_and_the_same_one_sent_twice_is_one(episode, alice, now):
    first = case_reviews.request(episode, question=" Is the dose enough? ", by=alice, now=now)
    again = case_reviews.request(episode, question="Is the dose enough?", by=alice, now=now)
    assert (first, first.question) == (again, "Is the dose enough?")


@pytest.mark.parametrize("question", ["", " ", "x" * 4001])
def test_a_question_must_say_something_that_fits(episode, alice, now, question):
    said = problems(case_reviews.request, episode, question=question, by=alice, now=now)
    assert set(said) == {"question"}


def test_nobody_is_asked_about_care_that_has_ended(episode, alice, now):
    episode.ended_on, episode.end_reason = dt.date(2026, 10, 10), "moved"
    episode.save()
    said = problems(case_reviews.request, episode, question="Why?", by=alice, now=now)
    assert "Care ended on Oct 10, 2026" in said[""]


def test_general_bhi_has_nobody_to_ask_unless_one_is_named(
    make, patient, alice, sam, dr_priya, now
):
    episode = make.episode(patient, alice, dr_priya, program="bhi")
    said = problems(case_reviews.request, episode, question="Why?", by=alice, now=now)
    assert "has no consultant" in said[""]
    episode.consultant = sam
    episode.save()
    assert case_reviews.request(episode, question="Why?", by=alice, now=now).pk


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
