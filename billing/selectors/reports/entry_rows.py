"""The time entries behind minutes of a report, each with its part of the number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from billing.selectors.reports import minutes, time_rows
from billing.selectors.reports.row import Asked
from billing.selectors.reports.scope import Scope
from registry.models import TimeEntry


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry, the claim that was decided with it, and the seconds that the number has of it."""

    entry: TimeEntry
    claim_id: int
    amount: int


def of(scope: Scope, asked: Asked) -> list[EntryRow]:
    """By time; two queries.  An entry over a month's end is of both months, each with its part."""
    found = list(_parts(scope, asked))
    entries = TimeEntry.objects.select_related("patient", "practice", "worker").in_bulk(
        {entry_id for entry_id, _, _ in found}
    )
    rows = [
        EntryRow(entries[entry_id], claim_id, seconds)
        for entry_id, claim_id, seconds in found
        if entry_id in entries
    ]
    return sorted(rows, key=lambda row: (row.entry.started_at, row.entry.pk))


def _parts(scope: Scope, asked: Asked) -> Iterator[tuple[int, int, int]]:
    """(entry, claim, seconds), as the kept verdicts count them."""
    kept = time_rows.spending(scope, asked).values_list("pk", "verdict")
    for claim_id, verdict in kept.iterator(chunk_size=500):
        for entry in verdict.get("entries", ()):
            seconds = _seconds(entry, asked)
            if seconds > 0:
                yield int(entry["id"]), claim_id, seconds


def _seconds(entry: Mapping[str, Any], asked: Asked) -> int:
    if asked.kind == minutes.EXCLUDED:
        left_out: Mapping[str, int] = entry["excluded"]
        return left_out.get(asked.reason, 0) if asked.reason else sum(left_out.values())
    return int(entry["counted"] if asked.kind else entry["worked"])
