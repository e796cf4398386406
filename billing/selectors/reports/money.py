"""Dollars of months: charged, expected, paid, missed and at risk, by what a person asks."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import Count, F, Q, Sum

from billing.models import (
    LIVE,
    SETTLED,
    Claim,
    ClaimLine,
    ClaimPayment,
    ClaimState,
    Denial,
    Frequency,
    LinePayment,
    Outcome,
)
from billing.selectors import fees
from billing.selectors.month_money import ShortOf
from billing.selectors.received import FORETOLD
from billing.selectors.reports.scope import Scope
from registry import calendar
from registry.models import Payer, User

NONE = Decimal()


class Cell(NamedTuple):
    """Where dollars belong.  Money that no code is known of (a claim paid as a whole) has none."""

    practice_id: int
    month: dt.date
    payer_id: int | None
    care_manager_id: int | None
    code: str


@dataclass(kw_only=True)
class Money:
    """Sums of a cell or of many.

    `charge` and `expected` are those of claims that are clean, approved or sent; `paid` is what
    payers paid and `share` what they left to patients; `missed` is a unit of the code of which
    each month fell short; `at_risk` is expected of held claims, and refused and not settled.
    The counts are of lines or months of which no amount is known, and of `paid`'s payments.
    """

    charge: Decimal = field(default=NONE)
    expected: Decimal = field(default=NONE)
    paid: Decimal = field(default=NONE)
    share: Decimal = field(default=NONE)
    missed: Decimal = field(default=NONE)
    at_risk: Decimal = field(default=NONE)
    without_expected: int = 0
    without_missed: int = 0
    without_at_risk: int = 0
    payments: int = 0

    @property
    def says_anything(self) -> bool:
        """Whether any amount of it is other than zero."""
        return any(getattr(self, each.name) for each in fields(self) if each.name != "payments")

    def add(self, other: Money) -> None:
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))


Cube = dict[Cell, Money]
_DIMENSIONS = ("practice", "month", "payer", "episode__care_manager")


def cube(scope: Scope) -> Cube:
    """Every cell of a scope, in six queries."""
    found: Cube = defaultdict(Money)
    _lines(scope, found)
    _paid(scope, found)
    _refused(scope, found)
    _missed(scope, found)
    told = {cell: money for cell, money in found.items() if cell.code or money.says_anything}
    if scope.code:
        return {cell: money for cell, money in told.items() if cell.code == scope.code}
    return told


def _dimensions(prefix: str = "") -> list[str]:
    return [f"{prefix}{name}" for name in _DIMENSIONS]


def _lines(scope: Scope, found: Cube) -> None:
    rows = ClaimLine.objects.filter(**scope.of_claims("claim__"), claim__state__in=LIVE)
    rows = rows.exclude(claim__frequency=Frequency.VOID).order_by()
    sums = rows.values_list(*_dimensions("claim__"), "code", "claim__state", "claim__outcome")
    for *where, state, outcome, charge, expected, unknown in sums.annotate(
        charged=Sum("charge"), hoped=Sum("expected"), unknown=Count("pk", filter=Q(expected=None))
    ):
        money = found[Cell._make(where)]
        if state == ClaimState.DRAFT and outcome == Outcome.HELD:
            money.at_risk += expected or NONE
            money.without_at_risk += unknown
        elif state != ClaimState.DRAFT or outcome == Outcome.BILLABLE:
            money.charge += charge or NONE
            money.expected += expected or NONE
            money.without_expected += unknown


def _paid(scope: Scope, found: Cube) -> None:
    """By line; what a payer paid for a claim as a whole stands without a code."""
    rows = ClaimPayment.objects.filter(**scope.of_claims("claim__")).exclude(status=FORETOLD)
    by_claim = rows.order_by().values_list(*_dimensions("claim__"))
    for *where, paid, share, number in by_claim.annotate(
        Sum("paid"), Sum("patient_responsibility"), Count("pk")
    ):
        money = found[Cell._make([*where, ""])]
        money.paid += paid or NONE
        money.share += share or NONE
        money.payments += number
    lines = LinePayment.objects.filter(**scope.of_claims("payment__claim__"))
    lines = lines.exclude(payment__status=FORETOLD).order_by()
    by_code = lines.values_list(*_dimensions("payment__claim__"), "code")
    for *where, code, paid, number in by_code.annotate(Sum("paid"), Count("payment")):
        money = found[Cell._make([*where, code])]
        money.paid += paid
        money.payments += number
        found[Cell._make([*where, ""])].paid -= paid


def _refused(scope: Scope, found: Cube) -> None:
    rows = Denial.objects.filter(**scope.of_claims("claim__")).exclude(state__in=SETTLED)
    sums = rows.order_by().values_list(*_dimensions("claim__"), "code").annotate(Sum("amount"))
    for *where, amount in sums:
        found[Cell._make(where)].at_risk += amount


def _missed(scope: Scope, found: Cube) -> None:
    """One unit of the code that each month is short of, by the amounts in force on its last day."""
    rows = list(short(scope).order_by().values_list(*_DIMENSIONS, "short_of").annotate(Count("pk")))
    prices = schedules({(row[0], row[2]) for row in rows}, scope)
    for *where, code, number in rows:
        cell = Cell._make([*where, code])
        amount = unit(prices, cell.practice_id, cell.payer_id, code, cell.month)
        if amount is None:
            found[cell].without_missed += number
        else:
            found[cell].missed += amount * number


def short(scope: Scope) -> Any:
    """Claims of months that fell short of a code, each with the code (`short_of`)."""
    rows = Claim.objects.filter(
        **scope.of_claims(), state=ClaimState.DRAFT, outcome=Outcome.NOT_BILLABLE,
        minutes_short__gt=0,
    )  # fmt: skip
    return rows.annotate(short_of=ShortOf(F("verdict"))).filter(short_of__isnull=False)


def schedules(payers: Iterable[fees.Payer], scope: Scope) -> Mapping[fees.Payer, fees.Schedule]:
    wanted = set(payers)
    last = calendar.last_day(scope.last)
    return fees.schedules(wanted, scope.first, last) if wanted else {}


def unit(
    prices: Mapping[fees.Payer, fees.Schedule],
    practice_id: int,
    payer_id: int | None,
    code: str,
    month: dt.date,
) -> Decimal | None:
    """What a unit of a code should bring on a month's last day."""
    return prices[practice_id, payer_id].expected(code, calendar.last_day(month))


#: What a report is told by: its word in an address, and the part of a cell.
BY = {
    "month": "month",
    "payer": "payer_id",
    "code": "code",
    "care_manager": "care_manager_id",
    "practice": "practice_id",
}


def told_by(found: Cube, by: str) -> dict[Any, Money]:
    """The cells added up by one of `BY`."""
    sums: dict[Any, Money] = defaultdict(Money)
    for cell, money in found.items():
        sums[getattr(cell, BY[by])].add(money)
    return dict(sums)


def total(found: Cube) -> Money:
    everything = Money()
    for money in found.values():
        everything.add(money)
    return everything


def names(scope: Scope, by: str, keys: Iterable[Any]) -> dict[Any, str]:
    """What each key of a report is called."""
    known = [key for key in keys if key]
    if by == "payer":
        rows = Payer.objects.filter(practice__in=scope.ids, pk__in=known)
        return dict(rows.values_list("pk", "name")) | {None: "No payer"}
    if by == "care_manager":
        people = User.objects.filter(pk__in=known)
        return dict(people.values_list("pk", "full_name")) | {None: "Nobody"}
    if by == "practice":
        return {practice.pk: practice.name for practice in scope.practices}
    return {key: str(key) for key in known} | {"": "Of the whole claim"}
