"""The end of a timer.  It is always written: as confirmed, as needs review, or as void."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import partial
from uuid import UUID

from registry import kept_sql, time_words
from registry.errors import refuse
from registry.models import ServiceMonth, TimeEntry, User
from registry.selectors import time_log
from registry.services import time_ending, time_rules, time_writes
from registry.vocabulary import Activity, EntryStatus, Origin, Role

NO_TIME = "Stopped at the instant it started: no time passed."
REVIEW_LIMIT = 300
#: What must stand in the table as it was read.
GUARD = ("status", "started_at", "ended_at")
#: The running timer, and what was sent under the browser's id.
Seen = tuple[TimeEntry | None, TimeEntry | None]


def stop(
    *,
    worker: User,
    by: User,
    now: dt.datetime,
    activity: str | None = None,
    note: str | None = None,
    at: dt.datetime | None = None,
    entry_id: int | None = None,
    client_id: UUID | None = None,
    late: bool = False,
    seen: Seen | None = None,
) -> TimeEntry:
    """Stop the worker's timer at `at` (now), whatever state the chart is in.

    With `entry_id` or `client_id` it stops that one only: where it has ended already, it is
    answered as it is, so a stop may be sent twice.  Refused only where there is nothing that could
    be stopped.
    `late`: it was pressed at `at`, and a browser without network has kept it since.
    `seen` is what `time_log.at_the_clock` has just found: not asked again, unless that was outrun.
    """
    end = min(at, now) if at else now
    looks = [seen] if seen is not None else []

    def work(*, at_once: bool = False) -> TimeEntry:
        running, sent = looks.pop() if looks else time_log.at_the_clock(worker, end, client_id)
        if client_id is not None and (sent is None or sent != running):
            return _sent_before(sent, worker)
        if entry_id is not None and (running is None or running.pk != entry_id):
            return _ended_before(worker, entry_id)
        if running is None:
            raise refuse("", "No timer is running, so there is nothing to stop.")
        known = activity if activity in Activity.values else None
        return finish(
            running, end=end, by=by, now=now, activity=known, note=note, measured=late,
            at_once=at_once,
        )  # fmt: skip

    return time_writes.again(work, by=by, first=partial(work, at_once=True))


def _sent_before(entry: TimeEntry | None, worker: User) -> TimeEntry:
    if entry is None:
        raise refuse("client_id", "This timer has not arrived here.")
    return time_writes.sent_before(entry, worker)


def _ended_before(worker: User, entry_id: int) -> TimeEntry:
    try:
        return time_log.own(worker, entry_id)
    except TimeEntry.DoesNotExist:
        raise refuse("entry", "This timer is not yours, or is not there any more.") from None


def finish(
    entry: TimeEntry,
    *,
    end: dt.datetime,
    by: User,
    now: dt.datetime,
    activity: str | None = None,
    note: str | None = None,
    measured: bool = False,
    doubt: str = "",
    at_once: bool = False,
) -> TimeEntry:
    """End a running timer that `time_log.at_the_clock` has read.

    `measured`: the end is an instant that a machine saw, not one that somebody remembered.
    A `doubt` keeps the time from counting until somebody has looked.  The entry then carries
    `touched`: its months' rows, as just written.  `at_once`: by one statement (`time_ending`), else
    Outrun; otherwise step by step, within a transaction, with the months locked.
    """
    end = max(end, entry.started_at)
    months = _months(entry, end, at_once=at_once)
    doubts = [doubt] if doubt else []
    values = _outcome(entry, end, doubts + _doubts(entry, end, months), by=by, now=now)
    values |= {"ended_at": end, "ended_entry_at": now}
    values |= {"activity": activity} if activity is not None else {}
    values |= {"note": note} if note is not None else {}
    if end < now and entry.origin == Origin.TIMER and not measured:
        values["origin"] = Origin.TIMER_CORRECTED
    if at_once:
        if not time_ending.write(entry, values, *months, guard=GUARD, now=now):
            raise time_writes.Outrun
    else:
        write(entry, values)
        time_writes.rewrite_months(months, now=now)
    entry.touched = months  # type: ignore[attr-defined]
    return entry


def _months(entry: TimeEntry, end: dt.datetime, *, at_once: bool) -> list[ServiceMonth]:
    if not at_once:
        return time_writes.lock_months([(entry.patient, entry.started_at, end)])
    seen = time_ending.month(entry, end)
    if seen is None:
        raise time_writes.Outrun
    return [seen]


def write(entry: TimeEntry, values: dict[str, object]) -> None:
    """Change the row if it still is what was read; else the whole work is done again."""
    if not kept_sql.change(entry, values, guard=GUARD):
        raise time_writes.Outrun


def _outcome(
    entry: TimeEntry,
    end: dt.datetime,
    doubts: Iterable[str],
    *,
    by: User,
    now: dt.datetime,
) -> dict[str, object]:
    if end == entry.started_at:
        return voided(NO_TIME, by=by, now=now)
    if said := " ".join(doubts):
        return {"status": EntryStatus.NEEDS_REVIEW, "review_reason": fitting(said)}
    return {"status": EntryStatus.CONFIRMED, "confirmed_at": now, "confirmed_by": by}


def voided(reason: str, *, by: User, now: dt.datetime) -> dict[str, object]:
    return {
        "status": EntryStatus.VOIDED,
        "voided_at": now,
        "voided_by": by,
        "void_reason": reason,
    }


def _doubts(entry: TimeEntry, end: dt.datetime, months: Iterable[ServiceMonth]) -> list[str]:
    """Why the time cannot stand as confirmed, each a sentence."""
    zone = entry.patient.practice.timezone
    found = []
    if end - entry.started_at > time_rules.LONG_TIMER:
        lasted = time_words.lasted(entry.started_at, end)
        found.append(f"The timer ran for {lasted}: was it forgotten?")
    if entry.in_the_way is not None:  # type: ignore[attr-defined]
        other = time_log.fresh(entry.in_the_way)  # type: ignore[attr-defined]
        found.append(f"It overlaps another entry: {time_words.entry(other, zone)}.")
    closed = [time_words.month(row.month) for row in months if row.is_closed]
    if closed:
        found.append(f"{' and '.join(closed)} was closed before the timer stopped.")
    held = time_rules.worker_roles(Role(role) for role in entry.held_roles)  # type: ignore[attr-defined]
    if entry.role not in held:
        found.append("The person no longer has the role in which the timer was started.")
    return found


def fitting(text: str) -> str:
    return text if len(text) <= REVIEW_LIMIT else f"{text[: REVIEW_LIMIT - 1]}…"
