"""Every kept secret, sealed anew after SECRET_KEY was changed: destinations' and sign-ins'."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from billing.models import Destination
from billing.services import sealed
from registry import sealing
from registry.services import resealing


@dataclass(frozen=True, kw_only=True)
class Resealed:
    """`lost` are secrets that no known SECRET_KEY opens."""

    destinations: int
    second_steps: int
    lost: int


@transaction.atomic
def everything() -> Resealed:
    destinations, unopened = _destinations()
    second_steps, lost = resealing.second_steps()
    return Resealed(destinations=destinations, second_steps=second_steps, lost=lost + unopened)


def _destinations() -> tuple[int, int]:
    renewed, lost = 0, 0
    for row in Destination.objects.select_for_update(of=("self",)).exclude(secret=""):
        try:
            fresh = sealing.renew(row.secret, sealed.PURPOSE)
        except sealed.Unopened:
            lost += 1
            continue
        Destination.objects.filter(pk=row.pk).update(secret=fresh)
        renewed += 1
    return renewed, lost
