"""Why dollars were missed, and why others are at risk: each cause with what it comes to."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, F, Q, QuerySet, Sum

from billing.models import ClaimLine, ClaimState, Frequency, Outcome
from billing.selectors.reports import money, refusals
from billing.selectors.reports.scope import Scope

SHORT, HELD = "short", "held"
MISSED = (SHORT, refusals.GIVEN_UP)


@dataclass(frozen=True, kw_only=True)
class Cause:
    """`reason` is the code that was not reached, the rule that holds, or the payer's CARC.

    `without` are months or lines of which no amount is known.
    """

    kind: str
    reason: str
    amount: Decimal
    claims: int
    without: int = 0

    @property
    def is_missed(self) -> bool:
        return self.kind in MISSED


def of(scope: Scope) -> list[Cause]:
    """The most dollars first, what was missed before what is at risk; four queries."""
    found = [*_short(scope), *_held(scope), *_refused(scope)]
    return sorted(found, key=lambda each: (not each.is_missed, -each.amount, each.reason))


def _short(scope: Scope) -> list[Cause]:
    by_code: dict[str, list[money.Short]] = defaultdict(list)
    for each in money.fell_short(scope):
        if scope.code in ("", each.cell.code):
            by_code[each.cell.code].append(each)
    return [
        Cause(
            kind=SHORT,
            reason=code,
            amount=sum((each.amount for each in rows), Decimal()),
            claims=sum(each.months for each in rows),
            without=sum(each.months for each in rows if each.unit is None),
        )
        for code, rows in by_code.items()
    ]


def _held(scope: Scope) -> list[Cause]:
    """By the first rule that holds a claim."""
    lines = held_lines(scope).annotate(rule=F("claim__rules__0"))
    sums = lines.values_list("rule").annotate(
        Sum("expected"),
        claims=Count("claim", distinct=True),
        without=Count("pk", filter=Q(expected=None)),
    )  # fmt: skip
    return [
        Cause(kind=HELD, reason=reason or "", amount=amount or Decimal(), claims=claims,
              without=without)
        for reason, amount, claims, without in sums
    ]  # fmt: skip


def held_lines(scope: Scope) -> QuerySet[ClaimLine]:
    """The lines of claims that are held."""
    rows = ClaimLine.objects.filter(
        **scope.of_claims("claim__"), claim__state=ClaimState.DRAFT, claim__outcome=Outcome.HELD
    )
    rows = rows.exclude(claim__frequency=Frequency.VOID).order_by()
    return rows.filter(code=scope.code) if scope.code else rows


def _refused(scope: Scope) -> list[Cause]:
    sums: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    claims: dict[tuple[str, str], set[int]] = defaultdict(set)
    for each in refusals.of(scope):
        sums[each.kind, each.reason] += each.amount
        claims[each.kind, each.reason].add(each.claim_id)
    return [
        Cause(kind=kind, reason=reason, amount=amount, claims=len(claims[kind, reason]))
        for (kind, reason), amount in sums.items()
    ]
