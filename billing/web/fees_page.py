"""What pages show of fees: each row, whether it counts today, and what may be done."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator

from billing.rules import words
from billing.selectors import fees
from billing.web import in_force, payer_terms_change
from billing.web.fees_form import FeesFilter
from registry import calendar
from registry.selectors import payers
from registry.web.duties import SETS_UP

if TYPE_CHECKING:
    from billing.models import Fee
    from registry.models import Payer
    from registry.web.access import PracticeRequest

PER_PAGE = 100
_CARDS = {"charge": "Charges", "allowed": "Allowed amounts"}


def context(request: PracticeRequest, now: dt.datetime) -> dict[str, Any]:
    """The practice's fees, as far as the filter shows them."""
    today = calendar.local_date(now, request.practice.timezone)
    mine = list(payers.of_practice(request.user, request.practice))
    asked = FeesFilter(request.GET, payers=[(payer.pk, payer.name) for payer in mine])
    wanted = asked.wanted()
    everything = fees.visible_to(request.user, request.practice)
    found = fees.in_order(fees.narrowed(everything, wanted, today))
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return {
        "filter": asked,
        "is_narrowed": bool(wanted),
        "page": page,
        "fees": [_row(row, today) for row in page.object_list],
        "payers": mine,
        "may_change": bool(request.roles & SETS_UP),
        "silent": _silent(fees.without_allowed(request.practice, today)),
        "month_to_run": payer_terms_change.month_asked(request),
    }


def _silent(names: list[str]) -> str:
    """Which payers' claims have no expected amount."""
    if not names:
        return ""
    return (
        f"No allowed amount is in force today for {words.listed(names)}: their claims say nothing "
        "of what they should bring. Such a claim is not held."
    )


def of_payer(request: PracticeRequest, payer: Payer, today: dt.date) -> list[dict[str, Any]]:
    """The fees of a payer's terms, by kind."""
    rows = list(fees.of_payer(request.user, payer))
    return [
        {
            "name": kind,
            "label": label,
            "rows": _of_kind([row for row in rows if row.kind == kind], today),
        }
        for kind, label in _CARDS.items()
    ]


def _of_kind(rows: list[Fee], today: dt.date) -> list[dict[str, Any]]:
    own = {row.code for row in rows if row.payer_id and in_force.covers(row, today)}
    return [
        {
            **_row(row, today),
            "set_aside": row.payer_id is None and row.code in own and in_force.covers(row, today),
            "may_end": not in_force.over(row, today),
            "remove_id": f"remove-{row.pk}",
            "remove_text": _before_removal(row),
        }
        for row in rows
    ]


def _row(row: Fee, today: dt.date) -> dict[str, Any]:
    return {"row": row, "state": in_force.state(row, today)}


def _before_removal(row: Fee) -> str:
    whose = "this payer" if row.payer_id else "all payers"
    without = (
        "A code without a charge in force holds its claim."
        if row.kind == "charge"
        else "A claim of a code without an allowed amount says nothing of what it should bring."
    )
    return (
        f"{row.code}, ${row.amount:,.2f}, for {whose}: only where it was entered wrongly. {without}"
    )
