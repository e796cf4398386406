"""The claims behind a number of a report, each with its part of the number."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import (
    Case,
    DecimalField,
    Exists,
    F,
    Func,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce

from billing.models import (
    LIVE,
    SETTLED,
    Claim,
    ClaimLine,
    ClaimPayment,
    ClaimState,
    Denial,
    Frequency,
    LinePayment,
    Outcome,
)
from billing.selectors.received import FORETOLD
from billing.selectors.reports import minutes, money, speed
from billing.selectors.reports.scope import Scope
from registry import calendar

#: Numbers that can be opened, with what a row's number is: dollars, seconds, days, or nothing.
OPENS = {
    "charge": "dollars",
    "expected": "dollars",
    "paid": "dollars",
    "share": "dollars",
    "received": "dollars",
    "missed": "dollars",
    "at_risk": "dollars",
    "minutes": "seconds",
    "to_bill": "days",
    "unanswered": "days",
    "denied": "",
    "unreviewed": "",
}


@dataclass(frozen=True, slots=True)
class ClaimRow:
    claim: Claim
    amount: Decimal | int | None


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Which number: one of `OPENS`; `kind` and `reason` for minutes, `ages` for what is open."""

    what: str
    kind: str = ""
    reason: str = ""
    ages: tuple[int, int | None] = (0, None)


def of(scope: Scope, asked: Asked, today: dt.date) -> list[ClaimRow]:
    """The rows, the most first; three queries at most, whatever their number."""
    rows = list(_read(scope, asked))
    if asked.what == "missed":
        found = list(_missed(scope, rows))
    elif asked.what in ("to_bill", "unanswered"):
        found = list(_days(rows, asked, today))
    else:
        found = [ClaimRow(claim, getattr(claim, "amount", None)) for claim in rows]
    return sorted(found, key=lambda row: (-(row.amount or 0), row.claim.month, row.claim.pk))


def _read(scope: Scope, asked: Asked) -> QuerySet[Claim]:
    rows = _FINDERS[asked.what](scope, asked)
    related = ("practice", "patient", "payer", "episode__care_manager")
    return rows.select_related(*related).defer("facts", "verdict", "own_holds")


def _billed(scope: Scope, asked: Asked) -> QuerySet[Claim]:
    """Claims that are clean, approved or sent, with their charge or what is expected of them."""
    rows = Claim.objects.filter(
        Q(outcome=Outcome.BILLABLE) | ~Q(state=ClaimState.DRAFT),
        **scope.of_claims(),
        state__in=LIVE,
    ).exclude(frequency=Frequency.VOID)
    lines = _lines(scope)
    return rows.filter(Exists(lines)).annotate(amount=_sum_of(lines, asked.what))


def _paid(scope: Scope, asked: Asked) -> QuerySet[Claim]:
    payments = ClaimPayment.objects.filter(claim=OuterRef("pk")).exclude(status=FORETOLD)
    rows = Claim.objects.filter(Exists(payments), **scope.of_claims())
    if asked.what == "share":
        return rows.annotate(amount=_sum_of(payments, "patient_responsibility"))
    if asked.what == "received":
        share = _sum_of(payments, "patient_responsibility")
        return rows.annotate(amount=_sum_of(payments, "paid") + share)
    if not scope.code:
        return rows.annotate(amount=_sum_of(payments, "paid"))
    lines = LinePayment.objects.filter(payment__claim=OuterRef("pk"), code=scope.code)
    lines = lines.exclude(payment__status=FORETOLD)
    paid = _sum_of(lines, "paid", by="payment__claim")
    return rows.filter(Exists(lines)).annotate(amount=paid)


def _at_risk(scope: Scope, _: Asked) -> QuerySet[Claim]:
    """Held claims by what is expected of them, and what was refused and is not settled."""
    denials = Denial.objects.filter(claim=OuterRef("pk")).exclude(state__in=SETTLED)
    if scope.code:
        denials = denials.filter(code=scope.code)
    lines = _lines(scope)
    is_held = Q(state=ClaimState.DRAFT, outcome=Outcome.HELD) & Q(Exists(lines))
    rows = Claim.objects.filter(is_held | Q(Exists(denials)), **scope.of_claims())
    held = Case(When(is_held, then=_sum_of(lines, "expected")), default=Value(Decimal()))
    return rows.annotate(amount=Coalesce(held, Decimal()) + Coalesce(
        _sum_of(denials, "amount"), Decimal()
    ))  # fmt: skip


