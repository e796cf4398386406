"""What a patient's care asks for now, as conditions on `Episode`: each from the chart alone.

The lists, the tasks and the consultant's queue ask the same questions in the same words.  `course`
and `patient__last_contact` are kept by the database (see `registry.models.course`).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q

from registry import audit_limits, calendar
from registry.models import Practice
from registry.selectors import kept, review_reasons
from registry.vocabulary import Program

#: A collaborative-care team means to speak with a patient at least every two weeks, and to score
#: at least every four: the usual cadence of treatment to target.
CONTACT_DAYS = 14
SCORE_DAYS = 28
OPEN = Q(ended_on=None)


@dataclass(frozen=True, kw_only=True)
class Day:
    """The moment at which it is asked, and the practice's day that it lies in.

    Each as a value; in a kept query as its name there (`as_given`).  `spoken_since`: a contact
    from then on is recent; `scored_since`: a score after that day is; `treated_since`: whoever is
    treated since that day or longer could be better.
    """

    now: Any
    timezone: Any
    today: Any
    month: Any
    spoken_since: Any
    scored_since: Any
    treated_since: Any
    misses_reviews: bool

    def given(self) -> dict[str, Any]:
        """What a kept query is asked with, by name."""
        return vars(self)


def day(practice: Practice, now: dt.datetime) -> Day:
    today = calendar.local_date(now, practice.timezone)
    first = today - dt.timedelta(days=CONTACT_DAYS - 1)
    return Day(
        now=now,
        timezone=practice.timezone,
        today=today,
        month=calendar.month_of(today),
        spoken_since=calendar.day_start(first, practice.timezone),
        scored_since=today - dt.timedelta(days=SCORE_DAYS),
        treated_since=today - review_reasons.TREATED,
        misses_reviews=today.day > audit_limits.current().review_grace_days,
    )


def as_given(*, misses_reviews: bool) -> Day:
    """The day as a kept query names it."""
    return Day(
        now=kept.moment("now"),
        timezone=kept.text("timezone"),
        today=kept.day("today"),
        month=kept.day("month"),
        spoken_since=kept.moment("spoken_since"),
        scored_since=kept.day("scored_since"),
        treated_since=kept.day("treated_since"),
        misses_reviews=misses_reviews,
    )


def contact(at: Day) -> Q:
    """Nobody has spoken with the patient for two weeks, or since care began."""
    last = "patient__last_contact__at"
    return OPEN & (Q(**{f"{last}__lt": at.spoken_since}) | Q(**{last: None}))


def score(at: Day) -> Q:
    """No PHQ-9 or GAD-7 for four weeks."""
    return OPEN & (Q(course__scored_on=None) | Q(course__scored_on__lte=at.scored_since))


def consent(at: Day) -> Q:
    """No consent is in force."""
    given = Q(course__consent_from=None) | Q(course__consent_from__gt=at.now)
    return OPEN & (given | Q(course__consent_until__lte=at.now))


def review(at: Day) -> Q:
    """Collaborative care without a consultant's review this month."""
    missing = Q(course__reviewed_on=None) | Q(course__reviewed_on__lt=at.month)
    return OPEN & Q(program=Program.COCM) & missing


def not_improved(at: Day) -> Q:
    """Treated for eight weeks, scored since, and not half better or by less than five points."""
    last = F("course__last_total")
    unmoved = Q(course__first_total__lt=last + review_reasons.RESPONSE_POINTS) | Q(
        course__first_total__lt=last * 2
    )
    return (
        OPEN
        & unmoved
        & Q(
            started_on__lte=at.treated_since,
            course__last_scored_on__gt=F("course__first_scored_on"),
            course__last_total__gte=review_reasons.REMISSION,
        )
    )


def near(at: Day) -> Q:
    """Few minutes below the next code, and clinically due: never the minutes alone.

    In a month's first days no review is missed yet.  The query has `this_month`, its row.
    """
    due = contact(at) | score(at)
    if at.misses_reviews:
        due |= review(at)
    return due & Q(
        this_month__minutes_to_next__gt=0,
        this_month__minutes_to_next__lte=audit_limits.current().near_minutes,
    )


def flagged(_: Day) -> Q:
    """A safety flag that nobody has acknowledged."""
    return Q(course__flagged_at__isnull=False)


def asked(_: Day) -> Q:
    """A question to the consultant that waits."""
    return OPEN & Q(course__asked_at__isnull=False)
