"""What a browser kept while it had no network, written down with the instants it had then.

The person pressed at `at`; the server hears of it later.  Sent twice it is one entry.  Nothing
is refused that happened: what cannot stand as confirmed time is kept as *needs review*.
"""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from registry import time_words
from registry.errors import Conflict, Refused, refuse
from registry.models import Patient, TimeEntry, User
from registry.selectors import practices, time_log
from registry.services import (
    time_corrections,
    time_record,
    time_rules,
    time_start,
    time_stop,
    time_writes,
)
from registry.vocabulary import Activity, EntryStatus, Origin

#: What arrives later than this is looked at before it counts.
LATEST = dt.timedelta(hours=72)
AHEAD = "The browser's clock was ahead of the server's; the length is as measured there."
KEPT = time_start.KEPT


def start(
    *,
    patient: Patient,
    worker: User,
    role: str | None,
    activity: str,
    by: User,
    now: dt.datetime,
    at: dt.datetime,
    client_id: UUID,
    is_phase: bool = False,
    after: TimeEntry | None = None,
) -> TimeEntry:
    """A start that was pressed at `at`.  It runs, unless the person has begun something since on
    another device: then it ended there, as a switch ends it.
    """
    at = min(at, now)
    asked = time_start.Start(
        patient=patient,
        worker=worker,
        role=role,
        activity=activity,
        by=by,
        now=now,
        at=at,
        client_id=client_id,
        late=True,
        is_phase=is_phase,
        after=after,
    )

    def work() -> TimeEntry:
        running, sent, since = time_log.at_the_clock_since(worker, at, now, client_id)
        if sent is not None or since is None:
            return time_start.go_on(asked, running, sent)
        return _written(asked, ended_at=since.started_at, note="", doubts=[])

    return time_writes.again(work, by=by, reason=KEPT)


def stretch(
    *,
    patient: Patient,
    worker: User,
    role: str | None,
    activity: str,
    started_at: dt.datetime,
    ended_at: dt.datetime,
    note: str = "",
    by: User,
    now: dt.datetime,
    client_id: UUID,
    is_phase: bool = False,
    after: TimeEntry | None = None,
) -> TimeEntry | None:
    """A timer that ran from start to stop without network.  None where no second passed.

    A browser whose clock is ahead keeps the length: the stretch is moved to where it ends now.
    """
    doubts = []
    if ended_at > now + time_rules.CLOCK_SLACK:
        doubts.append(AHEAD)
    if ended_at > now:
        started_at, ended_at = now - (ended_at - started_at), now
    asked = time_start.Start(
        patient=patient,
        worker=worker,
        role=role,
        activity=activity,
        by=by,
        now=now,
        at=started_at,
        client_id=client_id,
        late=True,
        is_phase=is_phase,
        after=after,
    )

    def work() -> TimeEntry | None:
        sent = time_log.by_client_id(client_id)
        if sent is not None:
            sent = time_writes.sent_before(sent, worker)
            return stop(sent, at=ended_at, activity=activity, note=note or None, by=by, now=now)
        if ended_at <= started_at:
            return None
        _switch(worker, started_at, by=by, now=now)
        return _written(asked, ended_at=ended_at, note=note, doubts=doubts)

    return time_writes.again(work, by=by, reason=KEPT)


