from __future__ import annotations

from django.db import models
from django.db.models import Q

from registry.models.base import history, in_order
from registry.models.patient import Patient
from registry.models.payer import Payer
from registry.models.user import User
from registry.vocabulary import Sex


class Relationship(models.TextChoices):
    """The patient's relationship to the subscriber, by its X12 code."""

    SELF = "18", "Self"
    SPOUSE = "01", "Spouse"
    CHILD = "19", "Child"
    OTHER = "G8", "Other"


@history()
class Coverage(models.Model):
    """A patient's insurance for a stretch of days, both ends included; rank 1 pays first."""

    patient = models.ForeignKey(Patient, models.CASCADE, related_name="coverages")
    payer = models.ForeignKey(Payer, models.PROTECT, related_name="coverages")
    rank = models.PositiveSmallIntegerField(default=1)
    member_id = models.CharField(max_length=40, blank=True)
    group_number = models.CharField(max_length=30, blank=True)
    relationship = models.CharField(max_length=2, choices=Relationship, default=Relationship.SELF)
    subscriber_first_name = models.CharField(max_length=35, blank=True)
    subscriber_last_name = models.CharField(max_length=60, blank=True)
    subscriber_birth_date = models.DateField(null=True, blank=True)
    subscriber_sex = models.CharField(max_length=1, choices=Sex, blank=True)
    active_from = models.DateField()
    active_to = models.DateField(null=True, blank=True)
    source_id = models.CharField(max_length=80, blank=True)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["patient", "rank"])]
        constraints = [
            in_order("active_from", "active_to", "coverage_ends_after_start"),
            models.CheckConstraint(
                condition=Q(rank__gte=1) & Q(rank__lte=3), name="coverage_rank_known"
            ),
            models.UniqueConstraint(
                fields=["patient", "source_id"],
                condition=~Q(source_id=""),
                name="coverage_once_per_source",
            ),
        ]

    def __str__(self) -> str:
        return f"coverage {self.pk}"
