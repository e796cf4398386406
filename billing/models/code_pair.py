from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import F, Func, Q

from billing.models.code_release import CodeRelease
from billing.models.in_force import one_in_force
from registry.models.base import in_order


class PairKind(models.TextChoices):
    MONTH = "month", "Same month"
    SAME_DATE = "same_date", "Same date"


class PairScope(models.TextChoices):
    SAME_PRACTITIONER = "same", "Same practitioner"
    ANYONE = "any", "Any practitioner"


class PairEffect(models.TextChoices):
    HOLD = "hold", "Holds"
    WARN = "warn", "Warns"


#: Which rows speak of the same thing (codes are of fixed length, so nothing runs together).
#: The words in the order of the alphabet, as a migration writes them: else Django sees a change.
_NAME = Func(F("code_a"), F("code_b"), F("kind"), arg_joiner=" || ", template="(%(expressions)s)")


@pghistory.track(pghistory.UpdateEvent(), pghistory.DeleteEvent())
class CodePair(models.Model):
    """Two codes of one patient that are not both paid, over a stretch of days.

    In one calendar month (`month`), or on one date of service (`same_date`: CMS' NCCI edits).
    `pays` is the one of the two that is paid, empty where no source says.  `modifier_indicator` is
    NCCI's: 0 no modifier helps, 1 an NCCI modifier lifts the edit, 9 the edit does not apply; null
    for a rule of the month.  The lower code is `code_a`, so that a pair is written in one way.
    """

    code_a = models.CharField(max_length=5)
    code_b = models.CharField(max_length=5)
    kind = models.CharField(max_length=9, choices=PairKind)
    scope = models.CharField(max_length=4, choices=PairScope)
    effect = models.CharField(max_length=4, choices=PairEffect)
    modifier_indicator = models.PositiveSmallIntegerField(null=True, blank=True)
    pays = models.CharField(max_length=5, blank=True)
    why = models.CharField(max_length=300)
    source = models.CharField(max_length=300)
    active_from = models.DateField()
    active_to = models.DateField(null=True, blank=True)
    release = models.ForeignKey(CodeRelease, models.PROTECT, related_name="pairs")

    class Meta:
        indexes = [models.Index(fields=["code_b"], name="code_pair_by_its_second")]
        constraints = [
            in_order("active_from", "active_to", "code_pair_ends_after_start"),
            models.CheckConstraint(
                condition=Q(code_a__lt=F("code_b")), name="code_pair_lower_code_first"
            ),
            models.CheckConstraint(
                condition=Q(pays="") | Q(pays=F("code_a")) | Q(pays=F("code_b")),
                name="code_pair_pays_one_of_the_two",
            ),
            models.CheckConstraint(
                condition=Q(kind=PairKind.SAME_DATE, modifier_indicator__in=(0, 1, 9))
                | Q(kind=PairKind.MONTH, modifier_indicator=None),
                name="code_pair_edits_have_an_indicator",
            ),
            one_in_force(_NAME, "code_pair_one_in_force"),
        ]

    def __str__(self) -> str:
        return f"{self.code_a} and {self.code_b}"
