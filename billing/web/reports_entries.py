"""The time entries behind minutes of a report, as a list and as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from billing.web import reports_rows
from billing.web.reports_table import Table
from registry.templatetags import formats
from registry.web import csv_file

if TYPE_CHECKING:
    from django.core.paginator import Page

    from billing.selectors.reports.entry_rows import EntryRow
    from billing.selectors.reports.row import Asked
    from billing.selectors.reports.scope import Scope
    from registry.web.access import PracticeRequest

COLUMNS = ("entry", "claim", "record_number", "started_at", "ended_at", "worker", "activity",
           "seconds")  # fmt: skip


def context(
    request: PracticeRequest,
    scope: Scope,
    asked: Asked,
    found: list[EntryRow],
    page: Page[EntryRow],
) -> dict[str, Any]:
    kept = request.GET.copy()
    kept.pop("page", None)
    kept["as"] = "csv"
    return {
        "title": reports_rows.TITLES[asked.what],
        "back": "reports_minutes",
        "narrowed_to": ", ".join(reports_rows.narrowed_to(scope, asked)),
        "page": page,
        "total": formats.duration(sum(row.amount for row in found)),
        "rows_csv": f"?{kept.urlencode()}",
        "views": reports_rows.views(request),
    }


def table(found: list[EntryRow]) -> Table:
    return Table(
        COLUMNS,
        (
            [
                row.entry.pk,
                row.claim_id,
                row.entry.patient.record_number,
                csv_file.instant(row.entry.started_at),
                csv_file.instant(row.entry.ended_at),
                row.entry.worker.full_name,
                row.entry.get_activity_display(),
                row.amount,
            ]
            for row in found
        ),
    )
