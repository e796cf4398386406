"""Of what a report tells: practices that the person may read, months, and what narrows them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from registry.models import Practice, User

#: Stands for claims without a payer, or without a care manager.
NOBODY = 0
#: As a code: money that no line of a claim is known of.
WHOLE = "-"


@dataclass(frozen=True, kw_only=True)
class Scope:
    """Months from first to last, both included; None and empty narrow nothing.

    `present` is the month that runs: what it has not earned yet is not missed.  Made by `of`
    alone, so that `practices` never holds one that the person may not read.
    """

    practices: tuple[Practice, ...]
    first: dt.date
    last: dt.date
    present: dt.date = dt.date.max
    payer_id: int | None = None
    care_manager_id: int | None = None
    code: str = ""

    @property
    def ids(self) -> list[int]:
        return [practice.pk for practice in self.practices]

    @property
    def runs(self) -> bool:
        """Whether the month that runs is among its months."""
        return self.first <= self.present <= self.last

    def narrowed(self, **to: Any) -> Scope:
        return replace(self, **to)

    def of_claims(self, prefix: str = "") -> dict[str, Any]:
        """Conditions on a claim that `prefix` leads to (`claim__`); the code is not among them."""
        wanted = {
            "practice__in": self.ids,
            "month__range": (self.first, self.last),
            "payer": self.payer_id,
            "episode__care_manager": self.care_manager_id,
        }
        return {
            f"{prefix}{key}__isnull" if value == NOBODY else f"{prefix}{key}": value or True
            for key, value in wanted.items()
            if value is not None
        }


def of(
    user: User,
    practice: Practice,
    first: dt.date,
    last: dt.date,
    *,
    roles: Collection[str],
    is_whole: bool = False,
    present: dt.date = dt.date.max,
) -> Scope:
    """A practice's months; with `is_whole` those of all practices of its organization in which
    the person has one of `roles`."""
    rows = Practice.objects.filter(memberships__user=user, memberships__role__in=list(roles))
    rows = rows.filter(organization=practice.organization_id).distinct().order_by("name")
    chosen = rows if is_whole else rows.filter(pk=practice.pk)
    return Scope(practices=tuple(chosen), first=first, last=last, present=present)


def others(user: User, practice: Practice, *, roles: Collection[str]) -> bool:
    """Whether the person reads another practice of the organization as well."""
    rows = Practice.objects.filter(memberships__user=user, memberships__role__in=list(roles))
    rows = rows.filter(organization=practice.organization_id).exclude(pk=practice.pk)
    return rows.exists()
