"""Which weeks of the log their workers have signed as complete, and what has changed since."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import F, Max
from django.db.models.functions import Coalesce, Greatest, TruncDate

from registry import calendar, weeks
from registry.models import LogSignOff, Practice, TimeEntry, User
from registry.vocabulary import Origin
from registry.weeks import Week


@dataclass(frozen=True, kw_only=True)
class WorkedWeek:
    """A week in which a person logged time: signed when, if it is, and whether it changed since."""

    starts_on: dt.date
    changed_at: dt.datetime | None
    signed_at: dt.datetime | None

    @property
    def changed_since(self) -> bool:
        return bool(self.signed_at and self.changed_at and self.changed_at > self.signed_at)

    @property
    def is_complete(self) -> bool:
        return self.signed_at is not None and not self.changed_since


@dataclass(frozen=True, kw_only=True)
class Signer:
    """A person who logged time in a period, with the weeks of it in order."""

    user_id: int
    name: str
    weeks: tuple[WorkedWeek, ...]

    @property
    def complete(self) -> int:
        return sum(week.is_complete for week in self.weeks)

    @property
    def missing(self) -> tuple[WorkedWeek, ...]:
        return tuple(week for week in self.weeks if not week.is_complete)


def of_week(user: User, practice: Practice, first: dt.date) -> WorkedWeek:
    """The person's own week, whether or not any time was logged in it."""
    found = of(practice, first, first + dt.timedelta(days=6), workers=[user.pk])
    if found:
        return found[0].weeks[0]
    return WorkedWeek(
        starts_on=first, changed_at=None, signed_at=_signed(practice, [first]).get((user.pk, first))
    )


def of_month(practice: Practice, month: dt.date, now: dt.datetime) -> list[Signer]:
    """Who logged time in a month, and which of its weeks each has signed; weeks to come left out.

    A week that reaches over the month's edge belongs to both months.
    """
    last = min(calendar.last_day(month), calendar.local_date(now, practice.timezone))
    return of(practice, month, last)


def of(
    practice: Practice, first: dt.date, last: dt.date, *, workers: Iterable[int] | None = None
) -> list[Signer]:
    """The same for any local days, first and last included; by name.  Two queries."""
    rows = list(_worked(practice, first, last, workers))
    mondays = {weeks.monday_of(row["day"]) for row in rows}
    signed = _signed(practice, mondays)
    people: dict[tuple[str, int], dict[dt.date, Any]] = defaultdict(dict)
    for row in rows:
        held = people[row["worker__full_name"], row["worker_id"]]
        monday = weeks.monday_of(row["day"])
        held[monday] = max(held.get(monday, row["changed"]), row["changed"])
    return [
        Signer(
            user_id=user_id,
            name=name,
            weeks=tuple(
                WorkedWeek(
                    starts_on=monday,
                    changed_at=changed,
                    signed_at=signed.get((user_id, monday)),
                )
                for monday, changed in sorted(held.items())
            ),
        )
        for (name, user_id), held in sorted(people.items())
    ]


def _worked(
    practice: Practice, first: dt.date, last: dt.date, workers: Iterable[int] | None
) -> Iterable[Any]:
    """By worker and local day: when the day's log last changed.  Imported time is nobody's log."""
    since = Week(weeks.monday_of(first), practice.timezone).start
    until = Week(weeks.monday_of(last), practice.timezone).end
    rows = TimeEntry.objects.filter(
        practice=practice, started_at__gte=since, started_at__lt=until
    ).exclude(origin=Origin.IMPORTED)
    if workers is not None:
        rows = rows.filter(worker__in=workers)
    changed = Greatest(
        "created_at",
        Coalesce("ended_entry_at", F("created_at")),
        Coalesce("confirmed_at", F("created_at")),
        Coalesce("voided_at", F("created_at")),
    )
    day = TruncDate("started_at", tzinfo=ZoneInfo(practice.timezone))
    return rows.values("worker_id", "worker__full_name", day=day).annotate(changed=Max(changed))


def _signed(
    practice: Practice, mondays: Iterable[dt.date]
) -> dict[tuple[int, dt.date], dt.datetime]:
    found = LogSignOff.objects.filter(
        practice=practice, week_starts_on__in=list(mondays), withdrawn_at=None
    )
    return {
        (user_id, monday): at
        for user_id, monday, at in found.values_list("worker_id", "week_starts_on", "signed_at")
    }
