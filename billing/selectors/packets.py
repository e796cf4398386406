"""Audit packets, read: all of them by whoever builds them, by an auditor those that are shared."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from billing.models import Claim, LookKind, Packet, PacketLook, PacketShare, SharedPacket
from registry import calendar
from registry.models import Membership, Practice, User
from registry.vocabulary import Role

#: Who builds packets and sees them all.
BUILDERS = (Role.BILLER, Role.SUPERVISOR)
_HEAVY = ("pdf", "document", "claim__facts", "claim__verdict")


def builds(user: User, practice: Practice) -> bool:
    """Whether the person sees every packet of the practice, shared or not."""
    rows = Membership.objects.filter(user=user, practice=practice, role__in=BUILDERS)
    return rows.exists()


def live_shares(user: User, practice: Practice, now: dt.datetime) -> QuerySet[PacketShare]:
    """Shares that an auditor reads now: listed ones, and those whose link they have opened."""
    mine = Membership.objects.filter(user=user, practice=practice, role=Role.AUDITOR)
    opened = PacketLook.objects.filter(share=OuterRef("pk"), by=user, kind=LookKind.LINK)
    return PacketShare.objects.filter(
        Exists(mine),
        Q(is_listed=True) | Exists(opened),
        practice=practice,
        revoked_at=None,
        ends_on__gte=calendar.local_date(now, practice.timezone),
    )


def visible_to(user: User, practice: Practice, now: dt.datetime) -> QuerySet[Packet]:
    """The packets that a person may read at this moment, without their bytes."""
    rows = Packet.objects.filter(practice=practice)
    if not builds(user, practice):
        shared = SharedPacket.objects.filter(share__in=live_shares(user, practice, now))
        rows = rows.filter(pk__in=shared.values("packet"))
    return rows.select_related("practice", "claim__patient", "claim__payer", "made_by").defer(
        *_HEAVY
    )


def listed(user: User, practice: Practice, now: dt.datetime) -> QuerySet[Packet]:
    """The same, the latest first, each with how often it was looked at."""
    rows = visible_to(user, practice, now).annotate(look_count=Count("looks"))
    return rows.order_by("-made_at", "-pk")


def get(user: User, practice: Practice, packet_id: int, now: dt.datetime) -> Packet:
    """One packet.  Packet.DoesNotExist where it is another practice's, nobody's, or not shared."""
    return visible_to(user, practice, now).get(pk=packet_id)


def content(packet: Packet, kind: str) -> bytes:
    """A packet's bytes: `pdf`, or `json` of its document."""
    field = "pdf" if kind == LookKind.PDF else "document"
    return bytes(Packet.objects.values_list(field, flat=True).get(pk=packet.pk))


def of_claim(user: User, claim: Claim, now: dt.datetime) -> list[Packet]:
    """A claim's packets that the person may read, the latest first."""
    rows = visible_to(user, claim.practice, now).filter(claim=claim)
    return list(rows.order_by("-made_at", "-pk"))


def looks(packet: Packet) -> QuerySet[PacketLook]:
    """Who looked at a packet, the latest first."""
    return packet.looks.select_related("by", "share").order_by("-at", "-pk")


def through(user: User, packets: Iterable[Packet], practice: Practice, now: dt.datetime) -> (
    PacketShare | None
):  # fmt: skip
    """The share by which an auditor sees these packets; None for who needs none."""
    if builds(user, practice):
        return None
    shares = live_shares(user, practice, now).filter(packets__in=list(packets))
    return shares.order_by("pk").first()


def file_stem(packet: Packet) -> str:
    """What a packet's files are called: nobody's name is in it."""
    month = calendar.month_text(packet.claim.month)
    return f"{packet.practice.slug}-{month}-CT{packet.claim_id}-packet-{packet.pk}"
