"""When a practice's true-ups are due, by its own clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from billing.models import TrueUpKind
from registry import calendar


@dataclass(frozen=True, slots=True)
class Hours:
    """Local hours of the nightly and the month-end run, and for how many days of a month the one
    before it is still run again each night, for time that was documented late."""

    night: int
    month_end: int
    late_days: int


@dataclass(frozen=True, slots=True)
class Slot:
    """A run that ought to have been asked for at `since` or later."""

    month: dt.date
    kind: TrueUpKind
    since: dt.datetime


@dataclass(frozen=True, slots=True)
class Asked:
    month: dt.date
    kind: str
    at: dt.datetime


def due(asked: Iterable[Asked], timezone: str, now: dt.datetime, hours: Hours) -> list[Slot]:
    """The runs that nobody has asked for yet though their hour has come, the oldest month first."""
    known = list(asked)
    return [slot for slot in slots(timezone, now, hours) if not any(_fills(a, slot) for a in known)]


def slots(timezone: str, now: dt.datetime, hours: Hours) -> list[Slot]:
    """What ought to have been run by now: the month before, final, and this one, provisional."""
    today = calendar.local_date(now, timezone)
    month = calendar.month_of(today)
    night = _at(today, hours.night, timezone)
    found = [_final(calendar.shift_month(month, -1), today, night, timezone, now, hours)]
    if now >= night:
        found.append(Slot(month, TrueUpKind.PROVISIONAL, night))
    evening = _at(today, hours.month_end, timezone)
    if today == calendar.last_day(month) and now >= evening:
        found[-1] = Slot(month, TrueUpKind.PROVISIONAL, evening)
    return found


def _final(
    before: dt.date,
    today: dt.date,
    night: dt.datetime,
    timezone: str,
    now: dt.datetime,
    hours: Hours,
) -> Slot:
    """Once, from the first midnight on; and again each night of the first days."""
    over = calendar.month_bounds(before, timezone)[1]
    again = today.day <= hours.late_days and now >= night
    return Slot(before, TrueUpKind.FINAL, night if again else over)


def _fills(asked: Asked, slot: Slot) -> bool:
    return asked.month == slot.month and asked.kind == slot.kind and asked.at >= slot.since


def _at(day: dt.date, hour: int, timezone: str) -> dt.datetime:
    """A local hour as an instant; where the clock skips it, the same time after the change."""
    local = dt.datetime.combine(day, dt.time(hour), tzinfo=ZoneInfo(timezone))
    return local.astimezone(dt.UTC)
