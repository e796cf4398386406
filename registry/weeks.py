"""Weeks as a practice lives them: from Monday's first local instant to the next Monday's."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from registry import calendar


def monday_of(day: dt.date) -> dt.date:
    """The Monday of the week in which `day` lies."""
    return day - dt.timedelta(days=day.weekday())


@dataclass(frozen=True)
class Week:
    """A local week; 167 or 169 hours long where the clock changes in it."""

    starts_on: dt.date
    timezone: str

    @cached_property
    def start(self) -> dt.datetime:
        return calendar.day_start(self.starts_on, self.timezone)

    @cached_property
    def end(self) -> dt.datetime:
        return calendar.day_start(self.starts_on + dt.timedelta(days=7), self.timezone)

    @property
    def last_day(self) -> dt.date:
        return self.starts_on + dt.timedelta(days=6)


def week_of(at: dt.datetime, timezone: str) -> Week:
    """The week in which the instant `at` falls."""
    return Week(monday_of(calendar.local_date(at, timezone)), timezone)
