from __future__ import annotations

from django.db import models
from django.db.models import Q

from registry.models.base import history
from registry.models.practice import Practice
from registry.models.user import User
from registry.vocabulary import ClinicianKind


@history()
class Clinician(models.Model):
    """A practitioner of a practice, as claims name them; with a sign-in, or without one."""

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="clinicians")
    user = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=12, choices=ClinicianKind, default=ClinicianKind.TREATING)
    first_name = models.CharField(max_length=35)
    last_name = models.CharField(max_length=60)
    credentials = models.CharField(max_length=20, blank=True)
    npi = models.CharField("NPI", max_length=10, blank=True)
    taxonomy = models.CharField(max_length=10, blank=True)
    #: Where a link is mailed to who has no sign-in.
    email = models.EmailField(blank=True, default="", db_default="")
    source_id = models.CharField(max_length=64, blank=True)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["practice", "source_id"],
                condition=~Q(source_id=""),
                name="clinician_once_per_source",
            ),
            models.UniqueConstraint(
                fields=["practice", "user"],
                condition=Q(user__isnull=False),
                name="clinician_once_per_user",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_name} {self.last_name}"
