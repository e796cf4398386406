"""Who looked at which chart: the access log of one practice, with the names of people and patients.

The log itself knows ids alone, because it outlives what it speaks of.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from registry import calendar
from registry.models import AccessLog, Membership, Patient, Practice, User
from registry.vocabulary import Role

READERS = frozenset({Role.SUPERVISOR, Role.AUDITOR})


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Local days, both included; ids of a person and a patient.  None narrows nothing."""

    first: dt.date | None = None
    last: dt.date | None = None
    person: int | None = None
    patient: int | None = None


@dataclass(frozen=True, kw_only=True)
class Look:
    """One look.  `patient` is None where a list or a file was opened and no single chart."""

    at: dt.datetime
    person_id: int
    person: str
    patient_id: int | None
    patient: Patient | None
    page: str


def visible_to(user: User, practice: Practice, wanted: Wanted) -> QuerySet[AccessLog]:
    """The practice's looks, the latest first; none for whoever may not read the log."""
    reads = Membership.objects.filter(user=user, practice=practice, role__in=READERS)
    if not reads.exists():
        return AccessLog.objects.none()
    found = AccessLog.objects.filter(_within(practice, wanted), practice_id=practice.pk)
    if wanted.person is not None:
        found = found.filter(user_id=wanted.person)
    if wanted.patient is not None:
        found = found.filter(patient_id=wanted.patient)
    return found.order_by("-at", "-pk")


def _within(practice: Practice, wanted: Wanted) -> Q:
    days = Q()
    if wanted.first:
        days &= Q(at__gte=calendar.day_start(wanted.first, practice.timezone))
    if wanted.last:
        after = wanted.last + dt.timedelta(days=1)
        days &= Q(at__lt=calendar.day_start(after, practice.timezone))
    return days


def named(practice: Practice, rows: Sequence[AccessLog]) -> list[Look]:
    """These looks with their names, in two queries."""
    people = dict(
        User.objects.filter(pk__in={row.user_id for row in rows}).values_list("pk", "full_name")
    )
    ids = {row.patient_id for row in rows if row.patient_id}
    patients = Patient.objects.filter(practice=practice).in_bulk(ids)
    return [
        Look(
            at=row.at,
            person_id=row.user_id,
            person=people.get(row.user_id, f"Person {row.user_id}"),
            patient_id=row.patient_id,
            patient=patients.get(row.patient_id or 0),
            page=row.page,
        )
        for row in rows
    ]


def all_named(
    practice: Practice, found: QuerySet[AccessLog], *, chunk: int = 500
) -> Iterator[Look]:
    """Every look of a query with its names, however many, a chunk at a time."""
    waiting: list[AccessLog] = []
    for row in found.iterator(chunk_size=chunk):
        waiting.append(row)
        if len(waiting) == chunk:
            yield from named(practice, waiting)
            waiting = []
    yield from named(practice, waiting)


def people(practice: Practice, found: Iterable[int]) -> list[tuple[int, str]]:
    """Whom the log can be narrowed to: who has a role here, and those named by id; by name."""
    rows = User.objects.filter(Q(memberships__practice=practice) | Q(pk__in=found)).distinct()
    return list(rows.order_by("full_name").values_list("pk", "full_name"))
