from __future__ import annotations

from django.db import models
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from registry.models.base import first_of_month, history, paired
from registry.models.patient import Patient
from registry.models.practice import Practice
from registry.models.user import User

#: The minutes have earned the claim; the consultant's review is what it waits for.
REVIEW_MISSING = {
    "outcome": "held",
    "reasons": [{"kind": "hold", "rule": "consultant_review_missing"}],
}


@history(
    exclude=[
        "worked_seconds",
        "confirmed_seconds",
        "review_seconds",
        "counted_seconds",
        "standing",
        "standing_at",
        "minutes_to_next",
        "review_is_awaited",
    ]
)
class ServiceMonth(models.Model):
    """One patient's local calendar month: its lock, and the totals kept for fast lists.

    Totals are written in the transaction that writes the entry.  `standing` is what the rules
    said of the month so far (see `registry.services.service_month`); `minutes_to_next` and
    `review_is_awaited` are read out of it by the database, so that lists of any length sort and
    count by them.  Closed means that confirmed time can no longer change.
    """

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="service_months")
    patient = models.ForeignKey(Patient, models.CASCADE, related_name="service_months")
    month = models.DateField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    worked_seconds = models.PositiveIntegerField(default=0)
    confirmed_seconds = models.PositiveIntegerField(default=0)
    review_seconds = models.PositiveIntegerField(default=0)
    counted_seconds = models.PositiveIntegerField(default=0)
    standing = models.JSONField(null=True, blank=True)
    standing_at = models.DateTimeField(null=True, blank=True)
    minutes_to_next = models.GeneratedField(
        expression=Cast(KT("standing__next__minutes_needed"), models.IntegerField()),
        output_field=models.IntegerField(null=True),
        db_persist=True,
    )
    review_is_awaited = models.GeneratedField(
        expression=models.Q(standing__contains=REVIEW_MISSING),  # type: ignore[arg-type]
        output_field=models.BooleanField(null=True),
        db_persist=True,
    )
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    close_reason = models.CharField(max_length=200, blank=True)
    reopened_at = models.DateTimeField(null=True, blank=True)
    reopened_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    reopen_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["practice", "month"])]
        constraints = [
            models.UniqueConstraint(fields=["patient", "month"], name="service_month_once"),
            first_of_month("month", "service_month_starts_on_the_first"),
            paired("closed_at", "closed_by", "service_month_closed_paired"),
            paired("reopened_at", "reopened_by", "service_month_reopened_paired"),
            models.CheckConstraint(
                condition=models.Q(starts_at__lt=models.F("ends_at")),
                name="service_month_starts_before_end",
            ),
        ]

    def __str__(self) -> str:
        return f"service month {self.pk}"

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None
