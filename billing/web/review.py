"""The month's review: what is clean, held, not billable, approved and sent."""

from __future__ import annotations

import datetime as dt

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone

from billing.selectors import claims as claim_rows
from billing.services import claims
from billing.services.claims import Approval
from billing.web import review_page, review_result
from billing.web.doors import BILLERS, READERS, of_month
from billing.web.review_form import ReviewFilter, kept
from registry import calendar
from registry.errors import Refused, refuse
from registry.web import access
from registry.web.access import PracticeRequest


@access.page(READERS)
def billing(request: PracticeRequest) -> HttpResponseBase:
    """To the month that is reviewed now."""
    month = claim_rows.month_to_review(request.user, request.practice, timezone.now())
    return redirect("billing_month", slug=request.practice.slug, month=calendar.month_text(month))


@access.page(READERS)
@of_month
def billing_month(request: PracticeRequest, month: dt.date) -> HttpResponseBase:
    asked = review_page.read(request, month)
    shown = review_page.context(request, asked, timezone.now())
    return render(request, "billing/review/month.html", shown)


@access.page(BILLERS, methods=("POST",))
@of_month
def claims_approve(request: PracticeRequest, month: dt.date) -> HttpResponseBase:
    """Approve the ticked claims, or all clean ones of the list."""
    now = timezone.now()
    try:
        approval = (
            _all(request, month, now) if "all" in request.POST else _ticked(request, month, now)
        )
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        review_result.keep(request, month, approval)
    where = reverse("billing_month", kwargs=_where(request, month))
    return redirect(where + kept(request.GET, lane="clean"))


def _all(request: PracticeRequest, month: dt.date, now: dt.datetime) -> Approval:
    everything = claim_rows.of_month(request.user, request.practice, month)
    asked = ReviewFilter(request.GET, claim_rows.options(everything))
    return claims.approve_clean(
        practice=request.practice,
        month=month,
        chosen=asked.chosen(request.GET),
        list_mark=request.POST.get("list_mark", ""),
        by=request.user,
        now=now,
    )


def _ticked(request: PracticeRequest, month: dt.date, now: dt.datetime) -> Approval:
    """Each box says which claim, and the mark of what the person saw of it: `12:9f…`."""
    pairs = (value.partition(":") for value in request.POST.getlist("claim"))
    seen = {int(pk): mark for pk, _, mark in pairs if pk.isdecimal() and len(pk) < 19}
    known = claim_rows.of_month(request.user, request.practice, month).filter(pk__in=seen)
    if not known.exists():
        raise refuse("", "Tick the claims that are to be approved, then press the button.")
    return claims.approve(
        list(seen), practice=request.practice, month=month, by=request.user, now=now, seen=seen
    )


def _where(request: PracticeRequest, month: dt.date) -> dict[str, str]:
    return {"slug": request.practice.slug, "month": calendar.month_text(month)}


urlpatterns = [
    path("", billing, name="billing"),
    path("<str:month>/", billing_month, name="billing_month"),
    path("<str:month>/approve/", claims_approve, name="claims_approve"),
]