def stop(
    entry: TimeEntry,
    *,
    at: dt.datetime,
    activity: str | None = None,
    note: str | None = None,
    base: str | None = None,
    by: User,
    now: dt.datetime,
) -> TimeEntry:
    """A stop that was pressed at `at`, of an entry that may have ended since.

    Where the sweep stopped it because no sign came through, the person's own stop is the truth:
    the time is entered again up to it.  Where the person ended it elsewhere, it stands.
    """
    at, entry = min(at, now), time_log.latest_of(entry)
    if note is not None or activity is not None:
        entry = _described(entry, activity, note, base, by=by, now=now)
    if entry.status == EntryStatus.RUNNING:
        return time_stop.stop(worker=by, by=by, now=now, at=at, entry_id=entry.pk, late=True)
    watch = getattr(entry, "clock_watch", None)
    was_swept = entry.status == EntryStatus.NEEDS_REVIEW and watch and watch.swept_at
    if not was_swept or entry.ended_at is None or at <= entry.ended_at:
        return entry
    try:
        return time_corrections.correct(
            entry, started_at=entry.started_at, ended_at=at, reason=KEPT, by=by, now=now
        )
    except Conflict:
        return time_log.latest_of(entry)
    except Refused as refused:
        return _reentered(entry, at, str(refused), by=by, now=now)


def _described(
    entry: TimeEntry,
    activity: str | None,
    note: str | None,
    base: str | None,
    *,
    by: User,
    now: dt.datetime,
) -> TimeEntry:
    """What the time was spent on, if it may still be said; a stop never fails over it."""
    known = activity if activity in Activity.values else None
    try:
        return time_corrections.describe(
            entry, activity=known, note=note, base=base, by=by, now=now
        )
    except Refused:
        return entry


def _reentered(
    entry: TimeEntry, at: dt.datetime, why: str, *, by: User, now: dt.datetime
) -> TimeEntry:
    time_corrections.void(entry, reason=KEPT, by=by, now=now, once=True)
    return time_record.record(
        patient=entry.patient,
        worker=entry.worker,
        role=entry.role,
        activity=entry.activity,
        started_at=entry.started_at,
        ended_at=at,
        note=entry.note,
        reason=KEPT,
        origin=Origin.TIMER_CORRECTED,
        by=by,
        now=now,
        status=EntryStatus.NEEDS_REVIEW,
        review_reason=time_stop.fitting(why),
        replaces=entry,
    )


def _switch(worker: User, at: dt.datetime, *, by: User, now: dt.datetime) -> None:
    """Starting one stops the other, without network too."""
    running, _ = time_log.at_the_clock(worker, at)
    if running is not None and running.started_at <= at:
        time_stop.finish(running, end=at, by=by, now=now, measured=True)


def _written(
    asked: time_start.Start, *, ended_at: dt.datetime, note: str, doubts: list[str]
) -> TimeEntry:
    """The stretch as confirmed time if it can stand, else for review."""
    held = time_rules.worker_roles(practices.roles(asked.worker, asked.patient.practice))
    same = [asked.after.role] if asked.after and asked.after.role in held else []
    fields = {
        "patient": asked.patient,
        "worker": asked.worker,
        "role": asked.role or next(iter([*same, *held]), ""),
        "activity": asked.activity,
        "started_at": asked.at,
        "ended_at": ended_at,
        "note": note,
        "reason": KEPT,
        "origin": Origin.TIMER,
        "by": asked.by,
        "now": asked.now,
        "client_id": asked.client_id,
        "phase_of": time_start.first_phase(asked),
    }
    if not fields["role"]:
        raise refuse("role", "You have no role here in which time is logged: ask the supervisor.")
    doubts = doubts + _doubts(asked, ended_at)
    try:
        if not doubts:
            return time_record.record(**fields)  # type: ignore[arg-type]
    except Refused as refused:
        doubts = list(refused.problems.values())
    return time_record.record(
        **fields,  # type: ignore[arg-type]
        status=EntryStatus.NEEDS_REVIEW,
        review_reason=time_stop.fitting(" ".join(doubts)),
    )


def _doubts(asked: time_start.Start, ended_at: dt.datetime) -> list[str]:
    found = []
    if ended_at - asked.at > time_rules.LONG_TIMER:
        lasted = time_words.lasted(asked.at, ended_at)
        found.append(f"The timer ran for {lasted}: was it forgotten?")
    if asked.now - ended_at > LATEST:
        since = time_words.lasted(ended_at, asked.now)
        found.append(f"The browser sent it only {since} after it ended.")
    return found
