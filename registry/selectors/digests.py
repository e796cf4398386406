"""Who gets the daily mail, and when."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from registry.models import Digest, Practice, User

#: For so many hours after the practice's own a mail that could not go out is tried again.
TRIED_FOR = 5
_SATURDAY = 5


def due_day(practice: Practice, now: dt.datetime) -> dt.date | None:
    """The working day whose mail is due in the practice by its own clock; None where none is."""
    local = now.astimezone(ZoneInfo(practice.timezone))
    is_hour = practice.digest_hour <= local.hour < practice.digest_hour + TRIED_FOR
    return local.date() if is_hour and local.weekday() < _SATURDAY else None


def waiting(practice: Practice, day: dt.date) -> QuerySet[User]:
    """Who wants the mail of this practice and has not had the day's."""
    had = Digest.objects.filter(practice=practice, day=day).values("user")
    found = User.objects.filter(memberships__practice=practice, is_active=True, wants_digest=True)
    return found.exclude(pk__in=had).distinct().order_by("pk")
