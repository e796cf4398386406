"""The caseload: one row for each episode of care, with its month, its scores and what is due.

What a month still lacks is what the rules said of it (`ServiceMonth.standing`).  What is due for
the patient's sake, a contact or a score, comes from the chart alone (`care_due`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    FilteredRelation,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import JSONObject

from registry import calendar
from registry.models import Coverage, Episode, Membership, Practice, User
from registry.selectors import care_due
from registry.selectors.care_due import Day
from registry.vocabulary import Program, Role

#: What the caseload can be narrowed to for the patients' sake.  Each of VIEWS is a tab.
DUE: Mapping[str, Callable[[Day], Q]] = {
    "not_improved": care_due.not_improved,
    "no_contact": care_due.contact,
    "no_consent": care_due.consent,
    "no_review": care_due.review,
    "near": care_due.near,
    "flagged": care_due.flagged,
    "no_score": care_due.score,
    "asked": care_due.asked,
}
VIEWS = ("not_improved", "no_contact", "no_consent", "no_review", "near")


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which rows, in which order, for a person with these `roles` in the practice.

    `whose`: `mine`, `all`, or a care manager's id as text.  `view` and `flag` are of DUE, `payer`
    is an id as text, `program` of Program; what is none of these narrows nothing.
    """

    month: dt.date
    roles: frozenset[Role] = frozenset(Role)
    whose: str = "mine"
    view: str = ""
    flag: str = ""
    payer: str = ""
    program: str = ""
    text: str = ""
    sort: str = ""


ORDERS: dict[str, tuple[str, ...]] = {
    "name": ("patient__last_name", "patient__first_name"),
    "minutes": ("month_counted",),
    "next": ("minutes_to_next",),
    "due": ("pressing", "contacted_at"),
    "contact": ("contacted_at",),
    "phq9": ("course__phq9",),
    "gad7": ("course__gad7",),
}
_BY_NAME = ("patient__last_name", "patient__first_name", "pk")


def episodes(user: User, practice: Practice, wanted: Wanted, now: dt.datetime) -> QuerySet[Episode]:
    """The episodes of the wanted month, in the wanted order; none for a stranger."""
    at = care_due.day(practice, now)
    found = _narrowed(user, practice, wanted, at)
    found = found.filter(DUE[wanted.view](at)) if wanted.view in DUE else found
    return _ordered(_with_facts(found, at), wanted.sort)


def counts(user: User, practice: Practice, wanted: Wanted, now: dt.datetime) -> dict[str, int]:
    """How many rows each view has, as the list is otherwise narrowed; `""` is all of them."""
    at = care_due.day(practice, now)
    views = {f"in_{name}": Count("pk", filter=DUE[name](at)) for name in VIEWS}
    found = _narrowed(user, practice, replace(wanted, view=""), at).order_by()
    said = found.aggregate(in_=Count("pk"), **views)
    return {name.removeprefix("in_"): count for name, count in said.items()}


def _narrowed(user: User, practice: Practice, wanted: Wanted, at: Day) -> QuerySet[Episode]:
    member = Membership.objects.filter(user=user, practice=practice)
    found: QuerySet[Any] = Episode.objects.filter(
        Exists(member),
        Q(ended_on=None) | Q(ended_on__gte=wanted.month),
        patient__practice=practice,
        started_on__lte=calendar.last_day(wanted.month),
    ).annotate(
        this_month=FilteredRelation(
            "patient__service_months", condition=Q(patient__service_months__month=wanted.month)
        )
    )
    found = _searched(_of(found, user, wanted.whose, wanted.roles), wanted.text)
    if wanted.program in Program.values:
        found = found.filter(program=wanted.program)
    if wanted.flag in DUE:
        found = found.filter(DUE[wanted.flag](at))
    return _insured(found, wanted.payer, at.today)


