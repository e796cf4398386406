"""Stretches of days that terms are in force for: what can stand, and how a sentence names them."""

from __future__ import annotations

import datetime as dt

from django.utils.formats import date_format

from registry.checks import Problems

#: Days that a claim can be about; a year beyond them is a slip of the pen.
FIRST, LAST = dt.date(2000, 1, 1), dt.date(2099, 12, 31)

_MISSING = "The first day is missing. Enter it."
_ORDER = "The last day lies before the first. Correct one of the two."
_YEAR = f"Days lie between {FIRST.year} and {LAST.year}. Check the year."


def problems(first: dt.date | None, last: dt.date | None) -> Problems:
    """What is wrong with the days, by field: `active_from`, `active_to` (both are included)."""
    if first is None:
        return {"active_from": _MISSING}
    given = {"active_from": first, "active_to": last}
    found = {field: _YEAR for field, day in given.items() if day and not FIRST <= day <= LAST}
    if last and last < first:
        found.setdefault("active_to", _ORDER)
    return found


def said(first: dt.date, last: dt.date | None) -> str:
    """`from Jan 1, 2026 on`, `from Jan 1, 2026 to Dec 31, 2026`."""
    return f"from {day(first)} to {day(last)}" if last else f"from {day(first)} on"


def make_room(first: dt.date, other_first: dt.date, other_last: dt.date | None) -> str:
    """What to do about a stretch that begins at `first` and meets another one's days."""
    before = first - dt.timedelta(days=1)
    if other_last is None and other_first <= before:
        return f"End that one on {day(before)}, or choose other days."
    return "Choose other days."


def day(value: dt.date) -> str:
    return date_format(value, "M j, Y")
