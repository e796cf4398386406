"""A patient's month: its totals, its standing, its lock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

import orjson
import pghistory
from django.db import connection, transaction

from registry import calendar, kept_sql
from registry.errors import refuse
from registry.models import ClosedMonth, Patient, ServiceMonth, User
from registry.standing import Decider, Ending, Standing

_decider: Decider | None = None

#: Why a patient's month is closed where it is the practice's month that was closed.
MONTH_CLOSED = "The practice's month was closed."

#: A month is locked to be written anew: what it said is not read.
_UNREAD = ("standing",)
_LOCK = f"""
    SELECT {kept_sql.columns(ServiceMonth, "kept", without=_UNREAD)}
    FROM registry_servicemonth AS kept
    WHERE kept.patient_id = ANY(%(patients)s::bigint[]) AND kept.month = %(month)s
    ORDER BY kept.patient_id FOR UPDATE
"""  # noqa: S608  put together from the model's columns, nothing from outside

#: Whole seconds of each patient's entries, cut to the month; void ones are no work.
TOTALS = """
    SELECT m.id,
        coalesce(sum(s.seconds), 0) AS worked,
        coalesce(sum(s.seconds) FILTER (WHERE s.status = 'confirmed'), 0) AS confirmed,
        coalesce(sum(s.seconds) FILTER (WHERE s.status = 'needs_review'), 0) AS review
    FROM registry_servicemonth AS m
    LEFT JOIN LATERAL (
        SELECT e.status,
            floor(extract(epoch FROM least(e.ended_at, m.ends_at)))::bigint
            - floor(extract(epoch FROM greatest(e.started_at, m.starts_at)))::bigint AS seconds
        FROM {entries} AS e
        WHERE e.patient_id = m.patient_id AND e.status IN ('confirmed', 'needs_review')
        AND e.started_at < m.ends_at AND e.ended_at > m.starts_at
    ) AS s ON true
    WHERE m.id = ANY(%(ids)s)
    GROUP BY m.id
"""
_TOTALS = TOTALS.format(entries="registry_timeentry")

#: The totals and what the rules said, written together: one statement for any number of rows.
_REWRITE = kept_sql.remembered(f"""
    UPDATE registry_servicemonth AS month
    SET worked_seconds = totals.worked, confirmed_seconds = totals.confirmed,
        review_seconds = totals.review, counted_seconds = said.counted,
        standing = said.standing, standing_at = %(now)s
    FROM ({_TOTALS}) AS totals
    JOIN jsonb_to_recordset(%(said)s) AS said(id bigint, counted bigint, standing jsonb)
        ON said.id = totals.id
    WHERE month.id = totals.id
    RETURNING month.id, month.worked_seconds, month.confirmed_seconds, month.review_seconds
""")  # noqa: S608  put together from the text above, nothing from outside


def decide_with(decider: Decider) -> None:
    """Connect the port: billing says at start-up who decides months."""
    global _decider
    _decider = decider


def lock(patients: Sequence[Patient], month: dt.date) -> list[ServiceMonth]:
    """The months' rows, made where missing and locked until the transaction ends, in order."""
    starts_at: dict[str, tuple[dt.datetime, dt.datetime]] = {}
    rows = []
    for patient in patients:
        zone = patient.practice.timezone
        bounds = starts_at.setdefault(zone, calendar.month_bounds(month, zone))
        rows.append(
            ServiceMonth(
                practice_id=patient.practice_id,
                patient_id=patient.pk,
                month=month,
                starts_at=bounds[0],
                ends_at=bounds[1],
            )
        )
    locked = _locked(patients, month)
    if len(locked) < len(rows):
        _close_where_closed(rows, month)
        ServiceMonth.objects.bulk_create(rows, ignore_conflicts=True)
        locked = _locked(patients, month)
    return locked


def _locked(patients: Sequence[Patient], month: dt.date) -> list[ServiceMonth]:
    given = {"patients": [patient.pk for patient in patients], "month": month}
    found = kept_sql.fetch(_LOCK, given)
    return [kept_sql.Reader(row).one(ServiceMonth, without=_UNREAD) for row in found]


