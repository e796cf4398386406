"""Whether two charts are of one person: said by somebody who looked, remembered, and logged.

The charts may be of two practices of an organization: what one of them holds is not shown here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import pghistory
from django.db import transaction

from registry import checks
from registry.errors import refuse
from registry.models import Patient, PatientMatch, User
from registry.services import service_month

MOST_REASON = 200


@transaction.atomic
def decide(
    patient: Patient,
    others: Iterable[int],
    *,
    is_same: bool | None,
    reason: str,
    since: dt.date,
    by: User,
    now: dt.datetime,
) -> None:
    """Say of each of the other charts whether it is this patient's.  Raises Refused by field
    (`is_same`, `reason`).  The patient's months from `since` on are looked at anew."""
    said = checks.one_line(reason)
    checks.stop_if(
        {
            "is_same": "Say whether it is the same person." if is_same is None else None,
            "reason": checks.text(said, most=MOST_REASON, called="The reason")
            if said
            else "Say how you know: it is kept with your name.",
        }
    )
    with pghistory.context(reason=said):
        for other in sorted(set(others)):
            _write(patient, other, is_same=bool(is_same), reason=said, by=by, now=now)
    service_month.refresh_patient(patient, now=now, since=since)


def _write(
    patient: Patient, other: int, *, is_same: bool, reason: str, by: User, now: dt.datetime
) -> None:
    if other == patient.pk:
        raise refuse("", "A chart is not compared with itself.")
    PatientMatch.objects.update_or_create(
        one_id=min(patient.pk, other),
        other_id=max(patient.pk, other),
        defaults={"is_same": is_same, "reason": reason, "decided_at": now, "decided_by": by},
    )
