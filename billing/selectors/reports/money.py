"""Dollars of months: charged, expected, paid, missed and at risk, by what a person asks."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import Count, F, Q, Sum

from billing.models import LIVE, Claim, ClaimLine, ClaimState, Frequency, Outcome, SetAside
from billing.selectors import fees
from billing.selectors.month_money import ShortOf
from billing.selectors.reports import payments, refusals
from billing.selectors.reports.scope import WHOLE, Scope
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
    payers paid, `paid_later` the part of it that second payers did, and `share` what the last payer
    left to patients (`reports.payments`).  `short` is a unit of the code of which each month that
    is over fell short, `given_up` what was refused and written off; `held` is what is expected of
    held claims, `refused` what was refused and is not settled (`reports.refusals`).
    The counts are of lines or months of which no amount is known, and of `paid`'s payments.
    """

    charge: Decimal = field(default=NONE)
    expected: Decimal = field(default=NONE)
    paid: Decimal = field(default=NONE)
    paid_later: Decimal = field(default=NONE)
    share: Decimal = field(default=NONE)
    short: Decimal = field(default=NONE)
    given_up: Decimal = field(default=NONE)
    held: Decimal = field(default=NONE)
    refused: Decimal = field(default=NONE)
    without_expected: int = 0
    without_missed: int = 0
    without_at_risk: int = 0
    payments: int = 0

    @property
    def missed(self) -> Decimal:
        return self.short + self.given_up

    @property
    def at_risk(self) -> Decimal:
        return self.held + self.refused

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
        code = "" if scope.code == WHOLE else scope.code
        return {cell: money for cell, money in told.items() if cell.code == code}
    return told


def _dimensions(prefix: str = "") -> list[str]:
    return [f"{prefix}{name}" for name in _DIMENSIONS]


def _lines(scope: Scope, found: Cube) -> None:
    rows = ClaimLine.objects.filter(**scope.of_claims("claim__"), claim__state__in=LIVE)
    rows = rows.exclude(claim__frequency=Frequency.VOID).order_by()
    # What a person has decided not to bill is neither expected nor at risk.
    rows = rows.exclude(claim__set_aside=SetAside.UNBILLED)
    sums = rows.values_list(*_dimensions("claim__"), "code", "claim__state", "claim__outcome")
    for *where, state, outcome, charge, expected, unknown in sums.annotate(
        charged=Sum("charge"), hoped=Sum("expected"), unknown=Count("pk", filter=Q(expected=None))
    ):
        money = found[Cell._make(where)]
        if state == ClaimState.DRAFT and outcome == Outcome.HELD:
            money.held += expected or NONE
            money.without_at_risk += unknown
        elif state != ClaimState.DRAFT or outcome == Outcome.BILLABLE:
            money.charge += charge or NONE
            money.expected += expected or NONE
            money.without_expected += unknown


def _paid(scope: Scope, found: Cube) -> None:
    """By line; what a payer paid, or left to the patient, of a claim as a whole has no code."""
    rows = payments.counted(**scope.of_claims("claim__"))
    by_claim = rows.values_list(*_dimensions("claim__")).annotate(
        Sum("paid"), later=_sum_if(payments.IS_LATER), left=Sum("owed"), number=Count("pk")
    )
    for *where, paid, later, left, number in by_claim:
        money = found[Cell._make([*where, ""])]
        money.paid += paid
        money.paid_later += later
        money.share += left
        money.payments += number
    lines = payments.lines(**scope.of_claims("payment__claim__"))
    by_code = lines.values_list(*_dimensions("payment__claim__"), "code").annotate(
        Sum("paid"),
        later=_sum_if(payments.LINE_IS_LATER),
        left=Sum("owed"),
        number=Count("payment"),
    )
    for *where, code, paid, later, left, number in by_code:
        of_line, whole = found[Cell._make([*where, code])], found[Cell._make([*where, ""])]
        of_line.paid += paid
        of_line.paid_later += later
        of_line.share += left
        of_line.payments += number
        whole.paid -= paid
        whole.paid_later -= later
        whole.share -= left


def _sum_if(wanted: Q) -> Sum:
    return Sum("paid", filter=wanted, default=NONE)


def _refused(scope: Scope, found: Cube) -> None:
    for each in refusals.of(scope):
        where = (each.practice_id, each.month, each.payer_id, each.care_manager_id, each.code)
        money = found[Cell._make(where)]
        if each.kind == refusals.OPEN:
            money.refused += each.amount
        else:
            money.given_up += each.amount


class Short(NamedTuple):
    """Months of a cell that fell short of its code, and what a unit of it should have brought."""

    cell: Cell
    months: int
    unit: Decimal | None

    @property
    def amount(self) -> Decimal:
        return NONE if self.unit is None else self.unit * self.months


def fell_short(scope: Scope) -> list[Short]:
    """By the amounts in force on each month's last day; two queries."""
    rows = list(short(scope).order_by().values_list(*_DIMENSIONS, "short_of").annotate(Count("pk")))
    prices = schedules({(row[0], row[2]) for row in rows}, scope)
    found = []
    for *where, code, number in rows:
        cell = Cell._make([*where, code])
        price = unit(prices, cell.practice_id, cell.payer_id, code, cell.month)
        found.append(Short(cell, number, price))
    return found


def _missed(scope: Scope, found: Cube) -> None:
    for each in fell_short(scope):
        found[each.cell].short += each.amount
        if each.unit is None:
            found[each.cell].without_missed += each.months


def short(scope: Scope) -> Any:
    """Claims of months that are over and fell short of a code, each with it (`short_of`)."""
    rows = Claim.objects.filter(
        **scope.of_claims(), state=ClaimState.DRAFT, outcome=Outcome.NOT_BILLABLE,
        minutes_short__gt=0, month__lt=scope.present,
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
