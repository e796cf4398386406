from __future__ import annotations

from django.db import models
from django.db.models import Q

from registry.models.base import history, paired
from registry.models.case_review import CaseReview
from registry.models.clinician import Clinician
from registry.models.user import User


@history()
class AnswerLink(models.Model):
    """A link by which a treating practitioner answers one recommendation without signing in.

    It takes one answer, up to `ends_at`.  Its token is kept nowhere, only the token's mark.
    """

    review = models.ForeignKey(CaseReview, models.CASCADE, related_name="answer_links")
    clinician = models.ForeignKey(Clinician, models.PROTECT, related_name="answer_links")
    token_sha256 = models.CharField(max_length=64, unique=True)
    #: The address that it was mailed to; empty where it was only shown, to be passed on.
    sent_to = models.EmailField(blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    looks = models.PositiveSmallIntegerField(default=0)
    looked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            paired("ended_at", "ended_by", "answer_link_ended_paired"),
            models.CheckConstraint(
                condition=Q(ends_at__gt=models.F("made_at")), name="answer_link_lasts"
            ),
            models.UniqueConstraint(
                fields=["review"], condition=Q(ended_at=None), name="answer_link_one_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"answer link {self.pk}"
