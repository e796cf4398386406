"""What a cost of the return is made of, row by row: the rows come to it, to the cent."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import Sum

from billing.selectors.reports import minutes, returns
from billing.selectors.reports.scope import Scope
from registry.models import Practice

SALARIES, CONSULTANT = "salaries", "consultant"


@dataclass(frozen=True, slots=True)
class CostRow:
    """A month's dollars of one part.

    Of a care manager it is the part of the salaries that `worked` is of `of_all`, both seconds: the
    time of their patients, and of all patients.
    """

    practice: Practice
    month: dt.date
    part: str
    amount: Decimal
    worked: int | None = None
    of_all: int | None = None


def of(scope: Scope) -> list[CostRow]:
    """By month: salaries and the consultant's fee, or a care manager's part of the salaries."""
    found = _of_months(scope) if scope.care_manager_id is None else _of_care_manager(scope)
    return sorted(found, key=lambda row: (row.month, row.practice.name, row.part != SALARIES))


def _of_months(scope: Scope) -> Iterator[CostRow]:
    given = returns.costs(scope)
    for practice in scope.practices:
        cost = given.get(practice.pk, returns.UNKNOWN)
        if cost.a_month is None:
            continue
        fee = cost.consultant_fee or Decimal()
        for month in returns.months_of(scope):
            if cost.counts_in(month):
                yield CostRow(practice, month, SALARIES, cost.a_month - fee)
                yield CostRow(practice, month, CONSULTANT, fee)


def _of_care_manager(scope: Scope) -> Iterator[CostRow]:
    """Cut to cents by the running sum, so that the rows come to what the sum is cut to."""
    given, wanted = returns.costs(scope), scope.care_manager_id or None
    practices = {practice.pk: practice for practice in scope.practices}
    exact, told = Decimal(), Decimal()
    for practice, month, worked, of_all in _worked(scope, wanted):
        cost = given.get(practice, returns.UNKNOWN)
        if cost.salary is None or not worked:
            continue
        exact += cost.staff * worked / of_all
        cut = exact.quantize(returns.CENT, ROUND_HALF_UP)
        yield CostRow(practices[practice], month, SALARIES, cut - told, worked, of_all)
        told = cut


def _worked(scope: Scope, wanted: int | None) -> list[tuple[int, dt.date, int, int]]:
    """(practice, month, seconds of the care manager's patients, of all); one query."""
    rows = minutes.live(scope.narrowed(care_manager_id=None))
    sums = rows.values_list("practice", "month", "episode__care_manager")
    whole: dict[tuple[int, dt.date], int] = defaultdict(int)
    own: dict[tuple[int, dt.date], int] = defaultdict(int)
    for practice, month, manager, seconds in sums.annotate(Sum("worked_seconds")):
        whole[practice, month] += seconds
        if manager == wanted:
            own[practice, month] += seconds
    return [(*place, own[place], whole[place]) for place in sorted(own)]
