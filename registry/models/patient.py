from __future__ import annotations

from django.db import models
from django.db.models import Q

from registry.models.base import history
from registry.models.practice import Practice
from registry.models.user import User
from registry.vocabulary import Sex


@history()
class Patient(models.Model):
    """A practice's patient.  The same person at another practice is another row."""

    practice = models.ForeignKey(Practice, models.PROTECT, related_name="patients")
    record_number = models.CharField(max_length=24)
    first_name = models.CharField(max_length=35)
    middle_name = models.CharField(max_length=25, blank=True)
    last_name = models.CharField(max_length=60)
    birth_date = models.DateField()
    sex = models.CharField(max_length=1, choices=Sex)
    address = models.CharField(max_length=55, blank=True)
    city = models.CharField(max_length=30, blank=True)
    state = models.CharField(max_length=2, blank=True)
    zip_code = models.CharField("ZIP", max_length=9, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    died_on = models.DateField(null=True, blank=True)
    source_id = models.CharField(max_length=64, blank=True)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["practice", "last_name", "first_name"])]
        constraints = [
            models.UniqueConstraint(
                fields=["practice", "record_number"], name="patient_once_per_record_number"
            ),
            models.UniqueConstraint(
                fields=["practice", "source_id"],
                condition=~Q(source_id=""),
                name="patient_once_per_source",
            ),
        ]

    def __str__(self) -> str:
        """An id, never a name: this is what ends in logs and error reports."""
        return f"patient {self.pk}"

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}"
