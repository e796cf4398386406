"""The audited week, and its hours on the practice's clock."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

NEW_YORK = ZoneInfo("America/New_York")
#: The week that ended before the cast's Wednesday, October 14.
MONDAY = dt.date(2026, 10, 5)
HOUR, SECOND = dt.timedelta(hours=1), dt.timedelta(seconds=1)


def local(day, hour=10, minute=0, second=0, month=10):
    return dt.datetime(2026, month, day, hour, minute, second, tzinfo=NEW_YORK)


def only(rows):
    return [kind for kind, _ in rows]
