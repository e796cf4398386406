"""What a press of the clock reads, as kept SQL: the timer, what its end asks for, and the patient.

Two statements, because every start, switch and stop begins with them (see `registry.kept_sql`).
Who may see what is in each: the worker's own entries, a patient of a practice of the person's own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any
from uuid import UUID

import orjson

from registry import kept_sql
from registry.models import ClockWatch, Patient, Practice, ServiceMonth, TimeEntry, User

_ROLES = """ARRAY(
    SELECT role FROM registry_membership AS held
    WHERE held.user_id = {user} AND held.practice_id = {practice}
)"""

#: A confirmed entry of the same worker that shares a second with the timer, ended at `until`;
#: asked as the table's own wall against overlaps asks it, by the same index.
_IN_THE_WAY = """(
    SELECT other.id FROM registry_timeentry AS other
    WHERE other.status = 'confirmed'
    AND int8range(other.worker_id, other.worker_id, '[]')
        && int8range(entry.worker_id, entry.worker_id, '[]')
    AND tstzrange(other.started_at, other.ended_at)
        && tstzrange(entry.started_at, greatest(entry.started_at, %(until)s::timestamptz))
    ORDER BY other.started_at LIMIT 1
)"""

#: Seconds of the other phases of the work that an entry belongs to: none for the first.
_BEFORE = """CASE WHEN entry.phase_of_id IS NOT NULL THEN (
    SELECT coalesce(sum(
        floor(extract(epoch FROM phase.ended_at)) - floor(extract(epoch FROM phase.started_at))
    ), 0)::bigint
    FROM registry_timeentry AS phase
    WHERE (phase.id = entry.phase_of_id OR phase.phase_of_id = entry.phase_of_id)
    AND phase.id <> entry.id AND phase.status IN ('confirmed', 'needs_review')
) ELSE 0 END"""

#: What a month says of itself: a stop writes it anew.
_UNREAD = ("standing",)

#: The worker's running timer; what a browser has sent as `client_id`; and the entries that the
#: worker began between `until` and `heard`, where something pressed then arrives only now.
_ENTRIES = f"""
    SELECT {kept_sql.columns(TimeEntry, "entry")}, {kept_sql.columns(ClockWatch, "watch")},
        {kept_sql.columns(Patient, "patient")}, {kept_sql.columns(Practice, "practice")},
        {kept_sql.columns(ServiceMonth, "kept", without=_UNREAD)}, kept.xmin::text,
        {_ROLES.format(user="entry.worker_id", practice="entry.practice_id")}, {_IN_THE_WAY},
        {_BEFORE}
    FROM registry_timeentry AS entry
    JOIN registry_patient AS patient ON patient.id = entry.patient_id
    JOIN registry_practice AS practice ON practice.id = patient.practice_id
    LEFT JOIN registry_clockwatch AS watch ON watch.entry_id = entry.id
    LEFT JOIN registry_servicemonth AS kept ON kept.patient_id = entry.patient_id AND kept.month
        = date_trunc('month', entry.started_at AT TIME ZONE practice.timezone)::date
    WHERE entry.id = ANY(ARRAY(
        SELECT id FROM registry_timeentry
        WHERE worker_id = %(worker)s AND status = 'running'
        UNION ALL
        SELECT id FROM registry_timeentry WHERE client_id = %(client_id)s::uuid
        UNION ALL
        SELECT id FROM registry_timeentry
        WHERE worker_id = %(worker)s AND status <> 'voided'
        AND started_at > %(until)s AND started_at <= %(heard)s::timestamptz
    ))
    ORDER BY entry.started_at
"""  # noqa: S608  put together from the pieces above, nothing from outside

#: What every page's bar shows: the worker's running timer, the latest that stopped itself and that
#: nobody has settled, and the latest entry of all, which can be gone on with.
_ON_THE_BAR = f"""
    SELECT {kept_sql.columns(TimeEntry, "entry")}, {kept_sql.columns(ClockWatch, "watch")},
        {kept_sql.columns(Patient, "patient")}, {kept_sql.columns(Practice, "practice")},
        wanted.what, {_BEFORE}
    FROM (
        SELECT id, 'running' AS what FROM registry_timeentry
        WHERE worker_id = %(worker)s AND status = 'running'
        UNION ALL (
            SELECT swept.id, 'swept' FROM registry_timeentry AS swept
            JOIN registry_clockwatch AS stopped ON stopped.entry_id = swept.id
            WHERE swept.worker_id = %(worker)s AND swept.status = 'needs_review'
            AND stopped.swept_at >= %(since)s::timestamptz
            ORDER BY swept.started_at DESC LIMIT 1
        )
        UNION ALL (
            SELECT id, 'latest' FROM registry_timeentry
            WHERE worker_id = %(worker)s AND started_at >= %(lately)s::timestamptz
            AND status <> 'voided'
            ORDER BY started_at DESC LIMIT 1
        )
    ) AS wanted
    JOIN registry_timeentry AS entry ON entry.id = wanted.id
    JOIN registry_patient AS patient ON patient.id = entry.patient_id
    JOIN registry_practice AS practice ON practice.id = patient.practice_id
    LEFT JOIN registry_clockwatch AS watch ON watch.entry_id = entry.id
