"""Payers of a practice, read; each for somebody."""

from __future__ import annotations

from django.db.models import Count, QuerySet

from registry.models import Payer, Practice, User


def of_practice(user: User, practice: Practice) -> QuerySet[Payer]:
    """A practice's payers by name, with how many `patients` each covers."""
    rows = Payer.objects.filter(practice__memberships__user=user, practice=practice)
    counted = rows.annotate(patients=Count("coverages__patient", distinct=True))
    return counted.order_by("name", "pk")


def get(user: User, practice: Practice, payer_id: int) -> Payer:
    """One payer.  Payer.DoesNotExist where it is another practice's, or nobody's."""
    return of_practice(user, practice).select_related("practice").get(pk=payer_id)
