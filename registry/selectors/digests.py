"""Who gets the daily mail, and when."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from registry.models import Digest, Practice, User

#: Local hours in which the mail goes out: at seven, or later in the morning if it could not.
HOURS = range(7, 12)
_SATURDAY = 5


def due_day(practice: Practice, now: dt.datetime) -> dt.date | None:
    """The working day whose morning it is in the practice; None outside of it."""
    local = now.astimezone(ZoneInfo(practice.timezone))
    is_morning = local.hour in HOURS and local.weekday() < _SATURDAY
    return local.date() if is_morning else None


def waiting(practice: Practice, day: dt.date) -> QuerySet[User]:
    """Who wants the mail of this practice and has not had the day's."""
    had = Digest.objects.filter(practice=practice, day=day).values("user")
    found = User.objects.filter(memberships__practice=practice, is_active=True, wants_digest=True)
    return found.exclude(pk__in=had).distinct().order_by("pk")
