"""Forgotten timers: asked about, stopped at the last sign of life, never silently cut."""

from __future__ import annotations

import datetime as dt

import pytest

from registry.errors import Refused
from registry.models import ClockWatch, ServiceMonth, TimeEntry
from registry.selectors import clock
from registry.services import time_log, time_watch

AT = dt.datetime(2026, 10, 14, 16, 0, tzinfo=dt.UTC)
CALL, CHART = "patient_contact", "chart_review"


def after(minutes, seconds=0):
    return AT + dt.timedelta(minutes=minutes, seconds=seconds)


@pytest.fixture
def start(enrolled, alice):
    def start(activity=CHART, **fields):
        return time_log.start(
            patient=enrolled, worker=alice, by=alice, now=AT, activity=activity, **fields
        )

    return start


@pytest.fixture
def sign(alice):
    def sign(entry, now, worked_at=None, answered=False, by=alice):
        return time_watch.sign(entry.pk, worked_at=worked_at, answered=answered, by=by, now=now)

    return sign


@pytest.fixture
def sweep(system):
    return lambda now: time_watch.sweep(by=system, now=now)


def counted(patient):
    row = ServiceMonth.objects.get(patient=patient)
    return row.confirmed_seconds, row.review_seconds


@pytest.mark.parametrize(
    ("activity", "asked", "stopped"), [(CALL, 45, 50), (CHART, 20, 25), ("case_review", 45, 50)]
)
def test_work_without_a_sign_is_asked_about_and_then_stopped(
    start, sweep, alice, activity, asked, stopped
):
    entry = start(activity)
    watch = clock.of(alice, AT)["watch"]
    assert (watch["prompt_at"], watch["stops_at"]) == (after(asked), after(stopped))
    assert sweep(after(stopped, -1)) == []
    assert [found.pk for found in sweep(after(stopped))] == [entry.pk]


def test_a_left_timer_is_cut_at_the_last_sign_and_counts_for_nothing(start, sign, sweep, enrolled):
    entry = start()
    sign(entry, after(8), worked_at=after(7, 30))
    assert sweep(after(32, 29)) == []
    sweep(after(32, 30))
    entry.refresh_from_db()
    assert (entry.status, entry.ended_at) == ("needs_review", after(7, 30))
    assert "No sign of life since 12:07 PM" in entry.review_reason
    assert "had run until 12:32 PM" in entry.review_reason
    assert counted(enrolled) == (0, 450)


def test_a_second_sweep_changes_nothing(start, sweep):
    entry = start()
    sweep(after(25))
    kept = entry.events.count()
    assert sweep(after(26)) == []
    assert entry.events.count() == kept


def test_signs_leave_no_history_of_the_entry(start, sign):
    entry = start()
    for minute in range(1, 10):
        sign(entry, after(minute), worked_at=after(minute))
    assert entry.events.count() == 1


def test_during_a_call_nobody_looks_for_a_hand_on_the_keyboard(start, sign, sweep):
    entry = start(CALL)
    sign(entry, after(44))  # the page is open, nothing is typed
    assert sweep(after(49)) == []
    sweep(after(50))
    entry.refresh_from_db()
    assert entry.ended_at == after(44)


def test_a_call_whose_page_fell_asleep_is_cut_there(start, sign, sweep):
    entry = start(CALL)
    sign(entry, after(12))
    sweep(after(50))
    entry.refresh_from_db()
    assert entry.ended_at == after(12)


def test_who_says_that_the_call_goes_on_is_left_alone_for_as_long_again(start, sign, sweep, alice):
    entry = start(CALL)
    sign(entry, after(46), answered=True)
    assert clock.of(alice, after(46))["watch"]["prompt_at"] == after(91)
    assert sweep(after(95, 59)) == []
    sweep(after(96))
    entry.refresh_from_db()
    assert entry.ended_at == after(46)


def test_a_sign_within_the_grace_keeps_the_timer(start, sign, sweep):
    entry = start(CALL)
    sign(entry, after(47), worked_at=after(47))
    assert sweep(after(51)) == []
    assert [found.pk for found in sweep(after(52))] == [entry.pk]


def test_a_timer_that_never_gave_a_sign_keeps_a_second_and_waits(start, sweep):
    entry = start()
    sweep(after(25))
    entry.refresh_from_db()
    assert (entry.status, entry.ended_at) == ("needs_review", after(0, 1))


def test_the_practice_s_own_limits_hold(start, sweep, elm_street):
    elm_street.clock_idle_minutes, elm_street.clock_grace_minutes = 7, 2
    elm_street.save()
    start()
    assert sweep(after(8, 59)) == []
    assert len(sweep(after(9))) == 1


def test_signs_that_cross_leave_the_later_one(start, sign):
    entry = start()
    sign(entry, after(9), worked_at=after(9))
    sign(entry, after(8), worked_at=after(5))
    watch = ClockWatch.objects.get(entry=entry)
    assert (watch.seen_at, watch.worked_at) == (after(9), after(9))


