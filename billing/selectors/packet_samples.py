"""Samples of packets: the claims that a choice means, and how far the work is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from billing.models import Packet, PacketPlace, PacketSample
from billing.selectors import claims
from billing.selectors.claim_names import LEFT
from registry.models import Practice, User


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which claims a payer asks for: these numbers, or its claims of months, or some of those."""

    numbers: Sequence[int] = ()
    payer_id: int | None = None
    first_month: dt.date | None = None
    last_month: dt.date | None = None
    size: int | None = None
    seed: str = ""


def matching(user: User, practice: Practice, wanted: Wanted) -> list[int]:
    """Claims that have left the practice, by payer and months, in order."""
    rows = claims.visible_to(user).filter(practice=practice, state__in=LEFT)
    limits = {
        "payer_id": wanted.payer_id,
        "month__gte": wanted.first_month,
        "month__lte": wanted.last_month,
    }
    rows = rows.filter(**{name: value for name, value in limits.items() if value is not None})
    return list(rows.order_by("pk").values_list("pk", flat=True).distinct())


def known(user: User, practice: Practice, numbers: Collection[int]) -> set[int]:
    """Those of the numbers that are claims of the practice."""
    rows = claims.visible_to(user).filter(practice=practice, pk__in=numbers)
    return set(rows.values_list("pk", flat=True))


def visible_to(user: User, practice: Practice) -> QuerySet[PacketSample]:
    """A practice's samples, the latest first."""
    mine = Practice.objects.filter(memberships__user=user)
    rows = PacketSample.objects.filter(practice=practice, practice__in=mine)
    return rows.select_related("payer", "asked_by", "practice").order_by("-asked_at", "-pk")


def get(user: User, practice: Practice, sample_id: int) -> PacketSample:
    """One sample.  PacketSample.DoesNotExist where it is another practice's, or nobody's."""
    return visible_to(user, practice).get(pk=sample_id)


def places(sample: PacketSample) -> QuerySet[PacketPlace]:
    """A sample's places in order, without the packets' bytes."""
    rows = PacketPlace.objects.filter(sample=sample)
    rows = rows.select_related("packet", "claim__patient", "claim__payer")
    heavy = ("packet__pdf", "packet__document", "claim__facts", "claim__verdict")
    return rows.defer(*heavy).order_by("position")


def packets_of(sample: PacketSample) -> QuerySet[Packet]:
    """The packets that a sample has by now, in its order, without their bytes."""
    rows = Packet.objects.filter(place__sample=sample)
    rows = rows.select_related("practice", "claim__patient", "claim__payer", "made_by")
    heavy = ("pdf", "document", "claim__facts", "claim__verdict")
    return rows.defer(*heavy).order_by("place__position")


def place(place_id: int) -> PacketPlace | None:
    """A place, for the worker who builds it."""
    rows = PacketPlace.objects.select_related("sample__asked_by", "sample__practice")
    return rows.filter(pk=place_id).first()
