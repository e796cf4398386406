"""The database keeps `Course` and `LastContact`, whoever writes what they are read out of."""

from django.db import migrations

# Locked first, in one order, and read in a statement of its own: of two writers the second sees
# what the first has committed. 30 days: `review_reasons.EPISODE_EDGE`.
KEEP = """
CREATE FUNCTION registry_keep_courses(wanted bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM registry_course AS c JOIN registry_episode AS e ON e.id = c.episode_id
        WHERE e.patient_id = ANY(wanted) ORDER BY c.episode_id FOR NO KEY UPDATE OF c;
    UPDATE registry_course AS c SET
        scale = coalesce(found.scale, ''),
        first_total = found.first_total, first_scored_on = found.first_scored_on,
        last_total = found.last_total, last_scored_on = found.last_scored_on,
        phq9 = found.phq9, gad7 = found.gad7, scored_on = found.scored_on,
        reviewed_on = found.reviewed_on, flagged_at = found.flagged_at,
        asked_at = found.asked_at,
        consent_from = found.given_at, consent_until = found.revoked_at
    FROM (
        SELECT e.id, s.scale, a.total AS first_total, a.scored_on AS first_scored_on,
            z.total AS last_total, z.scored_on AS last_scored_on,
            p.total AS phq9, g.total AS gad7, greatest(p.scored_on, g.scored_on) AS scored_on,
            (SELECT max(r.reviewed_on) FROM registry_casereview AS r
                WHERE r.episode_id = e.id AND r.withdrawn_at IS NULL) AS reviewed_on,
            (SELECT min(f.raised_at) FROM registry_safetyflag AS f
                WHERE f.patient_id = e.patient_id AND f.acknowledged_at IS NULL) AS flagged_at,
            (SELECT min(q.requested_at) FROM registry_reviewrequest AS q
                WHERE q.episode_id = e.id AND q.answered_by_review_id IS NULL) AS asked_at,
            k.given_at, k.revoked_at
        FROM registry_episode AS e
        LEFT JOIN LATERAL (
            SELECT m.instrument AS scale FROM registry_measure AS m
            WHERE m.patient_id = e.patient_id AND m.instrument IN ('PHQ-9', 'GAD-7')
            AND m.voided_at IS NULL AND m.scored_on >= e.started_on - 30
            ORDER BY m.instrument DESC LIMIT 1
        ) AS s ON true
        LEFT JOIN LATERAL (
            SELECT m.total, m.scored_on FROM registry_measure AS m
            WHERE m.patient_id = e.patient_id AND m.instrument = s.scale
            AND m.voided_at IS NULL AND m.scored_on >= e.started_on - 30
            ORDER BY m.scored_on, m.id LIMIT 1
        ) AS a ON true
        LEFT JOIN LATERAL (
            SELECT m.total, m.scored_on FROM registry_measure AS m
            WHERE m.patient_id = e.patient_id AND m.instrument = s.scale
            AND m.voided_at IS NULL AND m.scored_on >= e.started_on - 30
            ORDER BY m.scored_on DESC, m.id LIMIT 1
        ) AS z ON true
        LEFT JOIN LATERAL (
            SELECT m.total, m.scored_on FROM registry_measure AS m
            WHERE m.patient_id = e.patient_id AND m.instrument = 'PHQ-9' AND m.voided_at IS NULL
            ORDER BY m.scored_on DESC, m.id DESC LIMIT 1
        ) AS p ON true
        LEFT JOIN LATERAL (
            SELECT m.total, m.scored_on FROM registry_measure AS m
            WHERE m.patient_id = e.patient_id AND m.instrument = 'GAD-7' AND m.voided_at IS NULL
            ORDER BY m.scored_on DESC, m.id DESC LIMIT 1
        ) AS g ON true
        LEFT JOIN LATERAL (
            SELECT n.given_at, n.revoked_at FROM registry_consent AS n
            WHERE n.patient_id = e.patient_id
            ORDER BY n.revoked_at DESC NULLS FIRST, n.given_at LIMIT 1
        ) AS k ON true
        WHERE e.patient_id = ANY(wanted)
    ) AS found
    WHERE found.id = c.episode_id AND (
        c.scale, c.first_total, c.first_scored_on, c.last_total, c.last_scored_on, c.phq9, c.gad7,
        c.scored_on, c.reviewed_on, c.flagged_at, c.asked_at, c.consent_from, c.consent_until
    ) IS DISTINCT FROM (
        coalesce(found.scale, ''), found.first_total, found.first_scored_on, found.last_total,
        found.last_scored_on, found.phq9, found.gad7, found.scored_on, found.reviewed_on,
        found.flagged_at, found.asked_at, found.given_at, found.revoked_at
    );
END $$;

CREATE FUNCTION registry_keep_contacts(wanted bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM registry_lastcontact AS c
        WHERE c.patient_id = ANY(wanted) ORDER BY c.patient_id FOR NO KEY UPDATE;
    INSERT INTO registry_lastcontact AS kept (patient_id, at)
    SELECT wanted_id, (
        SELECT e.started_at FROM registry_timeentry AS e
        WHERE e.patient_id = wanted_id AND e.status IN ('confirmed', 'needs_review')
        AND e.activity IN ('patient_contact', 'brief_intervention', 'measurement',
            'psychotherapy', 'crisis')
        ORDER BY e.started_at DESC LIMIT 1
    ) FROM unnest(wanted) AS wanted_id ORDER BY wanted_id
    ON CONFLICT (patient_id) DO UPDATE SET at = excluded.at
    WHERE kept.at IS DISTINCT FROM excluded.at;
END $$;
"""

