from __future__ import annotations

from django.db import models

from billing.models.claim import Claim
from registry.models import Organization
from registry.models.base import first_of_month


class ClaimedMonth(models.Model):
    """That somebody's month is claimed: once in an organization, whichever practice claims it.

    A patient of two practices is two rows; the insurer knows one member, and pays one claim a
    month.  `person` finds those who may be the same under another member id.  The row is there
    while its claim is approved or sent.  The database writes it, by the triggers on claims
    (`member_mark.CLAIMED`), so that no way of approving a claim goes past it.
    """

    claim = models.OneToOneField(
        Claim, models.CASCADE, primary_key=True, related_name="claimed_month"
    )
    organization = models.ForeignKey(Organization, models.PROTECT, db_index=False, related_name="+")
    member = models.CharField(max_length=64)
    person = models.CharField(max_length=64, default="", db_default="")
    family = models.CharField(max_length=12)
    month = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["organization", "person", "month"])]
        constraints = [
            first_of_month("month", "claimed_month_on_the_first"),
            models.UniqueConstraint(
                fields=["organization", "member", "family", "month"],
                name="claimed_month_once_in_an_organization",
            ),
        ]

    def __str__(self) -> str:
        return f"claimed month of claim {self.claim_id}"
