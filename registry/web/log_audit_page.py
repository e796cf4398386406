"""Addresses, weeks and the export of the audit's page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from registry import weeks
from registry.vocabulary import Finding
from registry.web import csv_file

if TYPE_CHECKING:
    from registry.models import LogAudit, LogAuditFinding
    from registry.web.access import PracticeRequest

#: The export's columns, each with what it means: the page documents them.
COLUMNS = (
    ("week_starts_on", "The Monday of the audited week, local to the practice"),
    ("kind", "What kind of finding: " + ", ".join(Finding.values)),
    ("finding", "The finding in words; it names nobody"),
    ("record_number", "The patient's record number"),
    ("worker", "Whose time or whose patient it is"),
    ("entry_id", "Number of the time entry it is about; empty for what concerns the patient"),
    ("entry_started_at", "When the entry began, ISO 8601 with offset, in UTC"),
    ("entry_ended_at", "When it ended; empty while it runs"),
    ("settled_at", "When it was settled; empty while it is open"),
    ("settled_by", "Who settled it"),
    ("note", "What came of it"),
)
HEADER = [name for name, _ in COLUMNS]


def address(request: PracticeRequest, week: dt.date, kind: str = "") -> str:
    """The page of a week, at the group of a kind."""
    base = reverse("log_audit", kwargs={"slug": request.practice.slug})
    return f"{base}?week={week}" + (f"#{kind}" if kind in Finding.values else "")


def around(request: PracticeRequest, shown: dt.date | None, now: dt.datetime) -> dict[str, Any]:
    """The week on the page and its neighbours; the last one that is over where none is asked."""
    current = weeks.week_of(now, request.practice.timezone).starts_on
    seven = dt.timedelta(days=7)
    week = min(shown or current - seven, current)
    return {
        "week": week,
        "week_ends_on": week + dt.timedelta(days=6),
        "week_before": week - seven,
        "week_after": week + seven if week < current else None,
        "under_way": week == current,
    }


def cells(made: LogAudit, found: Iterable[LogAuditFinding]) -> Iterator[list[Any]]:
    """The export, row by row."""
    return (_cells(made, finding) for finding in found)


def _cells(made: LogAudit, finding: LogAuditFinding) -> list[Any]:
    entry, settled = finding.time_entry, finding.settled_by
    return [
        made.week_starts_on,
        finding.kind,
        finding.text,
        finding.patient.record_number if finding.patient else None,
        finding.worker.full_name if finding.worker else None,
        finding.time_entry_id,
        csv_file.instant(entry.started_at if entry else None),
        csv_file.instant(entry.ended_at if entry else None),
        csv_file.instant(finding.settled_at),
        settled.full_name if settled else None,
        finding.settle_note,
    ]
