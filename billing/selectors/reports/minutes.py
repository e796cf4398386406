"""Where the worked time of months went: what earned, what waits, what earned nothing, and why."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Case, Count, F, Q, Sum, Value, When
from django.db.models.functions import Coalesce

from billing.models import LIVE, Claim, ClaimState, Frequency, Outcome
from billing.selectors.reports.scope import Scope

EARNED, HELD, RUNNING, NOT_BILLABLE, EXCLUDED = (
    "earned", "held", "running", "not_billable", "excluded",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Spent:
    """Seconds of one kind and for one reason: a rule, or why time is excluded."""

    kind: str
    reason: str
    seconds: int
    claims: int


@dataclass(frozen=True, kw_only=True)
class Minutes:
    """`worked` is the sum of all: every worked second is in exactly one of `spent`."""

    worked: int
    spent: list[Spent]

    def of_kind(self, kind: str) -> int:
        return sum(each.seconds for each in self.spent if each.kind == kind)


#: Excluded seconds by reason, out of the kept verdicts of some claims.
_EXCLUDED = """
    SELECT left_out.key, sum(left_out.value::bigint), count(*)
    FROM ({claims}) AS claim
    CROSS JOIN LATERAL json_each_text(claim.verdict::json -> 'seconds' -> 'excluded') AS left_out
    GROUP BY left_out.key
"""


def live(scope: Scope) -> Any:
    """The claims that stand for the months of a scope."""
    rows = Claim.objects.filter(**scope.of_claims(), state__in=LIVE)
    return rows.exclude(frequency=Frequency.VOID).order_by()


def of(scope: Scope) -> Minutes:
    """Two queries."""
    found: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    worked = 0
    has_time = Count("pk", filter=Q(counted_seconds__gt=0))
    sums = told(live(scope), scope).values_list("kind", "cause").annotate(
        Sum("counted_seconds"), Sum("worked_seconds"), number=has_time
    )  # fmt: skip
    for kind, cause, counted, all_of_it, number in sums:
        held = found[kind, cause]
        held[0] += counted
        held[1] += number
        worked += all_of_it
    for reason, seconds, number in _excluded(scope):
        found[EXCLUDED, reason] = [int(seconds), number]
    spent = [
        Spent(kind=kind, reason=reason, seconds=seconds, claims=number)
        for (kind, reason), (seconds, number) in found.items()
        if seconds
    ]
    return Minutes(worked=worked, spent=sorted(spent, key=lambda each: -each.seconds))


def told(rows: Any, scope: Scope) -> Any:
    """Claims with what became of their counted time (`kind`) and, unless it earned, why (`cause`).

    A month that runs has not failed to earn: it may still.
    """
    earned = ~Q(state=ClaimState.DRAFT) | Q(outcome=Outcome.BILLABLE)
    return rows.annotate(
        kind=Case(
            When(earned, then=Value(EARNED)),
            When(outcome=Outcome.HELD, then=Value(HELD)),
            When(month__gte=scope.present, then=Value(RUNNING)),
            default=Value(NOT_BILLABLE),
        ),
        cause=Case(When(earned, then=Value("")), default=Coalesce("rules__0", "outcome")),
    )


def _excluded(scope: Scope) -> list[tuple[str, int, int]]:
    wanted = live(scope).filter(worked_seconds__gt=F("counted_seconds")).values("verdict")
    sql, given = wanted.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(_EXCLUDED.format(claims=sql), given)
        return cursor.fetchall()
