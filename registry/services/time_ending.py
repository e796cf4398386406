"""A timer's end by one statement: the entry, and with it its month's totals and standing.

The rules are asked before, of the timer as it will have ended.  That is safe because whoever
changes what a month rests on writes the month's row anew in the same transaction: while the row is
the one that the door has read, so is all that was decided from.  The statement locks the row and
looks; where it is another by now nothing is written, and the work is done again step by step.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache
from typing import Any

import orjson

from registry import calendar, kept_sql
from registry.models import ServiceMonth, TimeEntry
from registry.services import service_month
from registry.standing import Ending

#: The entry itself runs in the statement's eyes, so it is in the totals once.
_ENTRIES = """(
    SELECT patient_id, status, started_at, ended_at FROM registry_timeentry
    UNION ALL SELECT patient_id, status, started_at, ended_at FROM ended
)"""

_WRITE = """
    WITH unchanged AS (
        SELECT id FROM registry_servicemonth
        WHERE id = %(month)s AND xmin::text = %(version)s FOR UPDATE
    ), ended AS (
        {change} AND EXISTS (SELECT FROM unchanged)
        RETURNING patient_id, status, started_at, ended_at
    )
    UPDATE registry_servicemonth AS month
    SET worked_seconds = totals.worked, confirmed_seconds = totals.confirmed,
        review_seconds = totals.review, counted_seconds = %(counted)s,
        standing = %(standing)s::jsonb, standing_at = %(said_at)s
    FROM ({totals}) AS totals
    WHERE month.id = totals.id AND EXISTS (SELECT FROM ended)
    RETURNING month.worked_seconds, month.confirmed_seconds, month.review_seconds
"""


def month(entry: TimeEntry, end: dt.datetime) -> ServiceMonth | None:
    """The only month that the entry touches, as `time_log.at_the_clock` read it with the timer.

    None where it is not kept yet, or the entry goes on into the next.
    """
    row: ServiceMonth | None = entry.kept  # type: ignore[attr-defined]
    touched = calendar.months_touched(entry.started_at, end, entry.patient.practice.timezone)
    return row if row is not None and touched == (row.month,) else None


def write(
    entry: TimeEntry,
    values: dict[str, Any],
    row: ServiceMonth,
    *,
    guard: Sequence[str],
    now: dt.datetime,
) -> bool:
    """End the timer with these values.  False where its row or the month's has changed since."""
    ending = Ending(
        entry_id=entry.pk,
        ended_at=values["ended_at"],
        status=values["status"],
        activity=values.get("activity", entry.activity),
    )
    said = service_month.decide([row.patient_id], row.month, ending)
    service_month.say(row, said.get(row.patient_id), now=now)
    given = kept_sql.changed(entry, values, guard) | _of_month(row)
    totals = kept_sql.write(_statement(tuple(values), tuple(guard)), given)
    if not totals:
        return False
    row.worked_seconds, row.confirmed_seconds, row.review_seconds = totals[0]
    kept_sql.take(entry, values)
    return True


def _of_month(row: ServiceMonth) -> dict[str, Any]:
    return {
        "month": row.pk,
        "ids": [row.pk],
        "version": row.version,  # type: ignore[attr-defined]
        "counted": row.counted_seconds,
        "standing": orjson.dumps(row.standing).decode() if row.standing else None,
        "said_at": row.standing_at,
    }


@cache
def _statement(names: Sequence[str], guard: Sequence[str]) -> str:
    change = kept_sql.changing(TimeEntry, names, guard)
    totals = service_month.TOTALS.format(entries=_ENTRIES)
    return kept_sql.remembered(_WRITE.format(change=change, totals=totals))
