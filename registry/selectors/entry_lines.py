"""Time entries as lists show them: worked, counted, and why not.

What counts is what the rules said of the month (`ServiceMonth.standing`), which names the entries
that do not count in whole.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
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
    kept: dict[int, list[ServiceMonth]] = defaultdict(list)
    for month in months:
        kept[month.patient_id].append(month)
    return [
        _line(entry, _said(entry, kept[entry.patient_id]), within(entry, since, until, now), zone)
        for entry in entries
    ]


def _said(entry: TimeEntry, months: Iterable[ServiceMonth]) -> Counter[str] | None:
    """What the rules said of an entry, months added up where it lies in two; None where nothing.

    What they do not name counts in whole, if they have seen it as it is.
    """
    found: Counter[str] | None = None
    for month in months:
        if month.standing and _was_seen(entry, month):
            found = Counter() if found is None else found
            named = month.standing.get("entries", {})
            found.update(named.get(str(entry.pk)) or _whole(entry, month))
    return found


def _was_seen(entry: TimeEntry, month: ServiceMonth) -> bool:
    """Whether the month was decided since the entry was last changed, and lies in it."""
    if entry.ended_at is None or month.standing_at is None:
        return False
    is_in = (
        entry.started_at < month.ends_at
        and max(entry.ended_at, entry.started_at) >= month.starts_at
    )
    changes = (entry.created_at, entry.ended_entry_at, entry.confirmed_at, entry.voided_at)
    return is_in and all(at is None or at <= month.standing_at for at in changes)


def _whole(entry: TimeEntry, month: ServiceMonth) -> dict[str, int]:
    """All of an entry's seconds in a month; of a void one, none."""
    if entry.status == EntryStatus.VOIDED or entry.ended_at is None:
        return {"counted": 0}
    return {"counted": within(entry, month.starts_at, month.ends_at, entry.ended_at)}


def _line(entry: TimeEntry, said: Mapping[str, int] | None, worked: int, zone: str) -> Line:
    excluded = [(said[name], words) for name, words in EXCLUDED.items() if (said or {}).get(name)]  # type: ignore[index]
    return Line(
        entry=entry,
        worked=0 if entry.status == EntryStatus.VOIDED else worked,
        counted=None if said is None else said["counted"],
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
