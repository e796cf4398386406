"""Consents, read; each for somebody."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q, QuerySet

from registry import calendar
from registry.models import Consent, Patient, Practice, User


def visible_to(user: User) -> QuerySet[Consent]:
    return Consent.objects.filter(patient__practice__memberships__user=user).distinct()


def get(user: User, practice: Practice, consent_id: int) -> Consent:
    """One consent.  Consent.DoesNotExist where it is another practice's, or nobody's."""
    rows = visible_to(user).select_related("patient__practice", "taken_by", "recorded_by")
    return rows.get(patient__practice=practice, pk=consent_id)


def of(patient: Patient) -> QuerySet[Consent]:
    """All of a patient's consents, the newest first."""
    rows = Consent.objects.filter(patient=patient)
    people = ("taken_by", "recorded_by", "revoked_by", "agreed_by")
    return rows.select_related(*people).order_by("-given_at")


def in_force(patient: Patient, at: dt.datetime) -> Consent | None:
    """The consent in force at the instant `at`: counted from by then, not revoked by then."""
    return of(patient).filter(standing(at)).first()


def standing(at: dt.datetime) -> Q:
    """Rows that are in force at the instant `at`."""
    return Q(counts_from__lte=at) & (Q(revoked_at=None) | Q(revoked_at__gt=at))


def first_in_force(patient: Patient) -> Consent | None:
    """Of the consents that were not revoked, the one given first."""
    return of(patient).filter(revoked_at=None).last()


def local_day(consent: Consent, timezone: str) -> dt.date:
    return calendar.local_date(consent.given_at, timezone)
