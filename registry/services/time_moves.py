"""The start of the clock, set right: "started ten minutes ago", pressed now or heard of late."""

from __future__ import annotations

import datetime as dt

from registry import time_words
from registry.errors import Conflict, refuse
from registry.models import TimeCut, TimeEntry, User
from registry.selectors import time_log
from registry.services import time_corrections, time_cuts, time_rules, time_stop, time_writes
from registry.vocabulary import CutChoice, EntryStatus, Origin

#: Why an entry that ended before its start was set right is entered again.
SET_RIGHT = "The start was set right at the clock."


def move_start(
    entry: TimeEntry, *, at: dt.datetime, crop: bool = False, by: User, now: dt.datetime
) -> tuple[TimeEntry, TimeCut | None]:
    """Let a timer have started at `at`.  Other time is never covered unasked.

    Conflict, with the entries in the way, where `at` lies before the end of others; `crop` then
    cuts those at `at`, as the person chose, in one transaction that can be undone.  A browser may
    have kept the wish without network, and the timer have ended since: then its true time is
    entered in its place.  Sent twice, it changes nothing more.
    """
    return time_writes.again(lambda: _move(entry, at, crop=crop, by=by, now=now), by=by)


def _move(
    asked: TimeEntry, at: dt.datetime, *, crop: bool, by: User, now: dt.datetime
) -> tuple[TimeEntry, TimeCut | None]:
    entry = time_log.latest_of(asked)
    before = entry.started_at
    if at == before:
        return entry, None
    _check(entry, at, now)
    others = time_log.all_overlapping(by, at, before) if at < before else []
    if others and not crop:
        zone = entry.patient.practice.timezone
        raise Conflict({"at": time_rules.overlaps(others[0], zone)}, others)
    move = _moved if entry.status == EntryStatus.RUNNING else _entered_again
    return move(entry, at, others, by=by, now=now)


def _moved(
    entry: TimeEntry, at: dt.datetime, others: list[TimeEntry], *, by: User, now: dt.datetime
) -> tuple[TimeEntry, TimeCut | None]:
    cut = time_cuts.cut_for_start(entry, at, others, by=by, now=now) if others else None
    time_stop.write(entry, {"started_at": at, "origin": Origin.TIMER_CORRECTED})
    return entry, cut


def _entered_again(
    entry: TimeEntry, at: dt.datetime, others: list[TimeEntry], *, by: User, now: dt.datetime
) -> tuple[TimeEntry, TimeCut | None]:
    assert entry.ended_at is not None  # it runs no more
    if not others:
        entered = time_corrections.correct(
            entry, started_at=at, ended_at=entry.ended_at, reason=SET_RIGHT, by=by, now=now
        )
        return entered, None
    wanted = time_cuts.Wanted(
        patient=entry.patient,
        worker=entry.worker,
        role=entry.role,
        activity=entry.activity,
        started_at=at,
        ended_at=entry.ended_at,
        note=entry.note,
        reason=SET_RIGHT,
        origin=Origin.TIMER_CORRECTED,
        entry=entry,
    )
    cut = time_cuts.settle(wanted, CutChoice.CUT_THAT, by=by, now=now)
    return time_log.latest_of(entry), cut


def _check(entry: TimeEntry, at: dt.datetime, now: dt.datetime) -> None:
    if entry.status not in (EntryStatus.RUNNING, EntryStatus.CONFIRMED):
        raise refuse("at", "The clock has stopped, and its time does not count as it is. Open the "
                     "entry to enter the true time.")  # fmt: skip
    said = time_words.when(at, entry.patient.practice.timezone)
    if at > now:
        raise refuse("at", f"The start, {said}, lies in the future. Choose an earlier time.")
    if entry.status == EntryStatus.RUNNING and now - at > time_rules.A_DAY:
        raise refuse(
            "at", f"The start, {said}, is more than a day ago. Enter that time by hand instead."
        )
