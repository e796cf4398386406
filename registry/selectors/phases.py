"""The phases of one piece of work on a patient: preparing, the call, the note."""

from __future__ import annotations

from django.db.models import Q

from registry.models import TimeEntry
from registry.vocabulary import EntryStatus


def of(entry: TimeEntry) -> list[TimeEntry]:
    """All phases of the work that an entry belongs to, in order; empty where it is the only one.

    Void ones are left out: what took their place is among them.
    """
    found = TimeEntry.objects.filter(_same_work(entry)).exclude(status=EntryStatus.VOIDED)
    rows = list(found.select_related("patient__practice", "worker").order_by("started_at", "pk"))
    return rows if len(rows) > 1 else []


def seconds_of_others(entry: TimeEntry) -> int:
    """Whole seconds of the other phases that have ended."""
    lengths = (
        int(row.ended_at.timestamp()) - int(row.started_at.timestamp())
        for row in of(entry)
        if row.pk != entry.pk and row.ended_at is not None
    )
    return sum(lengths)


def _same_work(entry: TimeEntry) -> Q:
    first = entry.phase_of_id or entry.pk
    return Q(pk=first) | Q(phase_of=first)
