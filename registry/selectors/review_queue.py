"""Who needs the consultant, and why: a score whose every term can be read.

The points are added up in the database, so that a list of any length is ranked before a page of
it is read; the same numbers are then said in words.
"""

from __future__ import annotations

import datetime as dt

from django.db.models import (
    Case,
    Exists,
    F,
    FilteredRelation,
    IntegerField,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from registry import calendar
from registry.models import Episode, Membership, Practice, User
from registry.selectors import care_due
from registry.selectors.care_due import Day
from registry.selectors.review_reasons import AGAIN_AFTER, LONG_WEEKS, MOST_WEEKS, POINTS
from registry.vocabulary import Program


def ranked(user: User, practice: Practice, *, whose: str, now: dt.datetime) -> QuerySet[Episode]:
    """Episodes of the month by score, the highest first; none for a stranger.

    Collaborative care, and whoever else has a question open.  `whose`: `mine` for a consultant's
    own and those that have no consultant yet, else everybody's.
    """
    today = calendar.local_date(now, practice.timezone)
    found = _episodes(user, practice, today)
    if whose == "mine":
        found = found.filter(Q(consultant=user) | Q(consultant=None))
    found = _with_facts(found, calendar.month_of(today))
    found = _with_points(found, care_due.day(practice, now))
    return found.order_by(  # type: ignore[misc]
        "-score", F("last_reviewed_on").asc(nulls_first=True), "started_on", "pk"
    )


def _episodes(user: User, practice: Practice, today: dt.date) -> QuerySet[Episode]:
    """Those that are open, or ended this month: their claim may still wait."""
    member = Membership.objects.filter(user=user, practice=practice)
    return Episode.objects.filter(
        Exists(member),
        Q(ended_on=None) | Q(ended_on__gte=calendar.month_of(today)),
        Q(program=Program.COCM) | Q(course__asked_at__isnull=False),
        patient__practice=practice,
        patient__died_on=None,
        started_on__lte=today,
    ).select_related("patient", "care_manager", "consultant")


def _with_facts(found: QuerySet[Episode], month: dt.date) -> QuerySet[Episode]:
    """What the score rests on, as the database keeps it beside each episode (`Course`)."""
    return found.annotate(
        this_month=FilteredRelation(
            "patient__service_months", condition=Q(patient__service_months__month=month)
        ),
        flagged_at=F("course__flagged_at"),
        asked_at=F("course__asked_at"),
        last_reviewed_on=F("course__reviewed_on"),
        claim_waits=Coalesce(F("this_month__review_is_awaited"), Value(False)),  # noqa: FBT003
        first_total=F("course__first_total"),
        first_scored_on=F("course__first_scored_on"),
        last_total=F("course__last_total"),
        last_scored_on=F("course__last_scored_on"),
    )


def _with_points(found: QuerySet[Episode], at: Day) -> QuerySet[Episode]:
    is_open = Q(ended_on=None)
    terms = {
        "safety": Q(flagged_at__isnull=False),
        "requested": Q(asked_at__isnull=False),
        "not_improved": _not_improved(at),
        "claim": Q(claim_waits=True),
        "never": is_open & Q(last_reviewed_on=None),
    }
    points = {f"{name}_points": _worth(name, met) for name, met in terms.items()}
    points["weeks_points"] = _weeks(at.today)
    total = sum((F(name) for name in points), Value(0))
    return found.annotate(**points).annotate(score=total)


def _worth(name: str, met: Q) -> Case:
    return Case(When(met, then=Value(POINTS[name])), default=Value(0), output_field=IntegerField())


def _not_improved(at: Day) -> Q:
    """As `care_due` has it; whoever was just reviewed gets time for the new plan to work."""
    due = Q(last_reviewed_on=None) | Q(last_reviewed_on__lte=at.today - AGAIN_AFTER)
    return due & care_due.not_improved(at)


def _weeks(today: dt.date) -> Case:
    """One point for each week since the last review, from four weeks on and up to twelve."""
    steps = [
        When(ended_on=None, last_reviewed_on__lte=today - dt.timedelta(weeks=weeks), then=weeks)
        for weeks in range(MOST_WEEKS, LONG_WEEKS - 1, -1)
    ]
    return Case(*steps, default=Value(0), output_field=IntegerField())
