"""What the pages of the reports show: rows with their words, pictures, and where a number leads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from billing.rules import rule_names, words
from billing.selectors.reports import minutes, money, scope
from billing.web import reports_picture
from billing.web.reports_form import BY_LABELS
from registry import calendar
from registry.templatetags import formats

if TYPE_CHECKING:
    from billing.selectors.reports.minutes import Minutes, Spent
    from billing.selectors.reports.money import Cube, Money
    from billing.selectors.reports.returns import Return, Returns
    from billing.selectors.reports.speed import Age, Days, Share, Speed
    from billing.web.reports_form import Asked

#: (field of Money, label), in the order of the table and the picture.
COLUMNS = (
    ("charge", "Charged"),
    ("expected", "Expected"),
    ("paid", "Paid"),
    ("share", "Patients' share"),
    ("missed", "Missed"),
    ("at_risk", "At risk"),
)
DRAWN = ("paid", "expected", "missed", "at_risk")
KINDS = {
    minutes.EARNED: "Earned a claim",
    minutes.HELD: "On held claims",
    minutes.NOT_BILLABLE: "In months that earned no code",
    minutes.EXCLUDED: "Not counted",
}


class Table(NamedTuple):
    """A report as a file: its columns and its rows."""

    columns: Sequence[str]
    rows: Iterable[Sequence[Any]]


@dataclass(frozen=True, kw_only=True)
class MoneyRow:
    """One row of the report, with the address of the claims behind each of its numbers."""

    key: Any
    name: str
    money: Money
    query: str

    @property
    def cells(self) -> list[tuple[str, Decimal, str, int]]:
        """(label, amount, query of its rows, of how many no amount is known)."""
        unknown = {
            "expected": self.money.without_expected,
            "missed": self.money.without_missed,
            "at_risk": self.money.without_at_risk,
        }
        return [
            (
                label,
                getattr(self.money, name),
                f"{self.query}&what={name}" if self.query else "",
                unknown.get(name, 0),
            )
            for name, label in COLUMNS
        ]


def money_rows(asked: Asked, found: Cube) -> list[MoneyRow]:
    """By month in order of time; else the most expected first."""
    sums = money.told_by(found, asked.by)
    names = money.names(asked.scope, asked.by, sums)
    rows = [
        MoneyRow(
            key=key,
            name=_name(asked, key, names),
            money=each,
            query=asked.query(**{asked.by: _in_address(key)}) if key != "" else "",
        )
        for key, each in sums.items()
    ]
    if asked.by == "month":
        return sorted(rows, key=lambda row: row.key)
    return sorted(rows, key=lambda row: (-row.money.expected, row.name.casefold()))


def _name(asked: Asked, key: Any, names: dict[Any, str]) -> str:
    return formats.month_name(key) if asked.by == "month" else names.get(key, str(key))


def _in_address(key: Any) -> str:
    if isinstance(key, dt.date):
        return calendar.month_text(key)
    return str(scope.NOBODY if key is None else key)


def money_context(asked: Asked, found: Cube, rows: list[MoneyRow]) -> dict[str, Any]:
    total = MoneyRow(key=None, name="Total", money=money.total(found), query=asked.query())
    return {
        "rows": rows,
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
            [(row.name, [_amount(row, name) for name in DRAWN]) for row in rows],
        ),
        "has_payments": total.money.payments > 0,
    }


def _amount(row: MoneyRow, name: str) -> tuple[str, str, Decimal]:
    return name, dict(COLUMNS)[name], getattr(row.money, name)


def money_table(asked: Asked, rows: list[MoneyRow]) -> Table:
    columns = [
        asked.by, *(name for name, _ in COLUMNS), "lines_without_expected",
        "months_without_missed", "lines_without_at_risk",
    ]  # fmt: skip
    return Table(
        columns,
        (
            [
                _in_address(row.key) if asked.by == "month" else row.name,
                *(getattr(row.money, name) for name, _ in COLUMNS),
                row.money.without_expected,
                row.money.without_missed,
                row.money.without_at_risk,
            ]
            for row in rows
        ),
    )


def reason_name(spent: Spent) -> str:
    """What a reason is called; earned time has none."""
    if spent.kind == minutes.EXCLUDED:
        said = words.EXCLUSIONS.get(spent.reason, spent.reason)
        return said[0].upper() + said[1:]
    return rule_names.name(spent.reason) if spent.reason else "Clean, approved or sent"


def minutes_context(asked: Asked, found: Minutes) -> dict[str, Any]:
    return {
        "found": found,
        "stats": [
            (KINDS[kind], found.of_kind(kind), _part(found.of_kind(kind), found.worked))
            for kind in KINDS
        ],
        "rows": [
            {
                "kind": KINDS[each.kind],
                "reason": reason_name(each),
                "spent": each,
                "part": _part(each.seconds, found.worked),
                "url": asked.query(what="minutes", kind=each.kind, reason=each.reason),
            }
            for each in found.spent
        ],
        "bars": _bars(found),
    }


def _bars(found: Minutes) -> list[dict[str, Any]]:
    """One bar of all the worked time, cut by kind: beginnings and lengths in percent."""
    bars, at = [], Decimal()
    for kind in KINDS:
        if not found.worked or not found.of_kind(kind):
            continue
        length = Decimal(found.of_kind(kind)) * 100 / found.worked
        bars.append(
            {
                "kind": kind,
                "x": f"{at:.2f}%",
                "width": f"{length:.2f}%",
                "words": f"{KINDS[kind]}: {formats.duration(found.of_kind(kind))}",
            }
        )
        at += length
    return bars


def _part(seconds: int, worked: int) -> str:
    return f"{Decimal(seconds) * 100 / worked:.1f} %" if worked else formats.NOTHING


def minutes_table(found: Minutes) -> Table:
    columns = ("kind", "reason", "reason_in_words", "seconds", "claims")
    return Table(
        columns,
        ([each.kind, each.reason, reason_name(each), each.seconds, each.claims]
         for each in found.spent),
    )  # fmt: skip


def speed_context(asked: Asked, found: Speed) -> dict[str, Any]:
    return {
        "found": found,
        "months": [
            {
                "name": formats.month_name(month),
                "days": days,
                "url": asked.query(what="to_bill", month=calendar.month_text(month)),
            }
            for month, days in found.to_bill.items()
        ],
        "ages": [(age, asked.query(what="unanswered", age=age.first, until=age.last))
                 for age in found.ages],
        "denied": [(share, asked.query(what="denied", payer=share.key)) for share in found.denied],
        "reviewed": [
            (share, asked.query(what="unreviewed", month=calendar.month_text(share.key)))
            for share in found.reviewed
        ],
        "aged": reports_picture.draw(
            "Expected of claims that no payer has answered, by days since the file",
            [(age.label, [("expected", "Expected", age.expected)]) for age in found.ages],
        ),
    }  # fmt: skip


def speed_table(found: Speed) -> Table:
    """All four figures below each other, told apart by the first column."""
    columns = ("figure", "of", "claims", "part", "mean_days", "median_days", "longest_days",
               "expected", "percent")  # fmt: skip
    rows: list[list[Any]] = [
        _days_cells("days_to_bill", calendar.month_text(month), days)
        for month, days in found.to_bill.items()
    ]
    rows.append(_days_cells("days_to_answer", "all", found.to_answer))
    rows += [_age_cells(age) for age in found.ages]
    rows += [_share_cells("denied", share) for share in found.denied]
    rows += [_share_cells("reviewed", share) for share in found.reviewed]
    return Table(columns, rows)


def _days_cells(figure: str, of: str, days: Days) -> list[Any]:
    return [figure, of, days.claims, None, days.mean, days.median, days.longest, None, None]


def _age_cells(age: Age) -> list[Any]:
    return ["unanswered", age.label, age.claims, None, None, None, None, age.expected, None]


def _share_cells(figure: str, share: Share) -> list[Any]:
    return [figure, share.name, share.whole, share.part, None, None, None, None, share.percent]


def return_context(asked: Asked, told: Returns) -> dict[str, Any]:
    return {
        "told": told,
        "picture": reports_picture.draw(
            "Cost and revenue by month",
            [
                (row.name, _against(row))
                for row in told.months
                if row.cost is not None or row.money.expected
            ],
        ),
    }


def _against(row: Return) -> list[tuple[str, str, Decimal]]:
    revenue = [
        ("paid", "Paid", row.money.paid + row.money.share),
        ("expected", "Expected", row.money.expected),
    ]
    return revenue if row.cost is None else [("cost", "Cost", row.cost), *revenue]


def return_table(told: Returns) -> Table:
    columns = ("of", "cost", "paid", "patients_share", "expected", "paid_less_cost",
               "expected_less_cost", "expected_for_each_dollar")  # fmt: skip
    rows = [*told.months, *told.care_managers, told.total]
    return Table(
        columns,
        (
            [row.name, row.cost, row.money.paid, row.money.share, row.money.expected,
             row.net_paid, row.net_expected, row.ratio]
            for row in rows
        ),
    )  # fmt: skip
