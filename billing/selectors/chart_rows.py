"""What the registry's tables hold of some patients' month, in two statements for a whole chunk.

Written in SQL because one row a patient, with its lists gathered by the database, is what makes a
month of a large practice cheap.  Each list is one piece below; `CHARTS` puts them together.
Instants leave as whole seconds since 1970, people as `user:7` (or `clinician:3` without a sign-in).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db import connection

from billing.models import FAMILY
from billing.models.member_mark import MEMBER, PERSON
from registry import kept_sql
from registry.standing import Ending

Days = tuple[dt.date, dt.date]

#: The episode that covers the month: the latest that shares a day with it.  Without one, the next
#: to come, or the last that was, so that stray time is shown as outside of it.
_EPISODE = """
    SELECT * FROM registry_episode AS any_episode
    WHERE any_episode.patient_id = patient.id
    ORDER BY
        started_on <= %(last)s AND coalesce(ended_on >= %(first)s, true) DESC,
        started_on DESC
    LIMIT 1
"""

#: The last day that a claim of this month can be for.
_CLAIM_DAY = """
    SELECT least(
        %(last)s::date, greatest(coalesce(episode.ended_on, %(last)s::date), %(first)s::date)
    ) AS day
"""

#: Who pays first on that day.
_COVERAGE = """
    SELECT id, payer_id, member_id, relationship FROM registry_coverage AS any_coverage
    WHERE any_coverage.patient_id = patient.id
    AND active_from <= claim.day AND coalesce(active_to >= claim.day, true)
    ORDER BY rank, active_from DESC, id
    LIMIT 1
