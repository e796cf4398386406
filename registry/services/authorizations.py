"""A payer's permission to go on, as claims name it and the rules ask for it."""

from __future__ import annotations

import datetime as dt
from typing import TypedDict, Unpack

import pghistory
from django.db import transaction

from registry import checks
from registry.models import Authorization, Patient, User
from registry.services import service_month

MOST_NUMBER = 30
MOST_REASON = 200


class Details(TypedDict, total=False):
    number: str
    from_date: dt.date | None
    to_date: dt.date | None


_NEEDED = {
    "number": "The authorization's number is missing. Enter it as the payer gave it.",
    "from_date": "The first day is missing. Enter it.",
    "to_date": "The last day is missing. Enter it.",
}


@transaction.atomic
def add(
    *, patient: Patient, by: User, now: dt.datetime, **details: Unpack[Details]
) -> Authorization:
    """A new one, for days both ends included.  Raises Refused by field."""
    return _write(Authorization(patient=patient, recorded_at=now, recorded_by=by), details, now)


@transaction.atomic
def change(
    authorization: Authorization, *, by: User, now: dt.datetime, **details: Unpack[Details]
) -> Authorization:
    """Correct one; its history keeps what it was."""
    return _write(_locked(authorization), details, now)


@transaction.atomic
def remove(authorization: Authorization, *, reason: str, by: User, now: dt.datetime) -> None:
    """It was none of this patient's.  Refused without a reason; its history keeps it."""
    said = checks.one_line(reason)
    checks.stop_if({"reason": checks.text(said, most=MOST_REASON, called="The reason")})
    checks.stop_if({"reason": None if said else "Say why it is removed."})
    row = _locked(authorization)
    patient, since = row.patient, row.from_date
    with pghistory.context(reason=said):
        row.delete()
    service_month.refresh_patient(patient, now=now, since=since)


def _locked(authorization: Authorization) -> Authorization:
    rows = Authorization.objects.select_for_update(of=("self",))
    return rows.select_related("patient__practice").get(pk=authorization.pk)


def _write(row: Authorization, details: Details, now: dt.datetime) -> Authorization:
    began = [row.from_date]
    for field, value in details.items():
        setattr(row, field, checks.one_line(value) if isinstance(value, str) else value)
    checks.stop_if(_problems(row))
    row.save()
    began.append(row.from_date)
    service_month.refresh_patient(row.patient, now=now, since=min(day for day in began if day))
    return row


def _problems(row: Authorization) -> dict[str, str | None]:
    values = {field: getattr(row, field) for field in _NEEDED}
    found: dict[str, str | None] = {
        "number": checks.text(row.number, most=MOST_NUMBER, called="The number")
    }
    if row.from_date and row.to_date and row.to_date < row.from_date:
        found["to_date"] = "It ends before it begins. Correct one of the two days."
    return found | checks.missing(values, _NEEDED)
