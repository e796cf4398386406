"""One case as the consultant reads it: everything on one page, for one recommendation."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from registry import calendar
from registry.models import (
    CaseReview,
    Condition,
    Diagnosis,
    Episode,
    Measure,
    Practice,
    ReviewRequest,
    SafetyFlag,
    ServiceMonth,
    TimeEntry,
    User,
)
from registry.selectors import (
    chart,
    consents,
    review_queue,
    review_reasons,
    reviews,
    treatment,
    treatments,
)
from registry.selectors.review_reasons import Term
from registry.selectors.treatment import Target
from registry.selectors.treatments import Treatments
from registry.vocabulary import Instrument

PROBLEMS_SHOWN = 6
#: SNOMED CT's words for what is no illness: work, schooling, circumstances.
_SOCIAL = Q(label__endswith="(finding)") | Q(label__endswith="(situation)")


@dataclass(frozen=True, kw_only=True)
class Case:
    """`terms` say why the case is in the queue; `month` is None before anything was logged."""

    episode: Episode
    today: dt.date
    terms: list[Term]
    diagnoses: list[Diagnosis]
    problems: list[Condition]
    measures: list[Measure]
    flags: list[SafetyFlag]
    contacts: list[TimeEntry]
    requests: list[ReviewRequest]
    reviews: list[CaseReview]
    month: ServiceMonth | None
    targets: list[Target]
    treatments: Treatments
    has_consent: bool

    @property
    def weeks(self) -> int:
        """Whole weeks in care."""
        return max((self.today - self.episode.started_on).days, 0) // 7

    def points(self, instrument: Instrument) -> chart.Points:
        """A scale's scores in this episode and up to half a year before it, oldest first."""
        since = self.episode.started_on - dt.timedelta(days=180)
        return [point for point in chart.points(self.measures, instrument) if point[0] >= since]


def of(user: User, practice: Practice, episode: Episode, now: dt.datetime) -> Case:
    """The case of an episode that a selector let the user through to."""
    patient, today = episode.patient, calendar.local_date(now, practice.timezone)
    problems = Condition.objects.filter(patient=patient, ended_on=None).exclude(_SOCIAL)
    measures = chart.measures(patient)
    return Case(
        episode=episode,
        today=today,
        terms=_terms(user, practice, episode, now),
        diagnoses=list(episode.diagnoses.filter(removed_at=None).order_by("rank", "pk")),
        problems=list(problems.order_by("-began_on", "pk")[:PROBLEMS_SHOWN]),
        measures=measures,
        has_consent=consents.in_force(patient, now) is not None,
        targets=treatment.targets(episode, measures, today),
        treatments=treatments.of(patient),
        flags=chart.open_flags(patient),
        contacts=reviews.contacts(patient),
        requests=reviews.open_requests(episode),
        reviews=reviews.of_patient(user, patient),
        month=ServiceMonth.objects.filter(patient=patient, month=calendar.month_of(today)).first(),
    )


def _terms(user: User, practice: Practice, episode: Episode, now: dt.datetime) -> list[Term]:
    found: Any = review_queue.ranked(user, practice, whose="all", now=now)
    row = found.filter(pk=episode.pk).first()
    today = calendar.local_date(now, practice.timezone)
    return review_reasons.terms(row, today, practice.timezone) if row else []
