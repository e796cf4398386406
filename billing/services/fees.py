"""What is charged and what is allowed for a code, written: dated, one amount on any day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from django.db import transaction

from billing.models import Fee, FeeKind
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
Problems = dict[str, str | None]


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What a person enters of a fee: dollars for one unit; first and last day included."""

    code: str
    amount: Decimal | None
    active_from: dt.date | None
    active_to: dt.date | None = None
    source: str = ""
    kind: str = FeeKind.CHARGE
    is_unconfirmed: bool = False


@transaction.atomic
def enter(
    practice: Practice, terms: Terms, *, payer: Payer | None, by: User, now: dt.datetime
) -> Fee:
    """A fee for one payer, or without one for all.  Raises Refused by field of `Terms`."""
    written = tidy(terms)
    checks.stop_if(problems(written, selectors.codes(practice)))
    row = Fee(practice=practice, payer=payer, entered_at=now, entered_by=by, **vars(written))
    _save(row, "active_from")
    return row


@transaction.atomic
def enter_some(
    practice: Practice, several: Sequence[Terms], *, payer: Payer | None, by: User, now: dt.datetime
) -> list[Fee]:
    """Fees of several codes, all or none.  Refused by field and code: `amount_99493`."""
    made = []
    for terms in several:
        try:
            made.append(enter(practice, terms, payer=payer, by=by, now=now))
        except Refused as refused:
            said = {f"{field}_{terms.code}": text for field, text in refused.problems.items()}
            raise Refused(said) from None
    return made


def tidy(terms: Terms) -> Terms:
    """As it is kept: the code as the rules write it, texts on one line with single blanks."""
    kind, source = checks.one_line(terms.kind), checks.one_line(terms.source)
    return replace(terms, code=words.plain(terms.code), kind=kind, source=source)


def problems(terms: Terms, known: Collection[str]) -> Problems:
    """What is wrong with tidy terms, by field; `known` are the codes that a claim can hold."""
    return {
        "code": _code(terms.code, known),
        "kind": _kind(terms.kind),
        "amount": _amount(terms.amount),
        "source": _source(terms.source),
        **stretches.problems(terms.active_from, terms.active_to),
    }


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


def _code(code: str, known: Collection[str]) -> str | None:
    if not code:
        return "The code is missing. Enter it."
    if code not in known:
        these = words.listed(sorted(known), "or")
        return f"No claim of this practice can hold this code. Enter {these}."
    return None


def _kind(kind: str) -> str | None:
    if kind not in FeeKind.values:
        return "Say whether the amount is a charge or allowed: write charge, or allowed."
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
    other = selectors.sharing_days(row)
    if other is None:
        return "Another amount was entered for these days. Look at the page anew."
    return met(other, row.active_from)


def met(other: Fee, first: dt.date) -> str:
    """Which amount has the days already that another one from `first` wants, and what to do."""
    days = stretches.said(other.active_from, other.active_to)
    what = stretches.make_room(first, other.active_from, other.active_to)
    return f"{other.code} is ${other.amount:,.2f} {days}: a day has one amount. {what}"
