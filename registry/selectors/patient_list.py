"""The list of a practice's patients: whom it shows, in which order, with what beside the name."""

from __future__ import annotations

import datetime as dt

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from registry.models import Coverage, Episode, Membership, Patient, Practice, User
from registry.selectors import patients
from registry.vocabulary import Program

#: What the list can be narrowed to.
SHOWN = {
    "all": Q(),
    "cocm": Q(open_program=Program.COCM),
    "bhi": Q(open_program=Program.BHI),
    "discharged": Q(open_program=None, has_episode=True),
    "not_enrolled": Q(has_episode=False),
}
#: Orders, by the column that asks for them; each ends with the key, so that pages never overlap.
ORDERS = {
    "name": ("last_name", "first_name", "pk"),
    "record": ("record_number", "pk"),
    "born": ("birth_date", "pk"),
    "start": ("open_start", "last_name", "first_name", "pk"),
}


def rows(
    user: User, practice: Practice, *, show: str, text: str, sort: str, today: dt.date
) -> QuerySet[Patient]:
    """Patients with `episodes_open` and `coverages_today`, both lists, for a page's rows."""
    found = _searched(user, practice, text).filter(SHOWN.get(show, SHOWN["all"]))
    return found.order_by(*_order(sort)).prefetch_related(_open_episodes(), _coverages(today))


def counts(user: User, practice: Practice, *, text: str) -> dict[str, int]:
    """How many each narrowing shows, in one query."""
    parts = {name: Count("pk", filter=which) for name, which in SHOWN.items() if which}
    return _searched(user, practice, text).aggregate(all=Count("pk"), **parts)


def _searched(user: User, practice: Practice, text: str) -> QuerySet[Patient]:
    member = Membership.objects.filter(user=user, practice=practice)
    theirs = Episode.objects.filter(patient=OuterRef("pk"))
    running = theirs.filter(ended_on=None)
    found = Patient.objects.filter(Exists(member), practice=practice).annotate(
        open_program=Subquery(running.values("program")[:1]),
        open_start=Subquery(running.values("started_on")[:1]),
        has_episode=Exists(theirs),
    )
    return patients.search(found, text)


def _order(sort: str) -> list[str]:
    columns = ORDERS.get(sort.removeprefix("-"), ORDERS["name"])
    return [f"-{name}" for name in columns] if sort.startswith("-") else list(columns)


def _open_episodes() -> Prefetch[str]:
    running = Episode.objects.filter(ended_on=None).select_related("care_manager")
    return Prefetch("episodes", running, to_attr="episodes_open")


def _coverages(today: dt.date) -> Prefetch[str]:
    still = Q(active_to=None) | Q(active_to__gte=today)
    found = Coverage.objects.filter(still, active_from__lte=today, rank=1).select_related("payer")
    return Prefetch("coverages", found, to_attr="coverages_today")
