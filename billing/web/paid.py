"""What payers paid against what was expected, by payer and code."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from billing.selectors import received as selectors
from billing.web.doors import READERS, no_month, parse_month
from registry import calendar
from registry.services import access_log
from registry.web import access, csv_file

if TYPE_CHECKING:
    from registry.web.access import PracticeRequest

COLUMNS = ("payer", "code", "lines", "charge", "expected", "lines_without_expected", "paid",
           "difference")  # fmt: skip


@access.page(READERS)
def paid(request: PracticeRequest) -> HttpResponseBase:
    """Over months from `?from=` to `?to=`, the last six unless said; `?as=csv` for a download."""
    try:
        first, last = _months(request)
    except ValueError as error:
        return no_month(request, str(error))
    found = selectors.paid_against_expected(request.user, request.practice, first, last)
    if request.GET.get("as") == "csv":
        access_log.note(request.user, request.practice, None, "paid_csv", timezone.now())
        return csv_file.answer(f"paid-{request.practice.slug}", COLUMNS, map(_cells, found))
    context = {"rows": found, "first": first, "last": last}
    return render(request, "billing/received/paid.html", context)


def _months(request: PracticeRequest) -> tuple[dt.date, dt.date]:
    present = calendar.local_month(timezone.now(), request.practice.timezone)
    asked = request.GET
    last = parse_month(asked["to"]) if asked.get("to") else present
    first = parse_month(asked["from"]) if asked.get("from") else calendar.shift_month(last, -5)
    if first > last:
        raise ValueError("The first month comes after the last. Choose them the other way round.")
    return first, last


def _cells(row: selectors.Paid) -> list[Any]:
    return [row.payer, row.code, row.lines, row.charge, row.expected, row.unknown, row.paid,
            row.difference]  # fmt: skip


urlpatterns = [path("paid/", paid, name="paid")]
