"""Case reviews, read: the consultant's queue, the month's coverage, a patient's reviews."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from registry import calendar
from registry.models import (
    CaseReview,
    Episode,
    Measure,
    Membership,
    Patient,
    Practice,
    ReviewAnswer,
    ReviewRequest,
    TimeEntry,
    User,
)
from registry.selectors import review_queue, review_reasons
from registry.selectors.review_reasons import Term
from registry.vocabulary import (
    CONTACT_ACTIVITIES,
    Activity,
    EntryStatus,
    Instrument,
    Origin,
    Program,
    WorkerRole,
)

#: What the queue can be narrowed to.
SHOWN = ("needs", "reviewed", "all")
#: Scores shown beside a name reach back so far.
_SCORES_SINCE = dt.timedelta(days=730)
SPOKE = (*CONTACT_ACTIVITIES, Activity.OUTREACH_ATTEMPT)
Points = list[tuple[dt.date, int]]


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """How far the month's reviews have come.

    `patients` and `reviewed` are episodes of collaborative care; `waiting` are claims that the
    minutes have earned and the missing review holds; `shown` counts each narrowing's lines.
    """

    month: dt.date
    patients: int
    reviewed: int
    waiting: int
    shown: dict[str, int]


@dataclass(frozen=True, kw_only=True)
class Row:
    """A line of the queue: why it is here, what is asked, how the scores went."""

    episode: Any
    score: int
    terms: list[Term]
    phq9: Points
    gad7: Points
    requests: list[ReviewRequest] = field(default_factory=list)


def queue(
    user: User, practice: Practice, *, show: str, whose: str, now: dt.datetime
) -> QuerySet[Episode]:
    """The consultant's list, the most pressing first.  `show` is one of SHOWN, else `needs`."""
    found = review_queue.ranked(user, practice, whose=whose, now=now)
    return found.filter(_shown(show, practice, now))


def _shown(show: str, practice: Practice, now: dt.datetime) -> Q:
    if show == "all":
        return Q()
    if show == "reviewed":
        return Q(last_reviewed_on__gte=calendar.local_month(now, practice.timezone))
    return Q(score__gt=0)


def coverage(user: User, practice: Practice, *, whose: str, now: dt.datetime) -> Coverage:
    """The strip above the list, in one query."""
    found = review_queue.ranked(user, practice, whose=whose, now=now)
    parts = {
        show: Count("pk", filter=_shown(show, practice, now)) for show in ("needs", "reviewed")
    }
    cocm = Q(program=Program.COCM)
    counts = found.order_by().aggregate(
        all=Count("pk"),
        patients=Count("pk", filter=cocm),
        covered=Count("pk", filter=cocm & _shown("reviewed", practice, now)),
        waiting=Count("pk", filter=Q(claim_waits=True)),
        **parts,
    )
    return Coverage(
        month=calendar.local_month(now, practice.timezone),
        patients=counts["patients"],
        reviewed=counts["covered"],
        waiting=counts["waiting"],
        shown={show: counts[show] for show in SHOWN},
    )


def rows(practice: Practice, found: Sequence[Any], now: dt.datetime) -> list[Row]:
    """The lines of some episodes of the queue, in two more queries however many they are."""
    today = calendar.local_date(now, practice.timezone)
    scores = _scores([episode.patient_id for episode in found], today)
    asked: dict[int, list[ReviewRequest]] = defaultdict(list)
    for request in _open_requests([episode.pk for episode in found]):
        asked[request.episode_id].append(request)
    return [
        Row(
            episode=episode,
            score=episode.score,
            terms=review_reasons.terms(episode, today, practice.timezone),
            phq9=scores[episode.patient_id][Instrument.PHQ9],
            gad7=scores[episode.patient_id][Instrument.GAD7],
            requests=asked[episode.pk],
        )
        for episode in found
    ]


def _open_requests(episodes: list[int]) -> QuerySet[ReviewRequest]:
    found = ReviewRequest.objects.filter(episode__in=episodes, answered_by_review=None)
    return found.select_related("requested_by").order_by("requested_at")


def open_requests(episode: Episode) -> list[ReviewRequest]:
    """The questions about one episode that wait for an answer, the oldest first."""
    return list(_open_requests([episode.pk]))


