"""The claims behind a number of a report, as a list and as a file."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from billing.selectors.reports import claim_rows
from billing.selectors.reports.claim_rows import OPENS
from billing.selectors.reports.minutes import EXCLUDED, Spent
from billing.web import reports_page
from registry import calendar
from registry.templatetags import formats

if TYPE_CHECKING:
    from django.core.paginator import Page

    from billing.selectors.reports.claim_rows import Asked, ClaimRow
    from billing.selectors.reports.scope import Scope
    from registry.web.access import PracticeRequest

TITLES = {
    "charge": "Charged",
    "expected": "Expected",
    "paid": "Paid by payers",
    "share": "Left to patients",
    "received": "Paid by payers, and left to patients",
    "missed": "Missed: months that fell short",
    "at_risk": "At risk: held, or refused and not settled",
    "minutes": "Where time went",
    "to_bill": "Days from the month's end to the file",
    "unanswered": "Sent, and no payer has answered",
    "denied": "Claims of which something was refused",
    "unreviewed": "Months of collaborative care without a consultant's review",
}
COLUMNS = ("practice", "month", "claim", "record_number", "payer", "care_manager", "state",
           "outcome", "amount")  # fmt: skip


def context(
    request: PracticeRequest,
    scope: Scope,
    asked: Asked,
    found: list[ClaimRow],
    page: Page[ClaimRow],
) -> dict[str, Any]:
    kept = request.GET.copy()
    kept.pop("page", None)
    kept["as"] = "csv"
    return {
        "title": TITLES[asked.what],
        "kind": OPENS[asked.what],
        "narrowed_to": narrowed_to(scope, asked),
        "page": page,
        "rows": [(row, said(row, asked)) for row in page.object_list],
        "total": total(found, asked),
        "rows_csv": f"?{kept.urlencode()}",
        "is_excluded": asked.kind == EXCLUDED,
    }


def narrowed_to(scope: Scope, asked: Asked) -> str:
    """The months and what else narrows, in words."""
    first, last = formats.month_name(scope.first), formats.month_name(scope.last)
    parts = [first if first == last else f"{first} to {last}"]
    if scope.code:
        parts.append(scope.code)
    if asked.what == "minutes":
        spent = Spent(kind=asked.kind, reason=asked.reason, seconds=0, claims=0)
        parts.append(reports_page.reason_name(spent))
    return ", ".join(parts)


def said(row: ClaimRow, asked: Asked) -> str:
    """A row's number as a person reads it."""
    return _words(row.amount, OPENS[asked.what])


def total(found: list[ClaimRow], asked: Asked) -> str:
    """The sum of dollars or of time; nothing of days."""
    kind = OPENS[asked.what]
    if kind not in ("dollars", "seconds"):
        return ""
    amounts = [row.amount for row in found if row.amount is not None]
    return _words(sum(amounts, Decimal()) if kind == "dollars" else sum(amounts), kind)


def _words(amount: Decimal | int | None, kind: str) -> str:
    if kind == "seconds":
        return formats.duration(int(amount or 0))
    if kind == "days":
        return formats.plural(int(amount or 0), "day")
    return formats.money(amount) if kind else ""


def cells(row: claim_rows.ClaimRow) -> list[Any]:
    claim = row.claim
    manager = claim.episode.care_manager.full_name if claim.episode else None
    return [
        claim.practice.name, calendar.month_text(claim.month), claim.pk,
        claim.patient.record_number, claim.payer.name if claim.payer else None, manager,
        claim.state, claim.outcome, row.amount,
    ]  # fmt: skip
