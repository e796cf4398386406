"""A registry of any size, made by the database itself: charts with a hundred time entries each.

A care manager has 100 patients and works on them in turn, forty stretches of ten minutes a day, so
that nobody works twice at once. Each chart has 18 scores over its months; of a few nobody has
spoken with the patient lately, a few are without consent, without a review, or not better.
"""

from __future__ import annotations

CASELOAD = 100
ENTRIES = 100
PEOPLE = 16
#: The consultant and the practitioner come before the care managers.
FIRST = 4

_PEOPLE = """
    INSERT INTO registry_organization (id, name, slug, created_at)
    VALUES (1, 'Bench', 'bench', '2026-01-01Z');
    INSERT INTO registry_practice (id, organization_id, name, slug, timezone, npi, tax_id, taxonomy,
        address, city, state, zip_code, phone, place_of_service, submitter_id, contact_name,
        contact_phone, claim_batching, clearinghouse_name, clearinghouse_id,
        sends_production_claims, clock_call_minutes, clock_idle_minutes, clock_grace_minutes,
        consent_script, created_at)
    VALUES (1, 1, 'Bench', 'bench', 'America/New_York', '1234567893', '123456789', '', '', '', '',
        '', '', '11', '', '', '', 'payer', '', '', false, 45, 20, 5, '', '2026-01-01Z');
    INSERT INTO registry_user (id, password, is_superuser, email, full_name, is_active, joined_at,
        wants_digest)
    SELECT n, '!', false, 'person' || n || '@bench.invalid', 'Person ' || n, true, '2026-01-01Z',
        false
    FROM generate_series(2, {first} - 1 + {managers}) AS n;
    INSERT INTO registry_membership (user_id, practice_id, role, granted_at, granted_by_id)
    SELECT n, 1, CASE n WHEN 2 THEN 'treating_practitioner'
        WHEN 3 THEN 'consultant' ELSE 'care_manager' END, '2026-01-01Z', 1
    FROM generate_series(2, {first} - 1 + {managers}) AS n;
    INSERT INTO registry_clinician (id, practice_id, user_id, kind, first_name, last_name,
        credentials, npi, taxonomy, source_id, created_at, created_by_id)
    VALUES (1, 1, 2, 'treating', 'A', 'B', 'MD', '1679576722', '', '', '2026-01-01Z', 1);
    INSERT INTO registry_payer (id, practice_id, name, payer_id, claim_filing_code, address, city,
        state, zip_code, source_id, created_at)
    SELECT n, 1, 'Payer ' || n, 'P' || n, 'CI', '', '', '', '', '', '2026-01-01Z'
    FROM generate_series(1, 8) AS n;
    INSERT INTO billing_payerpolicy (practice_id, payer_id, preset, overrides, active_from, source,
        source_address, entered_at, entered_by_id, approved_at, approved_by_id, reasons,
        tested_months, untested_why)
    SELECT 1, n, CASE n % 2 WHEN 0 THEN 'standard' ELSE 'midpoint' END, '{{}}', '2026-01-01', '',
        '', '2026-01-01Z', 1, '2026-01-01Z', 2, '{{}}', '{{}}', ''
    FROM generate_series(1, 8) AS n;
    INSERT INTO billing_fee (practice_id, kind, code, amount, active_from, source, is_unconfirmed,
        entered_at, entered_by_id)
    SELECT 1, 'charge', code, 100, '2026-01-01', '', false, '2026-01-01Z', 1
    FROM unnest(ARRAY['99492', '99493', '99494']) AS code;
"""

