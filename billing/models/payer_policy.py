from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from registry.models import Payer, Practice, User
from registry.models.base import history, in_order, paired


@history()
class PayerPolicy(models.Model):
    """How a practice reads a payer's rules over a stretch of days: a preset and what differs.

    In force once approved, by somebody else than who wrote it last (`entered_by`).  Two approved
    rows of one payer never share a day.  `reasons` says of each override why; `tested_months` what
    a test on a past month found, by month; `untested_why` why it was approved without one.
    `reviewed_at` is when somebody last found an approved row to be still what the payer says.
    `set_aside_at`: another row took all of its days; it is kept for the months that rested on it.
    """

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="payer_policies")
    payer = models.ForeignKey(Payer, models.CASCADE, related_name="policies")
    preset = models.CharField(max_length=40, default="standard")
    overrides = models.JSONField(default=dict, blank=True)
    reasons = models.JSONField(default=dict, blank=True)
    active_from = models.DateField()
    active_to = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300, blank=True)
    source_address = models.CharField(max_length=300, blank=True)
    review_by = models.DateField(null=True, blank=True)
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    tested_at = models.DateTimeField(null=True, blank=True)
    tested_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    tested_months = models.JSONField(default=dict, blank=True)
    untested_why = models.CharField(max_length=300, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    set_aside_at = models.DateTimeField(null=True, blank=True)
    set_aside_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            in_order("active_from", "active_to", "payer_policy_ends_after_start"),
            paired("approved_at", "approved_by", "payer_policy_approved_paired"),
            paired("tested_at", "tested_by", "payer_policy_tested_paired"),
            paired("reviewed_at", "reviewed_by", "payer_policy_reviewed_paired"),
            paired("set_aside_at", "set_aside_by", "payer_policy_set_aside_paired"),
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=F("entered_by")),
                name="payer_policy_approved_by_another",
            ),
            ExclusionConstraint(
                name="payer_policy_one_in_force",
                expressions=[
                    (
                        Func(F("payer_id"), F("payer_id"), Value("[]"), function="int8range"),
                        RangeOperators.OVERLAPS,
                    ),
                    (
                        Func(F("active_from"), F("active_to"), Value("[]"), function="daterange"),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(approved_at__isnull=False, set_aside_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"payer policy {self.pk}"
