"""From a day and a time of day, as people write them, to an instant."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

SKIPPED = "The clock was put forward over this time. Enter one before or after."


def instant(day: dt.date, time: dt.time, timezone: str) -> dt.datetime:
    """The instant at which a local clock shows `time` on `day`; the first, where it does so twice.

    ValueError with a sentence where the clock skipped it.
    """
    at = dt.datetime.combine(day, time, tzinfo=ZoneInfo(timezone)).astimezone(dt.UTC)
    if at.astimezone(ZoneInfo(timezone)).replace(tzinfo=None) != dt.datetime.combine(day, time):
        raise ValueError(SKIPPED)
    return at


def day_and_time(at: dt.datetime, timezone: str) -> tuple[dt.date, dt.time]:
    """What a local clock shows at an instant, to the minute."""
    local = at.astimezone(ZoneInfo(timezone))
    return local.date(), local.time().replace(second=0, microsecond=0)
