from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import F

from billing.models.code_release import CodeRelease
from billing.models.in_force import one_in_force
from registry.models.base import in_order


@pghistory.track(pghistory.UpdateEvent(), pghistory.DeleteEvent())
class UnitCap(models.Model):
    """The most units of a code that CMS expects of one patient on one date: its MUE.

    `indicator` is the MUE's adjudication indicator: 1 each line is judged by itself, 2 the day, and
    nothing lifts it, 3 the day, and more may be paid on appeal where the chart shows the need.
    """

    code = models.CharField(max_length=5)
    units = models.PositiveSmallIntegerField()
    indicator = models.PositiveSmallIntegerField()
    why = models.CharField(max_length=300)
    source = models.CharField(max_length=300)
    active_from = models.DateField()
    active_to = models.DateField(null=True, blank=True)
    release = models.ForeignKey(CodeRelease, models.PROTECT, related_name="caps")

    class Meta:
        constraints = [
            in_order("active_from", "active_to", "unit_cap_ends_after_start"),
            models.CheckConstraint(
                condition=models.Q(indicator__in=(1, 2, 3)), name="unit_cap_indicator_is_known"
            ),
            one_in_force(F("code"), "unit_cap_one_in_force"),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.units}"
