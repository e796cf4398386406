"""What the page of revenue shows: its rows, its picture, and where each number leads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from billing.selectors.reports import money, scope
from billing.web import reports_picture
from billing.web.reports_form import BY_LABELS
from billing.web.reports_table import Table
from registry import calendar
from registry.templatetags import formats

if TYPE_CHECKING:
    from billing.selectors.reports.money import Cube, Money
    from billing.web.reports_form import Asked

#: (a number of Money, label), in the order of the table and the picture.
COLUMNS = (
    ("charge", "Charged"),
    ("expected", "Expected"),
    ("paid", "Paid"),
    ("share", "Patients' share"),
    ("missed", "Missed"),
    ("at_risk", "At risk"),
)
DRAWN = ("paid", "expected", "missed", "at_risk")
#: What the file says beside them.
PARTS = ("paid_later", "short", "given_up", "held", "refused")
COUNTS = ("without_expected", "without_missed", "without_at_risk")
FILE_COUNTS = ("lines_without_expected", "months_without_missed", "lines_without_at_risk")


class Figure(NamedTuple):
    """A number with the query of its rows, and what is said below it, with that query."""

    label: str
    amount: Decimal
    query: str
    notes: list[tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class MoneyRow:
    key: Any
    name: str
    money: Money
    query: str

    @property
    def figures(self) -> list[Figure]:
        return [
            Figure(label, getattr(self.money, name), f"{self.query}&what={name}",
                   list(self._notes(name)))
            for name, label in COLUMNS
        ]  # fmt: skip

    def _notes(self, name: str) -> Iterator[tuple[str, str]]:
        """Of a number: what second payers paid of it, and of how many no amount is known."""
        if name == "paid" and self.money.paid_later:
            said = f"{formats.money(self.money.paid_later)} by later payers"
            yield said, f"{self.query}&what=paid_later"
        unknown = getattr(self.money, f"without_{name}", 0)
        if unknown:
            yield f"{unknown} without an amount", f"{self.query}&what=without_{name}"


def rows(asked: Asked, found: Cube) -> list[MoneyRow]:
    """By month in order of time; else the most expected first."""
    sums = money.told_by(found, asked.by)
    names = money.names(asked.scope, asked.by, sums)
    told = [
        MoneyRow(
            key=key,
            name=formats.month_name(key) if asked.by == "month" else names.get(key, str(key)),
            money=each,
            query=asked.query(**{asked.by: in_address(key)}),
        )
        for key, each in sums.items()
    ]
    if asked.by == "month":
        return sorted(told, key=lambda row: row.key)
    return sorted(told, key=lambda row: (-row.money.expected, row.name.casefold()))


def in_address(key: Any) -> str:
    if isinstance(key, dt.date):
        return calendar.month_text(key)
    if key == "":
        return scope.WHOLE
    return str(scope.NOBODY if key is None else key)


def context(asked: Asked, found: Cube, told: list[MoneyRow]) -> dict[str, Any]:
    total = MoneyRow(key=None, name="Total", money=money.total(found), query=asked.query())
    return {
        "rows": told,
        "total": total,
        "columns": [label for _, label in COLUMNS],
        "tabs": [
            {"label": label, "url": asked.query(by=by), "current": by == asked.by}
            for by, label in BY_LABELS.items()
            if by != "practice" or asked.is_whole
        ],
        "by_label": BY_LABELS[asked.by],
        "picture": reports_picture.draw(
            f"Dollars by {BY_LABELS[asked.by].lower()}",
            [(row.name, _bars(row.money)) for row in told],
            latest=asked.by == "month",
        ),
        "has_payments": total.money.payments > 0,
    }


def _bars(found: Money) -> list[tuple[str, str, Decimal]]:
    labels = dict(COLUMNS)
    amounts = [(name, getattr(found, name)) for name in DRAWN]
    return [(name, f"{labels[name]} {formats.money(each)}", each) for name, each in amounts]


def table(asked: Asked, told: list[MoneyRow]) -> Table:
    numbers = [*(name for name, _ in COLUMNS), *PARTS]
    return Table(
        [asked.by, *numbers, *FILE_COUNTS],
        (
            [
                in_address(row.key) if asked.by == "month" else row.name,
                *(getattr(row.money, name) for name in (*numbers, *COUNTS)),
            ]
            for row in told
        ),
    )
