from __future__ import annotations

from django.db import models

from registry.models.base import first_of_month, history
from registry.models.practice import Practice
from registry.models.user import User


@history()
class ClosedMonth(models.Model):
    """A practice's month whose log is closed for every patient; the row goes when it is reopened.

    Each patient's own lock is in `ServiceMonth`; this one also meets patients who come later.
    """

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="closed_months")
    month = models.DateField()
    closed_at = models.DateTimeField()
    closed_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["practice", "month"], name="closed_month_once"),
            first_of_month("month", "closed_month_on_the_first"),
        ]

    def __str__(self) -> str:
        return f"closed month {self.pk}"
