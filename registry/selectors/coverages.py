"""Coverages, read; each for somebody."""

from __future__ import annotations

from django.db.models import QuerySet

from registry.models import Coverage, Patient, Practice, User


def of(patient: Patient) -> QuerySet[Coverage]:
    """A patient's insurance, what pays first and what is newest first."""
    rows = Coverage.objects.filter(patient=patient).select_related("payer")
    return rows.order_by("rank", "-active_from")


def get(user: User, practice: Practice, coverage_id: int) -> Coverage:
    """One coverage.  Coverage.DoesNotExist where it is another practice's, or nobody's."""
    rows = Coverage.objects.filter(patient__practice__memberships__user=user).distinct()
    rows = rows.select_related("patient__practice", "payer")
    return rows.get(patient__practice=practice, pk=coverage_id)
