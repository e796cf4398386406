from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from registry.models.base import history, in_order, paired
from registry.models.patient import Patient
from registry.models.user import User


@history()
class OtherService(models.Model):
    """A service billed, or to be billed, apart from the month: a visit, therapy, crisis care.

    `practitioner` is the user or clinician who gave it, as `user:7`, `clinician:3` or free text
    from an outside record: the rules compare it with the care manager and the practitioner.
    `modifiers` are those on the service's own line, as its claim carries them.
    """

    patient = models.ForeignKey(Patient, models.CASCADE, related_name="other_services")
    code = models.CharField(max_length=5)
    served_on = models.DateField()
    practitioner = models.CharField(max_length=80)
    modifiers = ArrayField(models.CharField(max_length=2), default=list, blank=True)
    source_id = models.CharField(max_length=80, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    voided_at = models.DateTimeField(null=True, blank=True)
    voided_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["patient", "served_on"])]
        constraints = [
            paired("voided_at", "voided_by", "other_service_voided_paired"),
            models.UniqueConstraint(
                fields=["patient", "source_id"],
                condition=~Q(source_id=""),
                name="other_service_once_per_source",
            ),
        ]

    def __str__(self) -> str:
        return f"other service {self.pk}"


@history()
class Stay(models.Model):
    """Inpatient or observation days, both ends included: time worked in them is not counted."""

    patient = models.ForeignKey(Patient, models.CASCADE, related_name="stays")
    from_date = models.DateField()
    to_date = models.DateField()
    source_id = models.CharField(max_length=80, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["patient", "from_date"])]
        constraints = [in_order("from_date", "to_date", "stay_ends_after_start")]

    def __str__(self) -> str:
        return f"stay {self.pk}"


@history()
class Authorization(models.Model):
    """A payer's permission to go on, for days both ends included."""

    patient = models.ForeignKey(Patient, models.CASCADE, related_name="authorizations")
    number = models.CharField(max_length=30, blank=True)
    from_date = models.DateField()
    to_date = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        constraints = [in_order("from_date", "to_date", "authorization_ends_after_start")]

    def __str__(self) -> str:
        return f"authorization {self.pk}"