def _insured(found: QuerySet[Episode], payer: str, today: dt.date) -> QuerySet[Episode]:
    """Those whose insurance is this payer's today, in whatever rank."""
    if not _is_id(payer):
        return found
    cover = Coverage.objects.filter(
        Q(active_to=None) | Q(active_to__gte=today),
        patient=OuterRef("patient"),
        payer=int(payer),
        active_from__lte=today,
    )
    return found.filter(Exists(cover))


def _is_id(text: str) -> bool:
    return text.isdecimal() and text.isascii() and len(text) < 18


def _of(
    found: QuerySet[Episode], user: User, whose: str, roles: frozenset[Role]
) -> QuerySet[Episode]:
    if whose == "all":
        return found
    if _is_id(whose):
        return found.filter(care_manager=int(whose))
    return found.filter(_mine(user, roles))


def _mine(user: User, roles: frozenset[Role]) -> Q:
    """Whom the person has a part in, as far as the roles reach: each part is an index's."""
    mine = Q(care_manager=user)
    if Role.CONSULTANT in roles:
        mine |= Q(consultant=user)
    if Role.TREATING_PRACTITIONER in roles:
        mine |= Q(treating_practitioner__user=user)
    return mine


def _searched(found: QuerySet[Episode], text: str) -> QuerySet[Episode]:
    for word in text.split():
        found = found.filter(
            Q(patient__first_name__icontains=word)
            | Q(patient__last_name__icontains=word)
            | Q(patient__record_number__icontains=word)
        )
    return found


def _with_facts(found: QuerySet[Episode], at: Day) -> QuerySet[Episode]:
    return (
        found.select_related("patient", "care_manager")
        .only(*_SHOWN)
        .annotate(
            month_counted=F("this_month__counted_seconds"),
            month_worked=F("this_month__worked_seconds"),
            month_standing=_standing(),
            month_decided_at=F("this_month__standing_at"),
            minutes_to_next=F("this_month__minutes_to_next"),
            contacted_at=F("patient__last_contact__at"),
            first_total=F("course__first_total"),
            last_total=F("course__last_total"),
            scored_on=F("course__scored_on"),
            reviewed_on=F("course__reviewed_on"),
            flagged_at=F("course__flagged_at"),
            asked_at=F("course__asked_at"),
            pressing=_pressing(at),
            **{f"is_{name}": _is(DUE[name](at)) for name in ("not_improved", "no_consent", "near")},
        )
    )


#: Of a chart, a row shows this much.
_SHOWN = (
    "program", "started_on", "ended_on", "care_manager__full_name", "patient__first_name",
    "patient__middle_name", "patient__last_name", "patient__record_number", "patient__practice",
)  # fmt: skip


def _standing() -> Case:
    """Of what the rules said, what a row shows: the rest is long, and the server would send it."""
    keys = ("next", "thresholds", "reasons", "needs")
    said = JSONObject(**{key: f"this_month__standing__{key}" for key in keys})
    return Case(When(this_month__standing__isnull=False, then=said), default=None)


def _is(met: Q) -> Case:
    return Case(When(met, then=Value(1)), default=Value(0), output_field=IntegerField())


def _pressing(at: Day) -> Case:
    """Safety first, then what care is overdue, then who is due in part and near a threshold."""
    return Case(
        When(care_due.flagged(at), then=Value(0)),
        When(care_due.contact(at) | care_due.score(at), then=Value(1)),
        When(care_due.near(at), then=Value(2)),
        When(care_due.OPEN, then=Value(3)),
        default=Value(4),
        output_field=IntegerField(),
    )


def _ordered(found: QuerySet[Any], sort: str) -> QuerySet[Any]:
    """By one column; unless asked, by what presses, then by who has waited longest."""
    names = ORDERS.get(sort.removeprefix("-"))
    if names is None:
        return found.order_by(
            "pressing", F("contacted_at").asc(nulls_first=True), *_BY_NAME
        )  # fmt: skip
    if sort.startswith("-"):
        return found.order_by(*(F(name).desc(nulls_last=True) for name in names), "pk")
    return found.order_by(*(F(name).asc(nulls_last=True) for name in names), "pk")
