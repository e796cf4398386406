"""The claims behind a number of a report, each with its part of the number."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from decimal import Decimal

from billing.selectors.reports import money_rows, time_rows
from billing.selectors.reports.row import Asked, ClaimRow
from billing.selectors.reports.scope import Scope

__all__ = ["OPENS", "Asked", "ClaimRow", "of"]

Finder = Callable[[Scope, Asked, dt.date], Iterable[ClaimRow]]
_FINDERS: dict[str, tuple[str, Finder]] = {
    "charge": ("dollars", money_rows.billed),
    "expected": ("dollars", money_rows.billed),
    "paid": ("dollars", money_rows.paid),
    "paid_later": ("dollars", money_rows.paid),
    "share": ("dollars", money_rows.paid),
    "received": ("dollars", money_rows.paid),
    "missed": ("dollars", money_rows.missed),
    "short": ("dollars", money_rows.short),
    "given_up": ("dollars", money_rows.refused),
    "at_risk": ("dollars", money_rows.at_risk),
    "held": ("dollars", money_rows.held),
    "refused": ("dollars", money_rows.refused),
    "without_expected": ("lines", money_rows.billed),
    "without_missed": ("", money_rows.short),
    "without_at_risk": ("lines", money_rows.held),
    "minutes": ("seconds", time_rows.minutes),
    "to_bill": ("days", time_rows.days),
    "answered": ("days", time_rows.days),
    "unanswered": ("days", time_rows.days),
    "unanswered_charge": ("dollars", time_rows.days),
    "unanswered_expected": ("dollars", time_rows.days),
    "decided": ("", time_rows.decided),
    "denied": ("", time_rows.decided),
    "reviewable": ("", time_rows.reviews),
    "reviewed": ("day", time_rows.reviews),
    "unreviewed": ("", time_rows.reviews),
}
#: Numbers that can be opened, with what a row's number is: dollars, seconds, days, a day, a count
#: of lines, or nothing, where the number is how many rows there are.
OPENS = {what: kind for what, (kind, _) in _FINDERS.items()}


def of(scope: Scope, asked: Asked, today: dt.date) -> list[ClaimRow]:
    """The rows, the most first; four queries at most, whatever their number."""
    _, find = _FINDERS[asked.what]
    return sorted(find(scope, asked, today), key=_order)


def _order(row: ClaimRow) -> tuple[Decimal | int, dt.date, int]:
    size = row.amount if isinstance(row.amount, Decimal | int) else 0
    return -size, row.claim.month, row.claim.pk