"""

_DIAGNOSES = """ARRAY(
    SELECT code FROM registry_diagnosis
    WHERE episode_id = episode.id AND removed_at IS NULL
    ORDER BY rank, id
)"""

#: Earlier months in collaborative care in which confirmed time was spent or a claim was made.
_PRIOR_MONTHS = """ARRAY(
    SELECT served.month FROM registry_servicemonth AS served
    WHERE served.patient_id = patient.id AND served.month < %(first)s
    AND served.confirmed_seconds > 0
    AND EXISTS (
        SELECT FROM registry_episode AS earlier
        WHERE earlier.patient_id = patient.id AND earlier.program = 'cocm'
        AND earlier.started_on < served.month + interval '1 month'
        AND coalesce(earlier.ended_on >= served.month, true)
    )
    UNION
    SELECT claimed.month FROM billing_claim AS claimed
    JOIN registry_episode AS earlier ON earlier.id = claimed.episode_id
    WHERE claimed.patient_id = patient.id AND claimed.month < %(first)s
    AND claimed.state IN ('approved', 'sent') AND earlier.program = 'cocm'
    ORDER BY month
)"""

_EARNED_BEFORE = """EXISTS (
    SELECT FROM billing_claim AS claimed
    WHERE claimed.patient_id = patient.id AND claimed.month < %(first)s
    AND claimed.month >= date_trunc('month', episode.started_on)::date
    AND claimed.state IN ('draft', 'approved', 'sent') AND claimed.outcome = 'billable'
)"""

_CONSENTS = """(
    SELECT json_agg(json_build_array(
        method, floor(date_part('epoch', counts_from))::bigint,
        floor(date_part('epoch', revoked_at))::bigint
    ) ORDER BY counts_from, id)::text
    FROM registry_consent WHERE patient_id = patient.id
)"""

_REVIEWS = """(
    SELECT json_agg(json_build_array(reviewed_on, 'user:' || consultant_id)
        ORDER BY reviewed_on, id)::text
    FROM registry_casereview
    WHERE patient_id = patient.id AND withdrawn_at IS NULL
    AND reviewed_on BETWEEN %(first)s AND %(last)s
)"""

_MEASURES = """(
    SELECT json_agg(
        json_build_array(instrument, scored_on) ORDER BY scored_on, instrument, id)::text
    FROM registry_measure
    WHERE patient_id = patient.id AND voided_at IS NULL
    AND scored_on BETWEEN %(first)s AND %(last)s
)"""

#: A clinician who also signs in is the same person as that user.
_SERVICES = """(
    SELECT json_agg(
        json_build_array(
            code, served_on, coalesce('user:' || known.user_id, practitioner)
        ) ORDER BY served_on, code, service.id)::text
    FROM registry_otherservice AS service
    LEFT JOIN registry_clinician AS known ON service.practitioner = 'clinician:' || known.id
    WHERE patient_id = patient.id AND voided_at IS NULL
    AND served_on BETWEEN %(first)s AND %(last)s
)"""

_STAYS = """(
    SELECT json_agg(json_build_array(from_date, to_date) ORDER BY from_date, id)::text
    FROM registry_stay
    WHERE patient_id = patient.id AND from_date <= %(last)s AND to_date >= %(first)s
)"""

_AUTHORIZATIONS = """(
    SELECT json_agg(json_build_array(from_date, to_date) ORDER BY from_date, id)::text
    FROM registry_authorization
    WHERE patient_id = patient.id AND from_date <= %(last)s AND to_date >= %(first)s
)"""

#: Local days on which the care manager's caseload was reviewed with the consultant, to its end.
_MEETINGS = """ARRAY(
    SELECT DISTINCT (meeting.started_at AT TIME ZONE practice.timezone)::date AS day
    FROM registry_caseloadmeeting AS meeting
    WHERE meeting.care_manager_id = episode.care_manager_id
    AND meeting.practice_id = practice.id AND meeting.ended_at IS NOT NULL
    AND meeting.started_at >= %(first)s::date - 1 AND meeting.started_at < %(last)s::date + 2
    ORDER BY day
)"""

#: One mark of all that is loaded of codes that exclude each other; worked out once a statement.
_EXCLUSIONS = """(
    SELECT md5(string_agg(sha256, ' ' ORDER BY id)) FROM billing_coderelease
)"""

#: The practice that has claimed this member's month on another chart; null where none has.
_CLAIMED_BY = f"""(
    SELECT theirs.practice_id FROM billing_claimedmonth AS claimed
    JOIN billing_claim AS theirs ON theirs.id = claimed.claim_id
    WHERE claimed.organization_id = practice.organization_id AND claimed.family = '{FAMILY}'
    AND claimed.month = %(first)s AND claimed.member = {MEMBER}
    AND theirs.patient_id <> patient.id
)"""  # noqa: S608  put together from the product's own pieces

#: The practice that has claimed the month of somebody of the same name, birth date and sex under
#: another member id, and whether a person has said that they are one; null where nobody has, or
#: where somebody said that they are not the same.
_ALIKE = f"""(
    SELECT ARRAY[theirs.practice_id, coalesce(matched.is_same, false)::int]
    FROM billing_claimedmonth AS claimed
    JOIN billing_claim AS theirs ON theirs.id = claimed.claim_id
    LEFT JOIN registry_patientmatch AS matched
        ON matched.one_id = least(patient.id, theirs.patient_id)
        AND matched.other_id = greatest(patient.id, theirs.patient_id)
    WHERE claimed.organization_id = practice.organization_id AND claimed.family = '{FAMILY}'
    AND claimed.month = %(first)s AND claimed.person = {PERSON}
    AND theirs.patient_id <> patient.id AND matched.is_same IS NOT FALSE
    AND claimed.member IS DISTINCT FROM {MEMBER}
    ORDER BY matched.is_same DESC NULLS LAST, claimed.claim_id
    LIMIT 1
)"""  # noqa: S608  put together from the product's own pieces

CHARTS = f"""
    SELECT
        patient.id, patient.practice_id, practice.timezone,
        coverage.id, coverage.payer_id, coverage.member_id,
        episode.id, episode.program, episode.started_on, episode.ended_on,
        episode.initiating_visit_on, 'user:' || episode.care_manager_id,
        coalesce('user:' || treating.user_id, 'clinician:' || treating.id),
        episode.outside_therapy_same_condition, episode.non_duplication_note <> '',
        {_DIAGNOSES}, {_PRIOR_MONTHS}, {_EARNED_BEFORE}, {_CONSENTS}, {_REVIEWS}, {_MEASURES},
        {_SERVICES}, {_STAYS}, {_AUTHORIZATIONS}, {_EXCLUSIONS}, {_MEETINGS},
        {_CLAIMED_BY}, {_ALIKE}
    FROM registry_patient AS patient
    JOIN registry_practice AS practice ON practice.id = patient.practice_id
    LEFT JOIN LATERAL ({_EPISODE}) AS episode ON true
    CROSS JOIN LATERAL ({_CLAIM_DAY}) AS claim
    LEFT JOIN LATERAL ({_COVERAGE}) AS coverage ON true
    LEFT JOIN registry_clinician AS treating ON treating.id = episode.treating_practitioner_id
    WHERE patient.id = ANY(%(patients)s)
    ORDER BY patient.id
"""  # noqa: S608  put together from the pieces above, nothing from outside

_TIME = """
    SELECT patient_id, id::text, floor(date_part('epoch', started_at))::bigint,
        floor(date_part('epoch', {ended_at}))::bigint, 'user:' || worker_id,
        role, {activity}, {status}, nullif(billed_as, '')
    FROM registry_timeentry
    WHERE patient_id = ANY(%(patients)s)
    AND started_at < %(until)s AND {ended_at} > %(since)s
    ORDER BY patient_id, started_at, id
