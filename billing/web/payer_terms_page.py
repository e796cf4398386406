"""What the page of a payer's terms shows: each policy in words, each fee, and what may be done."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from billing.rules import explain_policy, presets
from billing.rules import policy as rules
from billing.rules.errors import FieldError
from billing.selectors import claims, fees, policies
from billing.services import stretches
from billing.web import doors
from registry import calendar
from registry.web.duties import SETS_UP

if TYPE_CHECKING:
    from billing.models import Fee, PayerPolicy
    from registry.models import Payer
    from registry.web.access import PracticeRequest

DRAFT = ("warning", "Draft")
IN_FORCE = ("success", "In force")
LATER = ("info", "Later")
ENDED = ("neutral", "Ended")


def context(request: PracticeRequest, payer: Payer, now: dt.datetime) -> dict[str, Any]:
    """Everything that the template names."""
    today = calendar.local_date(now, request.practice.timezone)
    found = list(policies.of_payer(request.user, payer))
    return {
        "payer": payer,
        "may_change": bool(request.roles & SETS_UP),
        "policies": [_policy(request, row, today) for row in found],
        "held": not any(row.approved_at and _covers(row, today) for row in found),
        "fees": _fees(list(fees.of_payer(request.user, payer)), today),
        "month_to_run": _month(request.GET.get("run", "")),
    }


def month_to_run(request: PracticeRequest, row: PayerPolicy | Fee, now: dt.datetime) -> str:
    """The month to look at after a change: the one under review, or the row's nearest to it."""
    month = claims.month_to_review(request.user, request.practice, now)
    month = max(month, calendar.month_of(row.active_from))
    if row.active_to:
        month = min(month, calendar.month_of(row.active_to))
    return calendar.month_text(month)


def _month(text: str) -> str:
    try:
        return calendar.month_text(doors.parse_month(text)) if text else ""
    except ValueError:
        return ""


def _policy(request: PracticeRequest, row: PayerPolicy, today: dt.date) -> dict[str, Any]:
    is_own = row.entered_by_id == request.user.pk
    return {
        "row": row,
        "state": _state(row, today) if row.approved_at else DRAFT,
        "review_due": bool(row.review_by and row.review_by <= today and not _over(row, today)),
        "is_web": row.source_address.startswith(("https://", "http://")),
        "may_approve": row.approved_at is None and not is_own,
        "may_end": row.approved_at is not None and not _over(row, today),
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


def _fees(rows: list[Fee], today: dt.date) -> list[dict[str, Any]]:
    own = {row.code for row in rows if row.payer_id and _covers(row, today)}
    return [
        {
            "row": row,
            "state": _state(row, today),
            "set_aside": row.payer_id is None and row.code in own and _covers(row, today),
            "may_end": not _over(row, today),
            "remove_id": f"remove-{row.pk}",
            "remove_text": f"{row.code}, ${row.amount:,.2f}, for "
            f"{'this payer' if row.payer_id else 'all payers'}: only where it was entered wrongly. "
            "A code without an amount in force holds its claim.",
        }
        for row in rows
    ]


def _state(row: PayerPolicy | Fee, today: dt.date) -> tuple[str, str]:
    if _over(row, today):
        return ENDED
    return IN_FORCE if row.active_from <= today else LATER


def _covers(row: PayerPolicy | Fee, today: dt.date) -> bool:
    return row.active_from <= today and not _over(row, today)


def _over(row: PayerPolicy | Fee, today: dt.date) -> bool:
    return row.active_to is not None and row.active_to < today