def _scores(patients: list[int], today: dt.date) -> dict[int, dict[str, Points]]:
    found: dict[int, dict[str, Points]] = defaultdict(lambda: defaultdict(list))
    rows = Measure.objects.filter(
        patient__in=patients,
        instrument__in=(Instrument.PHQ9, Instrument.GAD7),
        voided_at=None,
        scored_on__gte=today - _SCORES_SINCE,
    ).order_by("scored_on", "pk")
    for patient, instrument, on, total in rows.values_list(
        "patient_id", "instrument", "scored_on", "total"
    ):
        found[patient][instrument].append((on, total))
    return found


def around(
    user: User, practice: Practice, episode_id: int, *, whose: str, now: dt.datetime
) -> tuple[int | None, int | None]:
    """The episodes before and after one in the queue; the first of it after one that has left."""
    found = queue(user, practice, show="needs", whose=whose, now=now)
    ids = list(found.values_list("pk", flat=True))
    if episode_id not in ids:
        return None, ids[0] if ids else None
    at = ids.index(episode_id)
    return (ids[at - 1] if at else None), (ids[at + 1] if at + 1 < len(ids) else None)


def of_patient(user: User, patient: Patient) -> list[CaseReview]:
    """A patient's reviews, the latest first, withdrawn ones too; none for a stranger.

    Each has `time`, its entries of both who took part, `questions` that it answered, and `made`:
    what the practitioner made of it, the latest first.
    """
    member = Membership.objects.filter(user=user, practice=OuterRef("patient__practice"))
    spent = TimeEntry.objects.exclude(status=EntryStatus.VOIDED).select_related("worker")
    answered = ReviewRequest.objects.select_related("requested_by").order_by("requested_at")
    found = CaseReview.objects.filter(Exists(member), patient=patient)
    return list(
        found.select_related("consultant", "withdrawn_by")
        .prefetch_related(
            Prefetch("time_entries", spent.order_by("started_at", "pk"), to_attr="time"),
            Prefetch("answers", answered, to_attr="questions"),
            Prefetch("practitioner_answers", answers_of(), to_attr="made"),
        )
        .order_by("-reviewed_on", "-pk")
    )


def answers_of() -> QuerySet[ReviewAnswer]:
    """Practitioners' answers, the one that stands first."""
    return ReviewAnswer.objects.select_related("answered_by", "link__clinician").order_by(
        "-answered_at", "-pk"
    )


def answers(review: CaseReview) -> list[ReviewAnswer]:
    """What was answered to one recommendation, the latest first."""
    return list(answers_of().filter(review=review))


def unanswered(user: User, practice: Practice, *, since: dt.date) -> QuerySet[CaseReview]:
    """Standing recommendations for the person's own patients that nobody has answered."""
    found = CaseReview.objects.filter(
        patient__practice=practice,
        patient__practice__in=Practice.objects.filter(memberships__user=user),
        episode__treating_practitioner__user=user,
        episode__ended_on=None,
        practitioner_answers=None,
        reviewed_on__gte=since,
        withdrawn_at=None,
    )
    return found.select_related("patient", "consultant").order_by("reviewed_on", "pk")


def get(user: User, practice: Practice, review_id: int) -> CaseReview:
    """One review.  CaseReview.DoesNotExist where it is another practice's, or nobody's."""
    member = Membership.objects.filter(user=user, practice=practice)
    found = CaseReview.objects.filter(Exists(member), patient__practice=practice)
    return found.select_related("patient__practice", "episode", "consultant").get(pk=review_id)


def contacts(patient: Patient, limit: int = 4) -> list[TimeEntry]:
    """The latest stretches of time in which somebody spoke with the patient, or tried to."""
    found = TimeEntry.objects.filter(
        patient=patient,
        activity__in=SPOKE,
        status__in=(EntryStatus.CONFIRMED, EntryStatus.NEEDS_REVIEW),
    )
    return list(found.select_related("worker").order_by("-started_at")[:limit])


def clock_of(worker: User, patient: Patient, since: dt.datetime) -> TimeEntry | None:
    """The consultant's clock on this patient: the one that runs, else one that stopped lately.

    The latter only where no review has it yet, so that pressing Stop before Sign loses nothing.
    """
    mine = TimeEntry.objects.filter(
        worker=worker, patient=patient, role=WorkerRole.CONSULTANT, case_review=None
    )
    running = Q(status=EntryStatus.RUNNING)
    stopped = Q(
        status__in=(EntryStatus.CONFIRMED, EntryStatus.NEEDS_REVIEW),
        origin__in=(Origin.TIMER, Origin.TIMER_CORRECTED),
        ended_at__gte=since,
    )
    found = mine.filter(running | stopped).select_related("patient__practice", "worker")
    return max(found, key=lambda entry: (entry.ended_at is None, entry.started_at), default=None)
