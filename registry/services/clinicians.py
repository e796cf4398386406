"""Practitioners as claims name them."""

from __future__ import annotations

import datetime as dt
from typing import TypedDict, Unpack

from django.db import transaction

from registry import checks
from registry.models import Clinician, Membership, Practice, User
from registry.services.constraints import refusing
from registry.vocabulary import ClinicianKind


class Details(TypedDict, total=False):
    """Without an NPI a clinician can be kept, but no claim can name them."""

    user: User | None
    kind: str
    first_name: str
    last_name: str
    credentials: str
    npi: str
    taxonomy: str
    source_id: str
    email: str


_NEEDED = {
    "first_name": "The first name is missing. Enter it.",
    "last_name": "The last name is missing. Enter it.",
}
_LINES = {
    "first_name": (35, "The first name"),
    "last_name": (60, "The last name"),
    "credentials": (20, "The credentials"),
}
_LINKED = "Another clinician of the practice has this sign-in. Choose another, or none."


@transaction.atomic
def add(*, practice: Practice, by: User, now: dt.datetime, **details: Unpack[Details]) -> Clinician:
    """A new clinician of the practice.  Raises Refused by field."""
    return _write(Clinician(practice=practice, created_at=now, created_by=by), details)


@transaction.atomic
def change(
    clinician: Clinician, *, by: User, now: dt.datetime, **details: Unpack[Details]
) -> Clinician:
    """Correct a clinician; what is not named stays as it was."""
    rows = Clinician.objects.select_for_update(of=("self",)).select_related("practice")
    return _write(rows.get(pk=clinician.pk), details)


def _write(clinician: Clinician, details: Details) -> Clinician:
    for field, value in details.items():
        setattr(clinician, field, checks.one_line(value) if isinstance(value, str) else value)
    clinician.npi = clinician.npi.replace(" ", "")
    clinician.taxonomy = clinician.taxonomy.upper()
    checks.stop_if(_problems(clinician))
    with refusing("clinician_once_per_user", "user", _LINKED):
        clinician.save()
    return clinician


def _problems(clinician: Clinician) -> dict[str, str | None]:
    values = {field: getattr(clinician, field) for field in Details.__annotations__}
    found: dict[str, str | None] = {
        field: checks.text(values[field], most=most, called=called)
        for field, (most, called) in _LINES.items()
    }
    found |= {
        "kind": None if clinician.kind in ClinicianKind.values else "Choose what they do here.",
        "npi": checks.npi(clinician.npi) or _same_npi(clinician),
        "taxonomy": checks.taxonomy(clinician.taxonomy),
        "user": _sign_in(clinician),
        "email": checks.email(clinician.email),
    }
    return found | checks.missing(values, _NEEDED)


def _same_npi(clinician: Clinician) -> str | None:
    others = Clinician.objects.filter(practice=clinician.practice, npi=clinician.npi)
    if clinician.npi and others.exclude(pk=clinician.pk).exists():
        return "Another clinician of the practice has this NPI. Correct one of the two."
    return None


def _sign_in(clinician: Clinician) -> str | None:
    if clinician.user is None:
        return None
    roles = Membership.objects.filter(practice=clinician.practice, user=clinician.user)
    return None if roles.exists() else "This person has no role in the practice. Choose another."
