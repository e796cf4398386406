"""How a practice's claims are written, and what a payer wants otherwise."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import TypedDict, Unpack

import pghistory
from django.db import transaction

from billing.models import AlsoNamed, ClaimForm, ClaimSettings, PayerClaimSettings
from registry import checks
from registry.models import Clinician, Payer, Practice, User

FORMS = ClaimForm.choices
ALSO_NAMED = AlsoNamed.choices
#: Millimetres that the print on a form may be shifted by, each way.
MOST_SHIFT = Decimal(20)


class Details(TypedDict, total=False):
    facility_name: str
    facility_npi: str
    facility_address: str
    facility_city: str
    facility_state: str
    facility_zip: str
    bill_type: str
    revenue_code: str
    form_x: Decimal
    form_y: Decimal


class PayerDetails(TypedDict, total=False):
    also_named: str
    clinician: Clinician | None
    claim_form: str
    filing_days: int | None
    appeal_days: int | None


_LINES = {
    "facility_name": (60, "The facility's name"),
    "facility_address": (55, "The street address"),
    "facility_city": (30, "The city"),
}
_NEEDED_BY_A_FACILITY = {
    "facility_address": "The facility's street address is missing. Enter it.",
    "facility_city": "The facility's city is missing. Enter it.",
    "facility_state": "The facility's state is missing. Enter its two letters.",
    "facility_zip": "The facility's ZIP code is missing. Enter all nine digits.",
}
_FACILITY = ("facility_npi", *_NEEDED_BY_A_FACILITY)


@transaction.atomic
def change(
    practice: Practice, *, by: User, now: dt.datetime, **details: Unpack[Details]
) -> ClaimSettings:
    """Write them; what is not named stays as it was.  Raises Refused by field."""
    ClaimSettings.objects.get_or_create(practice=practice)
    row = ClaimSettings.objects.select_for_update().get(practice=practice)
    for field, value in details.items():
        setattr(row, field, _plain(field, value) if isinstance(value, str) else value)
    checks.stop_if(_problems(row))
    with pghistory.context(reason="claim settings"):
        row.save()
    return row


def _plain(field: str, value: str) -> str:
    if field in ("facility_npi", "facility_zip"):
        return re.sub(r"[\s-]", "", value)
    line = checks.one_line(value)
    return line.upper() if field == "facility_state" else line


def _problems(row: ClaimSettings) -> dict[str, str | None]:
    found: dict[str, str | None] = {
        field: checks.text(getattr(row, field), most=most, called=called)
        for field, (most, called) in _LINES.items()
    }
    found |= {
        "facility_npi": checks.npi(row.facility_npi),
        "facility_state": checks.state(row.facility_state),
        "facility_zip": checks.zip_code(row.facility_zip, plus_four=True),
        "bill_type": _shaped(row.bill_type, r"[1-8][1-9]", "A bill type has two digits, as in 71."),
        "revenue_code": _shaped(
            row.revenue_code, r"0(?!00)\d{3}", "A revenue code has four digits, as in 0521."
        ),
        "form_x": _shift(row.form_x),
        "form_y": _shift(row.form_y),
    }
    return found | _facility(row)


def _facility(row: ClaimSettings) -> dict[str, str | None]:
    """A facility is whole, or not there."""
    values = {field: getattr(row, field) for field in _FACILITY}
    if row.facility_name:
        return dict(checks.missing(values, _NEEDED_BY_A_FACILITY))
    if any(values.values()):
        return {"facility_name": "The facility's name is missing. Enter it, or empty the others."}
    return {}


def _shaped(value: str, shape: str, sentence: str) -> str | None:
    return sentence if value and not re.fullmatch(shape, value) else None


def _shift(value: Decimal) -> str | None:
    if abs(value) <= MOST_SHIFT:
        return None
    return f"The print is shifted by {MOST_SHIFT} millimetres at most, to either side."


#: Two years: Medicare has one, and no payer was found with more.
MOST_DAYS = 730


@transaction.atomic
def change_payer(
    payer: Payer, *, by: User, now: dt.datetime, **details: Unpack[PayerDetails]
) -> PayerClaimSettings:
    """Write what a payer wants on its claims.  Raises Refused by field."""
    row = PayerClaimSettings.objects.select_for_update().filter(payer=payer).first()
    row = row or PayerClaimSettings(payer=payer)
    for field, value in details.items():
        setattr(row, field, value)
    checks.stop_if(_payer_problems(row))
    with pghistory.context(reason="claim settings of a payer"):
        row.save()
    return row


def _payer_problems(row: PayerClaimSettings) -> dict[str, str | None]:
    return {
        "also_named": None
        if row.also_named in AlsoNamed.values
        else "Choose whom the payer wants named.",
        "claim_form": None
        if row.claim_form in ("", *ClaimForm.values)
        else "Choose what its claims are written as.",
        "clinician": _clinician(row),
        "filing_days": _days(row.filing_days),
        "appeal_days": _days(row.appeal_days),
    }


def _days(days: int | None) -> str | None:
    if days is None or 1 <= days <= MOST_DAYS:
        return None
    return f"Enter 1 to {MOST_DAYS} days, or nothing where its policy says it."


def _clinician(row: PayerClaimSettings) -> str | None:
    if row.also_named == AlsoNamed.SUPERVISING and row.clinician is None:
        return "Choose who supervises: the payer wants the name and the NPI."
    if row.clinician and row.clinician.practice_id != row.payer.practice_id:
        return "This clinician is of another practice. Choose one of this practice."
    return None
