from __future__ import annotations

from django.db import models
from django.db.models import Q

from registry.models.base import history, in_order, paired
from registry.models.patient import Patient
from registry.models.user import User
from registry.vocabulary import ConsentMethod


@history()
class Consent(models.Model):
    """A patient's agreement to care management, and what was said when it was given.

    In force from the second of `given_at` up to, not including, that of `revoked_at`.
    """

    patient = models.ForeignKey(Patient, models.CASCADE, related_name="consents")
    method = models.CharField(max_length=8, choices=ConsentMethod)
    given_at = models.DateTimeField()
    taken_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    told_consultant = models.BooleanField("A consultant may be involved")
    told_cost_sharing = models.BooleanField("Cost sharing may apply")
    told_one_practitioner = models.BooleanField("One practitioner bills per month")
    told_may_stop = models.BooleanField("May stop at any time")
    file = models.FileField(upload_to="consents/", blank=True)
    file_name = models.CharField(max_length=120, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    revoke_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            in_order("given_at", "revoked_at", "consent_revoked_after_given"),
            paired("revoked_at", "revoked_by", "consent_revoked_paired"),
            models.CheckConstraint(
                condition=Q(
                    told_consultant=True,
                    told_cost_sharing=True,
                    told_one_practitioner=True,
                    told_may_stop=True,
                ),
                name="consent_all_statements_made",
            ),
            models.CheckConstraint(
                condition=Q(given_at__lte=models.F("recorded_at")),
                name="consent_not_recorded_before_given",
            ),
        ]

    def __str__(self) -> str:
        return f"consent {self.pk}"
