from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q

from registry.models.answer_link import AnswerLink
from registry.models.base import history
from registry.models.case_review import CaseReview
from registry.models.user import User
from registry.vocabulary import Answer


@history()
class ReviewAnswer(models.Model):
    """What the treating practitioner makes of a recommendation.  A changed mind is a further row;
    the latest stands.

    One given by a link is the addressee's; who has no sign-in is known by the link alone.
    """

    review = models.ForeignKey(CaseReview, models.CASCADE, related_name="practitioner_answers")
    answer = models.CharField(max_length=8, choices=Answer)
    note = models.TextField(blank=True)
    answered_at = models.DateTimeField()
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    link = models.OneToOneField(
        AnswerLink, models.PROTECT, null=True, blank=True, related_name="answer"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answer__in=Answer.values), name="review_answer_known"
            ),
            models.CheckConstraint(
                condition=Q(answered_by__isnull=False) | Q(link__isnull=False),
                name="review_answer_is_somebody_s",
            ),
            models.CheckConstraint(
                condition=Q(answer="accepted") | ~Q(note=""), name="review_answer_says_why"
            ),
        ]
        triggers = [pgtrigger.Protect(name="answer_written_once", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return f"review answer {self.pk}"

    @property
    def who(self) -> str:
        """Whose answer it is, in words."""
        name = self.answered_by.full_name if self.answered_by else ""
        return f"{name or self.link.clinician}, by the link" if self.link else name
