"""How a caseload's query is put together: narrowed, with the facts of a row, in its order.

The same for a list that is `Asked` with values and for the kept one that names them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    Case,
    DateField,
    DateTimeField,
    Exists,
    F,
    FilteredRelation,
    Func,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast, JSONObject

from registry.models import Coverage, Episode, Membership
from registry.selectors import care_due, kept
from registry.selectors.care_due import Day
from registry.vocabulary import Role

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
#: Minutes that count this month, from and below so many.
BANDS: Mapping[str, tuple[int, int | None]] = {
    "none": (0, 1),
    "1-19": (1, 20),
    "20-39": (20, 40),
    "40-59": (40, 60),
    "60-89": (60, 90),
    "90-": (90, None),
}
VIEWS = ("not_improved", "no_contact", "no_consent", "no_review", "near")

ORDERS: dict[str, tuple[str, ...]] = {
    "name": ("patient__last_name", "patient__first_name"),
    "minutes": ("month_counted",),
    "next": ("minutes_to_next",),
    "due": ("pressing", "contacted_at"),
    "contact": ("contacted_at",),
    "since": ("started_on",),
    "phq9": ("course__phq9",),
    "gad7": ("course__gad7",),
}
_BY_NAME = ("patient__last_name", "patient__first_name", "pk")


@dataclass(frozen=True, kw_only=True)
class Shape:
    """What of a list is of the query itself, and no value in it."""

    whose: str
    roles: frozenset[Role]
    view: str
    flag: str
    program: str
    band: str
    sort: str
    is_insured: bool
    words: int
    misses_reviews: bool


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a list is asked with, as values or as their names in a kept query."""

    user: Any
    practice: Any
    wanted_month: Any
    wanted_until: Any
    manager: Any
    payer: Any
    words: Sequence[Any]


def episodes(shape: Shape, asked: Asked, at: Day) -> QuerySet[Episode]:
    found = narrowed(shape, asked, at)
    found = found.filter(DUE[shape.view](at)) if shape.view else found
    return _ordered(_with_facts(found, at), shape.sort)


def narrowed(shape: Shape, asked: Asked, at: Day) -> QuerySet[Episode]:
    member = Membership.objects.filter(user=asked.user, practice=asked.practice)
    found: QuerySet[Any] = Episode.objects.filter(
        Exists(member),
        Q(ended_on=None) | Q(ended_on__gte=asked.wanted_month),
        patient__practice=asked.practice,
        started_on__lte=asked.wanted_until,
    ).annotate(
        this_month=FilteredRelation(
            "patient__service_months",
            condition=Q(patient__service_months__month=asked.wanted_month),
        )
    )
    found = _searched(_of(found, shape, asked), asked.words)
    if shape.program:
        found = found.filter(program=shape.program)
    if shape.band:
        found = found.filter(_in_band(*BANDS[shape.band]))
    if shape.flag:
        found = found.filter(DUE[shape.flag](at))
    return _insured(found, asked.payer, at) if shape.is_insured else found


def _insured(found: QuerySet[Episode], payer: Any, at: Day) -> QuerySet[Episode]:
    """Those whose insurance is this payer's today, in whatever rank."""
    cover = Coverage.objects.filter(
        Q(active_to=None) | Q(active_to__gte=at.today),
        patient=OuterRef("patient"),
        payer=payer,
        active_from__lte=at.today,
    )
    return found.filter(Exists(cover))


def _in_band(first: int, below: int | None) -> Q:
    """So many counted minutes; a month without a row has none."""
    counted = "this_month__counted_seconds"
    met = Q(**{f"{counted}__gte": first * 60})
    if below is not None:
        met &= Q(**{f"{counted}__lt": below * 60})
    return met if first else met | Q(this_month=None)


def _of(found: QuerySet[Episode], shape: Shape, asked: Asked) -> QuerySet[Episode]:
    if shape.whose == "all":
        return found
    if shape.whose == "one":
        return found.filter(care_manager=asked.manager)
    return found.filter(_mine(asked.user, shape.roles))


def _mine(user: Any, roles: frozenset[Role]) -> Q:
    """Whom the person has a part in, as far as the roles reach: each part is an index's."""
    mine = Q(care_manager=user)
    if Role.CONSULTANT in roles:
        mine |= Q(consultant=user)
    if Role.TREATING_PRACTITIONER in roles:
        mine |= Q(treating_practitioner__user=user)
    return mine


def _searched(found: QuerySet[Episode], words: Sequence[Any]) -> QuerySet[Episode]:
    for word in words:
        found = found.filter(
            Q(patient__first_name__icontains=word)
            | Q(patient__last_name__icontains=word)
            | Q(patient__record_number__icontains=word)
        )
    return found


def _with_facts(found: QuerySet[Episode], at: Day) -> QuerySet[Episode]:
    return (
        found.select_related("patient", "care_manager", "treating_practitioner")
        .only(*_SHOWN)
        .annotate(
            month_counted=F("this_month__counted_seconds"),
            month_worked=F("this_month__worked_seconds"),
            month_standing=_standing(),
            is_decided=_is(Q(this_month__standing_at__isnull=False)),
            minutes_to_next=F("this_month__minutes_to_next"),
            contacted_at=F("patient__last_contact__at"),
            contacted_on=_local_day("patient__last_contact__at", at),
            first_total=F("course__first_total"),
            last_total=F("course__last_total"),
            scored_on=F("course__scored_on"),
            reviewed_on=F("course__reviewed_on"),
            flagged_on=_local_day("course__flagged_at", at),
            asked_on=_local_day("course__asked_at", at),
            pressing=_pressing(at),
            **{f"is_{name}": _is(DUE[name](at)) for name in ("not_improved", "no_consent", "near")},
        )
    )


#: Of a chart, a row shows this much.
_SHOWN = (
    "program", "started_on", "ended_on", "care_manager__full_name", "patient__first_name",
    "patient__middle_name", "patient__last_name", "patient__record_number", "patient__practice",
    "treating_practitioner__first_name", "treating_practitioner__last_name",
)  # fmt: skip


def _standing() -> Case:
    """Of what the rules said, what a row shows: the rest is long, and the server would send it.

    As text, for whoever reads it to parse: Django's own parser takes five times as long.
    """
    keys = ("next", "thresholds", "reasons", "needs")
    said = JSONObject(**{key: f"this_month__standing__{key}" for key in keys})
    written = Cast(said, TextField())
    return Case(When(this_month__standing__isnull=False, then=written), default=None)


def _local_day(field: str, at: Day) -> Cast:
    """The practice's day of an instant: the server tells it quicker than Python."""
    zone = at.timezone if isinstance(at.timezone, kept.Given) else Value(at.timezone)
    local = Func(zone, F(field), function="timezone", output_field=DateTimeField())
    return Cast(local, DateField())


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
