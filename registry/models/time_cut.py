from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from registry.models.base import history, paired
from registry.models.practice import Practice
from registry.models.time_entry import TimeEntry
from registry.models.user import User
from registry.vocabulary import CutChoice


@history()
class TimeCut(models.Model):
    """How a person settled an overlap: which entries went void for it, and which came in their
    place.  What a person needs to undo it, and the line that an auditor reads.

    `moved` is a running timer whose start was set back, with the start that it had before.
    """

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="time_cuts")
    worker = models.ForeignKey(User, models.PROTECT, related_name="time_cuts")
    choice = models.CharField(max_length=10, choices=CutChoice)
    said = models.CharField(max_length=300)
    voided = ArrayField(models.BigIntegerField(), default=list)
    created = ArrayField(models.BigIntegerField(), default=list)
    moved = models.ForeignKey(TimeEntry, models.PROTECT, null=True, blank=True, related_name="+")
    moved_from = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["worker", "made_at"])]
        constraints = [paired("undone_at", "undone_by", "time_cut_undone_paired")]

    def __str__(self) -> str:
        return f"time cut {self.pk}"
