"""The same month by one bare statement: no engine, no explanation, no history.

It joins intervals (`range_agg`), cuts them to consent and episode, sums, picks codes by CASE, and
inserts the same claims and lines into tables with the same columns, checks and indexes (foreign
keys and triggers apart, which it is spared).
"""

from __future__ import annotations

import psycopg

from month.data import MONTH, NOW

_TABLES = """
    DROP TABLE IF EXISTS plain_line, plain_claim;
    CREATE TABLE plain_claim (LIKE billing_claim INCLUDING ALL);
    CREATE TABLE plain_line (LIKE billing_claimline INCLUDING ALL);
"""

_STATEMENT = """
    WITH bounds AS (
        SELECT tstzrange('2026-10-01 04:00Z', '2026-11-01 04:00Z') AS month
    ), worked AS (
        SELECT entry.patient_id,
            sum(extract(epoch FROM upper(span) - lower(span)))::int AS worked,
            range_agg(span) FILTER (
                WHERE status = 'confirmed' AND role IN ('care_manager', 'consultant')
                AND activity NOT IN ('crisis', 'psychotherapy', 'clerical', 'outreach_attempt')
                AND billed_as = ''
            ) AS spans
        FROM registry_timeentry AS entry, bounds,
            LATERAL (SELECT tstzrange(started_at, ended_at) * month AS span) AS cut
        WHERE entry.practice_id = 1 AND status IN ('confirmed', 'needs_review')
        AND started_at < upper(month) AND ended_at > lower(month)
        GROUP BY entry.patient_id
    ), consented AS (
        SELECT patient_id, range_agg(tstzrange(given_at, revoked_at)) AS spans
        FROM registry_consent GROUP BY patient_id
    ), counted AS (
        SELECT episode.id AS episode_id, episode.patient_id, episode.started_on,
            coalesce(worked.worked, 0) AS worked, coalesce((
                SELECT sum(extract(epoch FROM upper(span) - lower(span)))::int
                FROM unnest(
                    worked.spans * consented.spans * tstzmultirange(tstzrange(
                        started_on::timestamp AT TIME ZONE practice.timezone,
                        (ended_on + 1)::timestamp AT TIME ZONE practice.timezone))
                ) AS span
            ), 0) AS counted
        FROM registry_episode AS episode
        JOIN registry_patient AS patient ON patient.id = episode.patient_id
        JOIN registry_practice AS practice ON practice.id = patient.practice_id
        LEFT JOIN worked ON worked.patient_id = episode.patient_id
        LEFT JOIN consented ON consented.patient_id = episode.patient_id
        WHERE practice.id = 1 AND started_on < '2026-11-01'
        AND (ended_on IS NULL OR ended_on >= '2026-10-01')
    ), picked AS (
        SELECT counted.*, coverage.id AS coverage_id, coverage.payer_id, base, minutes,
            CASE WHEN minutes < need THEN 0 ELSE least(4, (minutes - need) / 30) END AS extra,
            minutes >= need AS earned, need - minutes AS short,
            EXISTS (SELECT FROM registry_casereview AS review
                WHERE review.patient_id = counted.patient_id
                AND reviewed_on BETWEEN '2026-10-01' AND '2026-10-31') AS reviewed,
            base = '99493' OR EXISTS (SELECT FROM registry_measure AS measure
                WHERE measure.patient_id = counted.patient_id
                AND scored_on BETWEEN '2026-10-01' AND '2026-10-31') AS measured
        FROM counted
        LEFT JOIN registry_coverage AS coverage ON coverage.patient_id = counted.patient_id
            AND rank = 1 AND active_from <= '2026-10-31'
            AND (active_to IS NULL OR active_to >= '2026-10-31'),
        LATERAL (SELECT CASE WHEN started_on >= '2026-10-01' THEN '99492' ELSE '99493' END AS base,
            CASE WHEN started_on >= '2026-10-01' THEN 70 ELSE 60 END AS need,
            counted / 60 AS minutes) AS codes
    ), priced AS (
        SELECT picked.*, first.amount AS base_amount, further.amount AS extra_amount,
            first_allowed.amount AS base_allowed, further_allowed.amount AS extra_allowed
        FROM picked
        LEFT JOIN billing_fee AS first ON first.code = base AND first.kind = 'charge'
        LEFT JOIN billing_fee AS further ON further.code = '99494' AND further.kind = 'charge'
        LEFT JOIN billing_fee AS first_allowed
            ON first_allowed.code = base AND first_allowed.kind = 'allowed'
        LEFT JOIN billing_fee AS further_allowed
            ON further_allowed.code = '99494' AND further_allowed.kind = 'allowed'
    ), claimed AS (
        INSERT INTO plain_claim (practice_id, patient_id, episode_id, payer_id, coverage_id, month,
            outcome, is_final, date_of_service, worked_seconds, counted_seconds, minutes_short,
            total_charge, total_expected, rules, own_holds, facts, verdict, engine, fingerprint,
            decided_at, decided_by_id, family, state)
        SELECT 1, patient_id, episode_id, payer_id, coverage_id, %(month)s,
            CASE WHEN NOT earned THEN 'not_billable' WHEN reviewed AND measured THEN 'billable'
                ELSE 'held' END,
            true, CASE WHEN earned THEN date '2026-10-31' END, worked, counted,
            CASE WHEN NOT earned THEN short END,
            CASE WHEN earned THEN base_amount + extra * extra_amount END,
            CASE WHEN earned THEN least(base_allowed, base_amount)
                + extra * least(extra_allowed, extra_amount) END,
            CASE WHEN NOT earned THEN ARRAY['below_minimum'] ELSE '{}' END
                || CASE WHEN NOT reviewed THEN ARRAY['consultant_review_missing'] ELSE '{}' END,
            '[]', json_build_object('started_on', started_on, 'worked', worked)::text,
            json_build_object('base', base, 'minutes', minutes, 'reviewed', reviewed)::text,
            '', md5(patient_id::text), %(now)s, 1, 'integration', 'draft'
        FROM priced
        RETURNING id, patient_id
    )
    INSERT INTO plain_line (claim_id, position, code, units, modifiers, charge, allowed)
    SELECT claimed.id, line.position, line.code, line.units, '{}', line.charge, line.allowed
    FROM claimed JOIN priced USING (patient_id),
        LATERAL (VALUES (1, base, 1, base_amount, base_allowed),
            (2, '99494', extra, extra * extra_amount, extra * extra_allowed))
            AS line (position, code, units, charge, allowed)
    WHERE earned AND line.units > 0
"""

