"""Filters that say a quantity the way a person reads it: seconds, money, instants, days."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal, InvalidOperation
from typing import Any
from zoneinfo import ZoneInfo

from django import template
from django.templatetags.tz import do_timezone
from django.utils.formats import date_format

from registry import time_words

register = template.Library()

NOTHING = "–"


@register.filter
def minutes(seconds: int | float | None) -> str:
    """Whole minutes in `seconds`, cut and never rounded, as the month's sum is cut for a claim."""
    return str(int(seconds or 0) // 60)


@register.filter
def duration(seconds: int | float | None) -> str:
    """`seconds` in hours and whole minutes: "1 h 09 min", "9 min"."""
    hours, rest = divmod(int(seconds or 0) // 60, 60)
    return f"{hours} h {rest:02d} min" if hours else f"{rest} min"


@register.filter
def clock(seconds: int | float | None) -> str:
    """`seconds` as a running clock shows them: "1:02:03", "0:00:07"."""
    whole = max(int(seconds or 0), 0)
    return f"{whole // 3600}:{whole // 60 % 60:02d}:{whole % 60:02d}"


@register.filter
def money(amount: Decimal | int | str | None) -> str:
    """Dollars and cents: "$1,234.50".  What is no amount is a dash, not a zero."""
    if amount is None or amount == "":
        return NOTHING
    try:
        value = Decimal(amount)
    except InvalidOperation:
        return NOTHING
    return f"{'−' if value < 0 else ''}${abs(value):,.2f}"


@register.filter
def localtime_of(moment: dt.datetime | None, practice: Any) -> dt.datetime | None:
    """The instant `moment` on the practice's own clock.  `practice` may be a zone's name too."""
    if not isinstance(moment, dt.datetime):
        return moment
    # Django's own conversion: its answer is not turned back into the server's zone by `date`.
    return do_timezone(moment, _zone(practice))


def _zone(practice: Any) -> ZoneInfo:
    zone = getattr(practice, "timezone", practice) or "UTC"
    return zone if isinstance(zone, ZoneInfo) else ZoneInfo(str(zone))


@register.filter
def when(moment: dt.datetime | None, practice: Any) -> str:
    """Day and time of `moment` in the practice's zone: "Oct 14, 2026, 3:05 PM"."""
    return _local(moment, practice, "M j, Y, g:i A")


@register.filter
def clock_time(moment: dt.datetime | None, practice: Any) -> str:
    """Time of day of `moment` in the practice's zone: "3:05 PM"."""
    return _local(moment, practice, "g:i A")


def _local(moment: dt.datetime | None, practice: Any, form: str) -> str:
    if moment is None or moment == "":
        return NOTHING
    return date_format(moment.astimezone(_zone(practice)), form)


@register.filter
def day(value: dt.date | None) -> str:
    """A calendar day: "Oct 14, 2026"."""
    return time_words.date(value) if value else NOTHING


@register.filter
def month_name(value: dt.date | str | None) -> str:
    """A month, given as a day in it or as "2026-10": "October 2026"."""
    if not value:
        return NOTHING
    first = dt.date.fromisoformat(f"{value}-01") if isinstance(value, str) else value
    return date_format(first, "F Y")


@register.filter
def plural(count: int, words: str) -> str:
    """A count with its noun: 2|plural:"minute" is "2 minutes"; irregular as "entry,entries"."""
    one, _, many = words.partition(",")
    return f"{count:,} {one if count == 1 else many or one + 's'}"


#: A day or month as the rules write it; not where it is part of an address or a longer number.
_WRITTEN_DAY = re.compile(r"(?<![\w/.-])((?:19|20)\d\d)-(0[1-9]|1[0-2])(?:-(\d\d))?(?![\w/-])")


@register.filter
def spelled_dates(said: Any) -> Any:
    """What the rules say, with its days and months spelled as on every page: "2026-10" is
    "October 2026".  Anything but text stays as it is."""
    return _WRITTEN_DAY.sub(_spelled, said) if isinstance(said, str) else said


def _spelled(found: re.Match[str]) -> str:
    year, month, day = found.groups()
    try:
        on = dt.date(int(year), int(month), int(day or 1))
    except ValueError:
        return found.group()
    return time_words.date(on) if day else date_format(on, "F Y")
