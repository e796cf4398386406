from __future__ import annotations

from django.db import models
from django.db.models import Q

from registry.models.base import history
from registry.models.practice import Practice


@history()
class Payer(models.Model):
    """Who pays for a patient's care.  How it reads the codes is billing's to know."""

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="payers")
    name = models.CharField(max_length=60)
    payer_id = models.CharField("Electronic payer id", max_length=20, blank=True)
    claim_filing_code = models.CharField(max_length=2, default="CI")
    address = models.CharField(max_length=55, blank=True)
    city = models.CharField(max_length=30, blank=True)
    state = models.CharField(max_length=2, blank=True)
    zip_code = models.CharField(max_length=9, blank=True)
    source_id = models.CharField(max_length=64, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["practice", "source_id"],
                condition=~Q(source_id=""),
                name="payer_once_per_source",
            ),
        ]

    def __str__(self) -> str:
        return self.name
