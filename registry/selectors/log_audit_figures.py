"""A week's log in numbers, by person and for the clinic.  For the job that makes the audit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import Count, DurationField, F, Q, Sum, Value
from django.db.models.functions import Greatest

from registry.audit_limits import Limits
from registry.models import Practice, TimeEntry
from registry.selectors import worker_week
from registry.vocabulary import EntryStatus, Origin
from registry.weeks import Week

#: Of the entries that started in the week: how many, how many by hand, of a round length, long and
#: unconfirmed, and their whole seconds.  Of those documented in the week: how many, and how many
#: of them late.
COUNTS = (
    "entries", "by_hand", "round", "long", "unconfirmed", "seconds", "documented", "late",
)  # fmt: skip


def figures(practice: Practice, week: Week, limits: Limits) -> dict[str, Any]:
    """`{"clinic": {…}, "people": [{"id": 7, "name": "…", …}]}`, each with the counts above."""
    people: dict[int, dict[str, Any]] = {}
    for row in [*_worked(practice, week, limits), *_documented(practice, week, limits)]:
        person = people.setdefault(row["worker_id"], _nobody(row))
        for name in COUNTS:
            value = row.get(name) or 0
            person[name] += int(value.total_seconds()) if isinstance(value, dt.timedelta) else value
    rows = sorted(people.values(), key=lambda person: (person["name"], person["id"]))
    return {
        "clinic": {name: sum(person[name] for person in rows) for name in COUNTS},
        "people": rows,
    }


def _nobody(row: dict[str, Any]) -> dict[str, Any]:
    zeros = dict.fromkeys(COUNTS, 0)
    return {"id": row["worker_id"], "name": row["worker__full_name"]} | zeros


def _worked(practice: Practice, week: Week, limits: Limits) -> Iterable[Any]:
    rows = TimeEntry.objects.filter(
        practice=practice, started_at__gte=week.start, started_at__lt=week.end
    ).exclude(status__in=(EntryStatus.VOIDED, EntryStatus.RUNNING))
    long_from = F("started_at") + Value(limits.long_entry, output_field=DurationField())
    return (
        worker_week.with_lengths(rows)
        .values("worker_id", "worker__full_name")
        .annotate(
            entries=Count("pk"),
            by_hand=Count("pk", filter=Q(origin=Origin.BY_HAND)),
            round=Count("pk", filter=worker_week.is_round()),
            long=Count("pk", filter=Q(ended_at__gt=long_from)),
            unconfirmed=Count("pk", filter=Q(status=EntryStatus.NEEDS_REVIEW)),
            seconds=Sum(F("ended_at") - F("started_at"), output_field=DurationField()),
        )
    )


def _documented(practice: Practice, week: Week, limits: Limits) -> Iterable[Any]:
    rows = TimeEntry.objects.annotate(documented_at=Greatest("created_at", "ended_entry_at"))
    rows = rows.filter(
        practice=practice, documented_at__gte=week.start, documented_at__lt=week.end
    ).exclude(Q(status__in=(EntryStatus.VOIDED, EntryStatus.RUNNING)) | Q(origin=Origin.IMPORTED))
    latest = F("ended_at") + Value(limits.late, output_field=DurationField())
    return rows.values("worker_id", "worker__full_name").annotate(
        documented=Count("pk"), late=Count("pk", filter=Q(documented_at__gt=latest))
    )
