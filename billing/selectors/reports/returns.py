"""What care management costs a practice against what it brings."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from billing.models import CareCost
from billing.selectors.reports.money import Cube, Money
from billing.selectors.reports.scope import Scope
from registry import calendar
from registry.models import Practice, User

CENT = Decimal("0.01")


@dataclass(frozen=True, kw_only=True)
class Cost:
    """A practice's inputs: dollars a year, heads, dollars a month; None while nobody said it."""

    salary: Decimal | None
    full_time: Decimal
    consultant_fee: Decimal | None

    @property
    def a_month(self) -> Decimal | None:
        """What a month costs; None where neither a salary nor a fee was entered."""
        if self.salary is None and self.consultant_fee is None:
            return None
        staff = (self.salary or Decimal()) * self.full_time / 12
        return (staff + (self.consultant_fee or Decimal())).quantize(CENT, ROUND_HALF_UP)


UNKNOWN = Cost(salary=None, full_time=Decimal(1), consultant_fee=None)


@dataclass(frozen=True, kw_only=True)
class Return:
    """Revenue against cost, in dollars; what depends on a cost is None while none is known."""

    name: str
    money: Money
    cost: Decimal | None
    month: dt.date | None = None
    care_manager_id: int | None = None

    @property
    def paid(self) -> Decimal:
        """What payers paid, and left to patients."""
        return self.money.paid + self.money.share

    @property
    def net_paid(self) -> Decimal | None:
        return None if self.cost is None else self.paid - self.cost

    @property
    def net_expected(self) -> Decimal | None:
        return None if self.cost is None else self.money.expected - self.cost

    @property
    def ratio(self) -> Decimal | None:
        """Dollars expected for each dollar that was spent; None without a cost."""
        if not self.cost:
            return None
        return (self.money.expected / self.cost).quantize(CENT, ROUND_HALF_UP)


@dataclass(frozen=True, kw_only=True)
class Returns:
    months: list[Return]
    care_managers: list[Return]
    total: Return
    without_costs: list[str]


def costs(scope: Scope) -> dict[int, Cost]:
    """The inputs of each practice that has any; one query."""
    rows = CareCost.objects.filter(practice__in=scope.ids)
    return {
        row.practice_id: Cost(
            salary=row.salary, full_time=row.full_time, consultant_fee=row.consultant_fee
        )
        for row in rows
    }


def cost_of(user: User, practice: Practice) -> CareCost | None:
    """A practice's inputs, for somebody who has a role in it."""
    rows = CareCost.objects.filter(practice=practice, practice__memberships__user=user)
    return rows.select_related("changed_by").first()


def of(scope: Scope, found: Cube, names: dict[int | None, str]) -> Returns:
    """By month and by care manager, from cells that are read already; one query."""
    given = costs(scope)
    monthly = [given.get(pk, UNKNOWN).a_month for pk in scope.ids]
    a_month = _sum(monthly)
    months = _months(scope)
    by_month = _grouped(found, 1)
    rows = [
        Return(name=f"{month:%B} {month.year}", month=month, cost=a_month,
               money=by_month.get(month, Money()))
        for month in months
    ]  # fmt: skip
    everything = Money()
    for row in rows:
        everything.add(row.money)
    total = Return(
        name="All months",
        money=everything,
        cost=None if a_month is None else a_month * len(months),
    )
    return Returns(
        months=rows,
        care_managers=_care_managers(scope, found, names, given, len(months)),
        total=total,
        without_costs=[
            practice.name
            for practice, cost in zip(scope.practices, monthly, strict=True)
            if cost is None
        ],
    )


def _care_managers(
    scope: Scope, found: Cube, names: dict[int | None, str], given: dict[int, Cost], months: int
) -> list[Return]:
    """Each against one full-time salary, the highest of the practices in which they work."""
    salaries: dict[int | None, Decimal] = {}
    for cell in found:
        salary = given.get(cell.practice_id, UNKNOWN).salary
        if salary is not None:
            known = salaries.get(cell.care_manager_id, Decimal())
            salaries[cell.care_manager_id] = max(known, salary)
    rows = [
        Return(
            name=names.get(key, "Nobody"),
            money=money,
            cost=None if key is None else _salary(salaries.get(key), months),
            care_manager_id=key,
        )
        for key, money in _grouped(found, 3).items()
        if key is not None or money.says_anything
    ]
    return sorted(rows, key=lambda row: (row.care_manager_id is None, row.name.casefold()))


def _salary(a_year: Decimal | None, months: int) -> Decimal | None:
    return None if a_year is None else (a_year * months / 12).quantize(CENT, ROUND_HALF_UP)


def _grouped(found: Cube, place: int) -> dict:
    sums: dict = {}
    for cell, money in found.items():
        sums.setdefault(cell[place], Money()).add(money)
    return sums


def _months(scope: Scope) -> list[dt.date]:
    months, month = [], scope.first
    while month <= scope.last:
        months.append(month)
        month = calendar.shift_month(month, 1)
    return months


def _sum(amounts: list[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal()) if known else None
