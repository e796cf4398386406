"""A person's own log, day by day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from django.db.models import Q, QuerySet

from registry import calendar
from registry.models import Practice, ServiceMonth, TimeEntry, User
from registry.selectors import entry_lines
from registry.selectors.entry_lines import Line
from registry.vocabulary import EntryStatus

_WITH = ("patient__practice", "practice")


@dataclass(frozen=True, kw_only=True)
class Day:
    """A local day: its entries, and seconds worked, counted, and waiting for review."""

    on: dt.date
    lines: tuple[Line, ...]
    worked: int
    waiting: int


@dataclass(frozen=True, kw_only=True)
class Week:
    first: dt.date
    days: tuple[Day, ...]

    @property
    def last(self) -> dt.date:
        return self.first + dt.timedelta(days=6)

    @property
    def worked(self) -> int:
        return sum(day.worked for day in self.days)

    @property
    def waiting(self) -> int:
        return sum(day.waiting for day in self.days)


def week_of(day: dt.date) -> dt.date:
    """The Monday of the week in which `day` lies."""
    return day - dt.timedelta(days=day.weekday())


def week(user: User, practice: Practice, first: dt.date, now: dt.datetime) -> Week:
    """The seven days from `first` on, of the user's entries in the practice."""
    zone = practice.timezone
    since, until = _bounds(first, first + dt.timedelta(days=7), zone)
    entries = list(
        _own(user, practice)
        .filter(Q(ended_at__gte=since) | Q(ended_at=None), started_at__lt=until)
        .order_by("started_at", "pk")
    )
    months = _months(entries, since, until)
    days = [first + dt.timedelta(days=count) for count in range(7)]
    return Week(first=first, days=tuple(_day(day, entries, months, zone, now) for day in days))


def _own(user: User, practice: Practice) -> QuerySet[TimeEntry]:
    found = TimeEntry.objects.filter(worker=user, practice=practice)
    return found.select_related(*_WITH)


def _bounds(first: dt.date, after: dt.date, zone: str) -> tuple[dt.datetime, dt.datetime]:
    return calendar.day_start(first, zone), calendar.day_start(after, zone)


def _months(entries: list[TimeEntry], since: dt.datetime, until: dt.datetime) -> list[ServiceMonth]:
    """What the rules said of the months that these entries lie in."""
    patients = {entry.patient_id for entry in entries}
    found = ServiceMonth.objects.filter(
        patient__in=patients, ends_at__gt=since - entry_lines.LATE, starts_at__lt=until
    )
    return list(found)


def _day(
    day: dt.date,
    entries: list[TimeEntry],
    months: list[ServiceMonth],
    zone: str,
    now: dt.datetime,
) -> Day:
    since, until = _bounds(day, day + dt.timedelta(days=1), zone)
    here = [entry for entry in entries if _is_in(entry, since, until, now)]
    found = entry_lines.of(here, months, since=since, until=until, now=now, zone=zone)
    lines = [_part(line, since, until) for line in found]
    waiting = [line for line in lines if line.entry.status == EntryStatus.NEEDS_REVIEW]
    return Day(
        on=day,
        lines=tuple(lines),
        worked=sum(line.worked for line in lines),
        waiting=sum(line.worked for line in waiting),
    )


def _part(line: Line, since: dt.datetime, until: dt.datetime) -> Line:
    """Of an entry that goes beyond the day the rules' seconds are no day's: the reasons stay."""
    end = line.entry.ended_at
    if end is None or (line.entry.started_at >= since and end <= until):
        return line
    return replace(line, counted=None, excluded=tuple((0, words) for _, words in line.excluded))


def _is_in(entry: TimeEntry, since: dt.datetime, until: dt.datetime, now: dt.datetime) -> bool:
    end = entry.ended_at or max(now, entry.started_at)
    return entry.started_at < until and (end > since or entry.started_at >= since)


def waiting(user: User, practice: Practice) -> list[TimeEntry]:
    """The user's entries that need review, the oldest first."""
    found = _own(user, practice).filter(status=EntryStatus.NEEDS_REVIEW)
    return list(found.order_by("started_at"))
