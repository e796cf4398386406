from __future__ import annotations

import pgtrigger
from django.db import models

from registry.models.base import history
from registry.models.episode import Episode
from registry.models.user import User


@history()
class RelapsePlan(models.Model):
    """What patient and care manager agreed on for the time after treatment.

    A change is a further plan: the latest of an episode stands, the others show how it came.
    """

    episode = models.ForeignKey(Episode, models.CASCADE, related_name="relapse_plans")
    warning_signs = models.TextField()
    what_helps = models.TextField()
    treatment = models.TextField(blank=True)
    who_to_call = models.TextField(blank=True)
    next_score_on = models.DateField(null=True, blank=True)
    made_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        triggers = [pgtrigger.Protect(name="plan_written_once", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return f"relapse-prevention plan {self.pk}"