_CHARTS = """
    INSERT INTO registry_patient (id, practice_id, record_number, first_name, middle_name,
        last_name, birth_date, sex, address, city, state, zip_code, phone, source_id, created_at,
        created_by_id)
    SELECT n, 1, 'R' || n, 'Pat', '', 'Tester' || n, '1980-01-02', 'F', '', '', '', '', '', '',
        '2026-01-01Z', 1
    FROM generate_series(1, {patients}) AS n;
    INSERT INTO registry_coverage (patient_id, payer_id, rank, member_id, group_number,
        relationship, subscriber_first_name, subscriber_last_name, subscriber_sex, source_id,
        active_from, created_at, created_by_id)
    SELECT id, 1 + id % 8, 1, 'M' || id, '', '18', '', '', '', '', '2026-01-01', '2026-01-01Z', 1
    FROM registry_patient;
    INSERT INTO registry_episode (id, patient_id, program, started_on, end_reason,
        initiating_visit_on, care_manager_id, consultant_id, treating_practitioner_id,
        non_duplication_note, enrolled_at, enrolled_by_id)
    SELECT n, n, CASE n % 5 WHEN 0 THEN 'bhi' ELSE 'cocm' END,
        {today} - 30 - (n % 220)::int, '', {today} - 40 - (n % 220)::int,
        {first} + (n - 1) / {caseload}, 3, 1, '', {now}, 1
    FROM generate_series(1, {patients}) AS n;
    INSERT INTO registry_diagnosis (episode_id, code, label, rank, recorded_at, recorded_by_id)
    SELECT id, 'F32.1', '', 1, {now}, 1 FROM registry_episode;
    INSERT INTO registry_consent (patient_id, method, given_at, taken_by_id, told_consultant,
        told_cost_sharing, told_one_practitioner, told_may_stop, file, file_name, recorded_at,
        recorded_by_id, revoke_reason)
    SELECT patient_id, 'verbal', started_on, 1, true, true, true, true, '', '', {now}, 1, ''
    FROM registry_episode WHERE id % 37 <> 0;
    INSERT INTO registry_measure (patient_id, instrument, scored_on, total, source_id, recorded_at,
        recorded_by_id, void_reason)
    SELECT n, instrument, {today} - (k * 14 + n % 20)::int,
        least(20, 4 + (n % 9 + k * (n % 3 + 1) / 2)::int), '', {now}, 1, ''
    FROM generate_series(1, {patients}) AS n,
        LATERAL (SELECT 'PHQ-9' AS instrument, k FROM generate_series(0, 11) AS k
            UNION ALL SELECT 'GAD-7', 2 * k FROM generate_series(0, 5) AS k) AS scores;
    INSERT INTO registry_safetyflag (measure_id, patient_id, answer, raised_at, action_taken)
    SELECT min(id), patient_id, 1, {now}, '' FROM registry_measure WHERE patient_id % 97 = 0
    GROUP BY patient_id;
    INSERT INTO registry_casereview (patient_id, episode_id, consultant_id, reviewed_on, advice,
        recommendation, signed_at, signed_by_id, withdraw_reason)
    SELECT patient_id, id, 3, {today} - (id % 45)::int, 'continue', 'Go on.', {now}, 3, ''
    FROM registry_episode WHERE id % 11 <> 0;
    INSERT INTO registry_reviewrequest (episode_id, question, requested_at, requested_by_id)
    SELECT id, 'What next?', {now}, care_manager_id FROM registry_episode WHERE id % 53 = 0;
"""

#: Stretch `i` of a care manager; patients of whom n % 9 is 0 were not spoken with for three weeks.
_TIME = """
    INSERT INTO registry_timeentry (practice_id, patient_id, worker_id, role, activity, started_at,
        ended_at, status, origin, note, reason, review_reason, billed_as, created_at,
        created_by_id, confirmed_at, confirmed_by_id, void_reason)
    SELECT 1, n, worker, 'care_manager',
        CASE WHEN (n + k) % 3 = 0 AND NOT (n % 9 = 0 AND begins > {now} - interval '21 days')
            THEN 'patient_contact' ELSE 'chart_review' END,
        begins, begins + interval '10 minutes', 'confirmed', 'timer', 'Went through the plan', '',
        '', '', begins, worker, begins, worker, ''
    FROM (
        SELECT n, k, {first} + (n - 1) / {caseload} AS worker,
            {now} - make_interval(mins => (36 * ({entries} * {caseload}
                - (k * {caseload} + (n - 1) % {caseload})))::int) AS begins
        FROM generate_series(1, {patients}) AS n, generate_series(0, {entries} - 1) AS k
    ) AS stretches
"""
#: What the triggers, which are off meanwhile, would have kept.
_KEPT = """
    INSERT INTO registry_course (episode_id, scale) SELECT id, '' FROM registry_episode;
    SELECT registry_keep_courses(array_agg(id)) FROM registry_patient;
    SELECT registry_keep_contacts(array_agg(id)) FROM registry_patient;
"""


def load(owner, patients, now):
    """Fill an empty database; `owner` is a connection that may turn triggers off."""
    given = {
        "patients": patients,
        "managers": -(-patients // CASELOAD),
        "caseload": CASELOAD,
        "entries": ENTRIES,
        "first": FIRST,
        "now": f"timestamptz '{now.isoformat()}'",
        "today": f"date '{now.date()}'",
    }
    with owner.transaction():
        owner.execute("SET LOCAL session_replication_role = replica")
        for statements in (_PEOPLE, _CHARTS, _TIME, _KEPT):
            owner.execute(statements.format(**given))
    for table in ("user", "practice", "patient", "episode", "clinician", "payer"):
        owner.execute(f"SELECT setval('registry_{table}_id_seq', 1000000)")
    owner.execute("VACUUM ANALYZE")


def keep_months(patients, now):
    """The present month of everybody, reckoned by the product."""
    from registry import calendar
    from registry.models import Patient
    from registry.services import service_month

    month = calendar.local_month(now, "America/New_York")
    for first in range(1, patients + 1, 500):
        some = Patient.objects.select_related("practice").filter(pk__gte=first, pk__lt=first + 500)
        service_month.refresh(list(some), [month], now=now)


def sessions(patients, now):
    """A signed-in browser of each of 16 care managers, with patients of hers."""
    from clock import data

    from registry.models import User

    managers = -(-patients // CASELOAD)
    step = max(managers // PEOPLE, 1)
    found = []
    for number in range(PEOPLE):
        which = number * step % managers
        user = User.objects.get(pk=FIRST + which)
        found.append((data.session(user, now), [1 + which * CASELOAD]))
    return found
