from __future__ import annotations

from django.db import models
from django.db.models import Q

from registry.models.base import first_of_month, history, paired
from registry.models.episode import Episode
from registry.models.patient import Patient
from registry.models.user import User


@history()
class Errand(models.Model):
    """What somebody asks of the person who alone can mend it: a consent, a diagnosis, a review.

    It is about one rule (`rule`, its short name; `words` is the sentence that was read) that stands
    against a patient's month.  It is done when that rule no longer stands there, and nobody ticks
    it off; the person asked may answer why it cannot be done, the one who asked may take it back.
    """

    patient = models.ForeignKey(Patient, models.CASCADE, related_name="errands")
    episode = models.ForeignKey(Episode, models.CASCADE, null=True, related_name="errands")
    month = models.DateField()
    rule = models.CharField(max_length=40)
    words = models.CharField(max_length=300)
    asked_of = models.ForeignKey(User, models.PROTECT, related_name="errands")
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    answer = models.CharField(max_length=300, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["asked_of", "month"])]
        constraints = [
            first_of_month("month", "errand_month_on_the_first"),
            paired("answered_at", "answered_by", "errand_answered_paired"),
            paired("withdrawn_at", "withdrawn_by", "errand_withdrawn_paired"),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answer="")
                | Q(answered_at__isnull=False) & ~Q(answer=""),
                name="errand_answer_says_why",
            ),
            models.UniqueConstraint(
                fields=["patient", "month", "rule"],
                condition=Q(answered_at=None, withdrawn_at=None),
                name="errand_one_open_for_a_cause",
            ),
        ]

    def __str__(self) -> str:
        return f"errand {self.pk}"
