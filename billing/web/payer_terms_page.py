"""What the page of a payer's terms shows: what is in force in words, drafts, and all over time."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from billing.selectors import policies
from billing.services import stretches
from billing.web import doors, fees_page, in_force, payer_policy_page, payer_policy_words
from billing.web.doors import BILLERS
from registry import calendar
from registry.web.duties import SETS_UP

if TYPE_CHECKING:
    from billing.models import PayerPolicy
    from registry.models import Payer
    from registry.web.access import PracticeRequest


def context(request: PracticeRequest, payer: Payer, now: dt.datetime) -> dict[str, Any]:
    """Everything that the template names."""
    today = calendar.local_date(now, request.practice.timezone)
    found = list(policies.of_payer(request.user, payer))
    current = next((row for row in found if _counts(row) and in_force.covers(row, today)), None)
    return {
        "payer": payer,
        "may_change": bool(request.roles & SETS_UP),
        "is_biller": bool(request.roles & BILLERS),
        "policy": payer_policy_page.described(current, today) if current else None,
        "drafts": [_draft(request, row, today) for row in found if row.approved_at is None],
        "timeline": [_line(row, today) for row in found],
        "fees": fees_page.of_payer(request, payer, today),
        "month_to_run": _month(request.GET.get("run", "")),
    }


def _counts(row: PayerPolicy) -> bool:
    return row.approved_at is not None and row.set_aside_at is None


def _month(text: str) -> str:
    try:
        return calendar.month_text(doors.parse_month(text)) if text else ""
    except ValueError:
        return ""


def _draft(request: PracticeRequest, row: PayerPolicy, today: dt.date) -> dict[str, Any]:
    """A draft that waits: for whom."""
    is_own = row.entered_by_id == request.user.pk
    return {**_line(row, today), "is_own": is_own, "approvers": policies.approvers(row)}


def _line(row: PayerPolicy, today: dt.date) -> dict[str, Any]:
    return {
        "row": row,
        "state": payer_policy_page.state(row, today),
        "days": stretches.said(row.active_from, row.active_to),
        "reading": payer_policy_words.in_short(row, today),
        "review_due": payer_policy_page.is_review_due(row, today),
    }
