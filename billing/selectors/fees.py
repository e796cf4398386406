"""What a practice charges: the amounts in force on a claim's date of service."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q

from billing.models import Fee


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount for one unit of a code, in dollars, on days from first to last, both included."""

    code: str
    amount: Decimal
    first: dt.date
    last: dt.date | None

    def covers(self, day: dt.date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Schedule:
    """A practice's amounts for one payer; those for this payer go before those for all."""

    amounts: tuple[Amount, ...]
    mark: str

    def amount(self, code: str, on: dt.date) -> Decimal | None:
        """Dollars for one unit on a day; None where there is no amount in force."""
        fitting = (each.amount for each in self.amounts if each.code == code and each.covers(on))
        return next(fitting, None)


Payer = tuple[int, int | None]


def schedules(payers: Collection[Payer], first: dt.date, last: dt.date) -> dict[Payer, Schedule]:
    """The schedule of each (practice, payer), with what is in force on some day of a stretch."""
    rows = Fee.objects.filter(
        Q(active_to=None) | Q(active_to__gte=first),
        Q(payer_id=None) | Q(payer_id__in={payer for _, payer in payers if payer}),
        practice_id__in={practice for practice, _ in payers},
        active_from__lte=last,
    ).order_by("practice_id", "payer_id", "code", "active_from")
    found = list(
        rows.values_list("practice_id", "payer_id", "code", "amount", "active_from", "active_to")
    )
    return {payer: _schedule(payer, found) for payer in payers}


def _schedule(payer: Payer, rows: Collection[tuple]) -> Schedule:
    practice_id, payer_id = payer
    own = [row for row in rows if row[:2] == (practice_id, payer_id) and payer_id is not None]
    general = [row for row in rows if row[:2] == (practice_id, None)]
    amounts = tuple(Amount(*row[2:]) for row in (*own, *general))
    return Schedule(amounts, ";".join(f"{a.code} {a.amount} {a.first} {a.last}" for a in amounts))
