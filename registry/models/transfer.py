from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import F, Q

from registry.models.base import history
from registry.models.episode import Episode
from registry.models.user import User


@history()
class Transfer(models.Model):
    """An episode passed from one care manager to another, and why.  Written once."""

    episode = models.ForeignKey(Episode, models.CASCADE, related_name="transfers")
    from_care_manager = models.ForeignKey(User, models.PROTECT, related_name="+")
    to_care_manager = models.ForeignKey(User, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=200)
    transferred_at = models.DateTimeField()
    transferred_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(from_care_manager=F("to_care_manager")),
                name="transfer_to_somebody_else",
            ),
        ]
        triggers = [pgtrigger.Protect(name="written_once", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return f"transfer {self.pk}"
