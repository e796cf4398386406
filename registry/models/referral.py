from __future__ import annotations

from django.db import models
from django.db.models import Q

from registry.models.base import history, paired
from registry.models.episode import Episode
from registry.models.patient import Patient
from registry.models.user import User
from registry.vocabulary import Program, ReferralState


@history()
class Referral(models.Model):
    """A practitioner's wish that a patient be taken into care management, and what became of it.

    Waiting, then accepted by a care manager, then enrolled; or declined, or withdrawn.  A patient
    has one that is under way at most.
    """

    patient = models.ForeignKey(Patient, models.CASCADE, related_name="referrals")
    program = models.CharField(max_length=4, choices=Program, blank=True)
    reason = models.TextField()
    state = models.CharField(max_length=10, choices=ReferralState, default=ReferralState.WAITING)
    wanted_care_manager = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+"
    )
    referred_at = models.DateTimeField()
    referred_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    answer_note = models.TextField(blank=True)
    episode = models.OneToOneField(
        Episode, models.PROTECT, null=True, blank=True, related_name="referral"
    )

    class Meta:
        constraints = [
            paired("answered_at", "answered_by", "referral_answered_paired"),
            models.UniqueConstraint(
                fields=["patient"],
                condition=Q(state__in=["waiting", "accepted"]),
                name="referral_one_under_way",
            ),
            models.CheckConstraint(
                condition=Q(state__in=ReferralState.values), name="referral_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", answered_at__isnull=True)
                | ~Q(state="waiting") & Q(answered_at__isnull=False),
                name="referral_answered_unless_waiting",
            ),
            models.CheckConstraint(
                condition=Q(state="enrolled", episode__isnull=False)
                | ~Q(state="enrolled") & Q(episode__isnull=True),
                name="referral_enrolled_has_its_episode",
            ),
        ]

    def __str__(self) -> str:
        return f"referral {self.pk}"
