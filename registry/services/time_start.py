"""Starting a timer, and with it switching from the one that runs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from contextlib import nullcontext
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from registry import clock_limits, kept_sql, time_words
from registry.errors import Refused, refuse
from registry.models import Patient, TimeEntry, User
from registry.selectors import practices, time_log
from registry.services import time_rules, time_stop, time_writes
from registry.vocabulary import Activity, EntryStatus, Origin, Role

#: Said of an entry that a browser kept while it had no network.
KEPT = "Kept in the browser without network, sent later."


@dataclass(frozen=True, kw_only=True)
class Start:
    """A start as it was asked for.  `late`: pressed at `at`, and kept by a browser since.

    `held` are the worker's roles in the patient's practice, where they have just been read;
    `is_free` says that the worker was seen without a timer then.
    `is_phase`: it goes on with work on the same patient, under another kind or after a pause;
    `after` is the entry that it goes on from, where that is known.
    """

    patient: Patient
    worker: User
    role: str | None
    activity: str
    by: User
    now: dt.datetime
    at: dt.datetime
    client_id: UUID | None
    late: bool = False
    held: Iterable[str] | None = None
    is_free: bool = False
    is_phase: bool = False
    after: TimeEntry | None = None


def start(
    *,
    patient: Patient,
    worker: User,
    role: str | None = None,
    activity: str = Activity.PATIENT_CONTACT,
    by: User,
    now: dt.datetime,
    at: dt.datetime | None = None,
    client_id: UUID | None = None,
    held: Iterable[str] | None = None,
    is_free: bool = False,
    is_phase: bool = False,
    after: TimeEntry | None = None,
) -> TimeEntry:
    """Start the worker's timer on a patient, at `at` (now); a running one stops at that instant.

    Starting where it already runs, or sending the same `client_id` again, changes nothing and
    answers the entry that is there.  `at` reaches back a day at most, and over no other entry.
    `held` are the worker's roles in the patient's practice, and `is_free` says that no timer of
    the worker's ran, where the caller has just read that.
    `is_phase`: where it runs on this patient under another activity, that phase ends and the next
    begins at this instant; where nothing runs, work goes on after a pause.  `after` is the entry
    before, and gives the role unless one is named.
    The entry carries `stopped`: the timer that this one has ended, or None.
    """
    asked = Start(
        patient=patient,
        worker=worker,
        role=role,
        activity=activity,
        by=by,
        now=now,
        at=min(at, now) if at and at <= now + time_rules.CLOCK_SLACK else at or now,
        client_id=client_id,
        held=held,
        is_free=is_free,
        is_phase=is_phase,
        after=after,
    )
    return time_writes.again(lambda: begin(asked), by=by, in_one=False)


def begin(asked: Start) -> TimeEntry:
    """The start itself, inside `time_writes.again`.

    Where no timer was seen it is written without looking again: it comes to nothing where the
    table has one, or an entry of the same `client_id`, and only then is looked what that is.
    """
    if asked.is_free and asked.at == asked.now:
        entry = _row(asked, _role(asked, None))
        if kept_sql.insert(entry):
            return entry
    return go_on(asked, *time_log.at_the_clock(asked.worker, asked.at, asked.client_id))


def go_on(asked: Start, running: TimeEntry | None, sent: TimeEntry | None) -> TimeEntry:
    """The start, on what `time_log.at_the_clock` has found."""
    if sent is not None:
        return time_writes.sent_before(sent, asked.worker)
    if running is not None and _goes_on(running, asked):
        return running
    role = _role(asked, running)
    _check_start(asked, running)
    entry = _row(asked, role, stopped=running)
    with transaction.atomic(savepoint=False) if running else nullcontext():
        if running is not None:
            time_stop.finish(running, end=asked.at, by=asked.by, now=asked.now, measured=asked.late)
        if not kept_sql.insert(entry):
            raise time_writes.Outrun
    return entry


def _row(asked: Start, role: str, stopped: TimeEntry | None = None) -> TimeEntry:
    """The new timer, not yet written."""
    entry = TimeEntry(
        practice=asked.patient.practice,
        patient=asked.patient,
        worker=asked.worker,
        role=role,
        activity=asked.activity,
        started_at=asked.at,
        status=EntryStatus.RUNNING,
        origin=Origin.TIMER if asked.late or asked.at == asked.now else Origin.TIMER_CORRECTED,
        reason=KEPT if asked.late else "",
        client_id=asked.client_id,
        phase_of_id=first_phase(asked, stopped),
        created_at=asked.now,
        created_by=asked.by,
    )
    entry.stopped = stopped  # type: ignore[attr-defined]
    return entry


def _goes_on(running: TimeEntry, asked: Start) -> bool:
    """Whether the timer is what was asked for already."""
    same = not asked.is_phase or running.activity == asked.activity
    return running.patient_id == asked.patient.pk and same


def first_phase(asked: Start, stopped: TimeEntry | None = None) -> int | None:
    """The first phase of the work that this start goes on with; None where it begins anew."""
    before = _before(asked, stopped)
    return (before.phase_of_id or before.pk) if before is not None else None


def _before(asked: Start, stopped: TimeEntry | None) -> TimeEntry | None:
    """The phase before: the timer that it ends, or an entry that has ended not long ago."""
    if not asked.is_phase:
        return None
    if stopped is not None and stopped.patient_id == asked.patient.pk:
        return stopped
    after = asked.after
    if after is None or after.patient_id != asked.patient.pk or after.worker_id != asked.worker.pk:
        return None
    is_recent = after.ended_at is None or asked.at - after.ended_at <= clock_limits.RESUMES_FOR
    return after if is_recent else None


def _role(asked: Start, running: TimeEntry | None) -> str:
    """The role that was asked for, or the first that the worker holds there."""
    practice = asked.patient.practice
    if asked.held is not None:
        roles = frozenset(Role(role) for role in asked.held)
    elif running is not None and running.practice_id == practice.pk:
        roles = frozenset(Role(role) for role in running.held_roles)  # type: ignore[attr-defined]
    else:
        roles = practices.roles(asked.worker, practice)
    held = time_rules.worker_roles(roles)
    before = _before(asked, running)
    same = [before.role] if before is not None and before.role in held else []
    wanted = asked.role or next(iter([*same, *held]), "")
    if wanted not in held:
        raise Refused(time_rules.not_held(asked.worker, practice, held))
    return wanted


def _check_start(asked: Start, running: TimeEntry | None) -> None:
    if asked.activity not in Activity.values:
        raise refuse("activity", "Choose what the time is spent on.")
    if asked.late or asked.at == asked.now:
        return  # what overlaps is found at the stop, and kept for review
    zone = asked.patient.practice.timezone
    said = time_words.when(asked.at, zone)
    if asked.at > asked.now:
        raise refuse("at", f"The start, {said}, lies in the future. Start the timer now.")
    if asked.now - asked.at > time_rules.A_DAY:
        raise refuse(
            "at", f"The start, {said}, is more than a day ago. Enter that time by hand instead."
        )
    if running is not None and running.started_at > asked.at:
        entry = time_words.entry(running, zone)
        raise refuse("at", f"Your timer began later than that: {entry}. Choose a later start.")
    _check_reach(asked, running)


def _check_reach(asked: Start, running: TimeEntry | None) -> None:
    apart_from = running.pk if running else None
    other = time_log.overlapping(asked.worker, asked.at, asked.now, apart_from=apart_from)
    if other is not None:
        raise refuse("at", time_rules.overlaps(other, asked.patient.practice.timezone))
