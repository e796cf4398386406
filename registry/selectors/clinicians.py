"""Clinicians of a practice, read; each for somebody."""

from __future__ import annotations

from django.db.models import QuerySet

from registry.models import Clinician, Practice, User


def of_practice(user: User, practice: Practice) -> QuerySet[Clinician]:
    """A practice's clinicians, by name."""
    rows = Clinician.objects.filter(practice__memberships__user=user, practice=practice).distinct()
    return rows.select_related("user").order_by("last_name", "first_name", "pk")


def get(user: User, practice: Practice, clinician_id: int) -> Clinician:
    """One clinician.  Clinician.DoesNotExist where it is another practice's, or nobody's."""
    rows = of_practice(user, practice).select_related("practice", "user")
    return rows.get(pk=clinician_id)
