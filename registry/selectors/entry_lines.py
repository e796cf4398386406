"""Time entries as lists show them: worked, counted, and why not.

What counts is what the rules said of the month (`ServiceMonth.standing`); nothing is reckoned here
but the seconds of entries that the rules have not seen yet.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from registry import audit_limits, calendar
from registry.models import ServiceMonth, TimeEntry
from registry.vocabulary import EntryStatus

#: Documented later than this after it ended, time is late: from memory rather than from the work.
LATE = dt.timedelta(days=1)

#: The rules' words for what is not counted, as a person reads them beside the seconds.
EXCLUDED = {
    "unconfirmed": "needs review",
    "crisis": "crisis care is billed apart",
    "psychotherapy": "psychotherapy is billed apart",
    "separately_billed": "billed as another service",
    "clerical": "clerical work does not count",
    "outreach_attempt": "an attempt without contact does not count",
    "role_not_counted": "this payer does not count time in this role",
    "outside_episode": "outside the episode of care",
    "outside_consent": "no consent was in force",
    "inpatient": "the patient was in hospital",
    "overlap": "the same time as another entry for the patient",
}


@dataclass(frozen=True, kw_only=True)
class Line:
    """An entry in a period.  `counted` is None where the rules have not said.

    `nights` is how many local midnights it crosses: an end without its day would mislead.
    """

    entry: TimeEntry
    worked: int
    counted: int | None
    excluded: tuple[tuple[int, str], ...]
    is_late: bool
    nights: int

    @property
    def is_void(self) -> bool:
        return self.entry.status == EntryStatus.VOIDED


def of(
    entries: Iterable[TimeEntry],
    months: Iterable[ServiceMonth],
    *,
    since: dt.datetime,
    until: dt.datetime,
    now: dt.datetime,
    zone: str,
) -> list[Line]:
    """The entries as they lie in [since, until), with what was said of them in `months`."""
    said = _said(months)
    return [
        _line(entry, said.get(str(entry.pk)), within(entry, since, until, now), zone)
        for entry in entries
    ]


def _said(months: Iterable[ServiceMonth]) -> dict[str, dict[str, int]]:
    """What the rules said of each entry, months added up where it lies in two."""
    found: dict[str, dict[str, int]] = {}
    for month in months:
        for entry_id, seconds in (month.standing or {}).get("entries", {}).items():
            sums = found.setdefault(entry_id, {})
            for name, value in seconds.items():
                sums[name] = sums.get(name, 0) + value
    return found


def _line(entry: TimeEntry, said: Mapping[str, int] | None, worked: int, zone: str) -> Line:
    excluded = [(said[name], words) for name, words in EXCLUDED.items() if (said or {}).get(name)]  # type: ignore[index]
    return Line(
        entry=entry,
        worked=0 if entry.status == EntryStatus.VOIDED else worked,
        counted=said["counted"] if said else None,
        excluded=tuple(excluded),
        is_late=is_late(entry),
        nights=_nights(entry, zone),
    )


def _nights(entry: TimeEntry, zone: str) -> int:
    if entry.ended_at is None:
        return 0
    first, last = (calendar.local_date(at, zone) for at in (entry.started_at, entry.ended_at))
    return (last - first).days


def within(entry: TimeEntry, since: dt.datetime, until: dt.datetime, now: dt.datetime) -> int:
    """Whole seconds of an entry that lie in [since, until); of one that runs, up to `now`."""
    start = max(entry.started_at, since)
    end = min(entry.ended_at or now, until)
    return max(0, int(end.timestamp()) - int(start.timestamp()))


def is_late(entry: TimeEntry) -> bool:
    """Whether it was written down later than the installation's limit, a day unless set."""
    if entry.ended_at is None:
        return False
    return (entry.ended_entry_at or entry.created_at) - entry.ended_at > audit_limits.current().late
