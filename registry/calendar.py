"""Months and days as a practice lives them: local, half-open, explicit about their zone."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from zoneinfo import ZoneInfo

_MONTH = re.compile(r"(\d{4})-(\d{2})")


def parse_month(text: str) -> dt.date:
    """The first day of the month that `text` names as `2026-10`.  ValueError if it names none."""
    found = _MONTH.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no month. Write year and month, as in 2026-10.")
    try:
        return dt.date(int(found[1]), int(found[2]), 1)
    except ValueError:
        raise ValueError(f"{text!r} is no month. Write year and month, as in 2026-10.") from None


def month_text(month: dt.date) -> str:
    return f"{month:%Y-%m}"


def month_of(day: dt.date) -> dt.date:
    """The first day of the month in which `day` lies."""
    return day.replace(day=1)


def shift_month(month: dt.date, by: int) -> dt.date:
    """The month `by` months after (or before) `month`."""
    index = month.year * 12 + month.month - 1 + by
    return dt.date(index // 12, index % 12 + 1, 1)


def last_day(month: dt.date) -> dt.date:
    return shift_month(month, 1) - dt.timedelta(days=1)


def local_date(at: dt.datetime, timezone: str) -> dt.date:
    """The calendar day on which the instant `at` falls in `timezone`."""
    return at.astimezone(ZoneInfo(timezone)).date()


def local_month(at: dt.datetime, timezone: str) -> dt.date:
    """The month in which the instant `at` falls in `timezone`."""
    return month_of(local_date(at, timezone))


@lru_cache(maxsize=4096)
def day_start(day: dt.date, timezone: str) -> dt.datetime:
    """The first instant of a local day, also where the clock skips or repeats midnight.

    Local midnight, unless the zone skipped it: then the instant at which the clock moved on.
    """
    midnight = dt.datetime.combine(day, dt.time(), tzinfo=ZoneInfo(timezone))
    at = midnight.astimezone(dt.UTC)
    while at.astimezone(ZoneInfo(timezone)).date() < day:  # pragma: no branch
        at += dt.timedelta(minutes=1)
    return _walk_back(at, day, timezone)


def _walk_back(at: dt.datetime, day: dt.date, timezone: str) -> dt.datetime:
    """A skipped midnight reads as an instant after the gap; step back to the gap's end."""
    zone = ZoneInfo(timezone)
    step = dt.timedelta(minutes=1)
    while (at - step).astimezone(zone).date() == day:
        at -= step
    return at


@lru_cache(maxsize=4096)
def month_bounds(month: dt.date, timezone: str) -> tuple[dt.datetime, dt.datetime]:
    """The half-open interval of instants that a local month lasts."""
    return day_start(month, timezone), day_start(shift_month(month, 1), timezone)


def months_touched(
    start: dt.datetime, end: dt.datetime | None, timezone: str
) -> tuple[dt.date, ...]:
    """The local months in which the interval from `start` up to `end` has a second."""
    month = local_month(start, timezone)
    last = local_month(end - dt.timedelta(microseconds=1), timezone) if end else month
    months = [month]
    while months[-1] < last:
        months.append(shift_month(months[-1], 1))
    return tuple(months)
