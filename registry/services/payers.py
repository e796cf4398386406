"""Whom a practice sends its claims to.  How a payer reads the codes is billing's to know."""

from __future__ import annotations

import datetime as dt
from typing import TypedDict, Unpack

from django.db import transaction

from registry import checks
from registry.models import Payer, Practice, User
from registry.services.constraints import refusing

#: SBR09 of 005010X222A1: the kind of insurance, in our words.
FILING_CODES = {
    "CI": "Commercial insurance",
    "BL": "Blue Cross Blue Shield",
    "MB": "Medicare Part B",
    "MA": "Medicare Part A (clinics that bill institutionally)",
    "16": "Medicare Advantage (HMO)",
    "MC": "Medicaid",
    "CH": "TRICARE",
    "HM": "HMO",
    "12": "PPO",
    "13": "Point of service (POS)",
    "14": "Exclusive provider organization (EPO)",
    "FI": "Federal employees program",
    "VA": "Veterans Affairs",
    "WC": "Workers' compensation",
    "OF": "Other federal program",
    "11": "Other non-federal program",
    "ZZ": "Mutually defined",
}


class Details(TypedDict, total=False):
    name: str
    payer_id: str
    claim_filing_code: str
    address: str
    city: str
    state: str
    zip_code: str
    source_id: str


_NEEDED = {"name": "The payer's name is missing. Enter it."}
_LINES = {
    "name": (60, "The payer's name"),
    "payer_id": (20, "The electronic payer id"),
    "address": (55, "The street address"),
    "city": (30, "The city"),
}


@transaction.atomic
def add(*, practice: Practice, by: User, now: dt.datetime, **details: Unpack[Details]) -> Payer:
    """A new payer of the practice.  Raises Refused by field; names are unique in a practice."""
    return _write(Payer(practice=practice, created_at=now), details)


@transaction.atomic
def change(payer: Payer, *, by: User, now: dt.datetime, **details: Unpack[Details]) -> Payer:
    """Correct a payer; what is not named stays as it was."""
    rows = Payer.objects.select_for_update(of=("self",)).select_related("practice")
    return _write(rows.get(pk=payer.pk), details)


def _write(payer: Payer, details: Details) -> Payer:
    for field, value in details.items():
        setattr(payer, field, checks.one_line(str(value)))
    payer.state = payer.state.upper()
    payer.payer_id = payer.payer_id.upper()
    payer.zip_code = payer.zip_code.replace("-", "").replace(" ", "")
    checks.stop_if(_problems(payer))
    with refusing("payer_once_per_source", "source_id", "This payer was already taken over."):
        payer.save()
    return payer


def _problems(payer: Payer) -> dict[str, str | None]:
    values = {field: getattr(payer, field) for field in Details.__annotations__}
    found: dict[str, str | None] = {
        field: checks.text(values[field], most=most, called=called)
        for field, (most, called) in _LINES.items()
    }
    found |= {
        "state": checks.state(payer.state),
        "zip_code": checks.zip_code(payer.zip_code),
        "claim_filing_code": _filing(payer.claim_filing_code),
        "payer_id": _payer_id(payer.payer_id),
    }
    found["name"] = found["name"] or _same_name(payer)
    return found | checks.missing(values, _NEEDED)


def _payer_id(value: str) -> str | None:
    if len(value) == 1 or len(value) > 20:
        return "An electronic payer id has 2 to 20 characters. Copy it from the payer's list."
    return checks.text(value, most=20, called="The electronic payer id")


def _filing(value: str) -> str | None:
    return None if value in FILING_CODES else "Choose the kind of insurance from the list."


def _same_name(payer: Payer) -> str | None:
    others = Payer.objects.filter(practice=payer.practice, name__iexact=payer.name)
    if payer.name and others.exclude(pk=payer.pk).exists():
        return "The practice has a payer of this name. Change that one, or tell them apart by name."
    return None
