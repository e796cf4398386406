from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from registry.models import Patient, Practice, User
from registry.models.base import first_of_month


class TrueUpKind(models.TextChoices):
    PROVISIONAL = "provisional", "Provisional"
    FINAL = "final", "Final"


class TrueUpRun(models.Model):
    """One true-up of one practice's month: what it was asked, how far it is, what it did.

    One that `is_partial` was asked for some charts, after somebody had mended them.
    """

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="true_up_runs")
    month = models.DateField()
    kind = models.CharField(max_length=12, choices=TrueUpKind)
    is_partial = models.BooleanField(default=False, db_default=False)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    chunks_total = models.PositiveIntegerField(default=0)
    chunks_done = models.PositiveIntegerField(default=0)
    patients_total = models.PositiveIntegerField(default=0)
    patients_done = models.PositiveIntegerField(default=0)
    written = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    kept = models.PositiveIntegerField("Decided by a person and kept", default=0)
    failed = models.PositiveIntegerField(default=0)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["practice", "month", "-asked_at"])]
        constraints = [
            first_of_month("month", "true_up_run_month_on_the_first"),
            models.UniqueConstraint(
                fields=["practice", "month"],
                condition=models.Q(finished_at=None),
                name="true_up_run_one_under_way",
            ),
        ]

    def __str__(self) -> str:
        return f"true-up run {self.pk}"


class TrueUpChunk(models.Model):
    """Some patients of a run, decided in one transaction by one worker: done, or not begun.

    Whoever works on it holds its row, so a chunk that is sent twice is done once.
    """

    run = models.ForeignKey(TrueUpRun, models.CASCADE, related_name="chunks")
    patient_ids = ArrayField(models.BigIntegerField())
    done_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"true-up chunk {self.pk}"


class TrueUpFailure(models.Model):
    """A chart that could not be decided: it waits in the review queue and stops nobody else."""

    run = models.ForeignKey(TrueUpRun, models.CASCADE, related_name="failures")
    patient = models.ForeignKey(Patient, models.CASCADE, related_name="+")
    month = models.DateField()
    message = models.CharField(max_length=300)
    failed_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["patient", "month"])]

    def __str__(self) -> str:
        return f"true-up failure {self.pk}"
