"""Time entries, read.  Each for somebody, or for the service that writes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from registry.models import Membership, Patient, Practice, TimeEntry, User
from registry.selectors import clock_rows
from registry.vocabulary import EntryStatus, Origin

_WITH = ("patient__practice", "practice", "worker", "clock_watch")


def running(worker: User) -> TimeEntry | None:
    """The worker's running timer, in whatever practice."""
    found = TimeEntry.objects.filter(worker=worker, status=EntryStatus.RUNNING)
    return found.select_related(*_WITH).first()


def running_in(practice: Practice, patients: Iterable[int]) -> list[TimeEntry]:
    """Whose clock runs on these patients now."""
    found = TimeEntry.objects.filter(
        practice=practice, patient__in=list(patients), status=EntryStatus.RUNNING
    )
    return list(found.select_related("worker"))


def visible_to(user: User) -> QuerySet[TimeEntry]:
    """Entries of the practices in which the user has a role."""
    return TimeEntry.objects.filter(
        practice__in=Membership.objects.filter(user=user).values("practice")
    )


def get(user: User, practice: Practice, entry_id: int) -> TimeEntry:
    """One entry.  TimeEntry.DoesNotExist where it is another practice's, or nobody's."""
    found = visible_to(user).select_related(*_WITH, "voided_by", "confirmed_by", "created_by")
    return found.get(practice=practice, pk=entry_id)


def own(worker: User, entry_id: int) -> TimeEntry:
    """One of the worker's own entries.  TimeEntry.DoesNotExist where it is somebody else's."""
    return TimeEntry.objects.select_related(*_WITH).get(worker=worker, pk=entry_id)


def fresh(entry_id: int) -> TimeEntry:
    """An entry as it stands now, for the service that is about to change it."""
    return TimeEntry.objects.select_related(*_WITH).get(pk=entry_id)


def latest_of(entry: TimeEntry) -> TimeEntry:
    """The entry as it stands now; where it was entered again, the one in its place."""
    found = fresh(entry.pk)
    replaced = found.replaced_by.order_by("-created_at", "-pk").first()
    return latest_of(replaced) if replaced else found


def by_client_id(client_id: UUID | None) -> TimeEntry | None:
    """The entry that was made under this id in a browser, if it has arrived."""
    if client_id is None:
        return None
    return TimeEntry.objects.select_related(*_WITH).filter(client_id=client_id).first()


def ended_at(worker: User, at: dt.datetime) -> TimeEntry | None:
    """The worker's timer that stopped at that very instant, as a switch stops one."""
    found = TimeEntry.objects.filter(
        worker=worker, ended_at=at, origin__in=(Origin.TIMER, Origin.TIMER_CORRECTED)
    )
    kept = found.exclude(status=EntryStatus.VOIDED).select_related(*_WITH)
    return kept.order_by("-started_at").first()


def referred(worker: User, *, entry_id: int | None, client_id: UUID | None) -> TimeEntry | None:
    """The worker's own entry by its number, or by the id under which a browser made it."""
    wanted = Q(pk=entry_id) if entry_id is not None else Q(client_id=client_id)
    return TimeEntry.objects.select_related(*_WITH).filter(wanted, worker=worker).first()


def left_running(started_before: dt.datetime) -> list[TimeEntry]:
    """Every timer that began before then and still runs, whoever's: for the minute's sweep."""
    found = TimeEntry.objects.filter(status=EntryStatus.RUNNING, started_at__lte=started_before)
    return list(found.select_related(*_WITH))


def at_the_clock(
    worker: User, until: dt.datetime, client_id: UUID | None = None
) -> tuple[TimeEntry | None, TimeEntry | None]:
    """The worker's running timer, and the entry that a browser has already sent as `client_id`.

    One query, because every start, switch and stop begins with it.  The timer carries what its
    end at `until` asks for: `held_roles`, the worker's roles in its practice now; `in_the_way`, the
    id of a confirmed entry that it would overlap; and `kept`, the row of the month in which it
    began, with its `version`, or None.
    """
    found = clock_rows.entries(worker, until, client_id)
    return _running(found), _sent(found, client_id)


def at_the_clock_since(
    worker: User, at: dt.datetime, until: dt.datetime, client_id: UUID
) -> tuple[TimeEntry | None, TimeEntry | None, TimeEntry | None]:
    """The same for something pressed at `at`, of which the server hears at `until`; and the first
    entry that the worker has begun in between, on whatever device.
    """
    found = clock_rows.entries(worker, at, client_id, heard=until)
    begun = (row for row in found if row.started_at > at and row.client_id != client_id)
    return _running(found), _sent(found, client_id), next(begun, None)


def _running(found: Iterable[TimeEntry]) -> TimeEntry | None:
    return next((row for row in found if row.status == EntryStatus.RUNNING), None)


def _sent(found: Iterable[TimeEntry], client_id: UUID | None) -> TimeEntry | None:
    return next((row for row in found if client_id and row.client_id == client_id), None)


def overlapping(
    worker: User, start: dt.datetime, end: dt.datetime, *, apart_from: int | None = None
) -> TimeEntry | None:
    """The first confirmed or running entry of the worker that shares a second with [start, end).

    Confirmed entries last a day at most, so none that began earlier can reach into it.
    """
    confirmed = Q(
        status=EntryStatus.CONFIRMED,
        ended_at__gt=start,
        started_at__gt=start - dt.timedelta(days=1),
    )
    in_the_way = confirmed | Q(status=EntryStatus.RUNNING)
    found = TimeEntry.objects.filter(in_the_way, worker=worker, started_at__lt=end)
    if apart_from is not None:
        found = found.exclude(pk=apart_from)
    return found.select_related(*_WITH).order_by("started_at").first()


def all_overlapping(
    worker: User, start: dt.datetime, end: dt.datetime, *, apart_from: int | None = None
) -> list[TimeEntry]:
    """Every confirmed entry of the worker that shares a second with [start, end), in order."""
    found = TimeEntry.objects.filter(
        worker=worker,
        status=EntryStatus.CONFIRMED,
        ended_at__gt=start,
        started_at__lt=end,
        started_at__gt=start - dt.timedelta(days=1),
    )
    if apart_from is not None:
        found = found.exclude(pk=apart_from)
    return list(found.select_related(*_WITH).order_by("started_at"))


def of_patient(patient: Patient, start: dt.datetime, end: dt.datetime) -> list[TimeEntry]:
    """A patient's entries with a second in [start, end), void ones too, oldest first."""
    found = TimeEntry.objects.filter(
        Q(ended_at__gt=start) | Q(ended_at=None) | Q(ended_at__gte=start, status="voided"),
        patient=patient,
        started_at__lt=end,
    )
    return list(found.select_related("worker", "voided_by").order_by("started_at", "pk"))
