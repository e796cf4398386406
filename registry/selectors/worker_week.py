"""A person's week of the log as a supervisor reads it: every entry, or those of one kind."""

from __future__ import annotations

import datetime as dt

from django.db.models import DurationField, F, Q, QuerySet, Value
from django.db.models.functions import Extract, Greatest, Mod

from registry import audit_limits
from registry.models import Practice, TimeEntry, User
from registry.selectors import entry_marks
from registry.vocabulary import EntryStatus, Origin
from registry.weeks import Week

#: What the list can be narrowed to, and how that is called.
KINDS = {
    "all": "All",
    "by_hand": "By hand",
    "late": "Documented late",
    "unconfirmed": "Unconfirmed",
    "long": "Long",
    "overlapping": "Overlapping",
    "night": "At night",
    "round": "Round numbers",
}
#: Time written down from memory tends to whole fives of minutes.
ROUND_SECONDS = 300


def entries(practice: Practice, worker: User, week: Week, kind: str) -> QuerySet[TimeEntry]:
    """The entries that began in the week, in order; void ones are left out."""
    found = TimeEntry.objects.filter(
        practice=practice, worker=worker, started_at__gte=week.start, started_at__lt=week.end
    ).exclude(status=EntryStatus.VOIDED)
    found = with_marks(found, practice).filter(_of_kind(kind))
    return found.select_related("patient", "practice").order_by("started_at", "pk")


def with_marks(found: QuerySet[TimeEntry], practice: Practice) -> QuerySet[TimeEntry]:
    """Each with when it was documented, what is over whole fives of minutes, in seconds, its local
    hours, and whether other time of the person's is its own too.
    """
    length = F("ended_at") - F("started_at")
    return found.annotate(
        documented_at=Greatest("created_at", "ended_entry_at"),
        over=Mod(Extract(length, "epoch"), Value(ROUND_SECONDS)),
        is_shared=entry_marks.overlaps(),
        **entry_marks.clock_of(practice.timezone),
    )


def is_round() -> Q:
    """Time that a person wrote down, of a length in whole fives of minutes."""
    return Q(over=0, origin__in=(Origin.BY_HAND, Origin.TIMER_CORRECTED))


def _of_kind(kind: str) -> Q:
    limits = audit_limits.current()
    return {
        "by_hand": Q(origin=Origin.BY_HAND),
        "late": Q(documented_at__gt=F("ended_at") + _duration(limits.late))
        & ~Q(origin=Origin.IMPORTED),
        "unconfirmed": Q(status=EntryStatus.NEEDS_REVIEW),
        "long": Q(ended_at__gt=F("started_at") + _duration(limits.long_entry)),
        "round": is_round(),
        "overlapping": entry_marks.waits_over_other_time(),
        "night": entry_marks.at_night(limits),
    }.get(kind, Q())


def _duration(length: dt.timedelta) -> Value:
    return Value(length, output_field=DurationField())
