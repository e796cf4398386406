"""How sentences speak of a stretch of time, in the practice's zone.  Read by every layer."""

from __future__ import annotations

import datetime as dt
import functools
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.utils.formats import date_format

if TYPE_CHECKING:
    from registry.models import Patient, TimeEntry


#: The product speaks English; lists say hundreds of days, and a general formatter is slow.
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@functools.lru_cache(maxsize=4096)
def date(value: dt.date) -> str:
    """Oct 6, 2026"""
    return f"{_MONTHS[value.month - 1]} {value.day}, {value.year}"


def day(at: dt.datetime, timezone: str) -> str:
    """The instant's local day: Oct 6, 2026"""
    return date(at.astimezone(ZoneInfo(timezone)).date())


def clock(at: dt.datetime, timezone: str) -> str:
    """3:05 PM"""
    return date_format(at.astimezone(ZoneInfo(timezone)), "g:i A")


def hour(number: int) -> str:
    """An hour of the day: 7 AM"""
    return f"{(number - 1) % 12 + 1} {'AM' if number < 12 else 'PM'}"


def when(at: dt.datetime, timezone: str) -> str:
    """Oct 6, 2026, 3:05 PM"""
    return f"{day(at, timezone)}, {clock(at, timezone)}"


def span(start: dt.datetime, end: dt.datetime | None, timezone: str) -> str:
    """Oct 6, 2026, 3:05 PM–3:17 PM; both days are named where it goes past midnight."""
    if end is None:
        return f"{when(start, timezone)}, still running"
    same_day = day(start, timezone) == day(end, timezone)
    return f"{when(start, timezone)}–{clock(end, timezone) if same_day else when(end, timezone)}"


def month(first: dt.date) -> str:
    """October 2026"""
    return date_format(first, "F Y")


def lasted(start: dt.datetime, end: dt.datetime) -> str:
    """27 h 05 min"""
    hours, minutes = divmod(int((end - start).total_seconds()) // 60, 60)
    return f"{hours} h {minutes:02d} min" if hours else f"{minutes} min"


def exactly(seconds: int) -> str:
    """1 h 05 min 07 s, 12 min 30 s, 7 s: parts that add up to their sum."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes:02d} min {rest:02d} s"
    return f"{minutes} min {rest:02d} s" if minutes else f"{rest} s"


def patient(row: Patient) -> str:
    """The patient by number: these sentences are kept and shown, and name nobody."""
    return f"patient {row.pk} (MRN {row.record_number})"


def entry(row: TimeEntry, timezone: str) -> str:
    """An entry as another one's sentence names it."""
    return f"{span(row.started_at, row.ended_at, timezone)}, {patient(row.patient)}"
