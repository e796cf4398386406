"""Strict readers of single values: each takes a JSON value and its path, returns a typed one.

A value of another type, an unknown word or key, or an impossible value raises FieldError at the
path of that very value. Nothing is guessed or converted: true is no number, and neither is "70".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime, timedelta
from typing import TypeVar

from billing.rules import words
from billing.rules.errors import FieldError
from billing.rules.month import Month, zone_names

T = TypeVar("T")
Reader = Callable[[object, str], T]
Record = Mapping[str, object]

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_OFFSET = r"Z|[+-][0-9]{2}(:?[0-5][0-9](:?[0-5][0-9](\.[0-9]+)?)?)?"
_TIME = re.compile(rf"[0-9W-]+T[0-9]{{2}}(:?[0-9]{{2}}(:?[0-9]{{2}}([.,][0-9]+)?)?)?({_OFFSET})?")
_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001  wall clocks are compared with it, without a zone
_SECOND = timedelta(seconds=1)
_WIDEST_OFFSET = timedelta(hours=23, minutes=59)


def text(value: object, path: str) -> str:
    if not isinstance(value, str):
        raise FieldError(path, "must be text")
    return value


def flag(value: object, path: str) -> bool:
    if not isinstance(value, bool):
        raise FieldError(path, "must be true or false")
    return value


def whole(value: object, path: str, *, at_least: int = 0, at_most: int | None = None) -> int:
    """Read a whole number; true, false and 1.0 are none."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise FieldError(path, "must be a whole number")
    if value < at_least:
        raise FieldError(path, f"must be {at_least} or more")
    if at_most is not None and value > at_most:
        raise FieldError(path, f"must be {at_most} or less")
    return value


def word(value: object, path: str, *, among: Collection[str]) -> str:
    if not isinstance(value, str) or value not in among:
        raise FieldError(path, f"must be {words.listed(sorted(among), 'or')}")
    return value


def day(value: object, path: str) -> date:
    """Read a date, written exactly as ``2026-10-31``."""
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise FieldError(path, "must be a date that exists, written as 2026-10-31")


def month(value: object, path: str) -> Month:
    try:
        return Month.parse(text(value, path))
    except FieldError:
        raise
    except ValueError:
        raise FieldError(path, "must be a calendar month, written as 2026-10") from None


def zone(value: object, path: str) -> str:
    name = text(value, path)
    if name not in zone_names():
        raise FieldError(path, "must be a time zone of the IANA database, such as America/New_York")
    return name


def instant(value: object, path: str) -> int:
    """Read an ISO 8601 time with an offset, cut to its whole second, as seconds since 1970."""
    read = _time(text(value, path), path)
    offset = read.utcoffset()
    if offset is None:
        raise FieldError(path, "needs its offset from UTC, such as -04:00 or Z")
    if abs(offset) > _WIDEST_OFFSET:
        raise FieldError(path, "has an offset of a whole day")
    return (read.replace(tzinfo=None) - _EPOCH - offset) // _SECOND


def _time(written: str, path: str) -> datetime:
    if _TIME.fullmatch(written):  # the reader below takes more than ISO 8601 knows
        try:
            return datetime.fromisoformat(written)
        except ValueError:
            pass
    raise FieldError(
        path, "must be a time that exists, with its offset, such as 2026-10-06T09:00:00-04:00"
    )


def write_instant(seconds: int) -> str:
    """Return an instant as ISO 8601 in UTC, or at the calendar's ends in an offset that fits."""
    for offset, name in ((0, "Z"), (86_340, "+23:59"), (-86_340, "-23:59")):
        try:
            wall = _EPOCH + timedelta(seconds=seconds + offset)
        except OverflowError:
            continue
        return f"{wall.isoformat()}{name}"
    raise ValueError(f"{seconds} lies outside the calendar")


def optional(read: Reader[T]) -> Reader[T | None]:
    """Return a reader that takes null as well."""
    return lambda value, path: None if value is None else read(value, path)


def several(value: object, path: str, read: Reader[T]) -> tuple[T, ...]:
    """Read a list whose items are all of one kind."""
    if not isinstance(value, list | tuple):
        raise FieldError(path, "must be a list")
    return tuple(read(item, f"{path}[{place}]") for place, item in enumerate(value))


def mapping(value: object, path: str) -> Record:
    if not isinstance(value, Mapping):
        raise FieldError(path, "must be an object with keys and values")
    for key in value:
        if not isinstance(key, str):
            raise FieldError(path, "must have keys of text")
    return value


def record(
    value: object, path: str, *, needs: Collection[str], may_have: Collection[str] = ()
) -> Record:
    """Read an object with every key of ``needs``, perhaps some of ``may_have``, and no other."""
    found = mapping(value, path)
    for key in found:
        if key not in needs and key not in may_have:
            raise FieldError(under(path, key), "is not a key that is known here")
    for key in needs:
        if key not in found:
            raise FieldError(under(path, key), "is missing")
    return found


def under(path: str, key: str) -> str:
    """Return the path of a key under a path."""
    return f"{path}.{key}" if path else key
