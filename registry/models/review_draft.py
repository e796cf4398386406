from __future__ import annotations

from django.db import models

from registry.models.episode import Episode
from registry.models.user import User
from registry.vocabulary import Advice


class ReviewDraft(models.Model):
    """What one consultant has typed of a recommendation and not signed: evidence of nothing.

    Each author has an own one, so that nobody's draft keeps a colleague from writing.
    """

    episode = models.ForeignKey(Episode, models.CASCADE, related_name="review_drafts")
    author = models.ForeignKey(User, models.CASCADE, related_name="+")
    advice = models.CharField(max_length=20, choices=Advice, blank=True)
    recommendation = models.TextField(blank=True)
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["episode", "author"], name="review_draft_one_each_author"
            )
        ]

    def __str__(self) -> str:
        return f"review draft {self.pk}"
