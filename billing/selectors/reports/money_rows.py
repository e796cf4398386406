"""The claims behind dollars of a report."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from billing.models import LIVE, Claim, ClaimLine, ClaimState, Frequency, Outcome, SetAside
from billing.selectors.reports import money, payments, refusals
from billing.selectors.reports.row import Asked, ClaimRow, annotated, read, sum_of
from billing.selectors.reports.scope import WHOLE, Scope

ZERO = Decimal()


def billed(scope: Scope, asked: Asked, today: dt.date) -> Iterator[ClaimRow]:
    """Claims that are clean, approved or sent, with their charge or what is expected of them."""
    rows = Claim.objects.filter(
        Q(outcome=Outcome.BILLABLE) | ~Q(state=ClaimState.DRAFT),
        **scope.of_claims(),
        state__in=LIVE,
    ).exclude(frequency=Frequency.VOID)
    rows = rows.exclude(set_aside=SetAside.UNBILLED)
    yield from _with_lines(scope, rows, asked)


def held(scope: Scope, asked: Asked, today: dt.date) -> Iterator[ClaimRow]:
    """Claims that are held, with what is expected of them."""
    rows = Claim.objects.filter(
        **scope.of_claims(), state=ClaimState.DRAFT, outcome=Outcome.HELD
    ).exclude(frequency=Frequency.VOID)
    rows = rows.exclude(set_aside=SetAside.UNBILLED)
    if asked.reason:
        rows = rows.filter(rules__0=asked.reason)
    yield from _with_lines(scope, rows, asked)


def _with_lines(scope: Scope, rows: QuerySet[Claim], asked: Asked) -> Iterator[ClaimRow]:
    """Those with lines of the code: dollars of the lines, or how many of them have none."""
    lines = ClaimLine.objects.filter(claim=OuterRef("pk"))
    lines = lines.filter(code=scope.code) if scope.code else lines
    if asked.what.startswith("without"):
        lines = lines.filter(expected=None)
        amount = sum_of(lines, Value(1))
    else:
        amount = sum_of(lines, "charge" if asked.what == "charge" else "expected")
    yield from annotated(rows.filter(Exists(lines)).annotate(amount=amount))


def paid(scope: Scope, asked: Asked, today: dt.date) -> Iterator[ClaimRow]:
    """Claims with a payment: what was paid on them, is left to the patient, or both."""
    moved, lines = _moved(asked)
    of_code = bool(scope.code) and scope.code != WHOLE
    lines = lines.filter(code=scope.code) if of_code else lines
    sums = {
        "paid": sum_of(moved, "paid"),
        "left": sum_of(moved, "owed"),
        "paid_of_lines": sum_of(lines, "paid", by="payment__claim"),
        "left_of_lines": sum_of(lines, "owed", by="payment__claim"),
    }
    rows = Claim.objects.filter(Exists(lines if of_code else moved), **scope.of_claims())
    found = rows.annotate(**{f"sum_{name}": Coalesce(each, ZERO) for name, each in sums.items()})
    for claim in read(found):
        amount = _amount(claim, asked.what, scope.code)
        if amount or _tells_nothing(asked.what, scope.code):
            yield ClaimRow(claim, amount)


def _tells_nothing(what: str, code: str) -> bool:
    """Whether a payment of nothing is a row: a payer's word is, a share of nothing is not."""
    return what != "share" and code != WHOLE


def _amount(claim: Claim, what: str, code: str) -> Decimal:
    """Of the claim; of its lines alone (of one code); or of what no line has of it."""
    sums = vars(claim)
    paid_of_it, left = sums["sum_paid"], sums["sum_left"]
    if code == WHOLE:
        paid_of_it, left = paid_of_it - sums["sum_paid_of_lines"], left - sums["sum_left_of_lines"]
    elif code:
        paid_of_it, left = sums["sum_paid_of_lines"], sums["sum_left_of_lines"]
    if what == "share":
        return left
    return paid_of_it + left if what == "received" else paid_of_it


def _moved(asked: Asked) -> tuple[QuerySet, QuerySet]:
    """A claim's payments and their lines, of second payers alone or of one payer if so asked."""
    moved = payments.counted(claim=OuterRef("pk"))
    lines = payments.lines(payment__claim=OuterRef("pk"))
    if asked.what == "paid_later":
        moved, lines = moved.filter(payments.IS_LATER), lines.filter(payments.LINE_IS_LATER)
    if asked.from_payer is not None:
        moved = moved.annotate(payer=payments.who()).filter(payer=asked.from_payer or None)
    return moved, lines


def refused(scope: Scope, asked: Asked, today: dt.date) -> Iterator[ClaimRow]:
    """Claims of which something was refused and is not settled, or was given up."""
    wanted = refusals.GIVEN_UP if asked.what in ("given_up", "missed") else refusals.OPEN
    stakes: dict[int, Decimal] = defaultdict(Decimal)
    for each in refusals.of(scope):
        if each.kind == wanted and asked.reason in ("", each.reason):
            stakes[each.claim_id] += each.amount
    for claim in read(Claim.objects.filter(pk__in=stakes)):
        yield ClaimRow(claim, stakes[claim.pk])


def short(scope: Scope, asked: Asked, today: dt.date) -> Iterator[ClaimRow]:
    """Months that fell short, each with a unit of the code that it did not reach."""
    rows = money.short(scope)
    claims = list(read(rows.filter(short_of=scope.code) if scope.code else rows))
    prices = money.schedules({(claim.practice_id, claim.payer_id) for claim in claims}, scope)
    for claim in claims:
        code = claim.short_of  # type: ignore[attr-defined]
        unit = money.unit(prices, claim.practice_id, claim.payer_id, code, claim.month)
        if asked.what != "without_missed" or unit is None:
            yield ClaimRow(claim, unit)


def at_risk(scope: Scope, asked: Asked, today: dt.date) -> Iterable[ClaimRow]:
    """What is expected of held claims, and what was refused and is not settled."""
    yield from held(scope, asked, today)
    yield from refused(scope, asked, today)


def missed(scope: Scope, asked: Asked, today: dt.date) -> Iterable[ClaimRow]:
    """Months that fell short, and what was refused and given up."""
    yield from short(scope, asked, today)
    yield from refused(scope, asked, today)
