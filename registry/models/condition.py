from __future__ import annotations

from django.db import models
from django.db.models import Q

from registry.models.base import history, in_order
from registry.models.patient import Patient
from registry.models.user import User


class CodeSystem(models.TextChoices):
    SNOMED = "snomed", "SNOMED CT"
    ICD10CM = "icd10cm", "ICD-10-CM"


@history()
class Condition(models.Model):
    """A line of a patient's problem list, as the source coded it.

    Care is billed for an episode's `Diagnosis`, never for this: the list helps whoever enrols.
    """

    patient = models.ForeignKey(Patient, models.CASCADE, related_name="conditions")
    system = models.CharField(max_length=8, choices=CodeSystem)
    code = models.CharField(max_length=18)
    label = models.CharField(max_length=255)
    began_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    source_id = models.CharField(max_length=80, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["patient", "-began_on"])]
        constraints = [
            in_order("began_on", "ended_on", "condition_ends_after_start"),
            models.UniqueConstraint(
                fields=["patient", "source_id"],
                condition=~Q(source_id=""),
                name="condition_once_per_source",
            ),
        ]

    def __str__(self) -> str:
        return f"condition {self.pk}"
