"""The start of a running timer, set right: "started ten minutes ago"."""

from __future__ import annotations

import datetime as dt

from registry import time_words
from registry.errors import Conflict, refuse
from registry.models import TimeCut, TimeEntry, User
from registry.selectors import time_log
from registry.services import time_cuts, time_rules, time_stop, time_writes
from registry.vocabulary import EntryStatus, Origin


def move_start(
    entry: TimeEntry, *, at: dt.datetime, crop: bool = False, by: User, now: dt.datetime
) -> tuple[TimeEntry, TimeCut | None]:
    """Let a running timer have started at `at`.  Other time is never covered unasked.

    Conflict, with the entries in the way, where `at` lies before the end of others; `crop` then
    cuts those at `at`, as the person chose, in one transaction that can be undone.
    """
    return time_writes.again(lambda: _move(entry.pk, at, crop=crop, by=by, now=now), by=by)


def _move(
    entry_id: int, at: dt.datetime, *, crop: bool, by: User, now: dt.datetime
) -> tuple[TimeEntry, TimeCut | None]:
    entry = time_log.fresh(entry_id)
    before = entry.started_at
    if entry.status != EntryStatus.RUNNING:
        raise refuse("at", "The clock has stopped. Open the entry to correct its time.")
    _check(entry, at, now)
    others = time_log.all_overlapping(by, at, before) if at < before else []
    if others and not crop:
        zone = entry.patient.practice.timezone
        raise Conflict({"at": time_rules.overlaps(others[0], zone)}, others)
    cut = None
    if others:
        cut = time_cuts.cut_for_start(entry, at, others, by=by, now=now)
    time_stop.write(entry, {"started_at": at, "origin": Origin.TIMER_CORRECTED})
    return entry, cut


def _check(entry: TimeEntry, at: dt.datetime, now: dt.datetime) -> None:
    said = time_words.when(at, entry.patient.practice.timezone)
    if at > now:
        raise refuse("at", f"The start, {said}, lies in the future. Choose an earlier time.")
    if now - at > time_rules.A_DAY:
        raise refuse(
            "at", f"The start, {said}, is more than a day ago. Enter that time by hand instead."
        )
