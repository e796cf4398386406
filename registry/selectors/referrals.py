"""Referrals to care management, read; each for somebody."""

from __future__ import annotations

from django.db.models import QuerySet

from registry.models import Patient, Practice, Referral, User
from registry.vocabulary import ReferralState

UNDER_WAY = (ReferralState.WAITING, ReferralState.ACCEPTED)


def visible_to(user: User, practice: Practice) -> QuerySet[Referral]:
    """A practice's referrals, for a person who has a role in it."""
    mine = Practice.objects.filter(memberships__user=user)
    rows = Referral.objects.filter(patient__practice=practice, patient__practice__in=mine)
    return rows.select_related(
        "patient__practice", "referred_by", "answered_by", "wanted_care_manager", "episode"
    )


def get(user: User, practice: Practice, referral_id: int) -> Referral:
    """One referral.  Referral.DoesNotExist where it is another practice's, or nobody's."""
    return visible_to(user, practice).get(pk=referral_id)


def waiting(user: User, practice: Practice) -> QuerySet[Referral]:
    """Those that nobody has answered, who has waited longest first."""
    return visible_to(user, practice).filter(state=ReferralState.WAITING).order_by("referred_at")


def accepted(user: User, practice: Practice) -> QuerySet[Referral]:
    """Those that a care manager took on and has not enrolled yet, the oldest first."""
    return visible_to(user, practice).filter(state=ReferralState.ACCEPTED).order_by("answered_at")


def closed(user: User, practice: Practice) -> QuerySet[Referral]:
    """Those that came to an end, the latest first."""
    return visible_to(user, practice).exclude(state__in=UNDER_WAY).order_by("-answered_at", "-pk")


def under_way(patient: Patient) -> Referral | None:
    """The patient's referral that waits for an answer or for enrolment."""
    rows = patient.referrals.filter(state__in=UNDER_WAY)
    return rows.select_related("referred_by", "answered_by").first()


def latest(patient: Patient) -> Referral | None:
    """The patient's last referral, for the chart."""
    rows = patient.referrals.select_related("referred_by", "answered_by", "wanted_care_manager")
    return rows.order_by("-referred_at", "-pk").first()
