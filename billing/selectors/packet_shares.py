"""Shares of packets, read: which there are, what they hold, and who has looked."""

from __future__ import annotations

import datetime as dt

from django.db.models import Count, QuerySet

from billing.models import Packet, PacketLook, PacketShare
from billing.selectors import packets
from registry import calendar
from registry.models import Practice, User


def visible_to(user: User, practice: Practice, now: dt.datetime) -> QuerySet[PacketShare]:
    """All of a practice's for who builds packets; for an auditor those that last."""
    if packets.builds(user, practice):
        rows = PacketShare.objects.filter(practice=practice)
    else:
        rows = packets.live_shares(user, practice, now)
    rows = rows.select_related("practice", "made_by", "revoked_by")
    return rows.annotate(packet_count=Count("places", distinct=True)).order_by("-made_at", "-pk")


def get(user: User, practice: Practice, share_id: int, now: dt.datetime) -> PacketShare:
    """One share.  PacketShare.DoesNotExist where the person may not see it."""
    return visible_to(user, practice, now).get(pk=share_id)


def by_mark(practice: Practice, mark: str) -> PacketShare | None:
    """The share whose link has a token of this mark."""
    return PacketShare.objects.filter(practice=practice, token_sha256=mark).first()


def has_ended(share: PacketShare, now: dt.datetime) -> bool:
    """Whether it was taken back, or its last day is over where the practice is."""
    today = calendar.local_date(now, share.practice.timezone)
    return share.revoked_at is not None or today > share.ends_on


def of_packet(packet: Packet) -> QuerySet[PacketShare]:
    """The shares that a packet is in, the latest first."""
    rows = PacketShare.objects.filter(packets=packet)
    return rows.select_related("practice", "made_by").order_by("-made_at", "-pk")


def held(share: PacketShare) -> QuerySet[Packet]:
    """A share's packets by claim, without their bytes."""
    rows = Packet.objects.filter(shares=share)
    rows = rows.select_related("practice", "claim__patient", "claim__payer", "made_by")
    return rows.defer("pdf", "document", "claim__facts", "claim__verdict").order_by(
        "claim_id", "pk"
    )


def looks(share: PacketShare) -> QuerySet[PacketLook]:
    """Who opened the link or looked at its packets through it, the latest first."""
    rows = share.looks.select_related("by", "packet__claim")
    heavy = ("packet__pdf", "packet__document", "packet__claim__facts", "packet__claim__verdict")
    return rows.defer(*heavy).order_by("-at", "-pk")
