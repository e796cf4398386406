from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from registry.models.base import history, in_order, paired
from registry.models.patient import Patient
from registry.models.user import User
from registry.vocabulary import TreatmentEnd, TreatmentKind


@history()
class Treatment(models.Model):
    """What a patient takes or does, at one dose, from a local day up to the day it ended.

    A changed dose ends one row and begins the next on the same day.
    """

    patient = models.ForeignKey(Patient, models.CASCADE, related_name="treatments")
    kind = models.CharField(max_length=8, choices=TreatmentKind)
    name = models.CharField(max_length=80)
    dose = models.CharField(max_length=60, blank=True)
    prescriber = models.CharField(max_length=80, blank=True)
    started_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    ended_on = models.DateField(null=True, blank=True)
    end_reason = models.CharField(max_length=12, choices=TreatmentEnd, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    voided_at = models.DateTimeField(null=True, blank=True)
    voided_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    void_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["patient", "started_on"])]
        constraints = [
            in_order("started_on", "ended_on", "treatment_ends_after_start"),
            paired("ended_at", "ended_by", "treatment_ended_paired"),
            paired("voided_at", "voided_by", "treatment_voided_paired"),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, ended_at__isnull=True, end_reason="")
                | Q(ended_on__isnull=False, ended_at__isnull=False) & ~Q(end_reason=""),
                name="treatment_end_has_its_reason",
            ),
            models.CheckConstraint(
                condition=Q(voided_at__isnull=True, void_reason="")
                | Q(voided_at__isnull=False) & ~Q(void_reason=""),
                name="treatment_void_has_its_reason",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=TreatmentKind.values), name="treatment_kind_known"
            ),
            models.UniqueConstraint(
                "patient",
                Lower("name"),
                condition=Q(ended_on=None, voided_at=None),
                name="treatment_one_dose_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"treatment {self.pk}"
