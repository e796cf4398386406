"""A clock that stopped, or was switched by mistake, goes on from its start as if it had not."""

from __future__ import annotations

import datetime as dt

from registry.errors import refuse
from registry.models import ClockWatch, TimeEntry, User
from registry.selectors import time_log
from registry.services import time_corrections, time_cuts, time_rules, time_writes
from registry.vocabulary import EntryStatus

TAKEN_BACK = "The start was taken back."


def go_on(
    entry: TimeEntry,
    *,
    reason: str,
    at: dt.datetime,
    note: str | None = None,
    by: User,
    now: dt.datetime,
) -> TimeEntry:
    """A running timer in the entry's place, from the same start; `at` is the last sign of work.

    Inside `time_writes.again`.  Never over other time.
    """
    if now - entry.started_at > time_rules.LONG_TIMER:
        raise refuse("", "That is too long ago for the clock to go on. Enter the true time.")
    other = time_log.overlapping(by, entry.started_at, now, apart_from=entry.pk)
    if other is not None:
        raise refuse("", time_rules.overlaps(other, entry.patient.practice.timezone))
    time_corrections.void(entry, reason=reason, by=by, now=now, once=True)
    running = TimeEntry.objects.create(
        practice=entry.practice,
        patient=entry.patient,
        worker=entry.worker,
        role=entry.role,
        activity=entry.activity,
        started_at=entry.started_at,
        status=EntryStatus.RUNNING,
        origin=entry.origin,
        note=entry.note if note is None else note,
        reason=reason,
        replaces=entry,
        phase_of_id=entry.phase_of_id,
        created_at=now,
        created_by=by,
    )
    ClockWatch.objects.create(entry=running, seen_at=now, worked_at=at, answered_at=at)
    return time_log.fresh(running.pk)


def take_back(entry: TimeEntry, *, by: User, now: dt.datetime) -> TimeEntry | None:
    """Undo a start: its timer is void, and the one that it stopped goes on from its own start.

    Answers the timer that runs then, or None.  Done twice it is done once.
    """
    return time_writes.again(lambda: _take_back(entry.pk, by=by, now=now), by=by, reason=TAKEN_BACK)


def _take_back(entry_id: int, *, by: User, now: dt.datetime) -> TimeEntry | None:
    entry = time_log.fresh(entry_id)
    if entry.status == EntryStatus.VOIDED:
        return time_log.running(by)
    if entry.status != EntryStatus.RUNNING:
        raise refuse("", "The clock has gone on since. Open the entries to correct their times.")
    if now - entry.started_at > time_cuts.UNDO_FOR:
        raise refuse("", "This can no longer be taken back with one press. Correct the entries.")
    before = time_log.ended_at(by, entry.started_at)
    time_corrections.void(entry, reason=TAKEN_BACK, by=by, now=now, once=True)
    if before is None:
        return None
    note = "\n".join(text for text in (before.note, entry.note) if text)
    return go_on(before, reason=TAKEN_BACK, at=now, note=note, by=by, now=now)
