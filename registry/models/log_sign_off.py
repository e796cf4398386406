from __future__ import annotations

import pgtrigger
from django.db import models

from registry.models.base import history, paired
from registry.models.practice import Practice
from registry.models.user import User


@history()
class LogSignOff(models.Model):
    """A person's word that the log of a week is complete; taken back, it stays to be read."""

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="log_sign_offs")
    worker = models.ForeignKey(User, models.PROTECT, related_name="log_sign_offs")
    week_starts_on = models.DateField()
    signed_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            paired("withdrawn_at", "withdrawn_by", "log_sign_off_withdrawn_paired"),
            models.UniqueConstraint(
                fields=["practice", "worker", "week_starts_on"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="log_sign_off_once_a_week",
            ),
            models.CheckConstraint(
                condition=models.Q(week_starts_on__iso_week_day=1),
                name="log_sign_off_begins_on_monday",
            ),
        ]
        triggers = [pgtrigger.Protect(name="sign_off_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"log sign-off {self.pk}"
