"""What the audit of the log looks for in an entry, as conditions: by night, at another's time."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import DurationField, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import ExtractHour, TruncDate

from registry.audit_limits import Limits
from registry.models import TimeEntry
from registry.vocabulary import EntryStatus

_INSTANT = dt.timedelta(microseconds=1)


def clock_of(timezone: str) -> dict[str, Any]:
    """Annotations: the local hours and days in which an entry begins and ends."""
    zone = ZoneInfo(timezone)
    last_instant = F("ended_at") - Value(_INSTANT, output_field=DurationField())
    return {
        "first_hour": ExtractHour("started_at", tzinfo=zone),
        "last_hour": ExtractHour(last_instant, tzinfo=zone),
        "first_day": TruncDate("started_at", tzinfo=zone),
        "final_day": TruncDate(last_instant, tzinfo=zone),
    }


def at_night(limits: Limits) -> Q:
    """A second between the evening's and the morning's hour, on the practice's own clock.

    Needs `clock_of`.
    """
    night = limits.night_from, limits.night_to
    begins = Q(first_hour__gte=night[0]) | Q(first_hour__lt=night[1])
    ends = Q(last_hour__gte=night[0]) | Q(last_hour__lt=night[1])
    return begins | ends | Q(final_day__gt=F("first_day"))


def overlaps() -> Exists:
    """Other time of the same person shares a second with the entry."""
    return Exists(_others_at_that_time())


def _others_at_that_time() -> QuerySet[TimeEntry]:
    others = TimeEntry.objects.filter(
        Q(ended_at=None) | Q(ended_at__gt=OuterRef("started_at")),
        worker=OuterRef("worker"),
        started_at__lt=OuterRef("ended_at"),
    )
    return others.exclude(pk=OuterRef("pk")).exclude(status=EntryStatus.VOIDED)


def waits_over_other_time() -> Q:
    """Needs review, and shares time: of two such entries at most one is confirmed.  Needs
    `is_shared`.
    """
    return Q(status=EntryStatus.NEEDS_REVIEW, is_shared=True)
