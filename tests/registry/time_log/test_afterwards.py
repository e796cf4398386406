"""An entry afterwards: described, void, confirmed or corrected, until its month is closed."""

from __future__ import annotations

import pytest

from registry.models import TimeEntry
from registry.services import people, service_month, time_log
from tests.registry.time_log.moments import (
    AT,
    HOUR_AGO,
    OCTOBER,
    SOON_AFTER,
    minutes,
    month_of,
    problems,
)


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
