"""Whose weeks of the log are signed as complete: what a biller asks before closing a month."""

from __future__ import annotations

import datetime as dt

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from billing.web import lists_csv
from billing.web.doors import READERS, of_month
from registry.selectors import log_sign_offs
from registry.web import access, csv_file
from registry.web.access import PracticeRequest


@access.page(READERS)
@of_month
def logs_signed(request: PracticeRequest, month: dt.date) -> HttpResponseBase:
    """A line for the month's page, with each person's weeks folded below; or a page of its own."""
    signers = log_sign_offs.of_month(request.practice, month, timezone.now())
    if csv_file.asked(request):
        return lists_csv.logs_signed(request, signers)
    missing = sum(len(signer.missing) for signer in signers)
    context = {
        "month": month,
        "signers": signers,
        "missing": missing,
        "weeks": sum(len(signer.weeks) for signer in signers),
    }
    part = request.headers.get("HX-Request")
    name = "_line" if part else "page"
    return render(request, f"billing/logs_signed/{name}.html", context)


urlpatterns = [path("<str:month>/logs/", logs_signed, name="logs_signed")]
