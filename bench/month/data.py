"""A practice of any size, made by the database itself: charts with ten time entries each.

Every caseload is 60 patients. Their care manager's day is 32 stretches of 15 minutes, so nobody
works twice at once; each patient's last stretch is shared with the consultant, which counts once.
"""

from __future__ import annotations

import datetime as dt

import psycopg

MONTH = dt.date(2026, 10, 1)
NOW = dt.datetime(2026, 11, 2, 15, 0, tzinfo=dt.UTC)
CASELOAD = 60
ENTRIES = 10

#: Rows that a load leaves, emptied before the next size.
TABLES = (
    "billing_claim, billing_claimline, billing_claimevent, billing_trueuprun, billing_trueupchunk, "
    "billing_trueupfailure, billing_appliedpolicy, billing_payerpolicy, billing_fee, "
    "registry_timeentry, registry_servicemonth, registry_casereview, registry_measure, "
    "registry_consent, registry_diagnosis, registry_episode, registry_coverage, registry_patient, "
    "registry_clinician, registry_payer, registry_practice, registry_organization, registry_user"
)

_PRACTICE = """
    INSERT INTO registry_organization (id, name, slug, created_at)
    VALUES (1, 'Northside Billing', 'northside', '2026-01-01Z');
    INSERT INTO registry_practice (id, organization_id, name, slug, timezone, npi, tax_id, taxonomy,
        address, city, state, zip_code, phone, place_of_service, submitter_id, contact_name,
        contact_phone, claim_batching, clearinghouse_name, clearinghouse_id,
        sends_production_claims, clock_call_minutes, clock_idle_minutes, clock_grace_minutes,
        consent_script, created_at)
    VALUES (1, 1, 'Elm Street Primary Care', 'elm-street', 'America/New_York', '1234567893',
        '123456789', '', '', '', '', '', '', '11', '', '', '', 'payer', '', '', false,
        45, 20, 5, '', '2026-01-01Z');
    INSERT INTO registry_user (id, password, is_superuser, email, full_name, is_active, joined_at,
        wants_digest)
    SELECT n, '', false, 'person' || n || '@bench.invalid', 'Person ' || n, true, '2026-01-01Z',
        false
    FROM generate_series(1, 2 + 2 * {caseloads}) AS n;
    INSERT INTO registry_clinician (id, practice_id, user_id, kind, first_name, last_name,
        credentials, npi, taxonomy, source_id, created_at, created_by_id)
    VALUES (1, 1, 2, 'treating', 'Priya', 'Natarajan', 'MD', '', '', '', '2026-01-01Z', 1);
    INSERT INTO registry_payer (id, practice_id, name, payer_id, claim_filing_code, address, city,
        state, zip_code, source_id, created_at)
    SELECT n, 1, 'Payer ' || n, 'P' || n, 'CI', '', '', '', '', '', '2026-01-01Z'
    FROM generate_series(1, 8) AS n;
    INSERT INTO billing_payerpolicy (practice_id, payer_id, preset, overrides, active_from, source,
        source_address, entered_at, entered_by_id, approved_at, approved_by_id, reasons,
        tested_months, untested_why)
    SELECT 1, n, 'standard', '{{}}', '2026-01-01', '', '', '2026-01-01Z', 1, '2026-01-01Z', 2,
        '{{}}', '{{}}', ''
    FROM generate_series(1, 8) AS n;
    INSERT INTO billing_fee (practice_id, kind, code, amount, active_from, source, is_unconfirmed,
        entered_at, entered_by_id)
    SELECT 1, kind, code, amount, '2026-01-01', '', false, '2026-01-01Z', 1
    FROM (VALUES ('charge', '99492', 151.23), ('charge', '99493', 139.10),
        ('charge', '99494', 60.05), ('allowed', '99492', 145.24), ('allowed', '99493', 131.50),
        ('allowed', '99494', 61.00)) AS fees (kind, code, amount);
"""

