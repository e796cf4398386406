from __future__ import annotations

from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from registry.models import Practice, User
from registry.models.base import history, paired


@history()
class CareCost(models.Model):
    """What a practice pays for care management, in dollars: the inputs of its return.

    `salary` is a year's cost of one full-time care manager, benefits included; `full_time` is how
    many of them there are; `consultant_fee` is a month's.  Empty until somebody says it.
    """

    practice = models.OneToOneField(Practice, models.CASCADE, related_name="care_cost")
    salary = models.DecimalField(max_digits=9, decimal_places=2, null=True)
    full_time = models.DecimalField(
        max_digits=5, decimal_places=2, default=Decimal(1), validators=[MinValueValidator(0)]
    )
    consultant_fee = models.DecimalField(max_digits=9, decimal_places=2, null=True)
    changed_at = models.DateTimeField(null=True)
    changed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            paired("changed_at", "changed_by", "care_cost_changed_paired"),
            models.CheckConstraint(
                condition=Q(full_time__gte=0)
                & (Q(salary=None) | Q(salary__gte=0))
                & (Q(consultant_fee=None) | Q(consultant_fee__gte=0)),
                name="care_cost_not_below_zero",
            ),
        ]

    def __str__(self) -> str:
        return f"care cost {self.pk}"
