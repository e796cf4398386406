"""The claims behind minutes, days, decisions and reviews of a report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.db.models import F, Func, IntegerField, QuerySet, TextField, Value
from django.db.models.functions import Cast

from billing.models import Claim, ClaimState
from billing.selectors.reports import minutes as spent
from billing.selectors.reports import speed
from billing.selectors.reports.row import Asked, ClaimRow, annotated, read
from billing.selectors.reports.scope import Scope
from registry import calendar


class _Excluded(Func):
    """The seconds that a kept verdict leaves out for a reason, as text."""

    template = "((%(expressions)s))"
    arg_joiner = "::json->'seconds'->'excluded')->>("
    output_field = TextField()


def minutes(scope: Scope, asked: Asked, today: dt.date) -> Iterator[ClaimRow]:
    """Seconds of one kind and reason, as `minutes.of` counts them; all worked ones without."""
    yield from annotated(spending(scope, asked))


def spending(scope: Scope, asked: Asked) -> QuerySet[Claim]:
    """The claims that have such seconds (`amount`)."""
    rows = spent.live(scope)
    if asked.kind == spent.EXCLUDED and asked.reason:
        seconds = Cast(_Excluded(F("verdict"), Value(asked.reason)), IntegerField())
        rows = rows.annotate(amount=seconds)
    elif asked.kind == spent.EXCLUDED:
        rows = rows.annotate(amount=F("worked_seconds") - F("counted_seconds"))
    elif asked.kind:
        rows = spent.told(rows, scope).filter(kind=asked.kind).annotate(amount=F("counted_seconds"))
        rows = rows.filter(cause=asked.reason) if asked.reason else rows
    else:
        rows = rows.annotate(amount=F("worked_seconds"))
    found: QuerySet[Claim] = rows.filter(amount__gt=0)
    return found


def days(scope: Scope, asked: Asked, today: dt.date) -> Iterator[ClaimRow]:
    """From the month's end to the file, from there to the payer's word, or to today without one;
    of the last the dollars as well."""
    for claim in read(speed.sent(scope)):
        left = calendar.local_date(claim.sent_at, claim.practice.timezone)  # type: ignore[arg-type]
        if asked.what == "to_bill":
            yield ClaimRow(claim, max((left - calendar.last_day(claim.month)).days, 0))
        elif asked.what == "answered":
            answered = claim.answered_on  # type: ignore[attr-defined]
            if answered is not None:
                yield ClaimRow(claim, max((answered - left).days, 0))
        elif _is_open(claim) and _is_within(age := max((today - left).days, 0), asked.ages):
            dollars = {
                "unanswered_charge": claim.total_charge,
                "unanswered_expected": claim.total_expected,
            }
            yield ClaimRow(claim, dollars.get(asked.what, age))


def _is_open(claim: Claim) -> bool:
    return claim.state == ClaimState.SENT and not claim.is_answered  # type: ignore[attr-defined]


def _is_within(age: int, ages: tuple[int, int | None]) -> bool:
    first, last = ages
    return first <= age and (last is None or age <= last)


def decided(scope: Scope, asked: Asked, today: dt.date) -> Iterator[ClaimRow]:
    """Claims that a payer has decided, or those of which it refused something."""
    rows = speed.decided(scope)
    yield from annotated(rows.filter(is_denied=True) if asked.what == "denied" else rows)


def reviews(scope: Scope, asked: Asked, today: dt.date) -> Iterator[ClaimRow]:
    """Months of collaborative care: all, those with a review and its day, or those without."""
    rows = speed.reviewable(scope)
    if asked.what != "reviewable":
        rows = rows.filter(is_reviewed=asked.what == "reviewed")
    if asked.what == "reviewed":
        rows = rows.annotate(amount=F("reviewed_on"))
    yield from annotated(rows)
