from __future__ import annotations

from django.db import models

from registry.models.time_entry import TimeEntry


class ClockWatch(models.Model):
    """Signs of life of one timer, kept beside its entry: they come every half minute.

    `seen_at`: a page of the person's, awake, last showed the clock.  `worked_at`: the person last
    did something there.  `answered_at`: the person last said "still working".  `swept_at`: when
    the timer was stopped because no sign came any more; it had run until then.
    """

    entry = models.OneToOneField(
        TimeEntry, models.CASCADE, primary_key=True, related_name="clock_watch"
    )
    seen_at = models.DateTimeField()
    worked_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    swept_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["swept_at"],
                name="clock_watch_swept",
                condition=models.Q(swept_at__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"clock watch {self.pk}"
