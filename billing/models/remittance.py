from __future__ import annotations

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from billing.models.claim import Claim, ClaimLine
from billing.models.received_file import ReceivedFile
from registry.models import Payer, Practice, User
from registry.models.base import history, paired


class Remittance(models.Model):
    """One payment that a payer explained (835), in dollars as it wrote them.

    `imbalances` are sentences on every sum of it that does not come out.  `adjustments` is money
    that belongs to no claim of it: reason, reference, amount, and whether it lowers the payment.
    """

    practice = models.ForeignKey(Practice, models.PROTECT, related_name="remittances")
    file = models.ForeignKey(ReceivedFile, models.PROTECT, related_name="remittances")
    segment = models.PositiveIntegerField()
    payer = models.ForeignKey(Payer, models.PROTECT, null=True, related_name="remittances")
    payer_name = models.CharField(max_length=80, blank=True)
    payer_number = models.CharField(max_length=80, blank=True)
    method = models.CharField(max_length=3, blank=True)
    trace_number = models.CharField(max_length=80, blank=True)
    paid_on = models.DateField(null=True)
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    claims_paid = models.DecimalField(max_digits=14, decimal_places=2)
    adjusted = models.DecimalField(max_digits=14, decimal_places=2)
    adjustments = models.JSONField(default=list)
    imbalances = models.JSONField(default=list)
    posted_at = models.DateTimeField()
    posted_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["practice", "-paid_on"])]
        constraints = [
            models.UniqueConstraint(fields=["file", "segment"], name="remittance_once_per_segment")
        ]
        triggers = [
            pgtrigger.Protect(
                name="remittance_as_it_came", operation=pgtrigger.Update | pgtrigger.Delete
            )
        ]

    def __str__(self) -> str:
        return f"remittance {self.pk}"


@history()
class ClaimPayment(models.Model):
    """What a remittance says of one claim.  Posted once; a reversal is a further row, negative.

    `claim_id_said` is our claim id as it came back.  What matched no claim of ours waits with
    `claim` empty until a person says which it is, or that it is none.
    """

    remittance = models.ForeignKey(Remittance, models.PROTECT, related_name="payments")
    segment = models.PositiveIntegerField()
    claim = models.ForeignKey(Claim, models.PROTECT, null=True, related_name="payments")
    claim_id_said = models.CharField(max_length=80, blank=True)
    status = models.CharField(max_length=2)
    charge = models.DecimalField(max_digits=12, decimal_places=2)
    paid = models.DecimalField(max_digits=12, decimal_places=2)
    patient_responsibility = models.DecimalField(max_digits=12, decimal_places=2)
    payer_control_number = models.CharField(max_length=80, blank=True)
    served_on = models.DateField(null=True)
    patient_said = models.JSONField(default=dict)
    adjustments = models.JSONField(default=list)
    remarks = ArrayField(models.CharField(max_length=10), default=list)
    matched_at = models.DateTimeField(null=True)
    matched_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    set_aside_at = models.DateTimeField(null=True)
    set_aside_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    set_aside_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["remittance"],
                condition=Q(claim=None, set_aside_at=None),
                name="payment_unmatched",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["remittance", "segment"], name="claim_payment_once_per_segment"
            ),
            paired("matched_at", "matched_by", "claim_payment_matched_paired"),
            paired("set_aside_at", "set_aside_by", "claim_payment_set_aside_paired"),
            models.CheckConstraint(
                condition=Q(set_aside_at=None) | Q(claim=None) & ~Q(set_aside_reason=""),
                name="claim_payment_set_aside_has_a_reason",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="payment_never_deleted", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="payment_amounts_as_they_came",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__charge__df=pgtrigger.F("new__charge"))
                | pgtrigger.Q(old__paid__df=pgtrigger.F("new__paid"))
                | pgtrigger.Q(old__status__df=pgtrigger.F("new__status"))
                | pgtrigger.Q(old__adjustments__df=pgtrigger.F("new__adjustments")),
            ),
        ]

    def __str__(self) -> str:
        return f"claim payment {self.pk}"


class LinePayment(models.Model):
    """What a remittance says of one service line, posted to the claim's line of that code."""

    payment = models.ForeignKey(ClaimPayment, models.PROTECT, related_name="lines")
    segment = models.PositiveIntegerField()
    line = models.ForeignKey(ClaimLine, models.SET_NULL, null=True, related_name="payments")
    code = models.CharField(max_length=48)
    modifiers = ArrayField(models.CharField(max_length=2), default=list)
    units = models.DecimalField(max_digits=9, decimal_places=2)
    charge = models.DecimalField(max_digits=12, decimal_places=2)
    paid = models.DecimalField(max_digits=12, decimal_places=2)
    allowed = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    adjustments = models.JSONField(default=list)
    remarks = ArrayField(models.CharField(max_length=10), default=list)

    class Meta:
        ordering = ["segment"]
        constraints = [
            models.UniqueConstraint(
                fields=["payment", "segment"], name="line_payment_once_per_segment"
            )
        ]
        triggers = [pgtrigger.Protect(name="line_payment_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"line payment {self.pk}"
