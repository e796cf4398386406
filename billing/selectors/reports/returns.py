"""What care management costs a practice against what it brings."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import Min, Sum

from billing.models import CareCost, Claim
from billing.selectors.reports import minutes
from billing.selectors.reports.money import Cube, Money
from billing.selectors.reports.scope import Scope
from registry import calendar
from registry.models import Practice, User

CENT = Decimal("0.01")


@dataclass(frozen=True, kw_only=True)
class Cost:
    """A practice's inputs: dollars a year, heads, dollars a month; None while nobody said it.

    They count from `since` on, the first month of which the practice has a claim.
    """

    salary: Decimal | None
    full_time: Decimal
    consultant_fee: Decimal | None
    since: dt.date | None = None

    @property
    def staff(self) -> Decimal:
        """What a month of care managers costs, not rounded."""
        return (self.salary or Decimal()) * self.full_time / 12

    @property
    def a_month(self) -> Decimal | None:
        """What a month costs; None where neither a salary nor a fee was entered."""
        if self.salary is None and self.consultant_fee is None:
            return None
        return (self.staff + (self.consultant_fee or Decimal())).quantize(CENT, ROUND_HALF_UP)

    def counts_in(self, month: dt.date) -> bool:
        return self.since is None or month >= self.since


UNKNOWN = Cost(salary=None, full_time=Decimal(1), consultant_fee=None)


@dataclass(frozen=True, kw_only=True)
class Return:
    """Revenue against cost, in dollars; what depends on a cost is None while none is known."""

    name: str
    money: Money
    cost: Decimal | None
    month: dt.date | None = None
    care_manager_id: int | None = None
    runs: bool = False

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
    """`total` and `care_managers` are of the months from `first` to `last` alone: those that are
    over, from the first with a claim on."""

    months: list[Return]
    care_managers: list[Return]
    total: Return
    without_costs: list[str]
    first: dt.date
    last: dt.date


def costs(scope: Scope) -> dict[int, Cost]:
    """The inputs of each practice that has any; two queries."""
    given = CareCost.objects.filter(practice__in=scope.ids)
    claims = Claim.objects.filter(practice__in=scope.ids).order_by().values_list("practice")
    since = dict(claims.annotate(Min("month")))
    return {
        row.practice_id: Cost(
            salary=row.salary,
            full_time=row.full_time,
            consultant_fee=row.consultant_fee,
            since=since.get(row.practice_id),
        )
        for row in given
    }


def cost_of(user: User, practice: Practice) -> CareCost | None:
    """A practice's inputs, for somebody who has a role in it."""
    rows = CareCost.objects.filter(practice=practice, practice__memberships__user=user)
    return rows.select_related("changed_by").first()


def of(scope: Scope, found: Cube, names: dict[int | None, str]) -> Returns:
    """By month and by care manager, from cells that are read already; three queries."""
    given = costs(scope)
    months = months_of(scope)
    counted = _counted(months, found, scope, given)
    by_month = _grouped(found, 1)
    rows = [
        Return(
            name=f"{month:%B} {month.year}",
            month=month,
            cost=_of_month(given.values(), month),
            money=by_month.get(month, Money()),
            runs=month >= scope.present,
        )
        for month in months
    ]
    first, last = counted[0], counted[-1]
    return Returns(
        months=rows,
        care_managers=_care_managers(scope.narrowed(first=first, last=last), found, names, given),
        total=_total([row for row in rows if row.month in counted]),
        without_costs=[
            practice.name
            for practice in scope.practices
            if given.get(practice.pk, UNKNOWN).a_month is None
        ],
        first=first,
        last=last,
    )


def _counted(
    months: list[dt.date], found: Cube, scope: Scope, given: dict[int, Cost]
) -> list[dt.date]:
    """Months that are over, from the first with a claim on; all of them where there is none."""
    begun = [cost.since for cost in given.values() if cost.since]
    since = min([*begun, *(cell.month for cell in found)], default=months[0])
    over = [month for month in months if since <= month < scope.present]
    return over or months


def _of_month(given: Iterable[Cost], month: dt.date) -> Decimal | None:
    known = [cost.a_month for cost in given if cost.counts_in(month) and cost.a_month is not None]
    return sum(known, Decimal()) if known else None


def _total(rows: list[Return]) -> Return:
    everything = Money()
    for row in rows:
        everything.add(row.money)
    known = [row.cost for row in rows if row.cost is not None]
    names = rows[0].name, rows[-1].name
    return Return(
        name=names[0] if len(rows) == 1 else f"{names[0]} to {names[1]}",
        money=everything,
        cost=sum(known, Decimal()) if known else None,
    )


def _care_managers(
    scope: Scope, found: Cube, names: dict[int | None, str], given: dict[int, Cost]
) -> list[Return]:
    """Each against the part of the practice's salaries that their patients' worked time is."""
    kept = {cell: each for cell, each in found.items() if scope.first <= cell.month <= scope.last}
    spent = _salaries(scope, given)
    rows = [
        Return(
            name=names.get(key, "Nobody"),
            money=each,
            cost=None if key not in spent else spent[key].quantize(CENT, ROUND_HALF_UP),
            care_manager_id=key,
        )
        for key, each in _grouped(kept, 3).items()
        if key is not None or each.says_anything
    ]
    return sorted(rows, key=lambda row: (row.care_manager_id is None, row.name.casefold()))


def _salaries(scope: Scope, given: dict[int, Cost]) -> dict[int | None, Decimal]:
    """Dollars by care manager; none for months in which nobody logged anything.  One query."""
    sums = minutes.live(scope).values_list("practice", "month", "episode__care_manager")
    worked = list(sums.annotate(Sum("worked_seconds")))
    whole: dict[tuple[int, dt.date], int] = defaultdict(int)
    for practice, month, _, seconds in worked:
        whole[practice, month] += seconds
    spent: dict[int | None, Decimal] = defaultdict(Decimal)
    for practice, month, manager, seconds in worked:
        cost = given.get(practice, UNKNOWN)
        if cost.salary is not None and seconds:
            spent[manager] += cost.staff * seconds / whole[practice, month]
    return dict(spent)


def _grouped(found: Cube, place: int) -> dict:
    sums: dict = {}
    for cell, each in found.items():
        sums.setdefault(cell[place], Money()).add(each)
    return sums


def months_of(scope: Scope) -> list[dt.date]:
    months, month = [], scope.first
    while month <= scope.last:
        months.append(month)
        month = calendar.shift_month(month, 1)
    return months
