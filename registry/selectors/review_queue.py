"""Who needs the consultant, and why: a score whose every term can be read.

The points are added up in the database, so that a list of any length is ranked before a page of
it is read; the same numbers are then said in words.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import (
    Case,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from registry import calendar
from registry.models import (
    CaseReview,
    Episode,
    Measure,
    Membership,
    Practice,
    ReviewRequest,
    SafetyFlag,
    ServiceMonth,
    User,
)
from registry.selectors import review_reasons
from registry.selectors.review_reasons import (
    AGAIN_AFTER,
    EPISODE_EDGE,
    LONG_WEEKS,
    MOST_WEEKS,
    POINTS,
    TREATED,
)
from registry.vocabulary import Instrument, Program

REVIEW_MISSING = [{"kind": "hold", "rule": "consultant_review_missing"}]


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
    found = _with_points(found, today)
    return found.order_by(  # type: ignore[misc]
        "-score", F("last_reviewed_on").asc(nulls_first=True), "started_on", "pk"
    )


def _episodes(user: User, practice: Practice, today: dt.date) -> QuerySet[Episode]:
    """Those that are open, or ended this month: their claim may still wait."""
    member = Membership.objects.filter(user=user, practice=practice)
    asked = ReviewRequest.objects.filter(episode=OuterRef("pk"), answered_by_review=None)
    return Episode.objects.filter(
        Exists(member),
        Q(ended_on=None) | Q(ended_on__gte=calendar.month_of(today)),
        Q(program=Program.COCM) | Exists(asked),
        patient__practice=practice,
        patient__died_on=None,
        started_on__lte=today,
    ).select_related("patient", "care_manager", "consultant")


def _with_facts(found: QuerySet[Episode], month: dt.date) -> QuerySet[Episode]:
    reviews = CaseReview.objects.filter(episode=OuterRef("pk"), withdrawn_at=None)
    flags = SafetyFlag.objects.filter(patient=OuterRef("patient"), acknowledged_at=None)
    asked = ReviewRequest.objects.filter(episode=OuterRef("pk"), answered_by_review=None)
    held = ServiceMonth.objects.filter(
        patient=OuterRef("patient"),
        month=month,
        standing__outcome="held",
        standing__reasons__contains=REVIEW_MISSING,
    )
    return found.annotate(
        flagged_at=Subquery(flags.order_by("raised_at").values("raised_at")[:1]),
        asked_at=Subquery(asked.order_by("requested_at").values("requested_at")[:1]),
        last_reviewed_on=Subquery(reviews.order_by("-reviewed_on").values("reviewed_on")[:1]),
        claim_waits=Exists(held),
        **_score_facts(),
    )


def _score_facts() -> dict[str, Any]:
    """First and last score of the scale that the episode is followed by: PHQ-9, else GAD-7."""
    facts = {}
    for name, order in (("first", "scored_on"), ("last", "-scored_on")):
        for part in ("total", "scored_on"):
            phq9, gad7 = (
                Subquery(_scores(scale).order_by(order, "pk").values(part)[:1])
                for scale in (Instrument.PHQ9, Instrument.GAD7)
            )
            facts[f"{name}_{part}"] = Coalesce(phq9, gad7)
    return facts


def _scores(scale: str) -> QuerySet[Measure]:
    return Measure.objects.filter(
        patient=OuterRef("patient"),
        instrument=scale,
        voided_at=None,
        scored_on__gte=OuterRef("started_on") - EPISODE_EDGE,
    )


def _with_points(found: QuerySet[Episode], today: dt.date) -> QuerySet[Episode]:
    is_open = Q(ended_on=None)
    terms = {
        "safety": Q(flagged_at__isnull=False),
        "requested": Q(asked_at__isnull=False),
        "not_improved": is_open & _not_improved(today),
        "claim": Q(claim_waits=True),
        "never": is_open & Q(last_reviewed_on=None),
    }
    points = {f"{name}_points": _worth(name, met) for name, met in terms.items()}
    points["weeks_points"] = _weeks(today)
    total = sum((F(name) for name in points), Value(0))
    return found.annotate(**points).annotate(score=total)


def _worth(name: str, met: Q) -> Case:
    return Case(When(met, then=Value(POINTS[name])), default=Value(0), output_field=IntegerField())


def _not_improved(today: dt.date) -> Q:
    """Treated long enough, scored since, and neither 5 points nor half better.

    Whoever was just reviewed gets time for the new plan to work.
    """
    unmoved = Q(first_total__lt=F("last_total") + review_reasons.RESPONSE_POINTS) | Q(
        first_total__lt=F("last_total") * 2
    )
    due = Q(last_reviewed_on=None) | Q(last_reviewed_on__lte=today - AGAIN_AFTER)
    return (
        unmoved
        & due
        & Q(
            started_on__lte=today - TREATED,
            last_scored_on__gt=F("first_scored_on"),
            last_total__gte=review_reasons.REMISSION,
        )
    )


def _weeks(today: dt.date) -> Case:
    """One point for each week since the last review, from four weeks on and up to twelve."""
    steps = [
        When(ended_on=None, last_reviewed_on__lte=today - dt.timedelta(weeks=weeks), then=weeks)
        for weeks in range(MOST_WEEKS, LONG_WEEKS - 1, -1)
    ]
    return Case(*steps, default=Value(0), output_field=IntegerField())