#: A tenth begins in the month; one in 25 was not reviewed, and consent came late to one in 50.
_CHARTS = """
    INSERT INTO registry_patient (id, practice_id, record_number, first_name, middle_name,
        last_name, birth_date, sex, address, city, state, zip_code, phone, source_id, created_at,
        created_by_id)
    SELECT n, 1, 'R' || n, 'Pat', '', 'Tester' || n, '1980-01-02', 'F', '', '', '', '', '', '',
        '2026-01-01Z', 1
    FROM generate_series(1, {patients}) AS n;
    INSERT INTO registry_coverage (id, patient_id, payer_id, rank, member_id, group_number,
        relationship, subscriber_first_name, subscriber_last_name, subscriber_sex, source_id,
        active_from, created_at, created_by_id)
    SELECT id, id, 1 + id % 8, 1, 'M' || id, '', '18', '', '', '', '', '2026-01-01',
        '2026-01-01Z', 1
    FROM registry_patient;
    INSERT INTO registry_episode (id, patient_id, program, started_on, end_reason,
        initiating_visit_on, care_manager_id, consultant_id, treating_practitioner_id,
        non_duplication_note, enrolled_at, enrolled_by_id)
    SELECT id, id, 'cocm', started_on, '', started_on, 3 + 2 * ((id - 1) / {caseload}),
        4 + 2 * ((id - 1) / {caseload}), 1, '', '2026-01-01Z', 1
    FROM registry_patient, LATERAL (
        SELECT CASE WHEN id % 10 = 0 THEN date '2026-10-01'
            ELSE date '2026-03-01' + (id % 180)::int END AS started_on
    ) AS days;
    INSERT INTO registry_diagnosis (episode_id, code, label, rank, recorded_at, recorded_by_id)
    SELECT id, 'F32.1', '', 1, '2026-01-01Z', 1 FROM registry_episode;
    INSERT INTO registry_consent (patient_id, method, given_at, taken_by_id, told_consultant,
        told_cost_sharing, told_one_practitioner, told_may_stop, file, file_name, recorded_at,
        recorded_by_id, revoke_reason)
    SELECT patient_id, 'verbal',
        CASE WHEN id % 50 = 0 THEN '2026-10-05 16:00Z' ELSE started_on - interval '1 day' END,
        1, true, true, true, true, '', '', '2026-10-06Z', 1, ''
    FROM registry_episode;
    INSERT INTO registry_measure (patient_id, instrument, scored_on, total, source_id, recorded_at,
        recorded_by_id, void_reason)
    SELECT id, 'PHQ-9', '2026-10-07', 12, '', '2026-10-07Z', 1, '' FROM registry_patient;
    INSERT INTO registry_casereview (patient_id, episode_id, consultant_id, reviewed_on, advice,
        recommendation, signed_at, signed_by_id, withdraw_reason)
    SELECT patient_id, id, consultant_id, '2026-10-20', 'continue', 'Go on.', '2026-10-20Z',
        consultant_id, ''
    FROM registry_episode WHERE id % 25 <> 0;
    INSERT INTO registry_servicemonth (practice_id, patient_id, month, starts_at, ends_at,
        worked_seconds, confirmed_seconds, review_seconds, counted_seconds, close_reason,
        reopen_reason)
    SELECT 1, patient_id, '2026-09-01', '2026-09-01 04:00Z', '2026-10-01 04:00Z', 3600, 3600, 0,
        3600, '', ''
    FROM registry_episode WHERE started_on < '2026-10-01';
"""

#: Stretch `k` of a caseload begins at 9:00 (13:00Z) or a multiple of 15 minutes later. Two in a
#: hundred are crisis care, two need review; every tenth is the consultant's, five minutes later
#: than the care manager's before it.
_TIME = """
    INSERT INTO registry_timeentry (practice_id, patient_id, worker_id, role, activity, started_at,
        ended_at, status, origin, note, reason, review_reason, billed_as, created_at,
        created_by_id, confirmed_at, confirmed_by_id, void_reason)
    SELECT 1, patient, worker, role,
        CASE WHEN mixed % 100 < 2 THEN 'crisis' WHEN role = 'consultant' THEN 'case_review'
            ELSE 'patient_contact' END,
        begins, begins + make_interval(secs => 150 + mixed % 751),
        CASE WHEN reviewed THEN 'needs_review' ELSE 'confirmed' END, 'timer', '', '',
        CASE WHEN reviewed THEN 'left running' ELSE '' END, '', begins, worker,
        CASE WHEN NOT reviewed THEN begins END, CASE WHEN NOT reviewed THEN worker END, ''
    FROM (
        SELECT n AS patient,
            CASE WHEN e = {entries} - 1 THEN 4 ELSE 3 END + 2 * ((n - 1) / {caseload}) AS worker,
            CASE WHEN e = {entries} - 1 THEN 'consultant' ELSE 'care_manager' END AS role,
            abs(hashint8(n * 31 + e)) AS mixed,
            abs(hashint8(n * 17 + e)) % 100 < 2 AS reviewed,
            timestamptz '2026-10-01 13:00Z' + make_interval(days => (k / 32)::int,
                mins => ((k % 32) * 15 + CASE WHEN e = {entries} - 1 THEN 5 ELSE 0 END)::int)
                AS begins
        FROM generate_series(1, {patients}) AS n, generate_series(0, {entries} - 1) AS e,
            LATERAL (
                SELECT least(e, {entries} - 2) * {caseload} + (n - 1) % {caseload} AS k
            ) AS place
    ) AS stretches
"""


def load(owner: psycopg.Connection, patients: int) -> None:
    """Empty the tables and fill them for so many patients; triggers are off meanwhile."""
    sizes = {
        "patients": patients,
        "caseload": CASELOAD,
        "caseloads": -(-patients // CASELOAD),
        "entries": ENTRIES,
    }
    with owner.transaction():
        owner.execute("SET LOCAL session_replication_role = replica")
        owner.execute(f"TRUNCATE {TABLES} RESTART IDENTITY CASCADE")
        owner.execute(
            "ALTER TABLE registry_timeentry "
            "DROP CONSTRAINT IF EXISTS time_entry_no_overlap_per_worker"
        )
        for statement in (_PRACTICE, _CHARTS, _TIME):
            owner.execute(statement.format(**sizes))
    owner.execute("VACUUM ANALYZE")
