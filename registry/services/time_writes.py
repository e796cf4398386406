"""The clock's dealings with the database: locks, the constraints' own words, a second try.

Order of locks, the same for every writer: the months first, then the entries.  Who has a
patient's month locked decides alone what its confirmed time is, so closing a month and writing
into it never cross.  Two requests of one person at the same instant meet at the constraints of
the table instead; the one that comes second rolls back and does its work again on what it finds.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from typing import TypeVar

import pghistory
from django.db import IntegrityError, OperationalError, transaction

from registry import calendar
from registry.errors import Conflict, refuse
from registry.models import Patient, ServiceMonth, TimeEntry, User
from registry.services import service_month

Span = tuple[Patient, dt.datetime, dt.datetime]
T = TypeVar("T")
TRIES = 4

#: What a constraint of the table means to a person: (field, sentence).
SENTENCES = {
    "time_entry_no_overlap_per_worker": (
        "started_at",
        "Another entry of the same person covers part of this time. Correct the time.",
    ),
    "time_entry_one_running_per_worker": (
        "",
        "A timer was started at the same moment in another window. It runs.",
    ),
    "time_entry_month_open": (
        "started_at",
        "The month is closed for this patient. Ask billing to open it again.",
    ),
    "time_entry_starts_before_end": ("ended_at", "The end must lie after the start."),
    "time_entry_within_a_day": ("ended_at", "An entry lasts a day at most."),
    "time_entry_by_hand_has_a_reason": ("reason", "Say why this time is entered by hand."),
}


class Outrun(Exception):
    """Another request changed the row between reading and writing: do it again."""


def again(
    work: Callable[[], T],
    *,
    by: User,
    reason: str = "",
    in_one: bool = True,
    first: Callable[[], T] | None = None,
) -> T:
    """Do `work` in one transaction, remembered as `by`'s; anew where another request was faster.

    Not `in_one`: the work writes one row by one statement, which is a transaction of its own, or
    opens one where it writes more.  `first` is tried before: the same work by one statement.
    What still fails after that is said as a sentence: a constraint is never a server error.
    """
    metadata = {"user": by.pk} | ({"reason": reason} if reason else {})
    transactions = transaction.atomic if in_one else nullcontext
    tries = [(work, transactions)] * TRIES
    for attempt, bracket in [(first, nullcontext), *tries] if first else tries:
        try:
            with pghistory.context(**metadata), bracket():
                return attempt()
        except (Outrun, IntegrityError, OperationalError) as error:
            last = error
            if not worth_another_try(error):
                break
    raise said(last) from last


def worth_another_try(error: Exception) -> bool:
    """A race shows as one of these; a broken row shows the same every time, so tries are few."""
    if isinstance(error, OperationalError):
        return type(error.__cause__).__name__ in ("DeadlockDetected", "SerializationFailure")
    return True


def said(error: Exception) -> Exception:
    """The refusal that a database error stands for; the error itself where it stands for none."""
    if isinstance(error, Outrun):
        return Conflict({"": "The log was changed at the same moment. Look at it and try again."})
    diagnosis = getattr(error.__cause__, "diag", None)
    name = getattr(diagnosis, "constraint_name", None)
    field, sentence = SENTENCES.get(str(name), ("", ""))
    return Conflict({field: sentence}) if sentence else error


def lock_months(spans: Iterable[Span]) -> list[ServiceMonth]:
    """Lock every patient's month in which one of the spans has a second; in one fixed order."""
    wanted: dict[dt.date, dict[int, Patient]] = {}
    for patient, start, end in spans:
        for month in calendar.months_touched(start, end, patient.practice.timezone):
            wanted.setdefault(month, {})[patient.pk] = patient
    rows: list[ServiceMonth] = []
    for month in sorted(wanted):
        rows += service_month.lock(list(wanted[month].values()), month)
    return rows


def rewrite_months(rows: Iterable[ServiceMonth], *, now: dt.datetime) -> None:
    """Write totals and standing of locked months anew, in the transaction of the change."""
    by_month: dict[dt.date, list[ServiceMonth]] = {}
    for row in rows:
        by_month.setdefault(row.month, []).append(row)
    for month in sorted(by_month):
        service_month.rewrite(by_month[month], month, now=now)


def sent_before(entry: TimeEntry, worker: User) -> TimeEntry:
    """The entry that a browser has sent already under the same id: answered as it is."""
    if entry.worker_id != worker.pk:
        raise refuse("client_id", "This id belongs to another person's entry. Send a new one.")
    return entry
