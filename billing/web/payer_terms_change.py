"""After a change of a payer's terms: back to them, with the month for which the true-up runs."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse

from billing.selectors import claims
from billing.web import doors
from registry import calendar

if TYPE_CHECKING:
    from billing.web.in_force import Dated
    from registry.web.access import PracticeRequest


def done(
    request: PracticeRequest, row: Dated, payer_id: int, sentence: str, now: dt.datetime
) -> HttpResponseRedirect:
    """Back to the terms, which say for which month the true-up runs again."""
    messages.success(request, sentence)
    return redirect(page(request, payer_id, f"?run={month_to_run(request, row, now)}"))


def page(request: PracticeRequest, payer_id: int, rest: str = "") -> str:
    """The address of a payer's terms."""
    where = {"slug": request.practice.slug, "payer_id": payer_id}
    return reverse("payer_terms", kwargs=where) + rest


def month_to_run(request: PracticeRequest, row: Dated, now: dt.datetime) -> str:
    """The month to look at after a change: the one under review, or the row's nearest to it."""
    month = claims.month_to_review(request.user, request.practice, now)
    month = max(month, calendar.month_of(row.active_from))
    if row.active_to:
        month = min(month, calendar.month_of(row.active_to))
    return calendar.month_text(month)


def month_asked(request: PracticeRequest) -> str:
    """The month that a change led here for; empty where the address names none."""
    text = request.GET.get("run", "")
    try:
        return calendar.month_text(doors.parse_month(text)) if text else ""
    except ValueError:
        return ""
