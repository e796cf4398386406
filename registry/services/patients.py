"""A practice's patients: who they are.  Nothing here touches a month."""

from __future__ import annotations

import datetime as dt
from typing import TypedDict, Unpack

from django.db import transaction

from registry import calendar, checks
from registry.models import Patient, Practice, User
from registry.services.constraints import refusing
from registry.vocabulary import Sex


class Details(TypedDict, total=False):
    """What is known of a patient.  Texts may be empty except those in `_NEEDED`."""

    record_number: str
    first_name: str
    middle_name: str
    last_name: str
    birth_date: dt.date | None
    sex: str
    address: str
    city: str
    state: str
    zip_code: str
    phone: str
    died_on: dt.date | None
    source_id: str


_NEEDED = {
    "record_number": "The record number is missing. Enter the one from your EHR.",
    "first_name": "The first name is missing. Enter it.",
    "last_name": "The last name is missing. Enter it.",
    "birth_date": "The date of birth is missing. Enter it.",
    "sex": "The sex is missing. Choose one; unknown is an answer.",
}
_LINES = {
    "record_number": (24, "The record number"),
    "first_name": (35, "The first name"),
    "middle_name": (25, "The middle name"),
    "last_name": (60, "The last name"),
    "address": (55, "The street address"),
    "city": (30, "The city"),
    "phone": (20, "The phone number"),
}
_TAKEN = "Another patient of the practice has this record number. Look it up, or correct it."


@transaction.atomic
def add(*, practice: Practice, by: User, now: dt.datetime, **details: Unpack[Details]) -> Patient:
    """A new patient of the practice.  Raises Refused by field; record numbers are unique."""
    patient = Patient(practice=practice, created_at=now, created_by=by)
    return _write(patient, details, now)


@transaction.atomic
def change(patient: Patient, *, by: User, now: dt.datetime, **details: Unpack[Details]) -> Patient:
    """Correct what is known of a patient; what is not named stays as it was."""
    rows = Patient.objects.select_for_update(of=("self",)).select_related("practice")
    return _write(rows.get(pk=patient.pk), details, now)


def _write(patient: Patient, details: Details, now: dt.datetime) -> Patient:
    for field, value in normal(details).items():
        setattr(patient, field, value)
    checks.stop_if(problems(patient, calendar.local_date(now, patient.practice.timezone)))
    with refusing("patient_once_per_record_number", "record_number", _TAKEN):
        patient.save()
    return patient


def normal(details: Details) -> dict[str, object]:
    """The details as they are kept: single blanks, capitals for a state, digits for a ZIP."""
    kept: dict[str, object] = {
        field: checks.one_line(value) if isinstance(value, str) else value
        for field, value in details.items()
    }
    if "state" in kept:
        kept["state"] = str(kept["state"]).upper()
    if "zip_code" in kept:
        kept["zip_code"] = str(kept["zip_code"]).replace("-", "").replace(" ", "")
    return kept


def problems(patient: Patient, today: dt.date) -> dict[str, str | None]:
    """What keeps this patient from being saved, by field."""
    values = {field: getattr(patient, field) for field in Details.__annotations__}
    found: dict[str, str | None] = {
        field: checks.text(values[field], most=most, called=called)
        for field, (most, called) in _LINES.items()
    }
    found |= {
        "state": checks.state(patient.state),
        "zip_code": checks.zip_code(patient.zip_code),
        "birth_date": checks.birth_date(patient.birth_date, today),
        "died_on": _death(patient, today),
        "sex": None if patient.sex in Sex.values else "Choose one of the answers given.",
    }
    return found | checks.missing(values, _NEEDED)


def _death(patient: Patient, today: dt.date) -> str | None:
    if patient.died_on is None:
        return None
    if patient.birth_date and patient.died_on < patient.birth_date:
        return "The date of death lies before the date of birth. Correct one of the two."
    return checks.not_future(patient.died_on, today, called="The date of death")
