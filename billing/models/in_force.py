"""A constraint that several tables share: of what has one name, one row is in force on a day."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db.models import F, Func, Value
from django.db.models.expressions import Combinable


def one_in_force(name_of: Combinable, name: str) -> ExclusionConstraint:
    """Rows of one `name_of` (a text) never share a day.  Eight bytes of hash stand for the text."""
    hashed = Func(name_of, Value(0), function="hashtextextended")
    return ExclusionConstraint(
        name=name,
        expressions=[
            (Func(hashed, hashed, Value("[]"), function="int8range"), RangeOperators.OVERLAPS),
            (
                Func(F("active_from"), F("active_to"), Value("[]"), function="daterange"),
                RangeOperators.OVERLAPS,
            ),
        ],
    )
