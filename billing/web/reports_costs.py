"""What a cost of the return is made of, as a list and as a file."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from billing.selectors.reports import cost_rows, money
from billing.web.reports_table import Table
from registry import calendar
from registry.templatetags import formats

if TYPE_CHECKING:
    from billing.selectors.reports.cost_rows import CostRow
    from billing.selectors.reports.scope import Scope
    from registry.web.access import PracticeRequest

COLUMNS = ("practice", "month", "part", "worked_seconds", "all_seconds", "amount")
PARTS = {
    cost_rows.SALARIES: "Care managers' salaries",
    cost_rows.CONSULTANT: "The consultant's fee",
}


def context(request: PracticeRequest, scope: Scope, found: list[CostRow]) -> dict[str, Any]:
    kept = request.GET.copy()
    kept["as"] = "csv"
    return {
        "narrowed_to": ", ".join(_narrowed_to(scope)),
        "rows": [(row, PARTS[row.part], _share(row)) for row in found],
        "total": sum((row.amount for row in found), Decimal()),
        "rows_csv": f"?{kept.urlencode()}",
    }


def _narrowed_to(scope: Scope) -> list[str]:
    first, last = formats.month_name(scope.first), formats.month_name(scope.last)
    told = [first if first == last else f"{first} to {last}"]
    if scope.care_manager_id is not None:
        known = scope.care_manager_id or None
        told.append(money.names(scope, "care_manager", [known]).get(known, ""))
    return told


def _share(row: CostRow) -> str:
    """Of a care manager: whose time of what."""
    if row.worked is None:
        return ""
    return f"{formats.duration(row.worked)} of {formats.duration(row.of_all)}"


def table(found: list[CostRow]) -> Table:
    return Table(
        COLUMNS,
        (
            [row.practice.name, calendar.month_text(row.month), row.part, row.worked, row.of_all,
             row.amount]
            for row in found
        ),
    )  # fmt: skip
