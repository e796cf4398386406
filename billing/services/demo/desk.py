"""When people worked: stretches of office hours that never overlap for one person."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from registry import calendar

OPENS, CLOSES = dt.time(8, 30), dt.time(17, 0)
GAP = dt.timedelta(minutes=4)


def working_days(month: dt.date, *, since: dt.date, until: dt.date) -> list[dt.date]:
    """Mondays to Fridays of a month between two days, both included."""
    days = (
        month + dt.timedelta(days=n) for n in range((calendar.last_day(month) - month).days + 1)
    )
    return [day for day in days if day.weekday() < 5 and since <= day <= until]


@dataclass
class Desk:
    """Books time for people; the next stretch begins after the last one of that day."""

    zone: ZoneInfo
    taken: dict[tuple[int, dt.date], dt.datetime] = field(default_factory=dict)

    def book(
        self, workers: list[int], day: dt.date, minutes: int, seconds: int = 0
    ) -> tuple[dt.datetime, dt.datetime]:
        """The first free stretch of all these people from that day on."""
        length = dt.timedelta(minutes=minutes, seconds=seconds)
        while True:
            opens = dt.datetime.combine(day, OPENS, tzinfo=self.zone)
            start = max([opens, *(self.taken.get((who, day), opens) for who in workers)])
            end = start + length
            if end <= dt.datetime.combine(day, CLOSES, tzinfo=self.zone):
                for who in workers:
                    self.taken[who, day] = end + GAP
                return start.astimezone(dt.UTC), end.astimezone(dt.UTC)
            day += dt.timedelta(days=1)
