from __future__ import annotations

from django.db import models

from registry.models.practice import Practice
from registry.models.user import User


class Digest(models.Model):
    """A person's daily mail of what waits in a practice: that it went out, and with which counts.

    It names nobody, and neither did the mail.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="digests")
    practice = models.ForeignKey(Practice, models.CASCADE, related_name="digests")
    day = models.DateField()
    counts = models.JSONField(default=dict)
    sent_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "practice", "day"], name="digest_once_a_day")
        ]

    def __str__(self) -> str:
        return f"digest {self.pk}"
