"""The claims behind a number of a report, as a list and as a file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from billing.selectors.reports import causes, money, refusals
from billing.selectors.reports import scope as scopes
from billing.selectors.reports.claim_rows import OPENS
from billing.web import reports_causes, reports_minutes
from registry import calendar
from registry.templatetags import formats

if TYPE_CHECKING:
    from django.core.paginator import Page

    from billing.selectors.reports.claim_rows import Asked, ClaimRow
    from billing.selectors.reports.row import Amount
    from billing.selectors.reports.scope import Scope
    from registry.web.access import PracticeRequest

TITLES = {
    "charge": "Charged",
    "expected": "Expected",
    "paid": "Paid by payers",
    "paid_later": "Paid by second and third payers",
    "share": "Left to patients",
    "received": "Paid by payers, and left to patients",
    "missed": "Missed: fell short, or refused and given up",
    "short": "Missed: months that fell short",
    "given_up": "Missed: refused and given up",
    "at_risk": "At risk: held, or refused and not settled",
    "held": "At risk: held",
    "refused": "At risk: refused and not settled",
    "without_expected": "Lines of which no expected amount is known",
    "without_missed": "Months that fell short of a code without a known amount",
    "without_at_risk": "Lines of held claims without an expected amount",
    "minutes": "Where time went",
    "to_bill": "Days from the month's end to the file",
    "answered": "Days from the file to the payer's word",
    "unanswered": "Sent, and no payer has answered",
    "unanswered_charge": "Charged, and no payer has answered",
    "unanswered_expected": "Expected, and no payer has answered",
    "decided": "Claims that a payer has decided",
    "denied": "Claims of which something was refused",
    "reviewable": "Months of collaborative care",
    "reviewed": "Months of collaborative care with a consultant's review",
    "unreviewed": "Months of collaborative care without a consultant's review",
}
HEADS = {
    "dollars": "Dollars", "seconds": "Time", "days": "Days", "lines": "Lines",
    "day": "First review",
}  # fmt: skip
#: The report that a number stands in; `reports` unless said.
OF = dict.fromkeys(
    ("to_bill", "answered", "unanswered", "unanswered_charge", "unanswered_expected", "decided",
     "denied", "reviewable", "reviewed", "unreviewed"), "reports_speed",
) | {"minutes": "reports_minutes", "received": "reports_return"}  # fmt: skip
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
        "head": HEADS.get(OPENS[asked.what], ""),
        "back": OF.get(asked.what, "reports"),
        "narrowed_to": ", ".join(narrowed_to(scope, asked)),
        "page": page,
        "rows": [(row, _words(row.amount, OPENS[asked.what])) for row in page.object_list],
        "total": total(found, asked),
        "rows_csv": f"?{kept.urlencode()}",
        "views": views(request) if asked.what == "minutes" else (),
    }


def views(request: PracticeRequest) -> list[dict[str, Any]]:
    """Minutes by claim or by entry: two views of the same number."""
    told = []
    for word, label in (("", "By claim"), ("entries", "By time entry")):
        kept = request.GET.copy()
        for name in ("page", "as", "rows"):
            kept.pop(name, None)
        if word:
            kept["rows"] = word
        is_current = request.GET.get("rows", "") == word
        told.append({"label": label, "url": f"?{kept.urlencode()}", "current": is_current})
    return told


def narrowed_to(scope: Scope, asked: Asked) -> Iterator[str]:
    """The months and what else narrows, in words."""
    first, last = formats.month_name(scope.first), formats.month_name(scope.last)
    yield first if first == last else f"{first} to {last}"
    if scope.code:
        yield "the claim as a whole" if scope.code == scopes.WHOLE else scope.code
    for by, key in (("payer", scope.payer_id), ("care_manager", scope.care_manager_id)):
        if key is not None:
            known = key or None
            yield money.names(scope, by, [known]).get(known, "")
    if asked.from_payer is not None:
        paid_by = asked.from_payer or None
        yield f"paid by {money.names(scope, 'payer', [paid_by]).get(paid_by, '')}"
    if asked.what == "minutes":
        yield reports_minutes.reason_name(asked.kind, asked.reason)
    elif asked.reason:
        yield _cause(asked)
    if asked.what.startswith("unanswered"):
        yield _age(asked.ages)


def _cause(asked: Asked) -> str:
    kinds = {each: each for each in (causes.HELD, refusals.OPEN, refusals.GIVEN_UP)}
    kind = (kinds | {"without_at_risk": causes.HELD}).get(asked.what, refusals.OPEN)
    cause = causes.Cause(kind=kind, reason=asked.reason, amount=Decimal(), claims=0)
    return reports_causes.name(cause)


def _age(ages: tuple[int, int | None]) -> str:
    first, last = ages
    return f"{first} days and more" if last is None else f"{first} to {last} days"


def total(found: list[ClaimRow], asked: Asked) -> str:
    """The sum of dollars, time or lines; how many there are of what is counted."""
    kind = OPENS[asked.what]
    if kind in ("days", "day"):
        return ""
    if not kind:
        return str(len(found))
    amounts = [row.amount for row in found if row.amount is not None]
    return _words(sum(amounts, Decimal()), kind)  # type: ignore[arg-type]


def _words(amount: Amount, kind: str) -> str:
    """A row's number as a person reads it."""
    if isinstance(amount, dt.date):
        return formats.day(amount)
    if kind == "seconds":
        return formats.duration(int(amount or 0))
    if kind == "days":
        return formats.plural(int(amount or 0), "day")
    if kind == "lines":
        return str(int(amount or 0))
    return formats.money(amount) if kind else ""


def cells(row: ClaimRow) -> list[Any]:
    claim = row.claim
    manager = claim.episode.care_manager.full_name if claim.episode else None
    return [
        claim.practice.name, calendar.month_text(claim.month), claim.pk,
        claim.patient.record_number, claim.payer.name if claim.payer else None, manager,
        claim.state, claim.outcome, row.amount,
    ]  # fmt: skip
