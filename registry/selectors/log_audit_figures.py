"""A week's log in numbers, by person and for the clinic.  For the job that makes the audit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import Count, DurationField, F, Q, QuerySet, Sum, Value
from django.db.models.functions import Greatest

from registry.audit_limits import Limits
from registry.models import Practice, TimeEntry, User
from registry.selectors import entry_marks, worker_week
from registry.vocabulary import EntryStatus, Origin
from registry.weeks import Week

#: Of the entries that started in the week: how many, how many by hand, by the clock and corrected,
#: of a round length, long, unconfirmed, overlapping and at night, and their whole seconds.  Of
#: those documented in the week: how many, and how many of them late.
COUNTS = (
    "entries", "by_hand", "corrected", "round", "long", "unconfirmed", "overlapping", "night",
    "seconds", "documented", "late",
)  # fmt: skip


def figures(practice: Practice, week: Week, limits: Limits) -> dict[str, Any]:
    """`{"clinic": {…}, "people": [{"id": 7, "name": "…", …}]}`, each with the counts above."""
    people: dict[int, dict[str, Any]] = {}
    for row in [*_worked(practice, week, limits), *_documented(practice, week, limits)]:
        person = people.setdefault(row["worker_id"], _nobody(row))
        person |= _counted(row)
    rows = sorted(people.values(), key=lambda person: (person["name"], person["id"]))
    return {
        "clinic": {name: sum(person[name] for person in rows) for name in COUNTS},
        "people": rows,
    }


def of_person(practice: Practice, worker: User, week: Week, limits: Limits) -> dict[str, Any]:
    """The same counts of one person's week as it stands now: for that person to see first."""
    counts = dict.fromkeys(COUNTS, 0)
    for read in (_worked, _documented):
        for row in read(practice, week, limits, worker):
            counts |= _counted(row)
    return counts


def _counted(row: dict[str, Any]) -> dict[str, int]:
    found = {}
    for name in COUNTS:
        if name in row:
            value = row[name] or 0
            found[name] = int(value.total_seconds()) if isinstance(value, dt.timedelta) else value
    return found


def _nobody(row: dict[str, Any]) -> dict[str, Any]:
    zeros = dict.fromkeys(COUNTS, 0)
    return {"id": row["worker_id"], "name": row["worker__full_name"]} | zeros


def _worked(
    practice: Practice, week: Week, limits: Limits, worker: User | None = None
) -> Iterable[Any]:
    rows = (
        _of(worker)
        .filter(practice=practice, started_at__gte=week.start, started_at__lt=week.end)
        .exclude(status__in=(EntryStatus.VOIDED, EntryStatus.RUNNING))
    )
    long_from = F("started_at") + Value(limits.long_entry, output_field=DurationField())
    return (
        worker_week.with_marks(rows, practice)
        .values("worker_id", "worker__full_name")
        .annotate(
            entries=Count("pk"),
            by_hand=Count("pk", filter=Q(origin=Origin.BY_HAND)),
            corrected=Count("pk", filter=Q(origin=Origin.TIMER_CORRECTED)),
            round=Count("pk", filter=worker_week.is_round()),
            long=Count("pk", filter=Q(ended_at__gt=long_from)),
            unconfirmed=Count("pk", filter=Q(status=EntryStatus.NEEDS_REVIEW)),
            overlapping=Count("pk", filter=entry_marks.waits_over_other_time()),
            night=Count("pk", filter=entry_marks.at_night(limits)),
            seconds=Sum(F("ended_at") - F("started_at"), output_field=DurationField()),
        )
    )


def _of(worker: User | None) -> QuerySet[TimeEntry]:
    return TimeEntry.objects.all() if worker is None else TimeEntry.objects.filter(worker=worker)


def _documented(
    practice: Practice, week: Week, limits: Limits, worker: User | None = None
) -> Iterable[Any]:
    rows = _of(worker).annotate(documented_at=Greatest("created_at", "ended_entry_at"))
    rows = rows.filter(
        practice=practice, documented_at__gte=week.start, documented_at__lt=week.end
    ).exclude(Q(status__in=(EntryStatus.VOIDED, EntryStatus.RUNNING)) | Q(origin=Origin.IMPORTED))
    latest = F("ended_at") + Value(limits.late, output_field=DurationField())
    return rows.values("worker_id", "worker__full_name").annotate(
        documented=Count("pk"), late=Count("pk", filter=Q(documented_at__gt=latest))
    )
