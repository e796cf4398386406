"""An entry's history, as the database itself has written it down: who, when, what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from registry import time_words
from registry.models import TimeEntry, User
from registry.vocabulary import Activity, EntryStatus, WorkerRole


@dataclass(frozen=True, kw_only=True)
class Event:
    """One change.  `who` is empty where nobody was signed in (an import, a repair)."""

    at: dt.datetime
    who: str
    what: tuple[str, ...]
    reason: str


def of(entry: TimeEntry) -> list[Event]:
    """Every change of an entry, the oldest first."""
    return of_all([entry], entry.practice.timezone)[entry.pk]


def of_all(entries: Iterable[TimeEntry], zone: str) -> dict[int, list[Event]]:
    """The same of several entries of one practice, by entry, in two queries for all of them."""
    trail: dict[int, list[Any]] = {entry.pk: [] for entry in entries}
    rows = TimeEntry.pgh_event_model.objects.filter(pgh_obj_id__in=trail)  # type: ignore[attr-defined]
    for row in rows.select_related("pgh_context").order_by("pgh_id"):
        trail[row.pgh_obj_id].append(row)
    names = _names(row for each in trail.values() for row in each)
    return {pk: _events(each, names, zone) for pk, each in trail.items()}


def _events(rows: list[Any], names: dict[int, str], zone: str) -> list[Event]:
    """Each version beside the one before it."""
    found = []
    for before, after in zip([None, *rows], rows, strict=False):
        what = _made(after, zone) if before is None else _changed(before, after, zone)
        if what:
            found.append(_event(after, tuple(what), names))
    return found


def _metadata(row: Any) -> dict[str, Any]:
    return row.pgh_context.metadata if row.pgh_context else {}


def _names(rows: Iterable[Any]) -> dict[int, str]:
    ids = {user for row in rows if (user := _metadata(row).get("user"))}
    return dict(User.objects.filter(pk__in=ids).values_list("pk", "full_name"))


def _event(row: Any, what: tuple[str, ...], names: dict[int, str]) -> Event:
    who = names.get(_metadata(row).get("user") or 0, "")
    reason = row.void_reason if row.status == EntryStatus.VOIDED else ""
    return Event(at=row.pgh_created_at, who=who, what=what, reason=reason)


def _made(row: Any, zone: str) -> list[str]:
    if row.ended_at is None:
        return [f"Started at {time_words.when(row.started_at, zone)}."]
    return [f"Entered: {time_words.span(row.started_at, row.ended_at, zone)}."]


def _changed(before: Any, after: Any, zone: str) -> list[str]:
    said = []
    if before.ended_at != after.ended_at:
        said.append(f"Stopped at {time_words.when(after.ended_at, zone)}.")
    if before.status != after.status:
        said.append(f"{EntryStatus(after.status).label}.")
    if before.activity != after.activity:
        said.append(f"Activity: {_label(Activity, before)} → {_label(Activity, after)}.")
    if before.role != after.role:
        said.append(f"Logged as {WorkerRole(after.role).label}.")
    if before.note != after.note:
        said.append(f"Note, before: “{before.note}”." if before.note else "A note was written.")
    return said


def _label(words: type[Activity], row: Any) -> str:
    return str(words(row.activity).label)