#: What the two disagree on: nothing, or the comparison would be of different work.
_DIFFERENCES = """
    WITH ours AS (
        SELECT patient_id, outcome, worked_seconds, counted_seconds, minutes_short, total_charge,
            total_expected, code, units, charge, allowed, expected
        FROM billing_claim AS claim LEFT JOIN billing_claimline AS line ON line.claim_id = claim.id
    ), plain AS (
        SELECT patient_id, outcome, worked_seconds, counted_seconds, minutes_short, total_charge,
            total_expected, code, units, charge, allowed, expected
        FROM plain_claim AS claim LEFT JOIN plain_line AS line ON line.claim_id = claim.id
    )
    SELECT count(*) FROM (
        (TABLE ours EXCEPT TABLE plain) UNION ALL (TABLE plain EXCEPT TABLE ours)
    ) AS different
"""


def make_tables(owner: psycopg.Connection) -> None:
    owner.execute(_TABLES)


def empty(owner: psycopg.Connection) -> None:
    """As before any run, for both."""
    owner.execute("TRUNCATE plain_claim, plain_line")
    owner.execute(
        "TRUNCATE billing_claim, billing_claimline, billing_claimevent, billing_trueuprun, "
        "billing_trueupchunk, billing_trueupfailure CASCADE"
    )
    owner.execute("CHECKPOINT")


def run(owner: psycopg.Connection) -> None:
    with owner.transaction():
        owner.execute(_STATEMENT, {"month": MONTH, "now": NOW})


def differences(owner: psycopg.Connection) -> int:
    """Rows that one of the two has and the other has not."""
    row = owner.execute(_DIFFERENCES).fetchone()
    assert row is not None
    return row[0]
