from __future__ import annotations

from django.db import models
from django.db.models import Q

from registry.models.base import history, paired
from registry.models.episode import Episode
from registry.models.patient import Patient
from registry.models.user import User
from registry.vocabulary import Advice


@history()
class ReviewRequest(models.Model):
    """A care manager's or practitioner's question to the consultant, open until it is answered."""

    episode = models.ForeignKey(Episode, models.CASCADE, related_name="review_requests")
    question = models.TextField()
    requested_at = models.DateTimeField()
    requested_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    answered_by_review = models.ForeignKey(
        "registry.CaseReview", models.PROTECT, null=True, blank=True, related_name="answers"
    )

    def __str__(self) -> str:
        return f"review request {self.pk}"


@history()
class CaseReview(models.Model):
    """A psychiatric consultant's signed recommendation for one patient: the review evidence."""

    patient = models.ForeignKey(Patient, models.CASCADE, related_name="case_reviews")
    episode = models.ForeignKey(Episode, models.CASCADE, related_name="case_reviews")
    consultant = models.ForeignKey(User, models.PROTECT, related_name="+")
    reviewed_on = models.DateField()
    advice = models.CharField(max_length=20, choices=Advice)
    recommendation = models.TextField()
    follow_up_on = models.DateField(null=True, blank=True)
    signed_at = models.DateTimeField()
    signed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    withdraw_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["patient", "-reviewed_on"])]
        constraints = [
            paired("withdrawn_at", "withdrawn_by", "case_review_withdrawn_paired"),
            models.CheckConstraint(
                condition=~Q(recommendation=""), name="case_review_has_recommendation"
            ),
        ]

    def __str__(self) -> str:
        return f"case review {self.pk}"
