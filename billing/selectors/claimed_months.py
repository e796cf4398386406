"""Members whose month another chart has claimed, in the same practice or in another one, and people
who may be the same as one whose month is claimed under another member id."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db import connection

from billing.models import FAMILY, Claim
from billing.models.member_mark import MEMBER, PERSON
from registry.models import PatientMatch, Practice, User

#: Charts whose claimed month is of the same person as this one's, for all that is known.
_ALIKE = f"""
    FROM billing_claimedmonth AS claimed
    JOIN billing_claim AS theirs ON theirs.id = claimed.claim_id
    LEFT JOIN registry_patientmatch AS matched
        ON matched.one_id = least(patient.id, theirs.patient_id)
        AND matched.other_id = greatest(patient.id, theirs.patient_id)
    WHERE claimed.organization_id = practice.organization_id
    AND claimed.family = claim.family AND claimed.month = claim.month
    AND claimed.person = {PERSON} AND theirs.patient_id <> patient.id
    AND claimed.member IS DISTINCT FROM {MEMBER}
"""
_MEMBERS = f"""
    SELECT claim.id, {MEMBER}, {PERSON}, (
        SELECT theirs.practice_id FROM billing_claimedmonth AS claimed
        JOIN billing_claim AS theirs ON theirs.id = claimed.claim_id
        WHERE claimed.organization_id = practice.organization_id
        AND claimed.family = claim.family AND claimed.month = claim.month
        AND claimed.member = {MEMBER} AND theirs.id <> claim.id
    ), (
        SELECT theirs.practice_id {_ALIKE} AND matched.is_same IS NOT FALSE
        ORDER BY claimed.claim_id LIMIT 1
    )
    FROM billing_claim AS claim
    JOIN registry_practice AS practice ON practice.id = claim.practice_id
    JOIN registry_patient AS patient ON patient.id = claim.patient_id
    JOIN registry_coverage AS coverage
        ON coverage.id = claim.coverage_id AND coverage.patient_id = patient.id
    WHERE claim.id = ANY(%(claims)s)
    ORDER BY claim.id
"""  # noqa: S608  put together from the product's own pieces
_OTHERS = f"""
    SELECT theirs.patient_id, theirs.practice_id
    FROM billing_claim AS claim
    JOIN registry_practice AS practice ON practice.id = claim.practice_id
    JOIN registry_patient AS patient ON patient.id = claim.patient_id
    LEFT JOIN registry_coverage AS coverage
        ON coverage.id = claim.coverage_id AND coverage.patient_id = patient.id
    CROSS JOIN LATERAL (SELECT theirs.patient_id, theirs.practice_id {_ALIKE}) AS theirs
    WHERE claim.id = %(claim)s
    ORDER BY theirs.patient_id
"""  # noqa: S608  put together from the product's own pieces


@dataclass(frozen=True, slots=True)
class Standing:
    """`member` marks whose month a claim is of, `person` who that is apart from any insurance;
    `taken_by` is the practice that has claimed it, `alike_in` one that has for perhaps the same
    person."""

    member: str
    person: str
    taken_by: int | None
    alike_in: int | None


def hold(practice: Practice, month: dt.date) -> None:
    """Until this transaction ends, nobody else claims anything of the organization's month."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))",
            [f"{FAMILY} {practice.organization_id} {month:%Y-%m}"],
        )


def of(claims: Collection[Claim]) -> dict[int, Standing]:
    """By claim id, one query; claims without a member id are left out."""
    with connection.cursor() as cursor:
        cursor.execute(_MEMBERS, {"claims": [claim.pk for claim in claims]})
        return {pk: Standing(*rest) for pk, *rest in cursor.fetchall() if rest[0]}


def alike(claim: Claim) -> list[tuple[int, Practice]]:
    """Charts that may be of the same person: the patient and practice of each claim that stands."""
    with connection.cursor() as cursor:
        cursor.execute(_OTHERS, {"claim": claim.pk})
        found = dict(cursor.fetchall())
    practices = Practice.objects.in_bulk(set(found.values()))
    return [(patient_id, practices[by]) for patient_id, by in found.items()]


def said_to_differ(patient_id: int, others: Sequence[int]) -> bool:
    """Whether somebody has said of every one of these charts that it is another person's."""
    pairs = {(min(patient_id, other), max(patient_id, other)) for other in others}
    rows = PatientMatch.objects.filter(one__in=[one for one, _ in pairs], is_same=False)
    return pairs <= set(rows.values_list("one_id", "other_id"))


def may_name(practice: Practice, user: User) -> bool:
    """Whether the person has a role in a practice, and so knows of it."""
    return Practice.objects.filter(pk=practice.pk, memberships__user=user).exists()


def obstacle(found: Standing | None, practice: Practice, user: User) -> str:
    """Why a claim cannot stand beside those of the organization; empty where it can."""
    if found is None:
        return ""
    taken = why_not(found.taken_by, practice, user)
    return taken or why_not_yet(found.alike_in, practice, user)


def why_not(taken_by: int | None, practice: Practice, user: User) -> str:
    """Why a month is not claimed again.  Another practice is named to who has a role in it."""
    if taken_by is None:
        return ""
    return (
        f"{_who(taken_by, practice, user)} has claimed this month for the same member id and "
        "birth date: a payer pays one claim a month. Have that claim withdrawn or voided, or mend "
        "the member id."
    )


def why_not_yet(alike_in: int | None, practice: Practice, user: User) -> str:
    """Why a month waits for a person to say whether somebody claimed elsewhere is the same."""
    if alike_in is None:
        return ""
    return (
        f"{_who(alike_in, practice, user)} has claimed this month for somebody of the same name, "
        "birth date and sex, under another member id. Look at the claim again, and say there "
        "whether it is the same person."
    )


def _who(taken_by: int, practice: Practice, user: User) -> str:
    if taken_by == practice.pk:
        return "Another chart of this practice"
    known = Practice.objects.filter(pk=taken_by, memberships__user=user).first()
    return known.name if known else "Another practice of the organization"
