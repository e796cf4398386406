"""The lists of codes that exclude each other, and of unit caps, as a person looks things up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from billing.models import CodePair, UnitCap


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Rows in force on a day.  `codes` are codes, or their beginnings: with two, pairs of both."""

    on: dt.date
    codes: Sequence[str] = ()
    kind: str = ""
    effect: str = ""


def pairs(wanted: Wanted) -> QuerySet[CodePair]:
    """Rules of the month first, then CMS' edits; those that hold before those that warn."""
    rows = CodePair.objects.filter(_in_force(wanted.on)).select_related("release")
    for code in wanted.codes:
        rows = rows.filter(Q(code_a__startswith=code) | Q(code_b__startswith=code))
    if wanted.kind:
        rows = rows.filter(kind=wanted.kind)
    if wanted.effect:
        rows = rows.filter(effect=wanted.effect)
    return rows.order_by("kind", "effect", "code_a", "code_b", "active_from")


def caps(wanted: Wanted) -> QuerySet[UnitCap]:
    """Unit caps of the codes looked for, or of all."""
    rows = UnitCap.objects.filter(_in_force(wanted.on)).select_related("release")
    if wanted.codes:
        begins = (Q(code__startswith=code) for code in wanted.codes)
        rows = rows.filter(reduce(or_, begins))
    return rows.order_by("code")


def _in_force(day: dt.date) -> Q:
    return Q(active_to=None, active_from__lte=day) | Q(active_to__gte=day, active_from__lte=day)