def test_a_sign_lies_between_the_start_and_now(start, sign):
    entry = start()
    sign(entry, after(9), worked_at=after(30))
    assert ClockWatch.objects.get(entry=entry).worked_at == after(9)
    sign(entry, after(9), worked_at=after(-30))
    assert ClockWatch.objects.get(entry=entry).worked_at == after(9)


def test_nobody_gives_a_sign_for_another_s_timer_or_one_that_ended(start, sign, bob, alice):
    entry = start()
    assert not sign(entry, after(1), by=bob)
    time_log.stop(worker=alice, by=alice, now=after(2))
    assert not sign(entry, after(3))
    assert not ClockWatch.objects.exists()


def test_the_person_sees_what_was_cut(start, sign, sweep, alice):
    entry = start()
    sign(entry, after(8), worked_at=after(8))
    sweep(after(33))
    swept = clock.of(alice, after(40))["swept"]
    assert swept["entry"]["id"] == entry.pk
    assert (swept["entry"]["seconds"], swept["whole_seconds"]) == (480, 1980)


@pytest.mark.parametrize(("keep", "seconds"), [("short", 480), ("whole", 1980)])
def test_the_shorter_or_the_whole_time_stands_once_the_person_says_so(
    start, sign, sweep, enrolled, alice, keep, seconds
):
    entry = start()
    sign(entry, after(8), worked_at=after(8))
    sweep(after(33))
    entry = TimeEntry.objects.select_related("clock_watch").get(pk=entry.pk)
    found = time_watch.settle(entry, keep, by=alice, now=after(40))
    assert found.status == "confirmed"
    assert counted(enrolled) == (seconds, 0)
    assert clock.of(alice, after(41))["swept"] is None
    if keep == "whole":
        entry.refresh_from_db()
        assert (entry.status, found.replaces_id) == ("voided", entry.pk)


def test_what_was_settled_is_settled(start, sweep, alice):
    entry = start()
    sweep(after(25))
    entry = TimeEntry.objects.select_related("clock_watch").get(pk=entry.pk)
    time_watch.settle(entry, "short", by=alice, now=after(40))
    entry = TimeEntry.objects.select_related("clock_watch").get(pk=entry.pk)
    assert time_watch.settle(entry, "whole", by=alice, now=after(41)) == entry
    assert TimeEntry.objects.get().ended_at == entry.ended_at


def test_only_what_was_stopped_by_itself_is_settled(start, alice):
    with pytest.raises(Refused, match="was not stopped by itself"):
        time_watch.settle(start(), "short", by=alice, now=after(41))


def swept(entry):
    return TimeEntry.objects.select_related("clock_watch").get(pk=entry.pk)


def test_who_still_works_lets_the_clock_go_on_from_its_start(start, sweep, enrolled, alice):
    entry = start()
    time_log.describe(entry, note="Read the labs", by=alice, now=after(1))
    sweep(after(25))
    running = time_watch.settle(swept(entry), "on", by=alice, now=after(40))
    assert (running.status, running.started_at, running.note) == ("running", AT, "Read the labs")
    assert (running.replaces_id, swept(entry).status) == (entry.pk, "voided")
    assert sweep(after(59)) == []
    time_log.stop(worker=alice, by=alice, now=after(60))
    assert counted(enrolled) == (3600, 0)


def test_a_clock_never_goes_on_over_other_time(make, start, sweep, enrolled, alice):
    entry = start()
    sweep(after(25))
    make.entry(enrolled, alice, after(30), minutes=5)
    with pytest.raises(Refused, match="overlaps"):
        time_watch.settle(swept(entry), "on", by=alice, now=after(40))
    assert swept(entry).status == "needs_review"


def test_after_a_working_day_a_clock_does_not_go_on(start, sweep, alice):
    entry = start()
    sweep(after(25))
    with pytest.raises(Refused, match="too long ago"):
        time_watch.settle(swept(entry), "on", by=alice, now=after(8 * 60 + 1))


def test_one_timer_that_cannot_be_stopped_keeps_no_other_running(
    start, sweep, enrolled, bob, monkeypatch, caplog
):
    start()
    time_log.start(patient=enrolled, worker=bob, by=bob, now=AT, activity=CHART)
    real = time_watch._stop

    def fails_for_bob(entry, **fields):
        if entry.worker_id == bob.pk:
            raise RuntimeError("broken")
        return real(entry, **fields)

    monkeypatch.setattr(time_watch, "_stop", fails_for_bob)
    assert len(sweep(after(30))) == 1
    assert "could not be stopped" in caplog.text


def test_the_task_sweeps_by_the_server_s_clock(start, system):
    import time_machine

    from registry import tasks

    entry = start()
    with time_machine.travel(after(26), tick=False):
        tasks.stop_left_timers()
    entry.refresh_from_db()
    assert entry.status == "needs_review"
    assert entry.events.order_by("pgh_id").last().pgh_context.metadata["user"] == system.pk


def test_beat_sends_the_sweep_every_minute():
    from config.celery import app

    entry = app.conf.beat_schedule["left-timers"]
    assert entry["task"] == "registry.tasks.stop_left_timers"
    assert str(entry["schedule"]) == "<crontab: * * * * * (m/h/dM/MY/d)>"
