from __future__ import annotations

from django.db import models

from registry.models.base import history, in_order
from registry.models.case_review import CaseReview
from registry.models.episode import Episode
from registry.models.practice import Practice
from registry.models.user import User


@history()
class CaseloadMeeting(models.Model):
    """A systematic review of a care manager's caseload with the consultant: who, from when on, to
    when.  While it lasts, `ended_at` is empty; a consultant holds one at a time.
    """

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="caseload_meetings")
    consultant = models.ForeignKey(User, models.PROTECT, related_name="+")
    care_manager = models.ForeignKey(User, models.PROTECT, related_name="caseload_meetings")
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["care_manager", "started_at"])]
        constraints = [
            in_order("started_at", "ended_at", "caseload_meeting_ends_after_start"),
            models.UniqueConstraint(
                fields=["consultant"],
                condition=models.Q(ended_at__isnull=True),
                name="caseload_meeting_one_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"caseload meeting {self.pk}"


@history()
class MeetingCase(models.Model):
    """A patient on screen in a caseload meeting, from when to when, and the review it came to."""

    meeting = models.ForeignKey(CaseloadMeeting, models.CASCADE, related_name="cases")
    episode = models.ForeignKey(Episode, models.CASCADE, related_name="meeting_cases")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    case_review = models.OneToOneField(
        CaseReview, models.PROTECT, null=True, blank=True, related_name="meeting_case"
    )

    class Meta:
        constraints = [
            in_order("opened_at", "closed_at", "meeting_case_closes_after_opening"),
            models.UniqueConstraint(
                fields=["meeting"],
                condition=models.Q(closed_at__isnull=True),
                name="meeting_case_one_on_screen",
            ),
        ]

    def __str__(self) -> str:
        return f"meeting case {self.pk}"
