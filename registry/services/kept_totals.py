"""What is kept beside each month for fast lists, held against what it rests on.

Totals are written in the transaction that writes an entry, so drift is zero; this is the proof.
Reads only: what has drifted is a fault to be found, not to be painted over.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db import connection

from registry import calendar
from registry.models import Practice, ServiceMonth
from registry.services import service_month
from registry.standing import Standing

CHUNK = 1000

#: Each entry's whole seconds, beside those of them that lie in some month's row.
_UNCOVERED = """
    SELECT e.patient_id, e.started_at, p.timezone, coalesce(sum(c.seconds), 0), e.seconds
    FROM (
        SELECT *, floor(extract(epoch FROM ended_at))::bigint
            - floor(extract(epoch FROM started_at))::bigint AS seconds
        FROM registry_timeentry WHERE status IN ('confirmed', 'needs_review')
    ) AS e
    JOIN registry_practice AS p ON p.id = e.practice_id
    LEFT JOIN LATERAL (
        SELECT floor(extract(epoch FROM least(e.ended_at, m.ends_at)))::bigint
            - floor(extract(epoch FROM greatest(e.started_at, m.starts_at)))::bigint AS seconds
        FROM registry_servicemonth AS m
        WHERE m.patient_id = e.patient_id
        AND e.started_at < m.ends_at AND e.ended_at > m.starts_at
    ) AS c ON true
    WHERE %(slug)s::text IS NULL OR p.slug = %(slug)s
    GROUP BY e.id, e.patient_id, e.started_at, p.timezone, e.seconds
    HAVING coalesce(sum(c.seconds), 0) <> e.seconds
    ORDER BY e.patient_id, e.started_at
"""


@dataclass(frozen=True)
class Drift:
    """One kept number that is not what it should be, in seconds."""

    patient_id: int
    month: dt.date
    name: str
    kept: int
    found: int

    def __str__(self) -> str:
        return (
            f"patient {self.patient_id}, {calendar.month_text(self.month)}, {self.name}: "
            f"kept {self.kept} s, found {self.found} s"
        )


def knows(slug: str) -> bool:
    return Practice.objects.filter(slug=slug).exists()


def verify(*, slug: str | None = None) -> tuple[int, list[Drift]]:
    """How many numbers were checked, and those that drifted; of one practice, or of all."""
    checked, drifts = 0, []
    for rows in _chunks(slug):
        checked += 4 * len(rows)
        drifts += list(_of(rows))
    missing = list(_without_a_row(slug))
    return checked + len(missing), drifts + missing


def _chunks(slug: str | None) -> Iterator[list[ServiceMonth]]:
    """All month rows, a chunk of one month at a time, so that each is decided together."""
    found = ServiceMonth.objects.order_by("month", "pk")
    found = found.filter(practice__slug=slug) if slug else found
    for month in list(found.values_list("month", flat=True).distinct().order_by("month")):
        last = 0
        while rows := list(found.filter(month=month, pk__gt=last).order_by("pk")[:CHUNK]):
            yield rows
            last = rows[-1].pk


def _of(rows: list[ServiceMonth]) -> Iterator[Drift]:
    totals = service_month.measure([row.pk for row in rows])
    open_ones = [row.patient_id for row in rows if not row.is_closed]
    standings = service_month.decide(open_ones, rows[0].month)
    for row in rows:
        names = ("worked_seconds", "confirmed_seconds", "review_seconds")
        found = dict(zip(names, totals[row.pk], strict=True))
        found["counted_seconds"] = _counted(row, standings)
        for name, seconds in found.items():
            if getattr(row, name) != seconds:
                yield Drift(row.patient_id, row.month, name, getattr(row, name), seconds)


def _counted(row: ServiceMonth, standings: Mapping[int, Standing]) -> int:
    """What counts is the rules' to say.  A closed month keeps what was said when it was closed:
    the claim keeps the rules that it was decided by, and they may have changed since."""
    if row.is_closed:
        return row.standing["counted_seconds"] if row.standing else 0
    standing = standings.get(row.patient_id)
    return standing["counted_seconds"] if standing else 0


def _without_a_row(slug: str | None) -> Iterator[Drift]:
    """Entries with seconds in a month that has no row: those were never added up."""
    with connection.cursor() as cursor:
        cursor.execute(_UNCOVERED, {"slug": slug})
        for patient_id, started_at, timezone, kept, found in cursor.fetchall():
            month = calendar.local_month(started_at, timezone)
            yield Drift(patient_id, month, "seconds in a month without totals", kept, found)
