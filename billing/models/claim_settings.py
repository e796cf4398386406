from __future__ import annotations

from django.db import models
from django.db.models import Q

from registry.models import Clinician, Payer, Practice
from registry.models.base import history


class ClaimForm(models.TextChoices):
    """What a claim is written as: 005010X222A1 or 005010X223A2."""

    PROFESSIONAL = "837P", "Professional (837P)"
    INSTITUTIONAL = "837I", "Institutional (837I)"


class AlsoNamed(models.TextChoices):
    """A practitioner whom a payer wants on its claims besides the rendering one."""

    NOBODY = "none", "Nobody else"
    REFERRING = "referring", "A referring practitioner"
    SUPERVISING = "supervising", "A supervising practitioner"


@history()
class ClaimSettings(models.Model):
    """How a practice's claims are written, beyond what they name the practice as.

    The service facility is named where care is given elsewhere than at the billing address; without
    a name there is none.  Bill type and revenue code are an RHC's or FQHC's; an empty bill type
    follows from the place of service.  `form_x` and `form_y` shift what is printed on the CMS-1500,
    in millimetres to the right and down.
    """

    practice = models.OneToOneField(Practice, models.CASCADE, related_name="claim_settings")
    facility_name = models.CharField(max_length=60, blank=True)
    facility_npi = models.CharField(max_length=10, blank=True)
    facility_address = models.CharField(max_length=55, blank=True)
    facility_city = models.CharField(max_length=30, blank=True)
    facility_state = models.CharField(max_length=2, blank=True)
    facility_zip = models.CharField(max_length=9, blank=True)
    bill_type = models.CharField(max_length=2, blank=True)
    revenue_code = models.CharField(max_length=4, blank=True)
    form_x = models.DecimalField(max_digits=4, decimal_places=1, default=0)
    form_y = models.DecimalField(max_digits=4, decimal_places=1, default=0)

    def __str__(self) -> str:
        return f"claim settings of practice {self.practice_id}"


@history()
class PayerClaimSettings(models.Model):
    """What a payer wants on its claims, or written otherwise.

    `claim_form` is empty where the payer's policy, then the place of service decides.  `clinician`
    is whom to name; without one, a referring practitioner is the episode's own.  `filing_days`
    run from the date of service, `appeal_days` from the day of the decision; empty, the payer's
    policy says them, where it does.
    """

    payer = models.OneToOneField(Payer, models.CASCADE, related_name="claim_settings")
    also_named = models.CharField(max_length=12, choices=AlsoNamed, default=AlsoNamed.NOBODY)
    clinician = models.ForeignKey(Clinician, models.PROTECT, null=True, related_name="+")
    claim_form = models.CharField(max_length=4, choices=ClaimForm, blank=True)
    filing_days = models.PositiveSmallIntegerField(null=True, blank=True)
    appeal_days = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(Q(filing_days=None) | Q(filing_days__gte=1))
                & (Q(appeal_days=None) | Q(appeal_days__gte=1)),
                name="payer_clocks_have_days",
            ),
            models.CheckConstraint(
                condition=~Q(also_named="supervising") | Q(clinician__isnull=False),
                name="payer_claims_name_a_supervisor",
            ),
        ]

    def __str__(self) -> str:
        return f"claim settings of payer {self.payer_id}"
