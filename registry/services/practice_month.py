"""The log of a practice's month: closed for all its patients at once, and opened again.

Billing turns this key when it closes a month; what the month came to is kept there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

import pghistory
from django.db import transaction

from registry.errors import refuse
from registry.models import ClosedMonth, Patient, Practice, ServiceMonth, User
from registry.services import service_month
from registry.time_words import month as month_words


@transaction.atomic
def close(practice: Practice, month: dt.date, *, by: User, now: dt.datetime) -> None:
    """Freeze the month of every patient, also of those for whom nothing was done.

    Refused where it is closed already.  Patients who come later find it closed.
    """
    patients = list(
        Patient.objects.filter(practice=practice).select_related("practice").order_by("pk")
    )
    service_month.close_all(patients, month, by=by, now=now, reason=service_month.MONTH_CLOSED)
    made, is_new = ClosedMonth.objects.get_or_create(
        practice=practice, month=month, defaults={"closed_at": now, "closed_by": by}
    )
    if not is_new:
        raise refuse("", f"{month_words(made.month)} is closed already.")


@transaction.atomic
def reopen(
    practice: Practice,
    month: dt.date,
    *,
    keep_closed: Collection[int],
    by: User,
    now: dt.datetime,
    reason: str,
) -> None:
    """Open the months that the close froze; those of `keep_closed` (patient ids) stay frozen.

    Refused without a reason, and where the month is not closed.
    """
    if not reason.strip():
        raise refuse("reason", "Say why the month is opened again.")
    row = ClosedMonth.objects.select_for_update().filter(practice=practice, month=month).first()
    if row is None:
        raise refuse("", f"{month_words(month)} is not closed.")
    frozen = ServiceMonth.objects.filter(
        practice=practice, month=month, close_reason=service_month.MONTH_CLOSED
    ).exclude(patient__in=keep_closed)
    with pghistory.context(reason=reason.strip()):
        frozen.update(
            closed_at=None,
            closed_by=None,
            close_reason="",
            reopened_at=now,
            reopened_by=by,
            reopen_reason=reason.strip()[:200],
        )
        row.delete()
