"""Whose month a claim claims, and the triggers on claims that keep it (`ClaimedMonth`)."""

from __future__ import annotations

import pgtrigger

#: One mark of the person whom a coverage insures, whichever practice entered it: the member id
#: without its punctuation and the birth date; the first name too, where members share the id.
#: SQL over `patient` and `coverage`; null where there is no member id.
MEMBER = """(
    CASE WHEN coverage.member_id ~ '[A-Za-z0-9]' THEN encode(sha256(convert_to(concat_ws(' ',
        upper(regexp_replace(coverage.member_id, '[^A-Za-z0-9]', '', 'g')),
        to_char(patient.birth_date, 'YYYYMMDD'),
        CASE WHEN coverage.relationship <> '18'
            THEN lower(regexp_replace(patient.first_name, '[^[:alpha:]]', '', 'g')) END
    ), 'UTF8')), 'hex') END
)"""


def _letters(column: str) -> str:
    """A name without case, accents, blanks and hyphens; one without such letters as it stands."""
    bare = f"regexp_replace(normalize(lower({column}), NFD), '[^a-z0-9]', '', 'g')"
    return f"coalesce(nullif({bare}, ''), lower({column}))"


#: One mark of a person by what people are known by apart from any insurance: last and first name,
#: birth date and sex.  Two of one mark may be one person; somebody decides (`PatientMatch`).
#: SQL over `patient`.
PERSON = f"""encode(sha256(convert_to(concat_ws(' ',
    {_letters("patient.last_name")}, {_letters("patient.first_name")},
    to_char(patient.birth_date, 'YYYYMMDD'), patient.sex
), 'UTF8')), 'hex')"""

_STANDS = "('approved', 'sent')"
_KEEP = f"""
    INSERT INTO billing_claimedmonth (claim_id, organization_id, member, person, family, month)
    SELECT NEW.id, practice.organization_id, {MEMBER}, {PERSON}, NEW.family, NEW.month
    FROM registry_patient AS patient
    JOIN registry_practice AS practice ON practice.id = NEW.practice_id
    JOIN registry_coverage AS coverage
        ON coverage.id = NEW.coverage_id AND coverage.patient_id = patient.id
    WHERE patient.id = NEW.patient_id AND coverage.member_id ~ '[A-Za-z0-9]'
"""  # noqa: S608  put together from the text above, nothing from outside

#: On claims: what stands is kept, what no longer stands is let go.
CLAIMED = (
    pgtrigger.Trigger(
        name="claimed_at_once",
        operation=pgtrigger.Insert,
        when=pgtrigger.After,
        condition=pgtrigger.Condition(f"NEW.state IN {_STANDS}"),
        func=f"{_KEEP}; RETURN NULL;",
    ),
    pgtrigger.Trigger(
        name="claimed_while_it_stands",
        operation=pgtrigger.UpdateOf("state"),
        when=pgtrigger.After,
        condition=pgtrigger.Condition(
            f"((NEW.state IN {_STANDS}) IS DISTINCT FROM (OLD.state IN {_STANDS}))"
        ),
        func=f"""
            IF NEW.state IN {_STANDS} THEN {_KEEP};
            ELSE DELETE FROM billing_claimedmonth WHERE claim_id = NEW.id;
            END IF;
            RETURN NULL;
        """,  # noqa: S608  put together from the text above, nothing from outside
    ),
)
