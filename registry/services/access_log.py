"""Who looked at whose chart."""

from __future__ import annotations

import datetime as dt

from registry.models import AccessLog, Patient, Practice, User


def note(
    user: User, practice: Practice, patient: Patient | None, page: str, now: dt.datetime
) -> None:
    """Remember that a person opened a page, by ids alone.  `page` is the address's name."""
    AccessLog.objects.create(
        at=now,
        user_id=user.pk,
        practice_id=practice.pk,
        patient_id=patient.pk if patient else None,
        page=page,
    )
