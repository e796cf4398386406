"""Showing packets to auditors: for so many days, taken back at any time, every look kept."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction

from billing.models import LookKind, Packet, PacketLook, PacketShare, SharedPacket
from registry import calendar
from registry.checks import one_line, stop_if
from registry.errors import refuse
from registry.models import AccessLog, Practice, User

#: The longest that a share may last.
MOST_DAYS = 366


@dataclass(frozen=True, kw_only=True)
class Shared:
    """A share, and its link's token, which is told here once and kept nowhere."""

    share: PacketShare
    token: str


def mark_of(token: str) -> str:
    """What is kept of a token; one of 256 random bits needs no salt."""
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def share(
    packets: Collection[Packet],
    *,
    practice: Practice,
    label: str,
    ends_on: dt.date | None,
    is_listed: bool,
    by: User,
    now: dt.datetime,
) -> Shared:
    """Show packets to the practice's auditors up to a day.  Refused by field."""
    label, today = one_line(label), calendar.local_date(now, practice.timezone)
    stop_if(
        {
            "label": None if label else "Say for whom or what this is, without a patient's name.",
            "ends_on": _day_problem(ends_on, today),
        }
    )
    if not packets:
        raise refuse("", "There is no packet to share yet. Build it first.")
    assert ends_on is not None
    token = secrets.token_urlsafe(32)
    made = PacketShare.objects.create(
        practice=practice,
        label=label[:80],
        is_listed=is_listed,
        token_sha256=mark_of(token),
        ends_on=ends_on,
        made_at=now,
        made_by=by,
    )
    SharedPacket.objects.bulk_create(SharedPacket(share=made, packet=each) for each in packets)
    return Shared(share=made, token=token)


def _day_problem(day: dt.date | None, today: dt.date) -> str | None:
    if day is None:
        return "Say until which day the packets may be read."
    if day < today:
        return "This day is over. Choose today or a later one."
    if day > today + dt.timedelta(days=MOST_DAYS):
        return "This is more than a year ahead. Choose an earlier day, and share again then."
    return None


def revoke(share: PacketShare, *, by: User, now: dt.datetime) -> None:
    """End a share at once.  One that has been ended stays as it was."""
    PacketShare.objects.filter(pk=share.pk, revoked_at=None).update(revoked_at=now, revoked_by=by)


@transaction.atomic
def opened(share: PacketShare, *, by: User, now: dt.datetime) -> None:
    """Somebody opened a share's link: from then on they see its packets, while it lasts."""
    PacketLook.objects.create(share=share, kind=LookKind.LINK, at=now, by=by)
    AccessLog.objects.create(
        at=now, user_id=by.pk, practice_id=share.practice_id, patient_id=None, page="packet_link"
    )


@transaction.atomic
def look(
    packets: Collection[Packet],
    *,
    kind: str,
    page: str,
    share: PacketShare | None,
    by: User,
    now: dt.datetime,
) -> None:
    """Remember that somebody looked at packets, with each and in the access log.

    `page` is the address's name; a packet's claim must have been read with it.
    """
    PacketLook.objects.bulk_create(
        PacketLook(packet=each, share=share, kind=kind, at=now, by=by) for each in packets
    )
    AccessLog.objects.bulk_create(
        AccessLog(
            at=now,
            user_id=by.pk,
            practice_id=each.practice_id,
            patient_id=each.claim.patient_id,
            page=page,
        )
        for each in packets
    )
