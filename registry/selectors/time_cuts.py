"""Overlaps that a person has settled."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q

from registry.models import Practice, TimeCut, TimeEntry, User


def own(worker: User, cut_id: int) -> TimeCut:
    """One that the person has made.  TimeCut.DoesNotExist where it is somebody else's."""
    return TimeCut.objects.get(worker=worker, pk=cut_id)


def recent(worker: User, practice: Practice, since: dt.datetime) -> list[TimeCut]:
    """Those that may still be taken back, newest first."""
    found = TimeCut.objects.filter(
        worker=worker, practice=practice, made_at__gte=since, undone_at=None
    )
    return list(found.order_by("-made_at"))


def about(entry: TimeEntry) -> list[TimeCut]:
    """What was cut for an entry, or of it: the audit's lines."""
    touches = Q(voided__contains=[entry.pk]) | Q(created__contains=[entry.pk]) | Q(moved=entry)
    found = TimeCut.objects.filter(touches, worker=entry.worker_id)
    return list(found.select_related("made_by", "undone_by").order_by("made_at"))
