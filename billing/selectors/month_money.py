"""Dollars of a month's claims: charged, expected, and of how many claims nothing is known."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import CharField, Count, Exists, F, Func, OuterRef, Q, QuerySet, Sum

from billing.models import Claim, ClaimLine
from billing.selectors import fees
from registry import calendar


@dataclass(frozen=True, kw_only=True)
class Money:
    """What claims come to.  The sums are of those that are known; `without_*` counts the others.

    `charge` is what the practice asks, `expected` what the payers should pay, the patients' share
    included.
    """

    charge: Decimal = Decimal()
    expected: Decimal = Decimal()
    without_charge: int = 0
    without_expected: int = 0


@dataclass(frozen=True, kw_only=True)
class Missed:
    """Dollars of one unit of a code that was not earned; None where no amount is in force."""

    charge: Decimal | None
    expected: Decimal | None


class ShortOf(Func):
    """The code that a kept verdict says is earned next."""

    template = "(%(expressions)s::json->'next'->>'code')"
    output_field = CharField()


def of(claims: QuerySet[Claim]) -> Money:
    """The dollars of claims, one query.  A claim without lines has none and lacks none."""
    has_lines = Exists(ClaimLine.objects.filter(claim=OuterRef("pk")))
    found = claims.order_by().aggregate(
        charge=Sum("total_charge"),
        expected=Sum("total_expected"),
        without_charge=Count("pk", filter=Q(has_lines, total_charge=None)),
        without_expected=Count("pk", filter=Q(has_lines, total_expected=None)),
    )
    return Money(
        charge=found["charge"] or Decimal(),
        expected=found["expected"] or Decimal(),
        without_charge=found["without_charge"],
        without_expected=found["without_expected"],
    )


def missed_of(claims: QuerySet[Claim], month: dt.date) -> Money:
    """What those that fell short would have brought: one unit each of the code they are short of.

    Two queries, whatever the number of claims, which all are of `month`.
    """
    priced = [(missed, number) for _, missed, number in _missed_rows(claims, month)]
    charges = [(each.charge, number) for each, number in priced]
    expected = [(each.expected, number) for each, number in priced]
    return Money(
        charge=_sum(charges),
        expected=_sum(expected),
        without_charge=sum(number for amount, number in charges if amount is None),
        without_expected=sum(number for amount, number in expected if amount is None),
    )


def missed_by_practice(claims: QuerySet[Claim], month: dt.date) -> dict[int, Decimal]:
    """The charges that were missed, as far as they are known, by the practice's id; two queries.

    A practice of which none is known is left out.
    """
    found: dict[int, Decimal] = defaultdict(Decimal)
    for practice_id, missed, number in _missed_rows(claims, month):
        if missed.charge is not None:
            found[practice_id] += missed.charge * number
    return dict(found)


def _missed_rows(claims: QuerySet[Claim], month: dt.date) -> list[tuple[int, Missed, int]]:
    """(practice, what one of them missed, how many), for each payer and code that was missed."""
    short = claims.order_by().filter(minutes_short__gt=0).annotate(short_of=ShortOf(F("verdict")))
    rows = list(
        short.filter(short_of__isnull=False)
        .values_list("practice_id", "payer_id", "short_of")
        .annotate(number=Count("pk"))
    )
    schedules = _schedules({row[:2] for row in rows}, month)
    return [
        (practice_id, _missed(schedules[practice_id, payer_id], code, month), number)
        for practice_id, payer_id, code, number in rows
    ]


def missed_by_claim(claims: Collection[Claim], month: dt.date) -> dict[int, Missed]:
    """What each claim that fell short would have brought, by claim id; one query."""
    short = [claim for claim in claims if claim.minutes_short and claim.verdict.get("next")]
    schedules = _schedules({(claim.practice_id, claim.payer_id) for claim in short}, month)
    return {
        claim.pk: _missed(
            schedules[claim.practice_id, claim.payer_id], claim.verdict["next"]["code"], month
        )
        for claim in short
    }


def _schedules(payers: Collection[fees.Payer], month: dt.date) -> dict[fees.Payer, fees.Schedule]:
    return fees.schedules(payers, month, calendar.last_day(month)) if payers else {}


def _missed(schedule: fees.Schedule, code: str, month: dt.date) -> Missed:
    """By the amounts in force on the month's last day."""
    last = calendar.last_day(month)
    return Missed(charge=schedule.charge(code, last), expected=schedule.expected(code, last))


def _sum(amounts: Collection[tuple[Decimal | None, int]]) -> Decimal:
    return sum((amount * number for amount, number in amounts if amount is not None), Decimal())
