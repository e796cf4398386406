"""A patient's insurance, from one day to another."""

from __future__ import annotations

import datetime as dt
from typing import TypedDict, Unpack

from django.db import transaction

from registry import calendar, checks
from registry.models import Coverage, Patient, Payer, Relationship, User
from registry.services import service_month

RANKS = {1: "first", 2: "second", 3: "third"}
RELATIONSHIPS = Relationship.choices
SELF = Relationship.SELF.value


class Details(TypedDict, total=False):
    """A coverage.  Without a member id it can be kept, but no claim can be sent on it."""

    payer: Payer | None
    rank: int
    member_id: str
    group_number: str
    relationship: str
    subscriber_first_name: str
    subscriber_last_name: str
    subscriber_birth_date: dt.date | None
    subscriber_sex: str
    active_from: dt.date | None
    active_to: dt.date | None
    source_id: str


_LINES = {
    "member_id": (40, "The member id"),
    "group_number": (30, "The group number"),
    "subscriber_first_name": (35, "The subscriber's first name"),
    "subscriber_last_name": (60, "The subscriber's last name"),
}
_SUBSCRIBER = {
    "subscriber_first_name": "The subscriber's first name is missing. Enter it, or choose Self.",
    "subscriber_last_name": "The subscriber's last name is missing. Enter it, or choose Self.",
    "subscriber_birth_date": "The subscriber's date of birth is missing. Enter it.",
    "subscriber_sex": "The subscriber's sex is missing. Choose one; unknown is an answer.",
}


@transaction.atomic
def add(*, patient: Patient, by: User, now: dt.datetime, **details: Unpack[Details]) -> Coverage:
    """A new coverage.  Raises Refused by field; two of one rank never share a day."""
    coverage = Coverage(patient=patient, created_at=now, created_by=by)
    return _write(coverage, details, now)


@transaction.atomic
def change(
    coverage: Coverage, *, by: User, now: dt.datetime, **details: Unpack[Details]
) -> Coverage:
    """Correct or end a coverage; what is not named stays as it was."""
    rows = Coverage.objects.select_for_update(of=("self",))
    row = rows.select_related("patient__practice", "payer").get(pk=coverage.pk)
    return _write(row, details, now)


def _write(coverage: Coverage, details: Details, now: dt.datetime) -> Coverage:
    began = [coverage.active_from]
    for field, value in details.items():
        setattr(coverage, field, checks.one_line(value) if isinstance(value, str) else value)
    if coverage.relationship == Relationship.SELF:
        _clear_subscriber(coverage)
    patient = coverage.patient
    checks.stop_if(problems(coverage, calendar.local_date(now, patient.practice.timezone)))
    coverage.save()
    began.append(coverage.active_from)
    service_month.refresh_patient(patient, now=now, since=min(day for day in began if day))
    return coverage


def _clear_subscriber(coverage: Coverage) -> None:
    """Who is the subscriber is said once: by the patient's own row."""
    coverage.subscriber_first_name = coverage.subscriber_last_name = ""
    coverage.subscriber_sex, coverage.subscriber_birth_date = "", None


def problems(coverage: Coverage, today: dt.date) -> dict[str, str | None]:
    """What keeps this coverage from being saved, by field."""
    found: dict[str, str | None] = {
        field: checks.text(getattr(coverage, field), most=most, called=called)
        for field, (most, called) in _LINES.items()
    }
    found |= {
        "payer": _payer(coverage),
        "rank": None if coverage.rank in RANKS else "Choose which insurance pays first.",
        "relationship": _relationship(coverage.relationship),
        "subscriber_birth_date": checks.birth_date(coverage.subscriber_birth_date, today),
    }
    if coverage.relationship != Relationship.SELF:
        values = {field: getattr(coverage, field) for field in _SUBSCRIBER}
        found |= checks.missing(values, _SUBSCRIBER)
    return found | _dates(coverage)


def _payer(coverage: Coverage) -> str | None:
    if coverage.payer_id is None:
        return "The payer is missing. Choose one."
    if coverage.payer.practice_id != coverage.patient.practice_id:
        return "The payer belongs to another practice. Choose one of this practice."
    return None


def _relationship(value: str) -> str | None:
    if value in Relationship.values:
        return None
    return "Say how the patient is related to the subscriber."


def _dates(coverage: Coverage) -> dict[str, str | None]:
    if coverage.active_from is None:
        return {"active_from": "The first day of the coverage is missing. Enter it."}
    if coverage.active_to and coverage.active_to < coverage.active_from:
        return {"active_to": "The coverage ends before it starts. Correct one of the two days."}
    if coverage.active_from < coverage.patient.birth_date:
        return {"active_from": "The coverage starts before the patient was born. Correct the day."}
    return {"active_from": _same_days(coverage)}


def _same_days(coverage: Coverage) -> str | None:
    """Two coverages of one rank on one day: a claim would not know whom to go to."""
    others = Coverage.objects.filter(patient=coverage.patient, rank=coverage.rank)
    for other in others.exclude(pk=coverage.pk).select_related("payer"):
        if _share_a_day(other, coverage):
            return (
                f"{other.payer.name} is the {RANKS[coverage.rank]} insurance in these days "
                "already. End that one first, or choose another rank."
            )
    return None


def _share_a_day(one: Coverage, other: Coverage) -> bool:
    last = dt.date.max
    return one.active_from <= (other.active_to or last) and other.active_from <= (
        one.active_to or last
    )
