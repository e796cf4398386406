"""Claims that a true-up finds in its way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from billing.models import FAMILY, LIVE, Claim, ClaimState


@dataclass(frozen=True, slots=True)
class KeptClaim:
    """The claim that stands for a patient's month: the live one, or the last that was."""

    id: int
    patient_id: int
    state: str
    fingerprint: str
    is_final: bool
    has_later: bool

    @property
    def is_draft(self) -> bool:
        return self.state == ClaimState.DRAFT


_STANDING = """
    SELECT DISTINCT ON (patient_id)
        id, patient_id, state, fingerprint, is_final, later IS NOT NULL
    FROM billing_claim
    WHERE patient_id = ANY(%(patients)s) AND month = %(month)s AND family = %(family)s
    ORDER BY patient_id, state = ANY(%(live)s) DESC, id DESC
"""


def standing(patient_ids: Sequence[int], month: dt.date) -> dict[int, KeptClaim]:
    """Each patient's claim of the month, if there is one."""
    given: dict[str, Any] = {
        "patients": list(patient_ids),
        "month": month,
        "family": FAMILY,
        "live": [str(state) for state in LIVE],
    }
    with connection.cursor() as cursor:
        cursor.execute(_STANDING, given)
        claims = [KeptClaim(*row) for row in cursor.fetchall()]
    return {claim.patient_id: claim for claim in claims}


def laters(claim_ids: Sequence[int]) -> dict[int, tuple[dict, dict | None]]:
    """What claims were decided by, and what is noted as come since."""
    if not claim_ids:
        return {}
    rows = Claim.objects.filter(pk__in=claim_ids).values_list("pk", "verdict", "later")
    return {claim_id: (verdict, later) for claim_id, verdict, later in rows}
