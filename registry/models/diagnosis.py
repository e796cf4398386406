from __future__ import annotations

from django.db import models
from django.db.models import Q

from registry.models.base import history, paired
from registry.models.episode import Episode
from registry.models.user import User


@history()
class Diagnosis(models.Model):
    """A condition treated in an episode: an ICD-10-CM code with its dot.  Rank 1 is principal."""

    episode = models.ForeignKey(Episode, models.CASCADE, related_name="diagnoses")
    code = models.CharField(max_length=8)
    label = models.CharField(max_length=255, blank=True)
    rank = models.PositiveSmallIntegerField(default=1)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            paired("removed_at", "removed_by", "diagnosis_removed_paired"),
            models.UniqueConstraint(
                fields=["episode", "code"],
                condition=Q(removed_at=None),
                name="diagnosis_once_per_episode",
            ),
        ]

    def __str__(self) -> str:
        return self.code
