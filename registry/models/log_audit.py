from __future__ import annotations

from django.db import models

from registry.models.base import history, paired
from registry.models.patient import Patient
from registry.models.practice import Practice
from registry.models.time_entry import TimeEntry
from registry.models.user import User


class LogAudit(models.Model):
    """One week's audit of a practice's log, as it stood when it was made."""

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="log_audits")
    week_starts_on = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    figures = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["practice", "week_starts_on"], name="log_audit_once_a_week"
            )
        ]

    def __str__(self) -> str:
        return f"log audit {self.pk}"


@history()
class LogAuditFinding(models.Model):
    """One thing the audit found, with the row it is about; open until somebody settles it."""

    audit = models.ForeignKey(LogAudit, models.CASCADE, related_name="findings")
    kind = models.CharField(max_length=32)
    patient = models.ForeignKey(Patient, models.CASCADE, null=True, related_name="+")
    time_entry = models.ForeignKey(TimeEntry, models.CASCADE, null=True, related_name="+")
    worker = models.ForeignKey(User, models.CASCADE, null=True, related_name="+")
    text = models.CharField(max_length=300)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    settle_note = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["audit", "kind"])]
        constraints = [paired("settled_at", "settled_by", "log_audit_finding_settled_paired")]

    def __str__(self) -> str:
        return f"log audit finding {self.pk}"
