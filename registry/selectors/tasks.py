"""What waits for a person in a practice: read from the charts as they stand, kept nowhere.

A thing is done by doing it: the contact, the answer, the confirmation.  Nothing is ticked off.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from registry import calendar
from registry.models import (
    CaseReview,
    Consent,
    Errand,
    Measure,
    Patient,
    Practice,
    RelapsePlan,
    ReviewRequest,
    SafetyFlag,
    TimeEntry,
    User,
)
from registry.selectors import caseload, consent_list, errands, referrals, reviews
from registry.vocabulary import EntryStatus, Role

#: A kind shows so many of its things; its number counts them all.
IN_A_KIND = 20
#: A recommendation older than this is past answering.
ANSWERED_WITHIN = dt.timedelta(days=60)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Who asks, where, and when: instants for rows, the local day for the calendar."""

    user: User
    practice: Practice
    now: dt.datetime

    @property
    def today(self) -> dt.date:
        return calendar.local_date(self.now, self.practice.timezone)


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of task: for whom, what it is called, how its things are found, whose they are."""

    name: str
    title: str
    roles: frozenset[Role]
    find: Callable[[Asked], QuerySet[Any]]
    patient: str = "patient"


@dataclass(frozen=True, kw_only=True)
class Group:
    """The things of one kind that wait: how many, and the first of them."""

    kind: Kind
    count: int
    rows: list[Any]

    @property
    def more(self) -> int:
        return self.count - len(self.rows)


def groups(user: User, practice: Practice, roles: Iterable[Role], now: dt.datetime) -> list[Group]:
    """What waits, the most pressing kind first; kinds of which nothing waits are left out."""
    asked = Asked(user=user, practice=practice, now=now)
    found = []
    for kind in kinds(roles):
        rows = list(kind.find(asked)[: IN_A_KIND + 1])
        count = len(rows) if len(rows) <= IN_A_KIND else kind.find(asked).count()
        if rows:
            found.append(Group(kind=kind, count=count, rows=rows[:IN_A_KIND]))
    return found


def everything(
    user: User, practice: Practice, roles: Iterable[Role], now: dt.datetime
) -> Iterator[tuple[Kind, Any]]:
    """All that waits, in the same order, however much: each thing with its kind."""
    asked = Asked(user=user, practice=practice, now=now)
    for kind in kinds(roles):
        for row in kind.find(asked).iterator(chunk_size=500):
            yield kind, row


def counts(
    user: User, practice: Practice, roles: Iterable[Role], now: dt.datetime
) -> dict[str, int]:
    """How much waits by kind; nothing of a kind is left out.  It names nobody."""
    asked = Asked(user=user, practice=practice, now=now)
    found = {kind.name: kind.find(asked).count() for kind in kinds(roles)}
    return {name: count for name, count in found.items() if count}


def of_patient(
    user: User, practice: Practice, roles: Iterable[Role], patient: Patient, now: dt.datetime
) -> list[Group]:
    """What waits for the person in one patient's care: the same kinds, of this chart alone."""
    asked = Asked(user=user, practice=practice, now=now)
    found = []
    for kind in kinds(roles):
        rows = list(kind.find(asked).filter(**{kind.patient: patient})[:IN_A_KIND])
        if rows:
            found.append(Group(kind=kind, count=len(rows), rows=rows))
    return found


def kinds(roles: Iterable[Role]) -> list[Kind]:
    mine = frozenset(roles)
    return [kind for kind in KINDS if kind.roles & mine]


def _mine(user: User) -> Q:
    """Patients whose care this person has a part in."""
    return (
        Q(patient__episodes__care_manager=user)
        | Q(patient__episodes__consultant=user)
        | Q(patient__episodes__treating_practitioner__user=user)
    ) & Q(patient__episodes__ended_on=None)


def _flags(asked: Asked) -> QuerySet[SafetyFlag]:
    found = SafetyFlag.objects.filter(
        _mine(asked.user), patient__practice=asked.practice, acknowledged_at=None
    )
    return found.select_related("patient", "measure").order_by("raised_at").distinct()


def _errands(asked: Asked) -> QuerySet[Errand]:
    return errands.waiting_for(asked.user, asked.practice)


def _own_reviews(asked: Asked) -> QuerySet[TimeEntry]:
    found = TimeEntry.objects.filter(
        practice=asked.practice, worker=asked.user, status=EntryStatus.NEEDS_REVIEW
    )
    return found.select_related("patient", "practice").order_by("started_at")


def _questions(asked: Asked) -> QuerySet[ReviewRequest]:
    found = ReviewRequest.objects.filter(
        episode__patient__practice=asked.practice,
        episode__consultant=asked.user,
        episode__ended_on=None,
        answered_by_review=None,
    )
    return found.select_related("episode__patient", "requested_by").order_by("requested_at")


def _unanswered(asked: Asked) -> QuerySet[CaseReview]:
    return reviews.unanswered(
        asked.user, asked.practice, since=asked.today - ANSWERED_WITHIN
    )  # fmt: skip


