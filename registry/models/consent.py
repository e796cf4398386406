from __future__ import annotations

from django.db import models
from django.db.models import Case, F, Q, When

from registry.models.base import history, in_order, paired
from registry.models.patient import Patient
from registry.models.user import User
from registry.vocabulary import ConsentMethod


@history(exclude=["counts_from"])
class Consent(models.Model):
    """A patient's agreement to care management, and what was said when it was given.

    In force from the second of `counts_from` up to, not including, that of `revoked_at`.  That is
    `given_at`; but one that was recorded late (it has a `late_reason`) counts from when it was
    recorded, until a second person has agreed to the earlier day.
    """

    patient = models.ForeignKey(Patient, models.CASCADE, related_name="consents")
    method = models.CharField(max_length=8, choices=ConsentMethod)
    given_at = models.DateTimeField()
    taken_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    told_consultant = models.BooleanField("A consultant may be involved")
    told_cost_sharing = models.BooleanField("Cost sharing may apply")
    told_one_practitioner = models.BooleanField("One practitioner bills per month")
    told_may_stop = models.BooleanField("May stop at any time")
    #: In which language the patient was asked, in words; empty where nobody said.
    language = models.CharField(max_length=40, blank=True, default="", db_default="")
    file = models.FileField(upload_to="consents/", blank=True)
    file_name = models.CharField(max_length=120, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    #: Why it was recorded long after it was given.
    late_reason = models.CharField(max_length=200, blank=True, default="", db_default="")
    agreed_at = models.DateTimeField(null=True, blank=True)
    agreed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    counts_from = models.GeneratedField(
        expression=Case(
            When(~Q(late_reason="") & Q(agreed_at=None), then=F("recorded_at")),
            default=F("given_at"),
        ),
        output_field=models.DateTimeField(),
        db_persist=True,
    )
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    revoke_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            in_order("given_at", "revoked_at", "consent_revoked_after_given"),
            paired("revoked_at", "revoked_by", "consent_revoked_paired"),
            paired("agreed_at", "agreed_by", "consent_agreed_paired"),
            models.CheckConstraint(
                condition=Q(agreed_by=None) | ~Q(agreed_by=F("recorded_by")),
                name="consent_agreed_by_another",
            ),
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
                condition=Q(given_at__lte=F("recorded_at")),
                name="consent_not_recorded_before_given",
            ),
        ]

    def __str__(self) -> str:
        return f"consent {self.pk}"

    @property
    def awaits_agreement(self) -> bool:
        """Recorded late, and no second person has agreed to the day yet."""
        return bool(self.late_reason) and self.agreed_at is None and self.revoked_at is None
