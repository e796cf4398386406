from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Coalesce

from registry.models import Payer, Practice, User
from registry.models.base import history, in_order


def _same(field: str) -> Func:
    """A range that overlaps that of another row where both have the same text (no btree_gist)."""
    mark = Func(F(field), function="hashtext")
    return Func(mark, mark, Value("[]"), function="int4range")


class FeeKind(models.TextChoices):
    """`charge` is what the practice asks for a unit; `allowed` what the payer takes as its price.

    Of the allowed amount a payer pays its part, and the patient's share is the rest.
    """

    CHARGE = "charge", "Charge"
    ALLOWED = "allowed", "Allowed"


@history()
class Fee(models.Model):
    """An amount for one unit of a code over a stretch of days, in dollars.

    A row with a payer goes before one without.  `is_unconfirmed` marks what its source infers, or
    what nobody has compared with the payer's own schedule.
    """

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="fees")
    payer = models.ForeignKey(Payer, models.CASCADE, null=True, blank=True, related_name="fees")
    kind = models.CharField(max_length=7, choices=FeeKind, default=FeeKind.CHARGE)
    code = models.CharField(max_length=5)
    amount = models.DecimalField(max_digits=9, decimal_places=2)
    active_from = models.DateField()
    active_to = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300, blank=True)
    is_unconfirmed = models.BooleanField(default=False)
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
                    (_same("kind"), RangeOperators.OVERLAPS),
                    (_same("code"), RangeOperators.OVERLAPS),
                    (
                        Func(F("active_from"), F("active_to"), Value("[]"), function="daterange"),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"fee {self.pk}"
