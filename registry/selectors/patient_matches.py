"""What was said of charts that may be of one person."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q

from registry.models import Patient, PatientMatch


def of(patient: Patient, others: Sequence[int]) -> PatientMatch | None:
    """The latest word on this patient and one of the others; None where nobody has said any."""
    pairs = Q(one=patient, other__in=others) | Q(other=patient, one__in=others)
    rows = PatientMatch.objects.filter(pairs).select_related("decided_by")
    return rows.order_by("-decided_at", "-pk").first()
