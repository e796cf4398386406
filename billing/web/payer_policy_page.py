"""What the page of one policy shows, by where it stands: draft, in force, over, set aside."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from billing.selectors import policies
from billing.services import policy_room, stretches
from billing.web import in_force, mending, payer_policy_words
from registry import calendar
from registry.web.duties import SETS_UP

if TYPE_CHECKING:
    from billing.models import PayerPolicy
    from registry.web.access import PracticeRequest

DRAFT = ("warning", "Draft")
SET_ASIDE = ("neutral", "Set aside")


def context(request: PracticeRequest, row: PayerPolicy, now: dt.datetime) -> dict[str, Any]:
    """Everything that the template of a policy names."""
    today = calendar.local_date(now, request.practice.timezone)
    may_change = bool(request.roles & SETS_UP)
    return {
        "payer": row.payer,
        "may_change": may_change,
        "policy": described(row, today, policies.before(row)),
        "test_url": mending.address_if_open(
            "payer_policy_test", request.roles, slug=request.practice.slug, policy_id=row.pk
        ),
        **(_waiting(request, row) if row.approved_at is None else {}),
    }


def described(
    row: PayerPolicy, today: dt.date, before: PayerPolicy | None = None
) -> dict[str, Any]:
    """A policy in words with what may be done about it."""
    is_live = row.approved_at is not None and row.set_aside_at is None
    return {
        "row": row,
        "state": state(row, today),
        "days": stretches.said(row.active_from, row.active_to),
        "review_due": is_review_due(row, today),
        "is_web": row.source_address.startswith(("https://", "http://")),
        "is_draft": row.approved_at is None,
        "may_end": is_live and not in_force.over(row, today),
        "may_review": is_live and not in_force.over(row, today) and bool(row.review_by),
        "tests": sorted(row.tested_months.items()),
        "before": before,
        **payer_policy_words.shown(row, today, before),
    }


def state(row: PayerPolicy, today: dt.date) -> tuple[str, str]:
    """The pill's tone and word."""
    if row.approved_at is None:
        return DRAFT
    return SET_ASIDE if row.set_aside_at else in_force.state(row, today)


def is_review_due(row: PayerPolicy, today: dt.date) -> bool:
    """Whether somebody should look at its source again; not for what counts no more."""
    is_due = row.review_by is not None and row.review_by <= today
    return is_due and row.set_aside_at is None and not in_force.over(row, today)


def _waiting(request: PracticeRequest, row: PayerPolicy) -> dict[str, Any]:
    """A draft: who may approve it, and what would have to make room."""
    return {
        "is_own": row.entered_by_id == request.user.pk,
        "approvers": policies.approvers(row),
        "steps": policy_room.steps(row),
        "mark": policies.mark(row),
    }
