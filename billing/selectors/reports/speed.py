"""How fast money comes: from the month's end to the file, from the file to the payer's word."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass
from decimal import Decimal
from statistics import median_low
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, Subquery, Sum
from django.db.models.functions import TruncMonth

from billing.models import Claim, ClaimPayment, ClaimState, Denial, Frequency
from billing.selectors.received import FORETOLD
from billing.selectors.reports import minutes
from billing.selectors.reports.scope import Scope
from registry import calendar
from registry.models import CaseReview, Payer
from registry.vocabulary import Program

#: Days since the file, as receivables are looked at: from, up to (none: and more).
AGES = ((0, 30), (31, 60), (61, 90), (91, None))
_LEFT = (ClaimState.SENT, ClaimState.REPLACED, ClaimState.VOIDED)


@dataclass(frozen=True, kw_only=True)
class Days:
    """Whole days of some claims; None where there is no claim to measure."""

    claims: int
    mean: Decimal | None
    median: int | None
    longest: int | None


@dataclass(frozen=True, kw_only=True)
class Age:
    """Claims that were sent so many days ago and of which no payer has said a word."""

    first: int
    last: int | None
    claims: int
    expected: Decimal
    charge: Decimal

    @property
    def label(self) -> str:
        return f"{self.first} days and more" if self.last is None else (
            f"{self.first} to {self.last} days"
        )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Share:
    """So many of so many; the part in percent, None of nothing."""

    name: str
    key: Any
    part: int
    whole: int

    @property
    def rest(self) -> int:
        return self.whole - self.part

    @property
    def percent(self) -> Decimal | None:
        if not self.whole:
            return None
        return (Decimal(self.part) * 100 / self.whole).quantize(Decimal("0.1"))


@dataclass(frozen=True, kw_only=True)
class Speed:
    to_bill: dict[dt.date, Days]
    to_bill_all: Days
    to_answer: Days
    ages: list[Age]
    denied: list[Share]
    denied_all: Share
    reviewed: list[Share]


def of(scope: Scope, today: dt.date) -> Speed:
    """Five queries."""
    by_month, waited, ages = _sent(scope, today)
    denied = _denied(scope)
    return Speed(
        to_bill={month: days(found) for month, found in sorted(by_month.items())},
        to_bill_all=days(sum(by_month.values(), Counter())),
        to_answer=days(waited),
        ages=ages,
        denied=denied,
        denied_all=Share(
            name="All payers",
            key=None,
            part=sum(each.part for each in denied),
            whole=sum(each.whole for each in denied),
        ),
        reviewed=_reviewed(scope),
    )


def days(found: Counter[int]) -> Days:
    """Mean, median and longest of days, each with how many claims took so long."""
    number = found.total()
    if not number:
        return Days(claims=0, mean=None, median=None, longest=None)
    mean = Decimal(sum(day * n for day, n in found.items())) / number
    return Days(
        claims=number,
        mean=mean.quantize(Decimal("0.1")),
        median=median_low(found.elements()),
        longest=max(found),
    )


def sent(scope: Scope) -> Any:
    """First claims that left, each with the day of the payer's first word (`answered_on`)."""
    rows = Claim.objects.filter(
        **scope.of_claims(), state__in=_LEFT, sent_at__isnull=False,
        frequency=Frequency.ORIGINAL, corrects=None,
    )  # fmt: skip
    words = ClaimPayment.objects.filter(claim=OuterRef("pk")).exclude(status=FORETOLD)
    first = words.order_by("remittance__paid_on").values("remittance__paid_on")[:1]
    return rows.annotate(answered_on=Subquery(first), is_answered=Exists(words))


def _sent(
    scope: Scope, today: dt.date
) -> tuple[dict[dt.date, Counter[int]], Counter[int], list[Age]]:
    zones = {practice.pk: practice.timezone for practice in scope.practices}
    by_month: dict[dt.date, Counter[int]] = defaultdict(Counter)
    waited: Counter[int] = Counter()
    open_sums: dict[int, list[Any]] = defaultdict(lambda: [0, Decimal(), Decimal()])
    rows = sent(scope).order_by().values_list(
        "practice_id", "month", "sent_at", "state", "answered_on", "is_answered"
    )  # fmt: skip
    for (
        practice_id,
        month,
        sent_at,
        state,
        answered,
        is_answered,
        number,
        expected,
        charge,
    ) in rows.annotate(Count("pk"), Sum("total_expected"), Sum("total_charge")):
        left = calendar.local_date(sent_at, zones[practice_id])
        by_month[month][max((left - calendar.last_day(month)).days, 0)] += number
        if answered is not None:
            waited[max((answered - left).days, 0)] += number
        elif not is_answered and state == ClaimState.SENT:
            sums = open_sums[max((today - left).days, 0)]
            sums[0] += number
            sums[1] += expected or Decimal()
            sums[2] += charge or Decimal()
    return by_month, waited, [_age(first, last, open_sums) for first, last in AGES]


def _age(first: int, last: int | None, sums: dict[int, list[Any]]) -> Age:
    found = [each for day, each in sums.items() if first <= day and (last is None or day <= last)]
    return Age(
        first=first,
        last=last,
        claims=sum(each[0] for each in found),
        expected=sum((each[1] for each in found), Decimal()),
        charge=sum((each[2] for each in found), Decimal()),
    )


def decided(scope: Scope) -> Any:
    """Claims that a payer has decided, each with whether any of it was refused (`is_denied`)."""
    words = ClaimPayment.objects.filter(claim=OuterRef("pk")).exclude(status=FORETOLD)
    rows = Claim.objects.filter(Exists(words), **scope.of_claims())
    return rows.annotate(is_denied=Exists(Denial.objects.filter(claim=OuterRef("pk")))).order_by()


def _denied(scope: Scope) -> list[Share]:
    rows = list(
        decided(scope)
        .values_list("payer_id")
        .annotate(Count("pk"), denied=Count("pk", filter=Q(is_denied=True)))
    )
    names = dict(
        Payer.objects.filter(pk__in=[row[0] for row in rows if row[0]]).values_list("pk", "name")
    )
    found = [
        Share(name=names.get(payer_id, "No payer"), key=payer_id, part=part, whole=whole)
        for payer_id, whole, part in rows
    ]
    return sorted(found, key=lambda each: each.name.casefold())


def reviewable(scope: Scope) -> Any:
    """Months of collaborative care, each with whether a consultant reviewed it (`is_reviewed`),
    and the first day (`reviewed_on`)."""
    reviews = CaseReview.objects.annotate(in_month=TruncMonth("reviewed_on")).filter(
        patient=OuterRef("patient"), in_month=OuterRef("month"), withdrawn_at=None
    )
    rows = minutes.live(scope).filter(episode__program=Program.COCM)
    first = reviews.order_by("reviewed_on").values("reviewed_on")[:1]
    return rows.annotate(is_reviewed=Exists(reviews), reviewed_on=Subquery(first))


def _reviewed(scope: Scope) -> list[Share]:
    rows = reviewable(scope).values_list("month")
    found = rows.annotate(Count("pk"), part=Count("pk", filter=Q(is_reviewed=True)))
    return [
        Share(name=f"{month:%B} {month.year}", key=month, part=part, whole=whole)
        for month, whole, part in sorted(found)
    ]
