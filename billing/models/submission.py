from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q

from billing.models.claim import Claim
from billing.models.claim_settings import ClaimForm
from registry.models import Coverage, Payer, Practice, User
from registry.models.base import first_of_month, history

#: The first payer's turn (SBR01).
FIRST_TURN = "P"


class MedicareSecond(models.TextChoices):
    """Why Medicare does not pay first (SBR05 of 005010X222A1), in our words."""

    WORKING_AGED = "12", "Aged, and covered by work: their own or the spouse's"
    RENAL = "13", "End-stage renal disease, while an employer's plan comes first"
    NO_FAULT = "14", "No-fault insurance, as after a car accident"
    WORKERS = "15", "Workers' compensation"
    FEDERAL = "16", "Another federal agency"
    BLACK_LUNG = "41", "Black lung"
    VETERANS = "42", "Veterans' administration"
    DISABLED = "43", "Disabled, under 65, and covered by work"
    LIABILITY = "47", "Liability insurance"


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
    """One file of claims: kept byte for byte, so that the same file can be had again."""

    practice = models.ForeignKey(Practice, models.PROTECT, related_name="submissions")
    payer = models.ForeignKey(Payer, models.PROTECT, null=True, related_name="submissions")
    receiver_name = models.CharField(max_length=60)
    receiver_id = models.CharField(max_length=15)
    month = models.DateField()
    control_number = models.PositiveIntegerField()
    is_production = models.BooleanField()
    form = models.CharField(
        max_length=4,
        choices=ClaimForm,
        default=ClaimForm.PROFESSIONAL,
        db_default=ClaimForm.PROFESSIONAL,
    )
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
    """A claim's place in a file; CLM01 is how the payer will name it.

    `turn` is the payer's: P first, S second, T third.  A claim to a later payer is the same claim
    again, on another `coverage`, and rests on the earlier payer's decision, `payment`.
    """

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="places")
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="places")
    clm01 = models.CharField(max_length=38)
    turn = models.CharField(max_length=1, default=FIRST_TURN, db_default=FIRST_TURN)
    coverage = models.ForeignKey(Coverage, models.PROTECT, null=True, related_name="+")
    insurance_type = models.CharField(
        max_length=2, choices=MedicareSecond, blank=True, default="", db_default=""
    )
    payment = models.ForeignKey(
        "billing.ClaimPayment", models.PROTECT, null=True, related_name="later_places"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "turn"],
                condition=~Q(turn=FIRST_TURN),
                name="claim_once_to_a_later_payer",
            ),
            models.CheckConstraint(
                condition=Q(turn=FIRST_TURN)
                | Q(turn__in=("S", "T"), coverage__isnull=False, payment__isnull=False),
                name="claim_to_a_later_payer_rests_on_a_payment",
            ),
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
