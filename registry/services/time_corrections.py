"""What may be done to a time entry afterwards: describe, confirm, void, enter again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db import transaction

from registry import calendar
from registry.errors import Conflict, Refused, refuse
from registry.models import ServiceMonth, TimeEntry, User
from registry.selectors import time_log
from registry.services import time_record, time_rules, time_stop, time_writes
from registry.vocabulary import Activity, EntryStatus, Origin

NOTE_LIMIT = 4000


def describe(
    entry: TimeEntry,
    *,
    activity: str | None = None,
    note: str | None = None,
    role: str | None = None,
    base: str | None = None,
    by: User,
    now: dt.datetime,
) -> TimeEntry:
    """Say what an entry's time was spent on; what is None stays.  Until the month is closed.

    The role can be changed only while the timer runs: later it decides what counts.  `base` is
    the note that the writer saw: where another device has changed it since, both texts are kept.
    """
    values = _described(activity, note, role)
    return time_writes.again(lambda: _describe(entry.pk, values, base, now=now), by=by)


def _described(activity: str | None, note: str | None, role: str | None) -> dict[str, object]:
    if activity is not None and activity not in Activity.values:
        raise refuse("activity", "Choose what the time was spent on.")
    if note is not None and len(note) > NOTE_LIMIT:
        raise refuse("note", f"The note has {len(note)} characters; shorten it to {NOTE_LIMIT}.")
    given = {"activity": activity, "note": note, "role": role}
    return {name: value for name, value in given.items() if value is not None}


def _both(theirs: str, mine: str, base: str | None) -> str:
    """The note to keep: mine, unless somebody wrote in the meantime what mine does not hold."""
    if base is None or theirs in (base, mine) or theirs in mine:
        return mine
    if mine in theirs:
        return theirs
    both = f"{theirs}\n{mine}"
    if len(both) > NOTE_LIMIT:
        raise refuse("note", "The note was changed on another device, and both are too long.")
    return both


def _describe(
    entry_id: int, values: dict[str, object], base: str | None, *, now: dt.datetime
) -> TimeEntry:
    entry = time_log.fresh(entry_id)
    if "note" in values:
        values = values | {"note": _both(entry.note, str(values["note"]), base)}
    values = {name: value for name, value in values.items() if getattr(entry, name) != value}
    if entry.status == EntryStatus.VOIDED and values:
        raise refuse("", "This entry is void. What it says stays as it is.")
    if not values:
        return entry
    if entry.status == EntryStatus.RUNNING:
        _check_running_role(entry, values)
        time_stop.write(entry, values)
        return entry
    if "role" in values:
        raise refuse("role", "The role of time that is over cannot change. Void it, enter it anew.")
    months = _months(entry)
    _check_open(entry, months)
    time_stop.write(entry, values)
    if "activity" in values:
        time_writes.rewrite_months(months, now=now)
    return entry


def _check_running_role(entry: TimeEntry, values: dict[str, object]) -> None:
    if "role" in values:
        problem = time_rules.role_problem(entry.worker, entry.patient, str(values["role"]))
        if problem:
            raise Refused(problem)


def _months(entry: TimeEntry) -> list[ServiceMonth]:
    end = entry.ended_at or entry.started_at
    return time_writes.lock_months([(entry.patient, entry.started_at, end)])


def _check_open(entry: TimeEntry, months: Iterable[ServiceMonth]) -> None:
    """Confirmed time in a closed month is what was claimed; the database refuses it as well."""
    problem = time_rules.closed_problem(months) if entry.status == EntryStatus.CONFIRMED else {}
    if problem:
        raise refuse("", problem["started_at"])


def confirm(entry: TimeEntry, *, by: User, now: dt.datetime) -> TimeEntry:
    """Let an entry that needed review count, if it can stand.  Refused with what is in the way."""
    return time_writes.again(lambda: _confirm(entry.pk, by=by, now=now), by=by)


def _confirm(entry_id: int, *, by: User, now: dt.datetime) -> TimeEntry:
    entry = time_log.fresh(entry_id)
    if entry.status == EntryStatus.CONFIRMED:
        return entry
    if entry.status != EntryStatus.NEEDS_REVIEW:
        raise refuse("", "Only an entry that needs review can be confirmed.")
    months = _months(entry)
    problems = time_rules.problems(_stretch(entry, now), months)
    if problems:
        raise Refused(problems)
    confirmed = {"status": EntryStatus.CONFIRMED, "confirmed_at": now, "confirmed_by": by}
    time_stop.write(entry, confirmed)
    time_writes.rewrite_months(months, now=now)
    return entry


def standing_in_the_way(entry: TimeEntry, *, now: dt.datetime) -> dict[str, str]:
    """What would refuse a confirmation now, by field; empty where one press confirms.

    For the page that offers it, so that it offers what works.  Nothing is locked or written.
    """
    if entry.status != EntryStatus.NEEDS_REVIEW or entry.ended_at is None:
        return {}
    zone = entry.patient.practice.timezone
    touched = calendar.months_touched(entry.started_at, entry.ended_at, zone)
    months = ServiceMonth.objects.filter(patient=entry.patient_id, month__in=touched)
    return time_rules.problems(_stretch(entry, now), months)


def _stretch(entry: TimeEntry, now: dt.datetime) -> time_rules.Stretch:
    return time_rules.Stretch(
        patient=entry.patient,
        worker=entry.worker,
        role=entry.role,
        activity=entry.activity,
        start=entry.started_at,
        end=entry.ended_at or now,
        now=now,
        apart_from=entry.pk,
    )


def void(
    entry: TimeEntry, *, reason: str, by: User, now: dt.datetime, once: bool = False
) -> TimeEntry:
    """Take an entry out of the log, with the reason; it stays readable.  A timer ends with it.

    `once`: a Conflict where it is void already, for who enters something in its place.
    """
    said = reason.strip()
    if not said:
        raise refuse("reason", "Say why this entry is void.")
    if problem := time_rules.too_long(said):
        raise Refused(problem)
    return time_writes.again(
        lambda: _void(entry.pk, said, by=by, now=now, once=once), by=by, reason=said
    )


def _void(entry_id: int, reason: str, *, by: User, now: dt.datetime, once: bool) -> TimeEntry:
    entry = time_log.fresh(entry_id)
    if entry.status == EntryStatus.VOIDED:
        if once:
            raise Conflict({"": "This entry is void already. Open the one that replaced it."})
        return entry
    months = _months(entry)
    _check_open(entry, months)
    values = time_stop.voided(reason, by=by, now=now)
    if entry.ended_at is None:
        values |= {"ended_at": max(now, entry.started_at), "ended_entry_at": now}
    time_stop.write(entry, values)
    time_writes.rewrite_months(months, now=now)
    return entry


def correct(
    entry: TimeEntry,
    *,
    started_at: dt.datetime,
    ended_at: dt.datetime,
    reason: str,
    role: str | None = None,
    activity: str | None = None,
    note: str | None = None,
    by: User,
    now: dt.datetime,
    outside_care_is_meant: bool = True,
) -> TimeEntry:
    """Enter an entry's true time in its place: the old one is void, the new one replaces it.

    All or nothing: where the new time is refused, the old entry stands as it was.
    """
    timed = entry.origin in (Origin.TIMER, Origin.TIMER_CORRECTED)
    with transaction.atomic():
        void(entry, reason=reason, by=by, now=now, once=True)
        return time_record.record(
            patient=entry.patient,
            worker=entry.worker,
            role=entry.role if role is None else role,
            activity=entry.activity if activity is None else activity,
            started_at=started_at,
            ended_at=ended_at,
            note=entry.note if note is None else note,
            reason=reason,
            origin=Origin.TIMER_CORRECTED if timed else Origin.BY_HAND,
            by=by,
            now=now,
            case_review=entry.case_review,
            replaces=entry,
            outside_care_is_meant=outside_care_is_meant,
        )
