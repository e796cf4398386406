"""What the page of a payer's terms shows: each policy in words, and what may be done."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from billing.rules import explain_policy, presets
from billing.rules import policy as rules
from billing.rules.errors import FieldError
from billing.selectors import policies
from billing.services import stretches
from billing.web import doors, fees_page, in_force
from registry import calendar
from registry.web.duties import SETS_UP

if TYPE_CHECKING:
    from billing.models import PayerPolicy
    from registry.models import Payer
    from registry.web.access import PracticeRequest

DRAFT = ("warning", "Draft")


def context(request: PracticeRequest, payer: Payer, now: dt.datetime) -> dict[str, Any]:
    """Everything that the template names."""
    today = calendar.local_date(now, request.practice.timezone)
    found = list(policies.of_payer(request.user, payer))
    return {
        "payer": payer,
        "may_change": bool(request.roles & SETS_UP),
        "policies": [_policy(request, row, today) for row in found],
        "held": not any(row.approved_at and in_force.covers(row, today) for row in found),
        "fees": fees_page.of_payer(request, payer, today),
        "month_to_run": _month(request.GET.get("run", "")),
    }


def _month(text: str) -> str:
    try:
        return calendar.month_text(doors.parse_month(text)) if text else ""
    except ValueError:
        return ""


def _policy(request: PracticeRequest, row: PayerPolicy, today: dt.date) -> dict[str, Any]:
    is_own = row.entered_by_id == request.user.pk
    return {
        "row": row,
        "state": in_force.state(row, today) if row.approved_at else DRAFT,
        "review_due": bool(
            row.review_by and row.review_by <= today and not in_force.over(row, today)
        ),
        "is_web": row.source_address.startswith(("https://", "http://")),
        "may_approve": row.approved_at is None and not is_own,
        "may_end": row.approved_at is not None and not in_force.over(row, today),
        "met": _met(row),
        "approve_id": f"approve-{row.pk}",
        "approve_text": f"It is in force {stretches.said(row.active_from, row.active_to)}, and "
        "the true-up reads this payer's months by it. Compare it with its source first.",
        "discard_id": f"discard-{row.pk}",
        **_read(row, today),
    }


def _read(row: PayerPolicy, today: dt.date) -> dict[str, Any]:
    """The policy in words, by the version of its preset that is in force today or nearest to it."""
    day = max(today, row.active_from)
    day = min(day, row.active_to) if row.active_to else day
    try:
        read = rules.resolve(row.preset, row.overrides, on=day)
    except FieldError as error:
        return {"unreadable": f"It cannot be read, and holds every claim: {error}."}
    paid_from = explain_policy.value_of(
        {code: least for code, least in read.min_minutes.items() if read.accepts(code)}
    )
    return {
        "reading": f"{presets.book()[row.preset].label} ({row.preset})",
        "paid_from": paid_from,
        "node": explain_policy.tree(read),
    }


def _met(row: PayerPolicy) -> str:
    """What keeps a draft from being approved, while another policy has some of its days."""
    other = None if row.approved_at else policies.sharing_days(row)
    if other is None:
        return ""
    days = stretches.said(other.active_from, other.active_to)
    what = stretches.make_room(row.active_from, other.active_from, other.active_to)
    return f"Shares days with the policy that is approved {days}. {what}"
