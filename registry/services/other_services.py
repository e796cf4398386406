"""Services that are billed apart from the month: an office visit, therapy, crisis care."""

from __future__ import annotations

import datetime as dt
import re
from typing import TypedDict, Unpack

import pghistory
from django.db import transaction

from registry import calendar, checks
from registry.models import OtherService, Patient, User
from registry.services import service_month

#: As many as a line of an 837P carries (005010X222A1, loop 2400 SV101-3 to SV101-6).
MOST_MODIFIERS = 4
MOST_GIVER = 80
MOST_REASON = 200
_CODE = re.compile(r"[0-9]{4}[0-9A-Z]|[A-Z][0-9]{4}")
_MODIFIER = re.compile(r"[0-9A-Z]{2}")


class Details(TypedDict, total=False):
    """A service.  `practitioner` gave it: `user:7`, `clinician:3`, or a name from outside."""

    code: str
    served_on: dt.date | None
    practitioner: str
    modifiers: list[str]


@transaction.atomic
def record(
    *, patient: Patient, by: User, now: dt.datetime, **details: Unpack[Details]
) -> OtherService:
    """A service of the patient's.  Raises Refused by field."""
    return _write(OtherService(patient=patient, recorded_at=now, recorded_by=by), details, now)


@transaction.atomic
def change(service: OtherService, *, now: dt.datetime, **details: Unpack[Details]) -> OtherService:
    """Correct a service; what is not named stays as it was.  Its history keeps what it was."""
    return _write(_locked(service), details, now)


@transaction.atomic
def void(service: OtherService, *, reason: str, by: User, now: dt.datetime) -> OtherService:
    """It was no service of this patient's: it is listed no more.  Refused without a reason."""
    checks.stop_if({"reason": _reason(reason)})
    row = _locked(service)
    row.voided_at, row.voided_by = now, by
    with pghistory.context(reason=checks.one_line(reason)):
        row.save()
    service_month.refresh_patient(row.patient, now=now, since=row.served_on)
    return row


def _locked(service: OtherService) -> OtherService:
    rows = OtherService.objects.select_for_update(of=("self",))
    row = rows.select_related("patient__practice").get(pk=service.pk)
    checks.stop_if({"": "This service is void already." if row.voided_at else None})
    return row


def _write(service: OtherService, details: Details, now: dt.datetime) -> OtherService:
    days = [service.served_on]
    for field, value in details.items():
        setattr(service, field, checks.one_line(value) if isinstance(value, str) else value)
    service.code = service.code.upper()
    service.modifiers = [modifier.upper() for modifier in service.modifiers]
    patient = service.patient
    checks.stop_if(problems(service, calendar.local_date(now, patient.practice.timezone)))
    service.save()
    days.append(service.served_on)
    service_month.refresh_patient(patient, now=now, since=min(day for day in days if day))
    return service


def problems(service: OtherService, today: dt.date) -> dict[str, str | None]:
    """What keeps this service from being saved, by field."""
    return {
        "code": _code(service.code),
        "served_on": _day(service, today),
        "practitioner": _giver(service.practitioner),
        "modifiers": _modifiers(service.modifiers),
    }


def _code(code: str) -> str | None:
    if not code:
        return "The code is missing. Enter it, such as 99213."
    if not _CODE.fullmatch(code):
        return "A code has five characters, such as 99213 or G0442. Correct it."
    return None


def _day(service: OtherService, today: dt.date) -> str | None:
    if service.served_on is None:
        return "The day of the service is missing. Enter it."
    if service.served_on < service.patient.birth_date:
        return "The service lies before the patient was born. Correct the day."
    return checks.not_future(service.served_on, today, called="The day of the service")


def _giver(practitioner: str) -> str | None:
    if not practitioner:
        return "Say who gave the service."
    return checks.text(practitioner, most=MOST_GIVER, called="The name")


def _modifiers(modifiers: list[str]) -> str | None:
    if len(modifiers) > MOST_MODIFIERS:
        return f"A line carries at most {MOST_MODIFIERS} modifiers. Take some away."
    if any(not _MODIFIER.fullmatch(modifier) for modifier in modifiers):
        return "A modifier has two letters or digits, such as 25. Correct it."
    if len(set(modifiers)) < len(modifiers):
        return "A modifier stands there twice. Take one away."
    return None


def _reason(reason: str) -> str | None:
    if not reason.strip():
        return "Say why the service is void."
    return checks.text(checks.one_line(reason), most=MOST_REASON, called="The reason")
