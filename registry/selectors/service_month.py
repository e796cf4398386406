"""Service months, read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from registry.models import Patient, ServiceMonth


def of(patient: Patient, month: dt.date) -> ServiceMonth | None:
    return ServiceMonth.objects.filter(patient=patient, month=month).first()


def closed(patient: Patient, months: Iterable[dt.date]) -> list[dt.date]:
    """Those of the months that are closed for the patient's log."""
    found = ServiceMonth.objects.filter(
        patient=patient, month__in=list(months), closed_at__isnull=False
    )
    return list(found.order_by("month").values_list("month", flat=True))
