"""What the list of policies shows: each payer with what is in force, what waits, what is held."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from billing.selectors import claims, policies
from billing.web import in_force, payer_policy_page, payer_policy_words
from registry import calendar
from registry.selectors import payers
from registry.web.duties import SETS_UP

if TYPE_CHECKING:
    from billing.models import PayerPolicy
    from registry.models import Payer
    from registry.web.access import PracticeRequest


def context(request: PracticeRequest, now: dt.datetime) -> dict[str, Any]:
    """Everything that the template names."""
    today = calendar.local_date(now, request.practice.timezone)
    month = claims.month_to_review(request.user, request.practice, now)
    held = policies.held_by_payer(request.user, request.practice, month)
    by_payer = _by_payer(request)
    shown = [
        _payer(request, payer, by_payer[payer.pk], today, held.get(payer.pk, 0))
        for payer in payers.of_practice(request.user, request.practice)
    ]
    return {
        "payers": sorted(shown, key=lambda each: not each["asks"]),
        "month": month,
        "month_text": calendar.month_text(month),
        "may_change": bool(request.roles & SETS_UP),
    }


def _by_payer(request: PracticeRequest) -> dict[int, list[PayerPolicy]]:
    found: dict[int, list[PayerPolicy]] = defaultdict(list)
    for row in policies.of_practice(request.user, request.practice):
        found[row.payer_id].append(row)
    return found


def _payer(
    request: PracticeRequest, payer: Payer, rows: list[PayerPolicy], today: dt.date, held: int
) -> dict[str, Any]:
    approved = [row for row in rows if row.approved_at and not row.set_aside_at]
    current = next((row for row in approved if in_force.covers(row, today)), None)
    later = [row for row in approved if row.active_from > today]
    drafts = [row for row in rows if row.approved_at is None]
    is_due = bool(current and payer_policy_page.is_review_due(current, today))
    return {
        "payer": payer,
        "current": current,
        "reading": payer_policy_words.in_short(current, today) if current else "",
        "next": later[-1] if later else None,
        "drafts": [{"row": row, "is_own": row.entered_by_id == request.user.pk} for row in drafts],
        "review_due": is_due,
        "held": held,
        "asks": not current or bool(drafts) or is_due or held > 0,
    }
