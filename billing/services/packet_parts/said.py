"""How a packet writes a value: as data (exact, for machines), and of that on paper."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.utils.formats import date_format

from registry import time_words
from registry.templatetags import formats

NOTHING = "–"


def instant(at: dt.datetime | None) -> str | None:
    """As data: in UTC, to the second."""
    return at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if at else None


def day(value: dt.date | None) -> str | None:
    return value.isoformat() if value else None


def amount(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def when(text: str | None, zone: str) -> str:
    """On paper: `Oct 6, 2026, 10:00:05 AM EDT`, on the practice's clock."""
    if not text:
        return NOTHING
    local = _local(text, zone)
    return f"{time_words.date(local.date())}, {_clock(local)} {local:%Z}"


def span(start: str, end: str | None, zone: str) -> str:
    """`Oct 6, 2026, 10:00:05 AM–10:20:00 AM EDT`; both days where it goes past midnight."""
    if end is None:
        return f"{when(start, zone)}, still running"
    first, last = _local(start, zone), _local(end, zone)
    if first.date() != last.date() or first.tzname() != last.tzname():
        return f"{when(start, zone)} – {when(end, zone)}"
    return f"{time_words.date(first.date())}, {_clock(first)}–{_clock(last)} {last:%Z}"


def _local(text: str, zone: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).astimezone(ZoneInfo(zone))


def _clock(local: dt.datetime) -> str:
    return date_format(local, "g:i:s A")


def on(text: str | None) -> str:
    """A calendar day on paper."""
    return time_words.date(dt.date.fromisoformat(text)) if text else NOTHING


def money(text: str | None) -> str:
    return formats.money(text)


def length(seconds: int | None) -> str:
    """Seconds as a clock has them, none lost: `1:12:05`."""
    return NOTHING if seconds is None else formats.clock(seconds)


def yes(value: bool | None) -> str:  # noqa: FBT001 - a value to be written, not a switch
    return {True: "yes", False: "no", None: "not documented"}[value]


def or_nothing(text: str | None) -> str:
    return text or NOTHING