# `changed` holds a statement's new rows, or, of a delete, its old ones.
HEAR = """
CREATE FUNCTION registry_course_by_patient() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM registry_keep_courses(array_agg(DISTINCT patient_id)) FROM changed
        HAVING count(*) > 0;
    RETURN NULL;
END $$;

CREATE FUNCTION registry_course_by_episode() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM registry_keep_courses(array_agg(DISTINCT e.patient_id))
        FROM changed JOIN registry_episode AS e ON e.id = changed.episode_id
        HAVING count(*) > 0;
    RETURN NULL;
END $$;

CREATE FUNCTION registry_course_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO registry_course (episode_id, scale) SELECT id, '' FROM changed ORDER BY id;
    PERFORM registry_keep_courses(array_agg(DISTINCT patient_id)) FROM changed
        HAVING count(*) > 0;
    RETURN NULL;
END $$;

CREATE FUNCTION registry_contact_made() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM registry_keep_contacts(array_agg(DISTINCT patient_id)) FROM changed
        WHERE status IN ('confirmed', 'needs_review')
        AND activity IN ('patient_contact', 'brief_intervention', 'measurement',
            'psychotherapy', 'crisis')
        HAVING count(*) > 0;
    RETURN NULL;
END $$;

CREATE FUNCTION registry_contact_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM registry_keep_contacts(array_agg(DISTINCT n.patient_id))
        FROM changed AS n JOIN before AS o ON o.id = n.id
        WHERE (n.status IN ('confirmed', 'needs_review') AND n.activity IN ('patient_contact',
            'brief_intervention', 'measurement', 'psychotherapy', 'crisis'))
        IS DISTINCT FROM (o.status IN ('confirmed', 'needs_review') AND o.activity IN (
            'patient_contact', 'brief_intervention', 'measurement', 'psychotherapy', 'crisis'))
        HAVING count(*) > 0;
    RETURN NULL;
END $$;

CREATE TRIGGER course_begins AFTER INSERT ON registry_episode REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION registry_course_begins();
CREATE TRIGGER course_of_episode AFTER UPDATE ON registry_episode REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION registry_course_by_patient();
CREATE TRIGGER contact_made AFTER INSERT ON registry_timeentry REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION registry_contact_made();
CREATE TRIGGER contact_changed AFTER UPDATE ON registry_timeentry
    REFERENCING OLD TABLE AS before NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION registry_contact_changed();
"""

HEARD = {
    "registry_measure": "patient",
    "registry_casereview": "patient",
    "registry_safetyflag": "patient",
    "registry_consent": "patient",
    "registry_reviewrequest": "episode",
}
EVENTS = {"insert": "NEW", "update": "NEW", "delete": "OLD"}
TRIGGERS = "".join(
    f"CREATE TRIGGER course_{event} AFTER {event} ON {table} REFERENCING {rows} TABLE AS changed "
    f"FOR EACH STATEMENT EXECUTE FUNCTION registry_course_by_{what}();\n"
    for table, what in HEARD.items()
    for event, rows in EVENTS.items()
)

FILL = """
INSERT INTO registry_course (episode_id, scale) SELECT id, '' FROM registry_episode;
SELECT registry_keep_courses(array_agg(DISTINCT patient_id)) FROM registry_episode
    HAVING count(*) > 0;
SELECT registry_keep_contacts(array_agg(DISTINCT patient_id)) FROM registry_timeentry
    HAVING count(*) > 0;
"""

UNDO = """
DROP FUNCTION registry_course_by_patient CASCADE;
DROP FUNCTION registry_course_by_episode CASCADE;
DROP FUNCTION registry_course_begins CASCADE;
DROP FUNCTION registry_contact_made CASCADE;
DROP FUNCTION registry_contact_changed CASCADE;
DROP FUNCTION registry_keep_courses;
DROP FUNCTION registry_keep_contacts;
"""


class Migration(migrations.Migration):
    dependencies = [("registry", "0007_caseload_facts_and_views")]

    operations = [
        migrations.RunSQL(KEEP + HEAR + TRIGGERS, UNDO),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
