"""Payers' permissions, read."""

from __future__ import annotations

from django.db.models import QuerySet

from registry.models import Authorization, Patient, Practice, User


def of(patient: Patient) -> QuerySet[Authorization]:
    """A patient's, the latest first."""
    return patient.authorizations.order_by("-from_date", "-pk")


def get(user: User, practice: Practice, authorization_id: int) -> Authorization:
    """One.  Authorization.DoesNotExist where it is another practice's, or nobody's."""
    rows = Authorization.objects.filter(patient__practice__memberships__user=user)
    rows = rows.select_related("patient__practice").distinct()
    return rows.get(patient__practice=practice, pk=authorization_id)
