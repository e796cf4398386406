from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from billing.models.claim import Claim
from billing.models.remittance import ClaimPayment
from registry.models import Payer, Practice, User
from registry.models.base import history, paired


class DenialState(models.TextChoices):
    """Where the work on a denial stands; `DECIDED_ANEW`: the payer took it back or repeated it."""

    OPEN = "open", "Open"
    IN_WORK = "in_work", "Being worked on"
    APPEALED = "appealed", "Appealed"
    CORRECTED = "corrected", "Corrected claim sent"
    OVERTURNED = "overturned", "Paid after all"
    WRITTEN_OFF = "written_off", "Written off"
    DECIDED_ANEW = "decided_anew", "Decided anew"


#: States in which nothing more is to be done.
SETTLED = (DenialState.OVERTURNED, DenialState.WRITTEN_OFF, DenialState.DECIDED_ANEW)
#: States that people set; the rest follow from what payers send.
BY_HAND = tuple(each for each in DenialState if each != DenialState.DECIDED_ANEW)


@history()
class Denial(models.Model):
    """Money that a payer refused on a claim's line, for one reason, and the work on getting it.

    `reason` is the claim adjustment reason code (CARC), `remarks` the remark codes beside it;
    `amount` is dollars.
    """

    practice = models.ForeignKey(Practice, models.PROTECT, related_name="denials")
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="denials")
    payer = models.ForeignKey(Payer, models.PROTECT, null=True, related_name="denials")
    payment = models.ForeignKey(ClaimPayment, models.PROTECT, related_name="denials")
    code = models.CharField(max_length=48, blank=True)
    group = models.CharField(max_length=2)
    reason = models.CharField(max_length=5)
    remarks = ArrayField(models.CharField(max_length=10), default=list)
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    state = models.CharField(max_length=12, choices=DenialState, default=DenialState.OPEN)
    owner = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True)
    opened_at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True)
    changed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["practice", "state", "due_on"])]
        constraints = [
            models.UniqueConstraint(
                fields=["payment", "code", "group", "reason"], name="denial_once_per_reason"
            ),
            paired("changed_at", "changed_by", "denial_changed_paired"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="denial_of_an_amount"),
            models.CheckConstraint(
                condition=~Q(state=DenialState.WRITTEN_OFF) | ~Q(note=""),
                name="denial_written_off_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"denial {self.pk}"