"""

#: What has ended: a timer that runs has no end.
_ENDED = _TIME.format(ended_at="ended_at", activity="activity", status="status")

#: The same with a timer that is about to end, as it will then stand.
_ENDING = _TIME.format(
    ended_at="CASE WHEN id = %(entry)s THEN %(end)s::timestamptz ELSE ended_at END",
    activity="CASE WHEN id = %(entry)s THEN %(activity)s ELSE activity END",
    status="CASE WHEN id = %(entry)s THEN %(status)s ELSE status END",
)

#: Patients whose month has to be decided.  A timer that ran for more than a month before it was
#: stopped counts for nothing yet, and its patient comes in by the episode.
_CONCERNED = """
    SELECT patient.id FROM registry_patient AS patient
    WHERE patient.practice_id = %(practice)s AND (
        EXISTS (
            SELECT FROM registry_episode AS episode
            WHERE episode.patient_id = patient.id
            AND started_on <= %(last)s AND coalesce(ended_on >= %(first)s, true)
        )
        OR EXISTS (
            SELECT FROM registry_timeentry AS entry
            WHERE entry.patient_id = patient.id AND status IN ('confirmed', 'needs_review')
            AND started_at < %(until)s AND ended_at > %(since)s
            AND started_at > %(since)s::timestamptz - interval '31 days'
        )
        OR EXISTS (
            SELECT FROM billing_claim AS claim
            WHERE claim.patient_id = patient.id AND claim.month = %(first)s
            AND claim.state IN ('draft', 'approved', 'sent')
        )
    )
    ORDER BY patient.id
"""


#: Those of some patients whose claim for the month would go to one payer.
_PAID_BY = f"""
    SELECT patient.id FROM registry_patient AS patient
    LEFT JOIN LATERAL ({_EPISODE}) AS episode ON true
    CROSS JOIN LATERAL ({_CLAIM_DAY}) AS claim
    JOIN LATERAL ({_COVERAGE}) AS coverage ON coverage.payer_id = %(payer)s
    WHERE patient.id = ANY(%(patients)s)
    ORDER BY patient.id
"""  # noqa: S608  put together from the pieces above, nothing from outside


class ChartRow(NamedTuple):
    """One patient's chart as far as the month is concerned; lists as JSON, null where empty."""

    patient_id: int
    practice_id: int
    timezone: str
    coverage_id: int | None
    payer_id: int | None
    member_id: str | None
    episode_id: int | None
    program: str | None
    started_on: dt.date | None
    ended_on: dt.date | None
    initiating_visit_on: dt.date | None
    care_manager: str | None
    treating_practitioner: str | None
    outside_therapy: bool | None
    non_duplication_note: bool | None
    diagnoses: list[str]
    prior_months: list[dt.date]
    earned_before: bool
    consents: str | None
    reviews: str | None
    measures: str | None
    services: str | None
    stays: str | None
    authorizations: str | None
    exclusions: str | None
    meetings: list[dt.date]
    claimed_by: int | None
    alike: list[int] | None


#: Patient, entry, start, end, worker, role, activity, status, code it is billed under apart.
TimeRow = tuple[int, str, int, int, str, str, str, str, str | None]


def charts(patient_ids: Sequence[int], days: Days) -> list[ChartRow]:
    """The patients' charts for a month given by its first and last day, by patient id."""
    given = {"patients": list(patient_ids), "first": days[0], "last": days[1]}
    return [ChartRow(*row) for row in kept_sql.fetch(CHARTS, given)]


def time(
    patient_ids: Sequence[int],
    since: dt.datetime,
    until: dt.datetime,
    ending: Ending | None = None,
) -> list[TimeRow]:
    """Time entries that share a second with `[since, until)`, by patient and start.

    What runs is left out, but for a timer that is `ending`.
    """
    given: dict[str, Any] = {"patients": list(patient_ids), "since": since, "until": until}
    if ending is None:
        return kept_sql.fetch(_ENDED, given)
    given |= {"entry": ending.entry_id, "end": ending.ended_at}
    given |= {"activity": ending.activity, "status": ending.status}
    return kept_sql.fetch(_ENDING, given)


def concerned(practice_id: int, days: Days, since: dt.datetime, until: dt.datetime) -> list[int]:
    """Patients with an episode, time or a claim in the month, in order."""
    given: dict[str, Any] = {
        "practice": practice_id,
        "first": days[0],
        "last": days[1],
        "since": since,
        "until": until,
    }
    with connection.cursor() as cursor:
        cursor.execute(_CONCERNED, given)
        return [patient_id for (patient_id,) in cursor.fetchall()]


def paid_by(payer_id: int, patient_ids: Sequence[int], days: Days) -> list[int]:
    """Those of the patients whom this payer covers first on the last day of the month's claim."""
    given: dict[str, Any] = {
        "payer": payer_id,
        "patients": list(patient_ids),
        "first": days[0],
        "last": days[1],
    }
    with connection.cursor() as cursor:
        cursor.execute(_PAID_BY, given)
        return [patient_id for (patient_id,) in cursor.fetchall()]
