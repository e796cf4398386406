"""What a practice charges for a code, written: effective-dated, one amount on any day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from billing.models import Fee
from billing.rules import words
from billing.selectors import fees as selectors
from billing.services import stretches
from registry import checks
from registry.errors import Refused, refuse
from registry.models import Payer, Practice, User
from registry.services.constraints import refusing

ONE_IN_FORCE = "fee_one_in_force"
#: The column holds nine digits, two of them cents.
TOO_MUCH = Decimal(10_000_000)


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What a person enters of a fee: dollars for one unit; first and last day included."""

    code: str
    amount: Decimal | None
    active_from: dt.date | None
    active_to: dt.date | None = None
    source: str = ""


@transaction.atomic
def enter(
    practice: Practice, terms: Terms, *, payer: Payer | None, by: User, now: dt.datetime
) -> Fee:
    """A fee for one payer, or without one for all.  Raises Refused by field of `Terms`."""
    row = Fee(practice=practice, payer=payer, entered_at=now, entered_by=by)
    for field, value in vars(terms).items():
        setattr(row, field, checks.one_line(value) if isinstance(value, str) else value)
    row.code = words.plain(row.code)
    checks.stop_if(_problems(row))
    _save(row, "active_from")
    return row


@transaction.atomic
def end(fee: Fee, *, ends_on: dt.date | None, by: User, now: dt.datetime) -> Fee:
    """Give a fee its last day.  Refused where another amount of the code has that day."""
    row = Fee.objects.select_for_update().filter(pk=fee.pk).first()
    if row is None:
        raise refuse("", "This fee was taken out in the meantime.")
    checks.stop_if({"ends_on": _end_problem(row, ends_on)})
    row.active_to = ends_on
    _save(row, "ends_on")
    return row


@transaction.atomic
def remove(fee: Fee, *, by: User, now: dt.datetime) -> None:
    """Take out a fee that was entered wrongly; its history stays, and so do claims' charges."""
    Fee.objects.filter(pk=fee.pk).delete()


def _save(row: Fee, field: str) -> None:
    """The database knows whether a day would have two amounts; the sentence says which."""
    try:
        with refusing(ONE_IN_FORCE, field, ""):
            row.save()
    except Refused:
        raise refuse(field, _met(row)) from None


def _problems(row: Fee) -> dict[str, str | None]:
    return {
        "code": _code(row),
        "amount": _amount(row.amount),
        "source": _source(row.source),
        **stretches.problems(row.active_from, row.active_to),
    }


def _code(row: Fee) -> str | None:
    known = selectors.codes(row.practice)
    if not row.code:
        return "The code is missing. Enter it."
    if row.code not in known:
        return f"No claim of this practice can hold this code. Enter {words.listed(known, 'or')}."
    return None


def _amount(value: Decimal | None) -> str | None:
    if value is None:
        return "The amount is missing. Enter dollars and cents, such as 150.10."
    if not value.is_finite() or not 0 < value < TOO_MUCH:
        return "The amount lies between $0.01 and $9,999,999.99. Correct it."
    if value != value.quantize(Decimal("0.01")):
        return "The amount has more than two decimals. Round it to the cent."
    return None


def _source(value: str) -> str | None:
    if not value:
        return "Say where the amount comes from, such as the practice's fee schedule of 2026."
    return checks.text(value, most=300, called="The source")


def _end_problem(row: Fee, ends_on: dt.date | None) -> str | None:
    if ends_on is None:
        return "The last day is missing. Enter it."
    return stretches.problems(row.active_from, ends_on).get("active_to")


def _met(row: Fee) -> str:
    """Which amount has the days already, and what to do."""
    other = selectors.sharing_days(row)
    if other is None:
        return "Another amount was entered for these days. Look at the page anew."
    days = stretches.said(other.active_from, other.active_to)
    what = stretches.make_room(row.active_from, other.active_from, other.active_to)
    return f"{row.code} is ${other.amount:,.2f} {days}: a day has one amount. {what}"
