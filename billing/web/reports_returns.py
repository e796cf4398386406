"""What the page of the return shows: cost against revenue, its picture, where numbers lead."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from billing.selectors.reports import scope
from billing.web import reports_picture
from billing.web.reports_table import Table
from registry import calendar
from registry.templatetags import formats

if TYPE_CHECKING:
    from billing.selectors.reports.returns import Return, Returns
    from billing.web.reports_form import Asked

COLUMNS = ("of", "cost", "paid", "patients_share", "expected", "paid_less_cost",
           "expected_less_cost", "expected_for_each_dollar")  # fmt: skip


def context(asked: Asked, told: Returns) -> dict[str, Any]:
    return {
        "told": told,
        "months": [
            _row(asked, each, month=calendar.month_text(each.month))
            for each in told.months
            if each.month
        ],
        "care_managers": [
            _row(asked, each, care_manager=each.care_manager_id or scope.NOBODY, **_counted(told))
            for each in told.care_managers
        ],
        "total": {"told": told.total, **_urls(asked.query(**_counted(told)))},
        "picture": reports_picture.draw(
            "Cost and revenue by month",
            [
                (row.name, _against(row))
                for row in told.months
                if row.cost is not None or row.money.expected
            ],
            latest=True,
        ),
    }


def _counted(told: Returns) -> dict[str, str]:
    """The months of the total, as an address narrows to them."""
    return {"from": calendar.month_text(told.first), "to": calendar.month_text(told.last)}


def _row(asked: Asked, each: Return, **narrowed: Any) -> dict[str, Any]:
    return {"told": each, **_urls(asked.query(**narrowed))}


def _urls(query: str) -> dict[str, str]:
    return {name: f"{query}&what={name}" for name in ("received", "expected", "cost")}


def _against(row: Return) -> list[tuple[str, str, Decimal]]:
    amounts = [("paid", "Paid", row.paid), ("expected", "Expected", row.money.expected)]
    known = amounts if row.cost is None else [("cost", "Cost", row.cost), *amounts]
    return [(kind, f"{label} {formats.money(amount)}", amount) for kind, label, amount in known]


def table(told: Returns) -> Table:
    rows = [*told.months, *told.care_managers, told.total]
    return Table(
        COLUMNS,
        (
            [row.name, row.cost, row.money.paid, row.money.share, row.money.expected,
             row.net_paid, row.net_expected, row.ratio]
            for row in rows
        ),
    )  # fmt: skip
