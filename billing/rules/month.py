"""A calendar month, and where its days begin on the clock of a place.

Instants are whole seconds since 1970-01-01T00:00:00Z. A local day begins at its first instant:
where the clock skips midnight that is the instant of the change, where it repeats midnight the
first of the two.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

_TEXT = re.compile(r"([0-9]{4})-([0-9]{2})")
_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001  local wall clocks are compared with it, without a zone
_EPOCH_DAY = _EPOCH.toordinal()
_DAY = 86_400
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month, such as October 2026."""

    year: int
    month: int

    def __post_init__(self) -> None:
        if not (MINYEAR <= self.year <= MAXYEAR and 1 <= self.month <= 12):
            raise ValueError(f"{self.year}-{self.month} is no month")

    @classmethod
    def parse(cls, text: str) -> Month:
        """Read ``2026-10``; raise ValueError for anything else."""
        found = _TEXT.fullmatch(text)
        if found is None:
            raise ValueError("a month is written as 2026-10")
        return cls(int(found[1]), int(found[2]))

    @classmethod
    def of(cls, day: date) -> Month:
        """Return the month in which a day lies."""
        return cls(day.year, day.month)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    def __contains__(self, day: date) -> bool:
        return day.year == self.year and day.month == self.month

    @property
    def index(self) -> int:
        """Months since the year 0, so that months can be subtracted."""
        return self.year * 12 + self.month - 1

    @property
    def first_day(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def last_day(self) -> date:
        return date(self.year, self.month, monthrange(self.year, self.month)[1])

    def next(self) -> Month:
        """Return the month after this one."""
        return Month(self.year + self.month // 12, self.month % 12 + 1)

    def bounds(self, timezone: str) -> Bounds:
        """Return where the month and its days begin and end in a time zone (IANA name)."""
        return _bounds(self, timezone)


@dataclass(frozen=True, slots=True)
class Bounds:
    """One month in one time zone: ``[start, end)``, and the first instant of each day."""

    month: Month
    start: int
    end: int
    days: tuple[int, ...]

    def opens(self, day: date) -> int:
        """Return the first instant of a day, or the near end of the month for a day outside."""
        if day in self.month:
            return self.days[day.day - 1]
        return self.start if day < self.month.first_day else self.end

    def closes(self, day: date) -> int:
        """Return the instant after a day, or the near end of the month for a day outside."""
        if day in self.month:
            return self.days[day.day] if day.day < len(self.days) else self.end
        return self.start if day < self.month.first_day else self.end

    def date_of(self, instant: int) -> date:
        """Return the local day of an instant of the month."""
        return date(self.month.year, self.month.month, bisect_right(self.days, instant))


@lru_cache(maxsize=1)
def zone_names() -> frozenset[str]:
    """Return the names of all time zones; not ``localtime``, which differs between machines."""
    return frozenset(available_timezones()) - {"localtime"}


@lru_cache(maxsize=4096)
def _bounds(month: Month, timezone: str) -> Bounds:
    zone = ZoneInfo(timezone)
    first, length = month.first_day.toordinal(), month.last_day.day
    starts = tuple(_first_instant(day, zone) for day in range(first, first + length + 1))
    return Bounds(month, starts[0], starts[-1], starts[:-1])


def _first_instant(ordinal: int, zone: ZoneInfo) -> int:
    """Return the first instant at which the local date is this day or a later one."""
    wall = (ordinal - _EPOCH_DAY) * _DAY
    if ordinal > date.max.toordinal():
        return wall - _offset(datetime.combine(date.max, time.max), zone)
    midnight = datetime.fromordinal(ordinal)
    early = wall - _offset(midnight, zone)
    late = wall - _offset(midnight.replace(fold=1), zone)
    return early if early <= late else _end_of_gap(wall, late, early, zone)


def _end_of_gap(wall: int, before: int, after: int, zone: ZoneInfo) -> int:
    """Return the first instant in ``(before, after]`` whose wall clock shows ``wall`` or later."""
    while after - before > 1:
        middle = (before + after) // 2
        shown = datetime.fromtimestamp(middle, UTC).astimezone(zone).replace(tzinfo=None)
        before, after = (before, middle) if (shown - _EPOCH) // _SECOND >= wall else (middle, after)
    return after


def _offset(wall: datetime, zone: ZoneInfo) -> int:
    offset = wall.replace(tzinfo=zone).utcoffset() or timedelta()
    return offset // _SECOND
