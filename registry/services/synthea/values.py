"""Single values of Synthea's files, read or refused."""

from __future__ import annotations

import datetime as dt
import re

from registry import calendar

_DIGITS = re.compile(r"\d+")
_ZIP = re.compile(r"\d{5}(-?\d{4})?")

STATES = {
    "Alabama": "AL", "Alaska": "AK", "Arizona": "AZ", "Arkansas": "AR", "California": "CA",
    "Colorado": "CO", "Connecticut": "CT", "Delaware": "DE", "District of Columbia": "DC",
    "Florida": "FL", "Georgia": "GA", "Hawaii": "HI", "Idaho": "ID", "Illinois": "IL",
    "Indiana": "IN", "Iowa": "IA", "Kansas": "KS", "Kentucky": "KY", "Louisiana": "LA",
    "Maine": "ME", "Maryland": "MD", "Massachusetts": "MA", "Michigan": "MI", "Minnesota": "MN",
    "Mississippi": "MS", "Missouri": "MO", "Montana": "MT", "Nebraska": "NE", "Nevada": "NV",
    "New Hampshire": "NH", "New Jersey": "NJ", "New Mexico": "NM", "New York": "NY",
    "North Carolina": "NC", "North Dakota": "ND", "Ohio": "OH", "Oklahoma": "OK", "Oregon": "OR",
    "Pennsylvania": "PA", "Puerto Rico": "PR", "Rhode Island": "RI", "South Carolina": "SC",
    "South Dakota": "SD", "Tennessee": "TN", "Texas": "TX", "Utah": "UT", "Vermont": "VT",
    "Virginia": "VA", "Washington": "WA", "West Virginia": "WV", "Wisconsin": "WI",
    "Wyoming": "WY",
}  # fmt: skip


class RowError(Exception):
    """A row that cannot be taken: which column, and what is wrong with it."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(f"{column} {reason}")


def name(text: str, column: str, longest: int) -> str:
    """A name without the digits that Synthea appends to mark its people as made."""
    found = " ".join(_DIGITS.sub("", text).split())
    if not found:
        raise RowError(column, "is empty")
    if len(found) > longest:
        raise RowError(column, f"is longer than {longest} characters")
    return found


def day(text: str, column: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise RowError(column, "is no date") from None


def day_or_none(text: str, column: str) -> dt.date | None:
    return day(text, column) if text else None


def local_day(text: str, column: str, timezone: str) -> dt.date:
    """The practice's day of an instant such as `2023-10-10T04:17:47Z`."""
    try:
        at = dt.datetime.fromisoformat(text)
    except ValueError:
        raise RowError(column, "is no time") from None
    if at.tzinfo is None:
        raise RowError(column, "says no offset from UTC")
    return calendar.local_date(at, timezone)


def whole(text: str, column: str, highest: int) -> int:
    """A whole number such as `14` or `14.0`, from 0 up to `highest`."""
    try:
        number = float(text)
    except ValueError:
        raise RowError(column, "is no number") from None
    if not number.is_integer():
        raise RowError(column, "is no whole number")
    if not 0 <= number <= highest:
        raise RowError(column, f"is not between 0 and {highest}")
    return int(number)


def state(text: str) -> str | None:
    """The two letters of a state, from its name or as they are; None where it is neither."""
    return text if text in STATES.values() else STATES.get(text)


def zip_code(text: str) -> str | None:
    """A ZIP's 5 or 9 digits; None where it is something else."""
    return text.replace("-", "") if _ZIP.fullmatch(text) else None
