"""A review's minutes: by the clock or by hand, everybody's who took part, each once."""

from __future__ import annotations

import pytest

from registry.models import CaseReview, ServiceMonth, TimeEntry
from registry.services import service_month, time_log
from tests.registry.case_reviews.signing import MINUTE, OCTOBER, log_of, problems


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
