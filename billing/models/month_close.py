from __future__ import annotations

import pgtrigger
from django.db import models

from registry.models import Practice, User
from registry.models.base import first_of_month


class MonthClose(models.Model):
    """What a practice's month came to when it was closed: a document, kept for ever.

    `document` is canonical JSON (see `billing.services.month_snapshot`) and `sha256` the hash of
    its UTF-8 bytes.  `accepted` is what was open and stayed so: by group, how many and why.
    A month that is closed again has a further row; the earlier ones stay.
    """

    practice = models.ForeignKey(Practice, models.PROTECT, related_name="month_closes")
    month = models.DateField()
    closed_at = models.DateTimeField()
    closed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    accepted = models.JSONField(default=dict)
    document = models.TextField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["practice", "month", "-closed_at"])]
        constraints = [first_of_month("month", "month_close_on_the_first")]
        triggers = [
            pgtrigger.Protect(
                name="month_close_kept", operation=pgtrigger.Update | pgtrigger.Delete
            )
        ]

    def __str__(self) -> str:
        return f"close {self.pk} of a month"


class MonthReopening(models.Model):
    """That a closed month was opened again, by whom and why; its close stays to be read."""

    close = models.OneToOneField(MonthClose, models.PROTECT, related_name="reopening")
    reopened_at = models.DateTimeField()
    reopened_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="month_reopening_says_why")
        ]
        triggers = [
            pgtrigger.Protect(
                name="month_reopening_kept", operation=pgtrigger.Update | pgtrigger.Delete
            )
        ]

    def __str__(self) -> str:
        return f"reopening {self.pk} of a month"
