"""What a person's clock shows: the running timer, its patient's month, what was just recorded.

Every answer is plain data, the same for the page that is drawn and for the script that asks.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any, NotRequired, TypedDict, cast

from registry import calendar, clock_limits
from registry.models import ClockWatch, Patient, ServiceMonth, TimeEntry, User
from registry.selectors import clock_rows, phases
from registry.standing import Standing, Threshold
from registry.vocabulary import Origin

NO_CARE = "The patient is not enrolled in care management: these minutes will not count."
NO_CONSENT = "No consent is in force: minutes count only from the time that consent is given."
#: For so long the clock itself asks about a timer that it stopped; after that the lists do.
SWEPT_FOR = dt.timedelta(days=14)
#: Time that may be gone on with began so long ago at most: it lasted a day, and then ended.
LATELY = clock_limits.RESUMES_FOR + dt.timedelta(days=1)
CLOSED = "This month is closed for the patient: what you log will wait for review."


class Mark(TypedDict):
    """A mark of the minutes bar, named by the code that it is of.

    `kind` is `pays`: from `minutes` counted on the payer pays the code; or `whole`: the code's
    whole time, where the payer pays from fewer.
    """

    minutes: int
    label: str
    kind: str


class Month(TypedDict):
    """A patient's month as the bar shows it.  Seconds; running time is not among them."""

    month: str
    starts_at: dt.datetime
    counted_seconds: int
    worked_seconds: int
    marks: list[Mark]


class Person(TypedDict):
    """A patient as far as a clock names one."""

    id: int
    name: str
    record_number: str


class Entry(TypedDict):
    """A time entry as the bar shows it.  `before_seconds` are those of its work's other phases."""

    id: int
    client_id: str | None
    practice: str
    practice_name: str
    patient: Person
    role: str
    activity: str
    note: str
    status: str
    review_reason: str
    started_at: dt.datetime
    ended_at: dt.datetime | None
    seconds: int | None
    before_seconds: int


class Watch(TypedDict):
    """When the running timer asks "still working?", and when it is stopped without an answer."""

    prompt_at: dt.datetime
    stops_at: dt.datetime
    is_call: bool


class Swept(TypedDict):
    """A timer that was stopped by itself and waits for its worker's word, with its whole end."""

    entry: Entry
    ran_until: dt.datetime
    whole_seconds: int


class State(TypedDict):
    """`cautions` are sentences on why running minutes may not count.

    `swept`, and `resume`, which may be gone on with where no timer runs, are there where the whole
    clock was read; an answer to one act leaves them out.
    """

    now: dt.datetime
    running: Entry | None
    month: Month | None
    stopped: Entry | None
    stopped_month: Month | None
    cautions: list[str]
    watch: Watch | None
    swept: NotRequired[Swept | None]
    resume: NotRequired[Entry | None]


def state(
    *,
    now: dt.datetime,
    running: TimeEntry | None = None,
    month: Month | None = None,
    stopped: TimeEntry | None = None,
    stopped_month: Month | None = None,
    cautions: Iterable[str] = (),
) -> State:
    return {
        "now": now,
        "running": entry(running) if running else None,
        "month": month,
        "stopped": entry(stopped) if stopped else None,
        "stopped_month": stopped_month,
        "cautions": list(cautions),
        "watch": watch_of(running) if running else None,
    }


def of(worker: User, now: dt.datetime) -> State:
    """The worker's clock at `now`, in one query, or two while it runs."""
    found = clock_rows.on_the_bar(worker, since=now - SWEPT_FOR, lately=now - LATELY)
    running = found.get("running")
    if running is None:
        more = {"swept": _swept(found.get("swept")), "resume": _resumable(found.get("latest"), now)}
        return cast("State", state(now=now) | more)
    return cast("State", _running(worker, running, now) | {"swept": None, "resume": None})


def _resumable(row: TimeEntry | None, now: dt.datetime) -> Entry | None:
    """The clock's last work, if it ended not long ago; time by hand was not the clock's."""
    if row is None or row.ended_at is None or row.ended_at < now - clock_limits.RESUMES_FOR:
        return None
    return entry(row) if row.origin in (Origin.TIMER, Origin.TIMER_CORRECTED) else None


def _running(worker: User, running: TimeEntry, now: dt.datetime) -> State:
    patient = to_clock(worker, running.patient.practice.slug, running.patient_id, now)
    if patient is None:  # the role is gone; the timer is still there to be stopped
        return state(now=now, running=running, month=month_of(running, now))
    return state(
        now=now,
        running=running,
        month=month_as_kept(patient, now),
        cautions=cautions(patient),
    )


def started(running: TimeEntry, patient: Any, now: dt.datetime) -> State:
    """The clock just after a start, from what the start has read: no further query."""
    before = getattr(running, "stopped", None)
    month = month_as_kept(patient, now)
    if before is not None and before.patient_id == running.patient_id:
        # The phase before, of the same work, ended with this start.
        month = latest(before.touched) or month
        running.before_seconds = before_seconds(before) + (seconds(before) or 0)  # type: ignore[attr-defined]
    return state(
        now=now,
        running=running,
        month=month,
        stopped=before,
        stopped_month=latest(before.touched) if before else None,
        cautions=cautions(patient),
    )


