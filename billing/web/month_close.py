"""Closing a month, opening it again, and what a close keeps."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone

from billing.selectors import month_close as selectors
from billing.services import month_close as services
from billing.web import month_close_page
from billing.web.doors import CLOSERS, READERS, of_month
from billing.web.month_close_form import CloseForm
from registry import calendar
from registry.errors import Refused
from registry.services import access_log
from registry.web import access, answers, rows
from registry.web.forms import base

if TYPE_CHECKING:
    from billing.models import MonthClose
    from registry.web.access import PracticeRequest


@access.page(READERS)
@of_month
def month_closing(request: PracticeRequest, month: dt.date) -> HttpResponseBase:
    """Whether the month is closed, what is open of it, what came since."""
    now = timezone.now()
    found = month_close_page.read(request, month, now)
    form = CloseForm(None, open_rows=found["open"])
    return answers.form_page(request, "billing/month_close/page.html", {**found, "form": form})


@access.page(CLOSERS, methods=("POST",))
@of_month
def month_close(request: PracticeRequest, month: dt.date) -> HttpResponseBase:
    now = timezone.now()
    found = month_close_page.read(request, month, now)
    form = CloseForm(request.POST, open_rows=found["open"])

    def write(_: dict[str, Any]) -> MonthClose:
        said = form.reasons()
        return services.close(request.practice, month, reasons=said, by=request.user, now=now)

    if base.saved(request, form, write):
        messages.success(request, "The month is closed, and its log is locked for every patient.")
        return _back(request, month)
    return answers.form_page(request, "billing/month_close/page.html", {**found, "form": form})


@access.page(CLOSERS, methods=("POST",))
@of_month
def month_reopen(request: PracticeRequest, month: dt.date) -> HttpResponseBase:
    try:
        services.reopen(
            request.practice,
            month,
            reason=request.POST.get("reason", ""),
            by=request.user,
            now=timezone.now(),
        )
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(
            request, "The month is open again. Patients whose claim is approved stay locked."
        )
    return _back(request, month)


@access.page(READERS)
def month_closed(request: PracticeRequest, close_id: int) -> HttpResponseBase:
    """One close as it was made; `?as=json` for its document, byte for byte."""
    found = rows.found(selectors.get, request, close_id)
    if request.GET.get("as") == "json":
        return _document(request, found)
    shown = month_close_page.one(request, found)
    return answers.form_page(request, "billing/month_close/one.html", shown)


def _document(request: PracticeRequest, found: MonthClose) -> HttpResponse:
    access_log.note(request.user, request.practice, None, "month_close_json", timezone.now())
    response = HttpResponse(found.document.encode(), content_type="application/json")
    name = f"close-{request.practice.slug}-{found.month:%Y-%m}-{found.pk}"
    response["Content-Disposition"] = f'attachment; filename="{name}.json"'
    response["Cache-Control"] = "no-store"
    return response


def _back(request: PracticeRequest, month: dt.date) -> HttpResponseBase:
    text = calendar.month_text(month)
    return redirect("month_closing", slug=request.practice.slug, month=text)


urlpatterns = [
    path("closes/<int:close_id>/", month_closed, name="month_closed"),
    path("<str:month>/closing/", month_closing, name="month_closing"),
    path("<str:month>/close/", month_close, name="month_close"),
    path("<str:month>/reopen/", month_reopen, name="month_reopen"),
]
