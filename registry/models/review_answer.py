from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q

from registry.models.base import history
from registry.models.case_review import CaseReview
from registry.models.user import User
from registry.vocabulary import Answer


@history()
class ReviewAnswer(models.Model):
    """What the treating practitioner makes of a recommendation.  A changed mind is a further row;
    the latest stands.
    """

    review = models.ForeignKey(CaseReview, models.CASCADE, related_name="practitioner_answers")
    answer = models.CharField(max_length=8, choices=Answer)
    note = models.TextField(blank=True)
    answered_at = models.DateTimeField()
    answered_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answer__in=Answer.values), name="review_answer_known"
            ),
            models.CheckConstraint(
                condition=Q(answer="accepted") | ~Q(note=""), name="review_answer_says_why"
            ),
        ]
        triggers = [pgtrigger.Protect(name="answer_written_once", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return f"review answer {self.pk}"