def _short(scope: Scope, _: Asked) -> QuerySet[Claim]:
    rows = money.short(scope)
    return rows.filter(short_of=scope.code) if scope.code else rows


def _minutes(scope: Scope, asked: Asked) -> QuerySet[Claim]:
    """Seconds of one kind and reason, as `minutes.of` counts them."""
    rows = minutes.live(scope)
    if asked.kind == minutes.EXCLUDED:
        seconds = Cast(_Excluded(F("verdict"), Value(asked.reason)), IntegerField())
        return rows.annotate(amount=seconds).filter(amount__gt=0)
    rows = rows.annotate(amount=F("counted_seconds"), cause=Coalesce("rules__0", "outcome")).filter(
        amount__gt=0
    )
    draft = Q(state=ClaimState.DRAFT)
    if asked.kind == minutes.EARNED:
        return rows.filter(~draft | Q(outcome=Outcome.BILLABLE))
    return rows.filter(draft, outcome=asked.kind, cause=asked.reason)


def _sent(scope: Scope, _: Asked) -> QuerySet[Claim]:
    return speed.sent(scope)


def _denied(scope: Scope, _: Asked) -> QuerySet[Claim]:
    return speed.decided(scope).filter(is_denied=True)


def _unreviewed(scope: Scope, _: Asked) -> QuerySet[Claim]:
    return speed.reviewable(scope).filter(is_reviewed=False)


_FINDERS: dict[str, Callable[[Scope, Asked], QuerySet[Claim]]] = {
    "charge": _billed,
    "expected": _billed,
    "paid": _paid,
    "share": _paid,
    "received": _paid,
    "missed": _short,
    "at_risk": _at_risk,
    "minutes": _minutes,
    "to_bill": _sent,
    "unanswered": _sent,
    "denied": _denied,
    "unreviewed": _unreviewed,
}


class _Excluded(Func):
    """The seconds that a kept verdict leaves out for a reason, as text."""

    template = "((%(expressions)s))"
    arg_joiner = "::json->'seconds'->'excluded')->>("
    output_field = TextField()


def _lines(scope: Scope) -> QuerySet[ClaimLine]:
    rows = ClaimLine.objects.filter(claim=OuterRef("pk"))
    return rows.filter(code=scope.code) if scope.code else rows


def _sum_of(rows: QuerySet, name: str, *, by: str = "claim") -> Subquery:
    summed = rows.order_by().values(by).annotate(total=Sum(name)).values("total")
    return Subquery(summed, output_field=DecimalField(max_digits=14, decimal_places=2))


def _missed(scope: Scope, rows: list[Claim]) -> Iterable[ClaimRow]:
    prices = money.schedules({(claim.practice_id, claim.payer_id) for claim in rows}, scope)
    for claim in rows:
        code = claim.short_of  # type: ignore[attr-defined]
        amount = money.unit(prices, claim.practice_id, claim.payer_id, code, claim.month)
        yield ClaimRow(claim, amount)


def _days(rows: list[Claim], asked: Asked, today: dt.date) -> Iterable[ClaimRow]:
    """From the month's end to the file; or from the file to today, while nobody has answered."""
    first, last = asked.ages
    for claim in rows:
        left = calendar.local_date(claim.sent_at, claim.practice.timezone)  # type: ignore[arg-type]
        if asked.what == "to_bill":
            yield ClaimRow(claim, max((left - calendar.last_day(claim.month)).days, 0))
            continue
        age = max((today - left).days, 0)
        is_open = claim.state == ClaimState.SENT and not claim.is_answered  # type: ignore[attr-defined]
        if is_open and first <= age and (last is None or age <= last):
            yield ClaimRow(claim, age)