def stopped(row: TimeEntry, now: dt.datetime) -> State:
    """The clock just after a stop; after one that was sent twice, with whatever runs by now."""
    if not hasattr(row, "touched"):
        return of(row.worker, now) | {"stopped": entry(row)}
    return state(now=now, stopped=row, stopped_month=latest(row.touched))


def described(row: TimeEntry, now: dt.datetime) -> State:
    """The clock just after an entry was described; its month is read anew only if it has ended."""
    if row.ended_at is None:
        return state(now=now, running=row, month=month_of(row, now))
    return of(row.worker, now) | {"stopped": entry(row), "stopped_month": month_of(row, now)}


def watch_of(row: TimeEntry) -> Watch:
    """From what was read with the entry: one that was just made has given no sign yet."""
    watch: ClockWatch | None = row._state.fields_cache.get("clock_watch")
    practice = row.patient.practice
    return {
        "prompt_at": clock_limits.prompt_at(row, practice, watch),
        "stops_at": clock_limits.stops_at(row, practice, watch),
        "is_call": clock_limits.is_call(row.activity),
    }


def _swept(row: TimeEntry | None) -> Swept | None:
    """The timer that was stopped by itself, until its worker says how long it was."""
    if row is None or row.clock_watch.swept_at is None:
        return None
    until = row.clock_watch.swept_at
    whole = int(until.timestamp()) - int(row.started_at.timestamp())
    return {"entry": entry(row), "ran_until": until, "whole_seconds": whole}


def month_of(row: TimeEntry, now: dt.datetime) -> Month:
    """The month that an entry's bar shows: the present one, or the one in which it ended."""
    zone = row.patient.practice.timezone
    first = calendar.local_month(row.ended_at or now, zone)
    kept = ServiceMonth.objects.filter(patient_id=row.patient_id, month=first).first()
    return from_row(kept) if kept else empty_month(first, zone)


def latest(rows: Sequence[ServiceMonth]) -> Month | None:
    """The last of the month rows that an entry has just touched."""
    return from_row(rows[-1]) if rows else None


def from_row(row: ServiceMonth) -> Month:
    return {
        "month": calendar.month_text(row.month),
        "starts_at": row.starts_at,
        "counted_seconds": row.counted_seconds,
        "worked_seconds": row.worked_seconds,
        "marks": marks(row.standing),
    }


def empty_month(first: dt.date, timezone: str) -> Month:
    return {
        "month": calendar.month_text(first),
        "starts_at": calendar.day_start(first, timezone),
        "counted_seconds": 0,
        "worked_seconds": 0,
        "marks": [],
    }


def marks(standing: Standing | None) -> list[Mark]:
    """The marks of a month's bar, in order: where the payer pays from, and whole times."""
    return _marks(standing["thresholds"] if standing else [])


def _marks(thresholds: Iterable[Threshold]) -> list[Mark]:
    return [
        {"minutes": mark["minutes"], "label": mark["code"], "kind": mark.get("kind", "pays")}
        for mark in sorted(thresholds, key=lambda mark: mark["minutes"])
    ]


def entry(row: TimeEntry) -> Entry:
    return {
        "id": row.pk,
        "client_id": str(row.client_id) if row.client_id else None,
        "practice": row.patient.practice.slug,
        "practice_name": row.patient.practice.name,
        "patient": {
            "id": row.patient_id,
            "name": row.patient.full_name,
            "record_number": row.patient.record_number,
        },
        "role": row.role,
        "activity": row.activity,
        "note": row.note,
        "status": row.status,
        "review_reason": row.review_reason if row.status == "needs_review" else "",
        "started_at": row.started_at,
        "ended_at": row.ended_at,
        "seconds": seconds(row),
        "before_seconds": before_seconds(row),
    }


def before_seconds(row: TimeEntry) -> int:
    """Seconds of the other phases of the same work: read with the entry, or else now."""
    if row.phase_of_id is None:
        return 0
    kept: int | None = getattr(row, "before_seconds", None)
    return phases.seconds_of_others(row) if kept is None else kept


def seconds(row: TimeEntry) -> int | None:
    """Whole seconds from start to end, each cut to its second as the rules cut it."""
    if row.ended_at is None:
        return None
    return int(row.ended_at.timestamp()) - int(row.started_at.timestamp())


# -- the patient on whom a timer is about to start --------------------------------------------


def to_clock(user: User, slug: str, patient_id: int, now: dt.datetime) -> Patient | None:
    """A patient of the user's practice `slug`, with all that a start needs to know, in one query.

    Annotated: `user_roles` in the practice; `user_is_free`, where no timer of theirs runs;
    `in_care` and `consented` at `now`; `kept`, what is kept of the present month, or None.
    """
    return clock_rows.patient(user, slug, patient_id, now)


def month_as_kept(patient: Any, now: dt.datetime) -> Month:
    """The present month of a patient from `to_clock`."""
    zone, kept = patient.practice.timezone, patient.kept or {}
    month = empty_month(calendar.local_month(now, zone), zone)
    month["counted_seconds"] = kept.get("counted", 0)
    month["worked_seconds"] = kept.get("worked", 0)
    month["marks"] = _marks(kept.get("thresholds", []))
    return month


def cautions(patient: Any) -> list[str]:
    """What a person who starts a timer on this patient should know before working."""
    found = [] if patient.consented else [NO_CONSENT]
    found = found if patient.in_care else [NO_CARE]
    return found + ([CLOSED] if (patient.kept or {}).get("closed") else [])
