"""A month's charges as CSV, for any billing system.  Columns: docs/charges_csv.md."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator

from django.http import StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import path
from django.utils import timezone

from billing.selectors import charges, claims
from billing.web.doors import READERS, of_month
from registry import calendar
from registry.services import access_log
from registry.web import access
from registry.web.access import PracticeRequest


class _Echo:
    """A file that hands each line on as it is written."""

    def write(self, line: str) -> str:
        return line


@access.page(READERS)
@of_month
def charges_csv(request: PracticeRequest, month: dt.date) -> HttpResponseBase:
    """The lines of approved and sent claims, or of one lane (`?lane=clean`)."""
    asked = request.GET.get("lane", "")
    lane = asked if asked in claims.LANES else ""
    access_log.note(request.user, request.practice, None, "charges_csv", timezone.now())
    found = charges.rows(request.user, request.practice, month, lane)
    response = StreamingHttpResponse(_lines(found), content_type="text/csv; charset=utf-8")
    parts = [request.practice.slug, calendar.month_text(month), lane, "charges"]
    name = "-".join(filter(None, parts)).replace("_", "-")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    response["Cache-Control"] = "no-store"
    return response


def _lines(rows: Iterator[list[str]]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield writer.writerow(charges.COLUMNS)
    for row in rows:
        yield writer.writerow(row)


urlpatterns = [path("<str:month>/charges.csv", charges_csv, name="charges_csv")]
