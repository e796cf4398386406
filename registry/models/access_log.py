from __future__ import annotations

import pgtrigger
from django.db import models


class AccessLog(models.Model):
    """Who looked at whose chart, and when.  No foreign keys: it outlives what it speaks of."""

    at = models.DateTimeField()
    user_id = models.BigIntegerField()
    practice_id = models.BigIntegerField()
    patient_id = models.BigIntegerField(null=True)
    page = models.CharField(max_length=64)

    class Meta:
        indexes = [
            models.Index(fields=["patient_id", "-at"]),
            models.Index(fields=["user_id", "-at"]),
            models.Index(fields=["practice_id", "-at"]),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"access {self.pk}"
