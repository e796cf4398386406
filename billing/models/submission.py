from __future__ import annotations

import pgtrigger
from django.db import models

from billing.models.claim import Claim
from registry.models import Payer, Practice, User
from registry.models.base import first_of_month, history


class ControlNumber(models.Model):
    """The last interchange control number given out in an organization: it never repeats."""

    organization = models.OneToOneField(
        "registry.Organization", models.CASCADE, primary_key=True, related_name="+"
    )
    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"control number of organization {self.pk}"


@history()
class Submission(models.Model):
    """One 837P file: kept byte for byte, so that the same file can be had again."""

    practice = models.ForeignKey(Practice, models.PROTECT, related_name="submissions")
    payer = models.ForeignKey(Payer, models.PROTECT, null=True, related_name="submissions")
    receiver_name = models.CharField(max_length=60)
    receiver_id = models.CharField(max_length=15)
    month = models.DateField()
    control_number = models.PositiveIntegerField()
    is_production = models.BooleanField()
    file_name = models.CharField(max_length=80)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    claims = models.ManyToManyField(Claim, through="SubmissionClaim", related_name="submissions")

    class Meta:
        indexes = [models.Index(fields=["practice", "month", "-made_at"])]
        constraints = [
            first_of_month("month", "submission_month_on_the_first"),
            models.UniqueConstraint(
                fields=["practice", "control_number"], name="submission_control_number_once"
            ),
            models.UniqueConstraint(
                fields=["practice", "file_name"], name="submission_file_name_once"
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="kept_as_made", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"submission {self.pk}"


class SubmissionClaim(models.Model):
    """A claim's place in a file; CLM01 is how the payer will name it."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="places")
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="places")
    clm01 = models.CharField(max_length=38)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["submission", "claim"], name="claim_once_per_file"),
            models.UniqueConstraint(fields=["submission", "clm01"], name="clm01_once_per_file"),
        ]

    def __str__(self) -> str:
        return f"place {self.pk}"


class SubmissionDownload(models.Model):
    """Who fetched a file, and when."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="downloads")
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"download {self.pk}"
