"""What a browser kept without network: written down once, in order, and never dropped."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest

from registry.models import ServiceMonth, TimeEntry
from registry.services import service_month, time_log, time_replay, time_watch

AT = dt.datetime(2026, 10, 14, 16, 0, tzinfo=dt.UTC)
OCTOBER = dt.date(2026, 10, 1)


def before(minutes):
    return AT - dt.timedelta(minutes=minutes)


@pytest.fixture
def other(make, elm_street):
    return make.patient(elm_street)


@pytest.fixture
def start(enrolled, alice):
    def start(at, patient=enrolled, now=AT, client_id=None, **fields):
        chosen = {"role": None, "activity": "chart_review"}
        return time_replay.start(
            patient=patient, worker=alice, by=alice, now=now, at=at,
            client_id=client_id or uuid.uuid4(), **chosen | fields,
        )  # fmt: skip

    return start


@pytest.fixture
def stretch(enrolled, alice):
    def stretch(start, end, patient=enrolled, now=AT, client_id=None, **fields):
        chosen = {"role": None, "activity": "chart_review"}
        return time_replay.stretch(
            patient=patient, worker=alice, by=alice, now=now, started_at=start, ended_at=end,
            client_id=client_id or uuid.uuid4(), **chosen | fields,
        )  # fmt: skip

    return stretch


def test_a_start_made_without_network_runs_from_the_press(start):
    entry = start(before(12))
    assert (entry.status, entry.started_at, entry.origin) == ("running", before(12), "timer")
    assert "without network" in entry.reason


def test_a_start_older_than_a_day_runs_too_and_its_stop_is_looked_at(start, alice):
    entry = start(before(26 * 60))
    assert entry.status == "running"
    stopped = time_log.stop(worker=alice, by=alice, now=AT)
    assert (stopped.status, stopped.started_at) == ("needs_review", before(26 * 60))


def test_a_start_sent_twice_is_one(start):
    client_id = uuid.uuid4()
    assert start(before(12), client_id=client_id).pk == start(before(12), client_id=client_id).pk
    assert TimeEntry.objects.count() == 1


def test_a_switch_made_without_network_ends_the_other_at_the_press(start, enrolled, other, alice):
    first = time_log.start(patient=enrolled, worker=alice, by=alice, now=before(30))
    second = start(before(12), patient=other)
    first.refresh_from_db()
    assert (first.status, first.ended_at, first.origin) == ("confirmed", before(12), "timer")
    assert second.status == "running"


def test_what_was_begun_elsewhere_meanwhile_ended_the_kept_start(start, other, alice):
    running = time_log.start(patient=other, worker=alice, by=alice, now=before(5))
    entry = start(before(12))
    assert (entry.status, entry.started_at, entry.ended_at) == ("confirmed", before(12), before(5))
    running.refresh_from_db()
    assert running.status == "running"


def test_a_start_ahead_of_the_server_is_a_start_now(start):
    assert start(AT + dt.timedelta(minutes=7)).started_at == AT


def test_a_stretch_is_one_confirmed_entry(stretch, enrolled):
    entry = stretch(before(30), before(13), note="Read the labs")
    assert (entry.status, entry.origin, entry.note) == ("confirmed", "timer", "Read the labs")
    assert ServiceMonth.objects.get(patient=enrolled).confirmed_seconds == 17 * 60


def test_a_stretch_sent_twice_is_one(stretch):
    client_id = uuid.uuid4()
    first = stretch(before(30), before(13), client_id=client_id)
    again = stretch(before(30), before(13), client_id=client_id)
    assert (again.pk, TimeEntry.objects.count()) == (first.pk, 1)


def test_a_stretch_whose_start_had_arrived_after_all_stops_it(start, stretch):
    client_id = uuid.uuid4()
    running = start(before(30), client_id=client_id, activity="patient_contact")
    stopped = stretch(before(30), before(13), client_id=client_id, note="done")
    assert (stopped.pk, stopped.ended_at, stopped.note) == (running.pk, before(13), "done")
    assert stopped.activity == "chart_review"
    assert stopped.status == "confirmed"


def test_a_stretch_without_a_second_is_nothing(stretch):
    assert stretch(before(30), before(30)) is None
    assert not TimeEntry.objects.exists()


def test_a_stretch_stops_what_ran_when_it_began(stretch, enrolled, other, alice):
    running = time_log.start(patient=enrolled, worker=alice, by=alice, now=before(30))
    entry = stretch(before(20), before(10), patient=other)
    running.refresh_from_db()
    assert (running.status, running.ended_at) == ("confirmed", before(20))
    assert (entry.status, entry.started_at) == ("confirmed", before(20))


def doubted(entry, *words):
    assert entry.status == "needs_review"
    for word in words:
        assert word in entry.review_reason
    return entry


def test_a_stretch_over_time_from_another_device_waits_for_review(stretch, make, other, alice):
    make.entry(other, alice, before(20), minutes=5)
    doubted(stretch(before(30), before(13)), "overlaps another entry", "11:40 AM")


def test_a_stretch_over_a_timer_begun_elsewhere_waits_for_review(stretch, other, alice):
    time_log.start(patient=other, worker=alice, by=alice, now=before(20))
    doubted(stretch(before(30), before(13)), "still running")


def test_a_stretch_in_a_closed_month_waits_for_review(stretch, enrolled, dana):
    service_month.close(enrolled, OCTOBER, by=dana, now=AT, reason="approved")
    doubted(stretch(before(30), before(13)), "October 2026 is closed")


def test_a_stretch_that_arrives_days_later_waits_for_review(stretch):
    doubted(stretch(before(80 * 60), before(79 * 60)), "79 h")


def test_a_stretch_longer_than_a_day_is_kept_whole(stretch):
    entry = doubted(stretch(before(30 * 60), before(1)), "was it forgotten?")
    assert entry.ended_at - entry.started_at == dt.timedelta(minutes=30 * 60 - 1)


def test_a_browser_that_is_ahead_keeps_the_length(stretch):
    entry = doubted(stretch(before(-3), before(-20)), "clock was ahead")
    assert entry.ended_at - entry.started_at == dt.timedelta(minutes=17)
    assert entry.ended_at == AT


@pytest.mark.parametrize("ahead", [1, 3, 59])
@pytest.mark.parametrize("length", [1, 2, 40, 600])
def test_a_browser_that_is_a_little_ahead_loses_no_second_either(stretch, ahead, length):
    end = AT + dt.timedelta(seconds=ahead)
    entry = stretch(end - dt.timedelta(seconds=length), end)
    assert (entry.status, entry.ended_at) == ("confirmed", AT)
    assert entry.ended_at - entry.started_at == dt.timedelta(seconds=length)


def test_two_stretches_a_little_ahead_are_both_kept_whole(stretch, other):
    end = AT + dt.timedelta(seconds=3)
    first = stretch(before(10), end - dt.timedelta(seconds=40))
    second = stretch(end - dt.timedelta(seconds=40), end, patient=other)
    assert first.ended_at - first.started_at == dt.timedelta(minutes=10, seconds=-37)
    assert second.ended_at - second.started_at == dt.timedelta(seconds=40)
    assert "overlaps" in second.review_reason


def test_a_kept_stop_ends_the_timer_at_the_press(enrolled, alice):
    entry = time_log.start(patient=enrolled, worker=alice, by=alice, now=before(30))
    stopped = time_replay.stop(entry, at=before(10), note="n", by=alice, now=AT)
    assert (stopped.status, stopped.ended_at, stopped.origin) == ("confirmed", before(10), "timer")
    assert stopped.note == "n"


def test_a_kept_stop_leaves_what_was_stopped_elsewhere(enrolled, alice):
    entry = time_log.start(patient=enrolled, worker=alice, by=alice, now=before(30))
    time_log.stop(worker=alice, by=alice, now=before(20))
    entry.refresh_from_db()
    stopped = time_replay.stop(entry, at=before(10), note="late words", by=alice, now=AT)
    assert (stopped.ended_at, stopped.note) == (before(20), "late words")


def test_a_kept_stop_is_truer_than_the_sweep(enrolled, alice, system):
    entry = time_log.start(
        patient=enrolled, worker=alice, by=alice, now=before(60), activity="chart_review"
    )
    time_watch.sweep(by=system, now=before(30))
    entry = TimeEntry.objects.select_related("clock_watch").get(pk=entry.pk)
    assert entry.status == "needs_review"
    found = time_replay.stop(entry, at=before(10), by=alice, now=AT)
    assert (found.status, found.started_at, found.ended_at) == (
        "confirmed", before(60), before(10),
    )  # fmt: skip
    assert found.replaces_id == entry.pk
    assert time_replay.stop(entry, at=before(10), by=alice, now=AT).pk == found.pk
    assert TimeEntry.objects.count() == 2


def test_a_note_changed_on_two_devices_keeps_both_texts(enrolled, alice):
    entry = time_log.start(patient=enrolled, worker=alice, by=alice, now=before(30))
    time_log.describe(entry, note="from the phone", by=alice, now=AT)
    found = time_log.describe(entry, note="from the desk", base="", by=alice, now=AT)
    assert found.note == "from the phone\nfrom the desk"
    again = time_log.describe(entry, note="from the desk", base="", by=alice, now=AT)
    assert again.note == found.note