def _close_where_closed(rows: Sequence[ServiceMonth], month: dt.date) -> None:
    """A month that begins to be kept once the practice has closed it is closed from the first."""
    practices = {row.practice_id for row in rows}
    found = ClosedMonth.objects.filter(practice__in=practices, month=month)
    closed = {each.practice_id: each for each in found}
    for row in rows:
        lock = closed.get(row.practice_id)
        if lock is not None:
            row.closed_at, row.closed_by_id = lock.closed_at, lock.closed_by_id
            row.close_reason = MONTH_CLOSED


@transaction.atomic
def refresh(patients: Sequence[Patient], months: Iterable[dt.date], *, now: dt.datetime) -> None:
    """Write the totals and the standing of these patients' months anew.

    Called in the transaction that changed what they rest on (time, consent, a measure, a review),
    so that no screen ever shows yesterday's number.
    """
    for month in sorted(set(months)):
        rewrite(lock(patients, month), month, now=now)


def rewrite(rows: Sequence[ServiceMonth], month: dt.date, *, now: dt.datetime) -> None:
    """Write the kept numbers of one month's rows, which the caller has locked."""
    standings = decide([row.patient_id for row in rows], month)
    for row in rows:
        say(row, standings.get(row.patient_id), now=now)
    said = [
        {"id": row.pk, "counted": row.counted_seconds, "standing": row.standing} for row in rows
    ]
    given = {"ids": [row.pk for row in rows], "said": orjson.dumps(said).decode(), "now": now}
    totals = {row[0]: row[1:] for row in kept_sql.write(_REWRITE, given)}
    for row in rows:
        row.worked_seconds, row.confirmed_seconds, row.review_seconds = totals[row.pk]


def say(row: ServiceMonth, standing: Standing | None, *, now: dt.datetime) -> None:
    """What the rules said of a month, on its row; not yet written."""
    row.standing = standing
    row.counted_seconds = standing["counted_seconds"] if standing else 0
    row.standing_at = now


def refresh_patient(patient: Patient, *, now: dt.datetime, since: dt.date | None = None) -> None:
    """Refresh every open month of a patient from `since` on (or all), and the current one."""
    this_month = calendar.local_month(now, patient.practice.timezone)
    months = ServiceMonth.objects.filter(patient=patient, closed_at=None)
    if since is not None:
        months = months.filter(month__gte=calendar.month_of(since))
    refresh([patient], {this_month, *months.values_list("month", flat=True)}, now=now)


def measure(ids: Sequence[int]) -> dict[int, tuple[int, int, int]]:
    """Worked, confirmed and needs-review seconds of service months, from the entries."""
    with connection.cursor() as cursor:
        cursor.execute(_TOTALS, {"ids": list(ids)})
        return {row[0]: (int(row[1]), int(row[2]), int(row[3])) for row in cursor.fetchall()}


def decide(
    patient_ids: Sequence[int], month: dt.date, ending: Ending | None = None
) -> Mapping[int, Standing]:
    """What the rules say; nothing where no decider is connected."""
    return _decider(patient_ids, month, ending) if _decider else {}


def close(patient: Patient, month: dt.date, *, by: User, now: dt.datetime, reason: str) -> None:
    """Freeze the confirmed time of a month.  Billing turns this key when a claim is approved."""
    close_all([patient], month, by=by, now=now, reason=reason)


@transaction.atomic
def close_all(
    patients: Sequence[Patient], month: dt.date, *, by: User, now: dt.datetime, reason: str
) -> None:
    """Freeze the month of several patients; those closed before stay as they are."""
    open_rows = [row for row in lock(patients, month) if not row.is_closed]
    with pghistory.context(reason=reason):
        ServiceMonth.objects.filter(pk__in=[row.pk for row in open_rows]).update(
            closed_at=now, closed_by=by, close_reason=reason
        )


@transaction.atomic
def reopen(patient: Patient, month: dt.date, *, by: User, now: dt.datetime, reason: str) -> None:
    """Let a closed month's time change again.  Refused without a reason."""
    if not reason.strip():
        raise refuse("reason", "Say why the month is opened again.")
    (row,) = lock([patient], month)
    row.closed_at, row.closed_by, row.close_reason = None, None, ""
    row.reopened_at, row.reopened_by, row.reopen_reason = now, by, reason.strip()
    with pghistory.context(reason=reason):
        row.save()
