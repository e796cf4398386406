"""The clock's promises: one runs, a switch leaves no gap, a stop never fails."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest

from registry.models import TimeEntry
from registry.services import people, service_month, time_log
from tests.registry.time_log.moments import (
    AT,
    OCTOBER,
    minutes,
    month_of,
    problems,
)

# -- start and switch ---------------------------------------------------------------------------


def test_a_timer_starts_now_in_the_worker_s_own_role(start, enrolled, alice):
    entry = start(enrolled)
    assert (entry.status, entry.role, entry.origin) == ("running", "care_manager", "timer")
    assert (entry.started_at, entry.ended_at, entry.worker) == (AT, None, alice)


def test_starting_on_another_patient_stops_the_first_at_that_instant(start, enrolled, other):
    first = start(enrolled)
    second = start(other, AT + minutes(10))
    first.refresh_from_db()
    assert (first.status, first.ended_at) == ("confirmed", second.started_at)
    assert month_of(enrolled).confirmed_seconds == 600


def test_starting_again_on_the_same_patient_changes_nothing(start, enrolled):
    first = start(enrolled)
    assert start(enrolled, AT + minutes(5)).pk == first.pk
    assert TimeEntry.objects.count() == 1


def test_a_start_sent_twice_is_one_start(start, enrolled, other):
    client_id = uuid.uuid4()
    first = start(enrolled, client_id=client_id)
    start(other, AT + minutes(1))
    again = start(enrolled, AT + minutes(2), client_id=client_id)
    assert (again.pk, TimeEntry.objects.count()) == (first.pk, 2)


def test_another_person_s_id_is_refused(start, enrolled, bob):
    client_id = uuid.uuid4()
    start(enrolled, client_id=client_id)
    found = problems(
        time_log.start, patient=enrolled, worker=bob, by=bob, now=AT, client_id=client_id
    )
    assert "client_id" in found


def test_switching_at_the_very_instant_of_the_start_leaves_a_void_entry_without_time(
    start, enrolled, other
):
    first = start(enrolled)
    start(other)
    first.refresh_from_db()
    assert (first.status, first.ended_at) == ("voided", AT)


def test_a_timer_may_have_started_earlier_and_says_so(start, enrolled):
    entry = start(enrolled, at=AT - minutes(10))
    assert (entry.started_at, entry.origin) == (AT - minutes(10), "timer_corrected")


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (AT + minutes(2), "future"),
        (AT - minutes(24 * 60 + 1), "more than a day ago"),
        (AT - minutes(17), "overlaps another entry"),
        (AT - minutes(30), "began later"),
    ],
)
def test_an_earlier_start_that_cannot_be_is_refused_at_its_field(
    start, make, enrolled, other, alice, at, words
):
    make.entry(enrolled, alice, AT - minutes(15), minutes=5)
    start(enrolled, AT - minutes(20))
    assert words in problems(start, other, at=at)["at"]
    assert TimeEntry.objects.get(status="running").patient == enrolled


@pytest.mark.parametrize(("field", "value"), [("activity", "lunch"), ("role", "consultant")])
def test_a_start_with_a_word_that_does_not_fit_names_the_field(start, enrolled, field, value):
    assert field in problems(start, enrolled, **{field: value})
    assert not TimeEntry.objects.exists()


@pytest.mark.parametrize("who", ["charlie", "dana", "sue", "ann"])
def test_who_has_no_role_in_which_time_is_logged_starts_nothing(request, enrolled, who):
    person = request.getfixturevalue(who)
    found = problems(time_log.start, patient=enrolled, worker=person, by=person, now=AT)
    assert "no role" in found["role"]


def test_who_has_several_roles_chooses(enrolled, elm_street, sam, system):
    people.grant(sam, elm_street, "care_manager", by=system, now=AT)
    chosen = time_log.start(patient=enrolled, worker=sam, role="consultant", by=sam, now=AT)
    assert chosen.role == "consultant"
    time_log.stop(worker=sam, by=sam, now=AT + minutes(1))
    default = time_log.start(patient=enrolled, worker=sam, by=sam, now=AT + minutes(2))
    assert default.role == "care_manager"


# -- stop ---------------------------------------------------------------------------------------


def test_a_stop_says_what_it_was_and_the_month_knows_at_once(start, stop, enrolled):
    start(enrolled)
    entry = stop(AT + minutes(12), activity="chart_review", note="Read the labs")
    assert (entry.status, entry.activity, entry.note) == (
        "confirmed",
        "chart_review",
        "Read the labs",
    )
    assert month_of(enrolled).worked_seconds == 720


def test_a_stop_may_be_sent_twice(start, stop, enrolled):
    entry = start(enrolled)
    stop(AT + minutes(12), entry_id=entry.pk)
    again = stop(AT + minutes(30), entry_id=entry.pk)
    assert (again.pk, again.ended_at) == (entry.pk, AT + minutes(12))


def test_a_late_stop_of_an_old_timer_leaves_the_new_one_running(start, stop, enrolled, other):
    first = start(enrolled)
    second = start(other, AT + minutes(5))
    stop(AT + minutes(6), entry_id=first.pk)
    assert TimeEntry.objects.get(status="running").pk == second.pk


def test_with_nothing_running_a_stop_says_so(stop):
    assert "No timer is running" in problems(stop, AT)[""]


def test_somebody_else_s_timer_cannot_be_stopped(start, enrolled, bob):
    entry = start(enrolled)
    assert "entry" in problems(time_log.stop, worker=bob, by=bob, now=AT, entry_id=entry.pk)
    entry.refresh_from_db()
    assert entry.status == "running"


def test_an_unknown_activity_does_not_keep_a_timer_running(start, stop, enrolled):
    start(enrolled)
    assert stop(AT + minutes(1), activity="lunch").activity == "patient_contact"


@pytest.mark.parametrize(
    ("ran", "status"),
    [
        (minutes(8 * 60), "confirmed"),
        (minutes(8 * 60) + dt.timedelta(seconds=1), "needs_review"),
        (minutes(24 * 60 + 1), "needs_review"),
        (minutes(340 * 60), "needs_review"),
    ],
)
def test_a_timer_that_ran_too_long_stops_and_needs_review(start, stop, enrolled, ran, status):
    start(enrolled)
    entry = stop(AT + ran)
    assert (entry.status, entry.ended_at) == (status, AT + ran)
    assert ("forgotten" in entry.review_reason) == (status == "needs_review")


def test_a_timer_across_a_confirmed_entry_stops_and_names_it(start, stop, make, enrolled, alice):
    start(enrolled)
    make.entry(enrolled, alice, AT + minutes(5), minutes=2)
    entry = stop(AT + minutes(20))
    assert entry.status == "needs_review"
    assert f"patient {enrolled.pk}" in entry.review_reason
    assert "12:05 PM–12:07 PM" in entry.review_reason
    assert month_of(enrolled).review_seconds == 1200


def test_a_timer_that_stops_in_a_closed_month_is_kept_for_review(start, stop, enrolled, dana):
    start(enrolled)
    service_month.close(enrolled, OCTOBER, by=dana, now=AT, reason="approved")
    entry = stop(AT + minutes(20))
    assert entry.status == "needs_review"
    assert "October 2026 was closed" in entry.review_reason


def test_a_timer_stops_even_when_its_worker_has_lost_the_role(start, stop, enrolled, alice):
    start(enrolled)
    alice.memberships.all().delete()
    entry = stop(AT + minutes(20))
    assert entry.status == "needs_review"
    assert "no longer has the role" in entry.review_reason


def test_a_timer_on_a_patient_without_consent_stops_as_confirmed_time(start, stop, patient):
    start(patient)
    assert stop(AT + minutes(20)).status == "confirmed"


def test_a_timer_across_the_month_s_end_counts_in_both_months(start, stop, enrolled):
    start(enrolled, dt.datetime(2026, 11, 1, 3, 50, tzinfo=dt.UTC))
    stop(dt.datetime(2026, 11, 1, 4, 15, tzinfo=dt.UTC))
    assert month_of(enrolled).confirmed_seconds == 600
    assert month_of(enrolled, dt.date(2026, 11, 1)).confirmed_seconds == 900


def test_who_did_it_and_when_is_in_the_entry_s_history(start, stop, enrolled, alice):
    entry = start(enrolled)
    stop(AT + minutes(3))
    events = entry.events.order_by("pgh_id")
    assert [event.status for event in events] == ["running", "confirmed"]
    assert {event.pgh_context.metadata["user"] for event in events} == {alice.pk}
