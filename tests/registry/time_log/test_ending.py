"""A stop by one statement writes what the steps under lock would have written, or nothing."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import transaction

from registry.models import ServiceMonth, TimeEntry
from registry.selectors import time_log as selectors
from registry.services import service_month, time_ending, time_log
from registry.vocabulary import Activity

AT = dt.datetime(2026, 10, 14, 16, 0, tzinfo=dt.UTC)
OCTOBER = dt.date(2026, 10, 1)
MINUTES = dt.timedelta(minutes=1)
pytestmark = pytest.mark.django_db
#: What differs between two versions that say the same.
IDS = ("id", "pgh_id", "pgh_obj", "pgh_obj_id", "pgh_context", "pgh_context_id", "pgh_created_at")


@pytest.fixture
def timer(enrolled, alice):
    service_month.refresh([enrolled], [OCTOBER], now=AT)
    return time_log.start(
        patient=enrolled, worker=alice, activity=Activity.CHART_REVIEW, by=alice, now=AT
    )


def month(patient):
    return ServiceMonth.objects.get(patient=patient, month=OCTOBER)


def written(patient):
    """All that a stop leaves: the entry, its history, its month."""
    entry = TimeEntry.objects.filter(patient=patient).values().get(started_at=AT)
    events = TimeEntry.objects.get(pk=entry["id"]).events.order_by("pgh_id").values()
    said = [{name: event[name] for name in event if name not in IDS} for event in events]
    row = ServiceMonth.objects.filter(patient=patient).order_by("month").values()
    return entry, said, list(row)


class _Undo(Exception):
    pass


def undone(act, patient):
    """What an act leaves, after which it is taken back."""
    found = None
    try:
        with transaction.atomic():
            act()
            found = written(patient)
            raise _Undo
    except _Undo:
        return found


def a_stop(after=30 * MINUTES, **given):
    return lambda alice: time_log.stop(worker=alice, by=alice, now=AT + after, **given)


STOPS = {
    "as it is": a_stop(),
    "described": a_stop(activity=Activity.PATIENT_CONTACT, note="Spoke of sleep"),
    "earlier than now": a_stop(at=AT + 20 * MINUTES),
    "at the instant it began": a_stop(after=0 * MINUTES),
    "after a working day": a_stop(after=9 * 60 * MINUTES),
    "with parts of a second": a_stop(after=dt.timedelta(seconds=61, microseconds=900_001)),
}


@pytest.mark.parametrize("stop", STOPS.values(), ids=STOPS)
@pytest.mark.parametrize("state", ["plain", "overlapping", "closed", "another's time", "no role"])
def test_both_ways_write_the_same(
    timer, enrolled, alice, bob, dana, make, monkeypatch, stop, state
):
    if state == "overlapping":
        make.entry(enrolled, alice, AT - 10 * MINUTES, minutes=15)
    elif state == "another's time":
        make.entry(enrolled, bob, AT + 5 * MINUTES, minutes=15)
    elif state == "closed":
        service_month.close(enrolled, OCTOBER, by=dana, now=AT, reason="approved")
    elif state == "no role":
        alice.memberships.all().delete()
    at_once = undone(lambda: stop(alice), enrolled)
    monkeypatch.setattr(time_ending, "month", lambda *_: None)
    assert at_once == undone(lambda: stop(alice), enrolled)


def test_a_lone_stop_is_four_questions_and_one_answer(timer, alice, django_assert_num_queries):
    """The timer, the chart, its time, the payer's terms; then all is written."""
    with django_assert_num_queries(5):
        time_log.stop(worker=alice, by=alice, now=AT + MINUTES)


def test_a_timer_across_the_month_s_end_is_written_step_by_step(enrolled, alice):
    start = dt.datetime(2026, 11, 1, 3, 50, tzinfo=dt.UTC)  # October in New York
    time_log.start(patient=enrolled, worker=alice, by=alice, now=start)
    entry = time_log.stop(worker=alice, by=alice, now=start + 25 * MINUTES)
    assert [row.confirmed_seconds for row in entry.touched] == [600, 900]


def test_what_changes_while_the_rules_are_asked_is_not_written_over(
    timer, enrolled, alice, bob, make, monkeypatch
):
    """Another's time comes in between; the stop is done again, and both are in the month."""
    decide, calls = service_month.decide, []

    def meanwhile(*given):
        said = decide(*given)
        if not calls:
            calls.append(given)
            make.entry(enrolled, bob, AT - 60 * MINUTES, minutes=20)
            service_month.refresh([enrolled], [OCTOBER], now=AT)
        return said

    monkeypatch.setattr(service_month, "decide", meanwhile)
    time_log.stop(worker=alice, by=alice, now=AT + 30 * MINUTES)
    found = month(enrolled)
    assert (found.confirmed_seconds, found.counted_seconds) == (3000, 3000)
    assert timer.events.count() == 2


def test_a_timer_that_another_device_changed_is_left_as_it_is(timer, enrolled, alice):
    running, _ = selectors.at_the_clock(alice, AT + MINUTES)
    row = time_ending.month(running, AT + MINUTES)
    TimeEntry.objects.filter(pk=timer.pk).update(started_at=AT - MINUTES)
    values = {"status": "confirmed", "ended_at": AT + MINUTES}
    guard = ("status", "started_at", "ended_at")
    assert not time_ending.write(running, values, row, guard=guard, now=AT + MINUTES)
    assert TimeEntry.objects.get().status == "running"
    assert month(enrolled).worked_seconds == 0
