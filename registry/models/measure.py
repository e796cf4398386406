from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from registry.models.base import history, paired
from registry.models.patient import Patient
from registry.models.user import User
from registry.vocabulary import Instrument


@history()
class Measure(models.Model):
    """A validated scale, scored on a local day: item by item, or the total alone."""

    patient = models.ForeignKey(Patient, models.CASCADE, related_name="measures")
    instrument = models.CharField(max_length=8, choices=Instrument)
    scored_on = models.DateField()
    total = models.PositiveSmallIntegerField()
    items = ArrayField(models.PositiveSmallIntegerField(), null=True, blank=True)
    source_id = models.CharField(max_length=80, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    voided_at = models.DateTimeField(null=True, blank=True)
    voided_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    void_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["patient", "instrument", "-scored_on"])]
        constraints = [
            paired("voided_at", "voided_by", "measure_voided_paired"),
            models.CheckConstraint(
                condition=Q(instrument="PHQ-9", total__lte=27)
                | Q(instrument="GAD-7", total__lte=21)
                | Q(instrument="PHQ-2", total__lte=6),
                name="measure_total_in_range",
            ),
            models.UniqueConstraint(
                fields=["patient", "source_id"],
                condition=~Q(source_id=""),
                name="measure_once_per_source",
            ),
        ]

    def __str__(self) -> str:
        return f"measure {self.pk}"


@history()
class SafetyFlag(models.Model):
    """Raised where PHQ-9's item 9 is above zero; stands until a clinician has acknowledged it."""

    measure = models.OneToOneField(Measure, models.CASCADE, related_name="safety_flag")
    patient = models.ForeignKey(Patient, models.CASCADE, related_name="safety_flags")
    answer = models.PositiveSmallIntegerField()
    raised_at = models.DateTimeField()
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    acknowledged_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+"
    )
    action_taken = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["patient"], condition=Q(acknowledged_at=None), name="safety_flag_open"
            )
        ]
        constraints = [
            paired("acknowledged_at", "acknowledged_by", "safety_flag_acknowledged_paired")
        ]

    def __str__(self) -> str:
        return f"safety flag {self.pk}"
