"""The caseload: one row for each episode of care, with its month, its scores and what is due.

What a month still lacks is what the rules said of it (`ServiceMonth.standing`).  What is due for
the patient's sake, a contact or a score, comes from the chart alone (`care_due`).

The page's queries are kept: of each list there is a `Shape`, which is the query's own, and what it
is `Asked` with.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import (
    Count,
    QuerySet,
    Value,
)

from registry import calendar
from registry.models import Episode, Practice, User
from registry.selectors import care_due, caseload_query, kept
from registry.selectors.care_due import Day
from registry.selectors.caseload_query import BANDS, DUE, ORDERS, VIEWS, Asked, Shape
from registry.vocabulary import Program, Role

#: Roles by which a person has a part in a patient's care, besides managing it.
_REACHING = frozenset({Role.CONSULTANT, Role.TREATING_PRACTITIONER})
#: A row's columns, as a kept query answers them.
_COLUMNS = (
    "pk", "patient_id", "program", "started_on", "ended_on", "care_manager__full_name",
    "patient__first_name", "patient__last_name", "patient__record_number",
    "month_counted", "month_worked", "month_standing", "is_decided", "contacted_on",
    "first_total", "last_total", "scored_on", "reviewed_on", "flagged_on", "asked_on",
    "is_not_improved", "is_no_consent",
    "treating_practitioner__first_name", "treating_practitioner__last_name",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which rows, in which order, for a person with these `roles` in the practice.

    `whose`: `mine`, `all`, or a care manager's id as text.  `view` and `flag` are of DUE, `payer`
    is an id as text, `program` of Program, `band` of BANDS; what is none of these narrows nothing.
    """

    month: dt.date
    roles: frozenset[Role] = frozenset(Role)
    whose: str = "mine"
    view: str = ""
    flag: str = ""
    payer: str = ""
    program: str = ""
    band: str = ""
    text: str = ""
    sort: str = ""


def episodes(user: User, practice: Practice, wanted: Wanted, now: dt.datetime) -> QuerySet[Episode]:
    """The episodes of the wanted month, in the wanted order; none for a stranger."""
    at = care_due.day(practice, now)
    shape = _shape(wanted, at)
    return caseload_query.episodes(shape, _asked(user, practice, wanted, shape), at)


def rows(
    user: User, practice: Practice, wanted: Wanted, now: dt.datetime, *, first: int, size: int
) -> list[Any]:
    """A page's `episodes` as tuples, from the `first`, counted from 0."""
    at = care_due.day(practice, now)
    shape = _shape(wanted, at)
    given = _given(user, practice, wanted, shape, at)
    return _page(shape).part(first=first, size=size, **given)


def some(
    user: User, practice: Practice, wanted: Wanted, now: dt.datetime, ids: Sequence[int]
) -> list[Any]:
    """Those of the list that have one of these ids, as tuples in the order of the ids."""
    at = care_due.day(practice, now)
    shape = _shape(wanted, at)
    found = _some(shape).rows(ids=list(ids), **_given(user, practice, wanted, shape, at))
    by_id = {row.pk: row for row in found}
    return [by_id[pk] for pk in ids if pk in by_id]


def counts(user: User, practice: Practice, wanted: Wanted, now: dt.datetime) -> dict[str, int]:
    """How many rows each view has, as the list is otherwise narrowed; `""` is all of them."""
    at = care_due.day(practice, now)
    shape = replace(_shape(wanted, at), view="", sort="")
    (said,) = _counts(shape).rows(**_given(user, practice, wanted, shape, at))
    return {name: getattr(said, f"in_{name}") for name in ("", *VIEWS)}


@kept.query
def _page(shape: Shape) -> QuerySet[Any, Any]:
    found = caseload_query.episodes(shape, _named(shape), _named_day(shape))
    return found.values_list(*_COLUMNS)


@kept.query
def _some(shape: Shape) -> QuerySet[Any, Any]:
    found = caseload_query.episodes(shape, _named(shape), _named_day(shape))
    return found.filter(kept.among("pk", "ids")).values_list(*_COLUMNS)


@kept.query
def _counts(shape: Shape) -> QuerySet[Any, Any]:
    at = _named_day(shape)
    one = (
        caseload_query.narrowed(shape, _named(shape), at)
        .order_by()
        .annotate(one=Value(1))
        .values("one")
    )
    views = {f"in_{name}": Count("pk", filter=DUE[name](at)) for name in VIEWS}
    return one.annotate(in_=Count("pk"), **views).values_list("in_", *views)


def _shape(wanted: Wanted, at: Day) -> Shape:
    whose = "one" if _is_id(wanted.whose) else wanted.whose
    return Shape(
        whose=whose if whose in ("all", "one") else "mine",
        roles=wanted.roles & _REACHING,
        view=wanted.view if wanted.view in DUE else "",
        flag=wanted.flag if wanted.flag in DUE else "",
        program=wanted.program if wanted.program in Program.values else "",
        band=wanted.band if wanted.band in BANDS else "",
        sort=wanted.sort if wanted.sort.removeprefix("-") in ORDERS else "",
        is_insured=_is_id(wanted.payer),
        words=len(wanted.text.split()),
        misses_reviews=at.misses_reviews,
    )


def _asked(user: User, practice: Practice, wanted: Wanted, shape: Shape) -> Asked:
    return Asked(
        user=user.pk,
        practice=practice.pk,
        wanted_month=wanted.month,
        wanted_until=calendar.last_day(wanted.month),
        manager=int(wanted.whose) if shape.whose == "one" else None,
        payer=int(wanted.payer) if shape.is_insured else None,
        words=wanted.text.split(),
    )


def _named(shape: Shape) -> Asked:
    """The same as a kept query names it."""
    return Asked(
        user=kept.number("user"),
        practice=kept.number("practice"),
        wanted_month=kept.day("wanted_month"),
        wanted_until=kept.day("wanted_until"),
        manager=kept.number("manager"),
        payer=kept.number("payer"),
        words=[kept.text(f"word_{number}") for number in range(shape.words)],
    )


def _named_day(shape: Shape) -> Day:
    return care_due.as_given(misses_reviews=shape.misses_reviews)


def _given(user: User, practice: Practice, wanted: Wanted, shape: Shape, at: Day) -> dict[str, Any]:
    asked = _asked(user, practice, wanted, shape)
    words = {f"word_{number}": word for number, word in enumerate(asked.words)}
    return {**vars(asked), **at.given(), **words}


def _is_id(text: str) -> bool:
    return text.isdecimal() and text.isascii() and len(text) < 18
