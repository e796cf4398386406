from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Coalesce

from registry.models import Payer, Practice, User
from registry.models.base import history, in_order


@history()
class Fee(models.Model):
    """What a practice charges for a code over a stretch of days, in dollars.

    A row with a payer goes before one without.
    """

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="fees")
    payer = models.ForeignKey(Payer, models.CASCADE, null=True, blank=True, related_name="fees")
    code = models.CharField(max_length=5)
    amount = models.DecimalField(max_digits=9, decimal_places=2)
    active_from = models.DateField()
    active_to = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300, blank=True)
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            in_order("active_from", "active_to", "fee_ends_after_start"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="fee_above_zero"),
            ExclusionConstraint(
                name="fee_one_in_force",
                expressions=[
                    (
                        Func(F("practice_id"), F("practice_id"), Value("[]"), function="int8range"),
                        RangeOperators.OVERLAPS,
                    ),
                    (
                        Func(
                            Coalesce(F("payer_id"), Value(0)),
                            Coalesce(F("payer_id"), Value(0)),
                            Value("[]"),
                            function="int8range",
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                    (
                        Func(
                            Func(F("code"), function="hashtext"),
                            Func(F("code"), function="hashtext"),
                            Value("[]"),
                            function="int4range",
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                    (
                        Func(F("active_from"), F("active_to"), Value("[]"), function="daterange"),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"fee {self.pk}"
