"""Forgotten timers: signs of life while one runs, and the end of one that was left.

The browser reports and asks; this decides.  What was cut is said, and may be taken back.
"""

from __future__ import annotations

import datetime as dt
import logging

from django.db import connection

from registry import clock_limits, time_words
from registry.errors import Refused, refuse
from registry.models import ClockWatch, TimeEntry, User
from registry.selectors import time_log
from registry.services import time_corrections, time_rules, time_stop, time_writes
from registry.vocabulary import EntryStatus

logger = logging.getLogger(__name__)

WHOLE = "The whole time was worked; the clock had stopped by itself."
GOES_ON = "The work went on; the clock had stopped by itself."
SHORT, LONG, ON = "short", "whole", "on"

#: One statement, because it comes every half minute from every open page.  Signs of two devices
#: may cross: the later one stands.
_SIGN = """
    INSERT INTO registry_clockwatch (entry_id, seen_at, worked_at, answered_at)
    SELECT e.id, %(now)s, CASE WHEN %(worked)s::timestamptz IS NOT NULL
        THEN greatest(least(%(worked)s::timestamptz, %(now)s), e.started_at) END, %(answered)s
    FROM registry_timeentry AS e
    WHERE e.id = %(entry)s AND e.worker_id = %(worker)s AND e.status = 'running'
    ON CONFLICT (entry_id) DO UPDATE SET
        seen_at = greatest(registry_clockwatch.seen_at, excluded.seen_at),
        worked_at = greatest(registry_clockwatch.worked_at, excluded.worked_at),
        answered_at = greatest(registry_clockwatch.answered_at, excluded.answered_at)
"""


def sign(
    entry_id: int,
    *,
    worked_at: dt.datetime | None,
    answered: bool = False,
    by: User,
    now: dt.datetime,
) -> bool:
    """A page of the worker's shows the clock at `now`, and the person last did something there
    at `worked_at`; `answered`: has just said that the work goes on.  False where it runs no more.
    """
    given: dict[str, int | dt.datetime | None] = {
        "entry": entry_id,
        "worker": by.pk,
        "now": now,
        "worked": now if answered else worked_at,
        "answered": now if answered else None,
    }
    with connection.cursor() as cursor:
        cursor.execute(_SIGN, given)
        return cursor.rowcount > 0


def sweep(*, by: User, now: dt.datetime) -> list[TimeEntry]:
    """Stop every timer that was left.  Twice does no more than once; one that fails waits."""
    youngest = now - dt.timedelta(minutes=clock_limits.SHORTEST)
    stopped = []
    for entry in time_log.left_running(youngest):
        if not _is_left(entry, now):
            continue
        try:
            found = _stop(entry, by=by, now=now)
        except Exception:
            logger.exception("The left timer %s could not be stopped.", entry.pk)
            continue
        stopped += [found] if found else []
    return stopped


def _is_left(entry: TimeEntry, now: dt.datetime) -> bool:
    watch: ClockWatch | None = getattr(entry, "clock_watch", None)
    return clock_limits.stops_at(entry, entry.patient.practice, watch) <= now


def _stop(entry: TimeEntry, *, by: User, now: dt.datetime) -> TimeEntry | None:
    """Stop it unless it has ended, or given a sign, since it was read."""

    def work() -> TimeEntry | None:
        ClockWatch.objects.select_for_update().filter(pk=entry.pk).first()
        running, _ = time_log.at_the_clock(entry.worker, now)
        if running is None or running.pk != entry.pk or not _is_left(running, now):
            return None
        watch = getattr(running, "clock_watch", None)
        end = clock_limits.last_sign(running, running.patient.practice, watch)
        doubt = _said(running, end, now)
        found = time_stop.finish(running, end=end, by=by, now=now, measured=True, doubt=doubt)
        ClockWatch.objects.update_or_create(
            entry=found,
            defaults={"swept_at": now},
            create_defaults={"swept_at": now, "seen_at": end},
        )
        return found

    return time_writes.again(work, by=by, reason="The clock was left running.")


def _said(entry: TimeEntry, end: dt.datetime, now: dt.datetime) -> str:
    zone = entry.patient.practice.timezone
    return (
        f"No sign of life since {time_words.clock(end, zone)}, so the clock was stopped there. "
        f"It had run until {time_words.clock(now, zone)}: confirm the shorter or the whole time."
    )


def settle(entry: TimeEntry, keep: str, *, by: User, now: dt.datetime) -> TimeEntry:
    """What the person says of a timer that was stopped: the shorter time stands, or the whole, or
    the work still goes on, and the clock with it since its start.
    """
    watch: ClockWatch | None = getattr(entry, "clock_watch", None)
    if watch is None or watch.swept_at is None or entry.status != EntryStatus.NEEDS_REVIEW:
        raise refuse("", "This entry was settled already. Open it to see what it is now.")
    if keep == SHORT:
        return time_corrections.confirm(entry, by=by, now=now)
    if keep == ON:
        return time_writes.again(lambda: _go_on(entry, by=by, now=now), by=by, reason=GOES_ON)
    if keep != LONG:
        raise Refused({"keep": "Say whether the shorter or the whole time stands."})
    return time_corrections.correct(
        entry, started_at=entry.started_at, ended_at=watch.swept_at, reason=WHOLE, by=by, now=now
    )


def _go_on(entry: TimeEntry, *, by: User, now: dt.datetime) -> TimeEntry:
    """A running timer in the entry's place, from the same start.  Never over other time."""
    zone = entry.patient.practice.timezone
    if now - entry.started_at > time_rules.LONG_TIMER:
        raise refuse("", "That is too long ago for the clock to go on. Enter the true time.")
    other = time_log.overlapping(by, entry.started_at, now, apart_from=entry.pk)
    if other is not None:
        raise refuse("", time_rules.overlaps(other, zone))
    time_corrections.void(entry, reason=GOES_ON, by=by, now=now, once=True)
    running = TimeEntry.objects.create(
        practice=entry.practice,
        patient=entry.patient,
        worker=entry.worker,
        role=entry.role,
        activity=entry.activity,
        started_at=entry.started_at,
        status=EntryStatus.RUNNING,
        origin=entry.origin,
        note=entry.note,
        reason=GOES_ON,
        replaces=entry,
        created_at=now,
        created_by=by,
    )
    ClockWatch.objects.create(entry=running, seen_at=now, worked_at=now, answered_at=now)
    return time_log.fresh(running.pk)
