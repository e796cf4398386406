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
from registry.services import time_corrections, time_resumed, time_stop, time_writes
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
    at `worked_at`; `answered`: said then, or just now, that the work goes on.  False where it runs
    no more.
    """
    said_at = worked_at or now
    given: dict[str, int | dt.datetime | None] = {
        "entry": entry_id,
        "worker": by.pk,
        "now": now,
        "worked": said_at if answered else worked_at,
        "answered": said_at if answered else None,
    }
    with connection.cursor() as cursor:
        cursor.execute(_SIGN, given)
        return cursor.rowcount > 0


def answer(entry: TimeEntry, *, at: dt.datetime, by: User, now: dt.datetime) -> None:
    """The person said at `at` that the work goes on; a browser may have kept that since.

    A timer that was stopped meanwhile, because no answer came through a dead line, goes on from
    its start.  Where other time is in the way by now it stays as it is, and waits for the person.
    """
    at, entry = min(at, now), time_log.latest_of(entry)
    if sign(entry.pk, worked_at=at, answered=True, by=by, now=now):
        return
    watch: ClockWatch | None = getattr(entry, "clock_watch", None)
    was_swept = entry.status == EntryStatus.NEEDS_REVIEW and watch and watch.swept_at
    if not was_swept or entry.ended_at is None or not entry.ended_at < at <= watch.swept_at:  # type: ignore[union-attr, operator]
        return
    try:
        time_writes.again(
            lambda: time_resumed.go_on(entry, reason=GOES_ON, at=at, by=by, now=now),
            by=by, reason=GOES_ON,
        )  # fmt: skip
    except Refused as refused:
        logger.info("The timer %s cannot go on: %s", entry.pk, refused)


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
    the work still goes on, and the clock with it since its start.  Said twice, the first counts.
    """
    watch: ClockWatch | None = getattr(entry, "clock_watch", None)
    if watch is None or watch.swept_at is None:
        raise refuse("", "This entry was not stopped by itself. Open it to see what it is.")
    if entry.status != EntryStatus.NEEDS_REVIEW:
        return time_log.latest_of(entry)
    if keep == SHORT:
        return time_corrections.confirm(entry, by=by, now=now)
    if keep == ON:
        return time_writes.again(
            lambda: time_resumed.go_on(entry, reason=GOES_ON, at=now, by=by, now=now),
            by=by, reason=GOES_ON,
        )  # fmt: skip
    if keep != LONG:
        raise Refused({"keep": "Say whether the shorter or the whole time stands."})
    return time_corrections.correct(
        entry, started_at=entry.started_at, ended_at=watch.swept_at, reason=WHOLE, by=by, now=now
    )