def _followed_up(asked: Asked) -> QuerySet[CaseReview]:
    """Recommendations whose day of follow-up has come, and no later review of the patient."""
    later = CaseReview.objects.filter(
        episode=OuterRef("episode"), reviewed_on__gt=OuterRef("reviewed_on"), withdrawn_at=None
    )
    found = CaseReview.objects.filter(
        ~Exists(later),
        Q(episode__care_manager=asked.user) | Q(episode__consultant=asked.user),
        patient__practice=asked.practice,
        episode__ended_on=None,
        follow_up_on__lte=asked.today,
        withdrawn_at=None,
    )
    return found.select_related("patient", "consultant").order_by("follow_up_on", "pk")


def _managed(asked: Asked, view: str) -> QuerySet[Any]:
    """The person's own open episodes of which this is due, as the caseload reads them."""
    wanted = caseload.Wanted(
        month=calendar.local_month(asked.now, asked.practice.timezone),
        whose=str(asked.user.pk),
        view=view,
    )
    found = caseload.episodes(asked.user, asked.practice, wanted, asked.now)
    return found.filter(ended_on=None)


def _without_consent(asked: Asked) -> QuerySet[Any]:
    """No consent is in force at this moment, never given or revoked: no time counts."""
    return _managed(asked, "no_consent")


def _to_agree(asked: Asked) -> QuerySet[Consent]:
    """Recorded late by somebody else, of patients in whose care the person has a part."""
    found = consent_list.rows(asked.user, asked.practice, show="agree", now=asked.now)
    return found.filter(_mine(asked.user)).exclude(recorded_by=asked.user).distinct()


def _due_again(asked: Asked) -> QuerySet[Consent]:
    """The day has come on which the practice asks its patients again."""
    found = Consent.objects.filter(
        consent_list.due(asked.practice, asked.now),
        patient__practice=asked.practice,
        patient__episodes__care_manager=asked.user,
        patient__episodes__ended_on=None,
    )
    return found.select_related("patient").order_by("given_at").distinct()


def _contacts(asked: Asked) -> QuerySet[Any]:
    """Nobody has spoken with the patient for two weeks, or since care began."""
    return _managed(asked, "no_contact")


def _scores(asked: Asked) -> QuerySet[Any]:
    """No PHQ-9 or GAD-7 for four weeks."""
    return _managed(asked, "no_score")


def _plans(asked: Asked) -> QuerySet[RelapsePlan]:
    """The day on which a plan wants the next score has come, and none was taken since."""
    taken = Measure.objects.filter(
        patient=OuterRef("episode__patient"),
        voided_at=None,
        scored_on__gte=OuterRef("next_score_on"),
    )
    latest = (
        RelapsePlan.objects.filter(episode=OuterRef("episode"))
        .order_by()
        .values("episode")
        .annotate(last=Max("pk"))
        .values("last")
    )
    found = RelapsePlan.objects.filter(
        ~Exists(taken),
        pk__in=latest,
        episode__patient__practice=asked.practice,
        episode__care_manager=asked.user,
        next_score_on__lte=asked.today,
    )
    return found.select_related("episode__patient").order_by("next_score_on")


def _referred(asked: Asked) -> QuerySet[Any]:
    nobody_else = Q(wanted_care_manager=None) | Q(wanted_care_manager=asked.user)
    return referrals.waiting(asked.user, asked.practice).filter(nobody_else)


def _accepted(asked: Asked) -> QuerySet[Any]:
    return referrals.accepted(asked.user, asked.practice).filter(answered_by=asked.user)


_CARE_MANAGER = frozenset({Role.CARE_MANAGER})
_CLINICAL = frozenset({Role.CARE_MANAGER, Role.TREATING_PRACTITIONER, Role.CONSULTANT})
#: In the order in which they press.
KINDS = (
    Kind(name="flags", title="Safety flags that nobody has acknowledged", roles=_CLINICAL,
         find=_flags),
    Kind(name="questions", title="Reviews that were asked for",
         roles=frozenset({Role.CONSULTANT}), find=_questions, patient="episode__patient"),
    Kind(name="errands", title="What billing asks of you", roles=_CLINICAL, find=_errands),
    Kind(name="recommendations", title="Recommendations to answer",
         roles=frozenset({Role.TREATING_PRACTITIONER}), find=_unanswered),
    Kind(name="referrals", title="Referrals to accept or decline", roles=_CARE_MANAGER,
         find=_referred),
    Kind(name="to_enrol", title="Accepted referrals to enrol", roles=_CARE_MANAGER,
         find=_accepted),
    Kind(name="consents", title="Patients without a consent in force", roles=_CARE_MANAGER,
         find=_without_consent),
    Kind(name="late_consents", title="Consents recorded late, to agree to",
         roles=frozenset({Role.CARE_MANAGER, Role.TREATING_PRACTITIONER}), find=_to_agree),
    Kind(name="due_consents", title="Consents to be confirmed again", roles=_CARE_MANAGER,
         find=_due_again),
    Kind(name="contacts", title="Patients without contact for two weeks", roles=_CARE_MANAGER,
         find=_contacts),
    Kind(name="scores", title="Scores due", roles=_CARE_MANAGER, find=_scores),
    Kind(name="follow_ups", title="Follow-ups whose day has come",
         roles=frozenset({Role.CARE_MANAGER, Role.CONSULTANT}), find=_followed_up),
    Kind(name="plans", title="Scores that a relapse-prevention plan wants", roles=_CARE_MANAGER,
         find=_plans, patient="episode__patient"),
    Kind(name="own_time", title="Your time that needs review", roles=_CLINICAL,
         find=_own_reviews),
)  # fmt: skip
