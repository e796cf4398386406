"""A month's charges as CSV, for any billing system.  Columns: docs/charges_csv.md."""

from __future__ import annotations

import datetime as dt

from django.http.response import HttpResponseBase
from django.urls import path
from django.utils import timezone

from billing.selectors import charges, claims
from billing.web.doors import READERS, of_month
from registry import calendar
from registry.services import access_log
from registry.web import access, csv_file
from registry.web.access import PracticeRequest


@access.page(READERS)
@of_month
def charges_csv(request: PracticeRequest, month: dt.date) -> HttpResponseBase:
    """The lines of approved and sent claims, or of one lane (`?lane=clean`)."""
    asked = request.GET.get("lane", "")
    lane = asked if asked in claims.LANES else ""
    access_log.note(request.user, request.practice, None, "charges_csv", timezone.now())
    found = charges.rows(request.user, request.practice, month, lane)
    parts = [request.practice.slug, calendar.month_text(month), lane, "charges"]
    name = "-".join(filter(None, parts)).replace("_", "-")
    return csv_file.answer(name, charges.COLUMNS, found)


urlpatterns = [path("<str:month>/charges.csv", charges_csv, name="charges_csv")]
