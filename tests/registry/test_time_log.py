"""The clock's promises: nothing is lost, nothing overlaps, a stop never fails."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest

from registry.errors import Refused
from registry.models import ServiceMonth, TimeEntry
from registry.services import people, service_month, time_log

AT = dt.datetime(2026, 10, 14, 16, 0, tzinfo=dt.UTC)
HOUR_AGO = AT - dt.timedelta(minutes=60)
SOON_AFTER = AT - dt.timedelta(minutes=40)
OCTOBER = dt.date(2026, 10, 1)


def minutes(count):
    return dt.timedelta(minutes=count)


@pytest.fixture
def other(make, elm_street):
    return make.patient(elm_street)


@pytest.fixture
def start(alice):
    def start(patient, now=AT, **fields):
        return time_log.start(patient=patient, worker=alice, by=alice, now=now, **fields)

    return start


@pytest.fixture
def stop(alice):
    def stop(at, **fields):
        return time_log.stop(worker=alice, by=alice, now=at, **fields)

    return stop


@pytest.fixture
def by_hand(enrolled, alice):
    def by_hand(start=HOUR_AGO, end=SOON_AFTER, **fields):
        chosen = {
            "patient": enrolled,
            "worker": alice,
            "role": "care_manager",
            "activity": "patient_contact",
            "reason": "Called from the car",
            "by": alice,
            "now": AT,
        }
        return time_log.record(started_at=start, ended_at=end, **chosen | fields)

    return by_hand


def problems(call, *args, **fields):
    with pytest.raises(Refused) as refused:
        call(*args, **fields)
    return refused.value.problems


def month_of(patient, month=OCTOBER):
    return ServiceMonth.objects.get(patient=patient, month=month)


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


# -- by hand ------------------------------------------------------------------------------------


def test_time_by_hand_stands_with_its_reason(by_hand, enrolled):
    entry = by_hand()
    assert (entry.status, entry.origin, entry.reason) == (
        "confirmed",
        "by_hand",
        "Called from the car",
    )
    assert month_of(enrolled).confirmed_seconds == 1200


def test_one_entry_by_hand_may_begin_as_the_other_ends(by_hand):
    by_hand(AT - minutes(60), AT - minutes(40))
    by_hand(AT - minutes(40), AT - minutes(20))
    assert TimeEntry.objects.filter(status="confirmed").count() == 2


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"start": AT + minutes(2), "end": AT + minutes(9)}, "started_at", "future"),
        ({"end": AT + minutes(2)}, "ended_at", "future"),
        ({"end": AT - minutes(61)}, "ended_at", "not after the start"),
        ({"end": AT - minutes(60)}, "ended_at", "not after the start"),
        ({"start": AT - minutes(24 * 60 + 10), "end": AT}, "ended_at", "longer than a day"),
        ({"reason": " "}, "reason", "Say why"),
        ({"reason": "x" * 201}, "reason", "201 characters"),
        ({"activity": "lunch"}, "activity", "Choose"),
        ({"role": "consultant"}, "role", "Care manager"),
    ],
)
def test_time_by_hand_that_cannot_be_is_refused_at_its_field(by_hand, fields, field, words):
    assert words in problems(by_hand, **fields)[field]
    assert not TimeEntry.objects.exists()


def test_time_across_another_entry_is_refused_and_the_other_is_named(by_hand, other):
    by_hand()
    found = problems(by_hand, AT - minutes(41), AT - minutes(30), patient=other)["started_at"]
    assert "11:00 AM–11:20 AM" in found
    assert f"patient {TimeEntry.objects.get().patient_id}" in found


def test_time_across_the_running_timer_is_refused(start, by_hand, enrolled):
    start(enrolled, AT - minutes(50))
    assert "still running" in problems(by_hand)["started_at"]


def test_time_in_a_closed_month_is_refused(by_hand, enrolled, dana):
    service_month.close(enrolled, OCTOBER, by=dana, now=AT, reason="approved")
    assert "October 2026 is closed" in problems(by_hand)["started_at"]


def test_time_for_another_practice_s_patient_is_refused(by_hand, make, harbor):
    assert "no role" in problems(by_hand, patient=make.patient(harbor))["role"]


@pytest.mark.parametrize(
    ("given_at", "words"),
    [(None, "No consent is on record"), (AT - minutes(50), "Consent was given on")],
)
def test_time_by_hand_before_consent_is_asked_about_once_and_then_kept(
    by_hand, make, other, alice, dr_priya, given_at, words
):
    make.episode(other, alice, dr_priya)
    if given_at:
        make.consent(other, given_at=given_at)
    assert words in problems(by_hand, patient=other)["started_at"]
    assert by_hand(patient=other, outside_care_is_meant=True).status == "confirmed"


def test_time_by_hand_after_consent_was_revoked_is_asked_about(by_hand, enrolled, alice):
    enrolled.consents.update(revoked_at=AT - minutes(50), revoked_by=alice)
    assert "revoked" in problems(by_hand)["started_at"]


def test_time_by_hand_before_enrolment_is_asked_about(by_hand):
    early = dt.datetime(2026, 9, 30, 20, tzinfo=dt.UTC)
    found = problems(by_hand, early, early + minutes(5))["started_at"]
    assert "Care management began on Oct 1, 2026" in found


def test_an_entry_by_hand_sent_twice_is_one_entry(by_hand):
    client_id = uuid.uuid4()
    assert by_hand(client_id=client_id).pk == by_hand(client_id=client_id).pk


# -- afterwards ---------------------------------------------------------------------------------


def test_an_entry_is_described_until_the_month_is_closed(by_hand, enrolled, alice, dana):
    entry = by_hand()
    time_log.describe(entry, activity="crisis", note="Called 988", by=alice, now=AT)
    entry.refresh_from_db()
    assert (entry.activity, entry.note) == ("crisis", "Called 988")
    service_month.close(enrolled, OCTOBER, by=dana, now=AT, reason="approved")
    assert "closed" in problems(time_log.describe, entry, note="later", by=alice, now=AT)[""]


def test_saying_the_same_again_writes_nothing(by_hand, alice):
    entry = by_hand()
    time_log.describe(entry, activity=entry.activity, note=entry.note, by=alice, now=AT)
    assert entry.events.count() == 1


def test_a_running_timer_may_change_its_role_an_ended_one_not(
    start, stop, enrolled, elm_street, alice, system
):
    people.grant(alice, elm_street, "consultant", by=system, now=AT)
    entry = start(enrolled)
    assert time_log.describe(entry, role="consultant", by=alice, now=AT).role == "consultant"
    stop(AT + minutes(1))
    assert "role" in problems(time_log.describe, entry, role="care_manager", by=alice, now=AT)


def test_a_void_entry_counts_no_more_and_keeps_its_reason(by_hand, enrolled, alice):
    entry = time_log.void(by_hand(), reason="Wrong patient", by=alice, now=AT)
    assert (entry.status, entry.void_reason) == ("voided", "Wrong patient")
    assert month_of(enrolled).worked_seconds == 0
    assert time_log.void(entry, reason="Again", by=alice, now=AT).void_reason == "Wrong patient"


@pytest.mark.parametrize("reason", ["", "  ", "x" * 201])
def test_an_entry_is_not_void_without_a_reason_that_fits(by_hand, alice, reason):
    entry = by_hand()
    assert "reason" in problems(time_log.void, entry, reason=reason, by=alice, now=AT)
    entry.refresh_from_db()
    assert entry.status == "confirmed"


def test_nothing_confirmed_is_void_in_a_closed_month(by_hand, enrolled, alice, dana):
    entry = by_hand()
    service_month.close(enrolled, OCTOBER, by=dana, now=AT, reason="approved")
    assert "closed" in problems(time_log.void, entry, reason="Wrong", by=alice, now=AT)[""]


def test_the_true_time_sent_twice_is_entered_once(by_hand, alice):
    entry = by_hand()
    true = {"started_at": HOUR_AGO, "ended_at": SOON_AFTER + minutes(5), "reason": "Slip"}
    time_log.correct(entry, **true, by=alice, now=AT)
    assert "void already" in problems(time_log.correct, entry, **true, by=alice, now=AT)[""]
    assert TimeEntry.objects.filter(status="confirmed").count() == 1


def test_a_timer_started_by_mistake_ends_void(start, enrolled, alice):
    entry = time_log.void(start(enrolled), reason="Mistake", by=alice, now=AT + minutes(1))
    assert (entry.status, entry.ended_at) == ("voided", AT + minutes(1))


def test_an_entry_that_needed_review_is_confirmed_and_counts(start, stop, enrolled, alice):
    start(enrolled)
    entry = stop(AT + minutes(9 * 60))
    confirmed = time_log.confirm(entry, by=alice, now=AT + minutes(10 * 60))
    assert (confirmed.status, confirmed.confirmed_by) == ("confirmed", alice)
    assert month_of(enrolled).confirmed_seconds == 9 * 3600


def test_what_still_cannot_stand_is_not_confirmed(start, stop, make, enrolled, alice):
    start(enrolled)
    make.entry(enrolled, alice, AT + minutes(5), minutes=2)
    entry = stop(AT + minutes(25 * 60))
    late = AT + minutes(26 * 60)
    assert "longer than a day" in problems(time_log.confirm, entry, by=alice, now=late)["ended_at"]


def test_the_true_time_takes_the_place_of_a_forgotten_timer(start, stop, enrolled, alice):
    start(enrolled)
    forgotten = stop(AT + minutes(25 * 60))
    true = time_log.correct(
        forgotten,
        started_at=AT,
        ended_at=AT + minutes(15),
        reason="Forgot to stop",
        by=alice,
        now=AT + minutes(26 * 60),
    )
    forgotten.refresh_from_db()
    assert (forgotten.status, true.replaces, true.origin) == (
        "voided",
        forgotten,
        "timer_corrected",
    )
    assert month_of(enrolled).worked_seconds == 900


def test_a_correction_that_is_refused_leaves_the_entry_as_it_was(by_hand, alice):
    entry = by_hand()
    found = problems(
        time_log.correct, entry, started_at=AT, ended_at=AT, reason="Oops", by=alice, now=AT
    )
    entry.refresh_from_db()
    assert "ended_at" in found
    assert entry.status == "confirmed"
