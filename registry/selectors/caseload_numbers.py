"""The caseload in numbers: who has how many patients, what is due among them, how they fare."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields
from typing import Any

from django.db.models import Count, Exists, F, FilteredRelation, Q, QuerySet, Sum

from registry import calendar
from registry.models import Episode, Membership, Practice, User
from registry.selectors import care_due, review_reasons
from registry.selectors.care_due import Day

SATURDAY = 5


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """One care manager's patients in care, or the clinic's (`name` empty).  All are counts.

    `scored` have a score to compare the first with; `response` of them are half better, and
    `remission` of them below 5.  `near` are clinically due and near a threshold, `near_minutes`
    short of it together.  `counted` are this month's seconds.
    """

    user_id: int | None = None
    name: str = ""
    patients: int = 0
    new: int = 0
    no_consent: int = 0
    no_contact: int = 0
    no_score: int = 0
    no_review: int = 0
    not_improved: int = 0
    scored: int = 0
    response: int = 0
    remission: int = 0
    near: int = 0
    near_minutes: int = 0
    counted: int = 0

    @property
    def response_share(self) -> int:
        """Percent of those scored again, cut."""
        return 100 * self.response // self.scored if self.scored else 0

    @property
    def remission_share(self) -> int:
        return 100 * self.remission // self.scored if self.scored else 0


COUNTED = tuple(each.name for each in fields(Numbers))[2:]


def of(user: User, practice: Practice, now: dt.datetime) -> tuple[Numbers, list[Numbers]]:
    """The clinic's numbers and each care manager's, by name; of no patient for a stranger."""
    rows = [_row(row) for row in _managers(user, practice, care_due.day(practice, now))]
    sums = {name: sum(getattr(row, name) for row in rows) for name in COUNTED}
    return Numbers(**sums), rows


def working_days_left(practice: Practice, now: dt.datetime) -> int:
    """Days from Monday to Friday of the present month that are not over, today among them."""
    today = calendar.local_date(now, practice.timezone)
    last = calendar.last_day(today)
    days = (today + dt.timedelta(days=more) for more in range((last - today).days + 1))
    return sum(day.weekday() < SATURDAY for day in days)


def _row(found: dict[str, Any]) -> Numbers:
    counts = {name: found[f"n_{name}"] or 0 for name in COUNTED}
    return Numbers(
        user_id=found["care_manager_id"], name=found["care_manager__full_name"], **counts
    )


def _managers(user: User, practice: Practice, at: Day) -> QuerySet[Any, Any]:
    member = Membership.objects.filter(user=user, practice=practice)
    month = Q(patient__service_months__month=at.month)
    found = Episode.objects.filter(
        Exists(member), patient__practice=practice, ended_on=None, started_on__lte=at.today
    ).annotate(this_month=FilteredRelation("patient__service_months", condition=month))
    grouped = found.values("care_manager_id", "care_manager__full_name").annotate(
        n_patients=Count("pk"),
        n_near_minutes=Sum("this_month__minutes_to_next", filter=care_due.near(at)),
        n_counted=Sum("this_month__counted_seconds"),
        **{f"n_{name}": Count("pk", filter=met) for name, met in _conditions(at).items()},
    )
    return grouped.order_by("care_manager__full_name", "care_manager_id")


def _conditions(at: Day) -> dict[str, Q]:
    again = Q(course__last_scored_on__gt=F("course__first_scored_on"))
    return {
        "new": Q(started_on__gte=at.month),
        "no_consent": care_due.consent(at),
        "no_contact": care_due.contact(at),
        "no_score": care_due.score(at),
        "no_review": care_due.review(at),
        "not_improved": care_due.not_improved(at),
        "near": care_due.near(at),
        "scored": again,
        "response": again & Q(course__first_total__gte=F("course__last_total") * 2),
        "remission": again & Q(course__last_total__lt=review_reasons.REMISSION),
    }
