"""Members whose month another chart has claimed, in the same practice or in another one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from django.db import connection

from billing.models import FAMILY, Claim
from billing.models.member_mark import MEMBER
from registry.models import Practice, User

_MEMBERS = f"""
    SELECT claim.id, {MEMBER}, (
        SELECT theirs.practice_id FROM billing_claimedmonth AS claimed
        JOIN billing_claim AS theirs ON theirs.id = claimed.claim_id
        WHERE claimed.organization_id = practice.organization_id
        AND claimed.family = claim.family AND claimed.month = claim.month
        AND claimed.member = {MEMBER} AND theirs.id <> claim.id
    )
    FROM billing_claim AS claim
    JOIN registry_practice AS practice ON practice.id = claim.practice_id
    JOIN registry_patient AS patient ON patient.id = claim.patient_id
    JOIN registry_coverage AS coverage
        ON coverage.id = claim.coverage_id AND coverage.patient_id = patient.id
    WHERE claim.id = ANY(%(claims)s)
    ORDER BY claim.id
"""  # noqa: S608  put together from the product's own pieces


@dataclass(frozen=True, slots=True)
class Standing:
    """`member` marks whose month a claim is of; `taken_by` is the practice that has claimed it."""

    member: str
    taken_by: int | None


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
        return {pk: Standing(member, by) for pk, member, by in cursor.fetchall() if member}


def why_not(taken_by: int | None, practice: Practice, user: User) -> str:
    """Why a month is not claimed again.  Another practice is named to who has a role in it."""
    if taken_by is None:
        return ""
    if taken_by == practice.pk:
        who = "Another chart of this practice"
    else:
        known = Practice.objects.filter(pk=taken_by, memberships__user=user).first()
        who = known.name if known else "Another practice of the organization"
    return (
        f"{who} has claimed this month for the same member id and birth date: a payer pays one "
        "claim a month. Have that claim withdrawn or voided, or mend the member id."
    )