"""  # noqa: S608  put together from the pieces above, nothing from outside

#: A patient of a practice in which the person has a role.  `today` is the practice's own day.
_PATIENT = f"""
    SELECT {kept_sql.columns(Patient, "patient")}, {kept_sql.columns(Practice, "practice")},
        {_ROLES.format(user="%(user)s", practice="practice.id")},
        NOT EXISTS (
            SELECT FROM registry_timeentry AS entry
            WHERE entry.worker_id = %(user)s AND entry.status = 'running'
        ),
        EXISTS (
            SELECT FROM registry_episode AS episode
            WHERE episode.patient_id = patient.id AND episode.started_on <= local.today
            AND coalesce(episode.ended_on >= local.today, true)
        ),
        EXISTS (
            SELECT FROM registry_consent AS consent
            WHERE consent.patient_id = patient.id AND consent.counts_from <= %(now)s
            AND coalesce(consent.revoked_at > %(now)s, true)
        ),
        kept.counted_seconds, kept.worked_seconds, kept.standing -> 'thresholds', kept.closed_at
    FROM registry_patient AS patient
    JOIN registry_practice AS practice ON practice.id = patient.practice_id
    CROSS JOIN LATERAL (
        SELECT (%(now)s::timestamptz AT TIME ZONE practice.timezone)::date AS today
    ) AS local
    LEFT JOIN registry_servicemonth AS kept
        ON kept.patient_id = patient.id AND kept.starts_at <= %(now)s AND kept.ends_at > %(now)s
    WHERE patient.id = %(patient)s AND practice.slug = %(slug)s
    AND EXISTS (
        SELECT FROM registry_membership AS member
        WHERE member.user_id = %(user)s AND member.practice_id = practice.id
    )
"""  # noqa: S608  put together from the pieces above, nothing from outside


def entries(
    worker: User, until: dt.datetime, client_id: UUID | None, heard: dt.datetime | None = None
) -> list[TimeEntry]:
    """The entries that a press is about, by their start (see `time_log.at_the_clock`)."""
    given = {"worker": worker.pk, "until": until, "client_id": client_id, "heard": heard}
    found = []
    for row in kept_sql.fetch(_ENTRIES, given):
        reader = kept_sql.Reader(row)
        entry: Any = _entry(reader, worker)
        entry.kept = reader.perhaps(ServiceMonth, without=_UNREAD)
        version, entry.held_roles, entry.in_the_way, entry.before_seconds = reader.rest
        if entry.kept is not None:
            entry.kept.version = version
        found.append(entry)
    return found


def on_the_bar(worker: User, *, since: dt.datetime, lately: dt.datetime) -> dict[str, Any]:
    """The worker's `running` timer; the latest that was stopped by itself `since` then (`swept`);
    and of those begun `lately` the `latest`.  What there is none of is not in it.
    """
    found = {}
    given = {"worker": worker.pk, "since": since, "lately": lately}
    for row in kept_sql.fetch(_ON_THE_BAR, given):
        reader = kept_sql.Reader(row)
        entry = _entry(reader, worker)
        what, entry.before_seconds = reader.rest
        found[what] = entry
    return found


def _entry(reader: kept_sql.Reader, worker: User) -> Any:
    entry: Any = reader.one(TimeEntry)
    watch = reader.perhaps(ClockWatch)
    if watch is not None:
        watch.entry = entry
    entry._state.fields_cache["clock_watch"] = watch
    entry.patient, practice = reader.one(Patient), reader.one(Practice)
    entry.practice = entry.patient.practice = practice
    if entry.worker_id == worker.pk:
        entry.worker = worker
    return entry


def patient(user: User, slug: str, patient_id: int, now: dt.datetime) -> Any:
    """The patient with what a start needs to know (see `clock.to_clock`), or None."""
    given = {"user": user.pk, "slug": slug, "patient": patient_id, "now": now}
    rows = kept_sql.fetch(_PATIENT, given)
    if not rows:
        return None
    reader = kept_sql.Reader(rows[0])
    found: Any = reader.one(Patient)
    found.practice = reader.one(Practice)
    found.user_roles, found.user_is_free, found.in_care, found.consented, *month = reader.rest
    found.kept = _kept(*month)
    return found


def _kept(
    counted: int | None, worked: int, thresholds: str | None, closed_at: dt.datetime | None
) -> Mapping[str, Any] | None:
    if counted is None:
        return None
    marks = orjson.loads(thresholds) if thresholds else []
    return {"counted": counted, "worked": worked, "thresholds": marks, "closed": closed_at}
