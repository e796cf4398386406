"""Dollars that payers refused: still to be won, or given up.

What is at stake on a line is never more than what was expected of it and is not paid, however much
was charged and however often it was refused.  Where no amount is expected, it is what was refused.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Case, DecimalField, F, OuterRef, QuerySet, Subquery, Sum, When
from django.db.models.functions import Coalesce

from billing.models import (
    LIVE,
    ClaimLine,
    ClaimPayment,
    Denial,
    DenialState,
    Frequency,
    LinePayment,
)
from billing.selectors.received import FORETOLD
from billing.selectors.reports.scope import WHOLE, Scope

OPEN, GIVEN_UP = "refused", "given_up"
_PLACES = {
    "at_practice": F("claim__practice"),
    "at_month": F("claim__month"),
    "at_payer": F("claim__payer"),
    "at_manager": F("claim__episode__care_manager"),
}
_MONEY = DecimalField(max_digits=14, decimal_places=2)


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """What is at stake of one line (`code`; empty: of the claim as a whole) for one reason."""

    practice_id: int
    month: dt.date
    payer_id: int | None
    care_manager_id: int | None
    claim_id: int
    code: str
    kind: str
    reason: str
    amount: Decimal


def of(scope: Scope) -> list[Refusal]:
    """One query.  Of claims that stand: what became of a replaced one rides on its replacement."""
    rows = Denial.objects.filter(**scope.of_claims("claim__"), claim__state__in=LIVE)
    ended = (DenialState.OVERTURNED, DenialState.DECIDED_ANEW)
    rows = rows.exclude(claim__frequency=Frequency.VOID).exclude(state__in=ended)
    found = _at_stake(rows)
    if scope.code:
        code = "" if scope.code == WHOLE else scope.code
        found = (each for each in found if each.code == code)
    return list(found)


def _at_stake(rows: QuerySet[Denial]) -> Iterator[Refusal]:
    """Lines first: what was refused of a claim as a whole is bounded by what they leave of it."""
    given = rows.annotate(left=_unpaid(), **_PLACES).order_by("claim", "-code", "pk").values()
    left: dict[tuple[int, str], Decimal | None] = {}
    taken: dict[int, Decimal] = defaultdict(Decimal)
    for row in given:
        place = (row["claim_id"], row["code"])
        if place not in left:
            left[place] = _bound(row, taken)
        stake = _least(row["amount"], left[place])
        if left[place] is not None:
            left[place] -= stake  # type: ignore[operator]
        taken[row["claim_id"]] += stake
        yield _refusal(row, stake)


def _bound(row: Mapping[str, Any], taken: dict[int, Decimal]) -> Decimal | None:
    """What is expected and not paid; None where nobody knows what is expected."""
    if row["left"] is None:
        return None
    already = Decimal() if row["code"] else taken[row["claim_id"]]
    return max(row["left"] - already, Decimal())


def _least(amount: Decimal, left: Decimal | None) -> Decimal:
    return amount if left is None else min(amount, left)


def _refusal(row: Mapping[str, Any], stake: Decimal) -> Refusal:
    given_up = row["state"] == DenialState.WRITTEN_OFF
    return Refusal(
        practice_id=row["at_practice"],
        month=row["at_month"],
        payer_id=row["at_payer"],
        care_manager_id=row["at_manager"],
        claim_id=row["claim_id"],
        code=row["code"],
        kind=GIVEN_UP if given_up else OPEN,
        reason=row["reason"],
        amount=stake,
    )


def _unpaid() -> Case:
    """Expected of the line less paid on it, by whichever payer; the claim's where it names none."""
    payments = ClaimPayment.objects.filter(claim=OuterRef("claim")).exclude(status=FORETOLD)
    hoped = ClaimLine.objects.filter(claim=OuterRef("claim"), code=OuterRef("code"))
    lines = LinePayment.objects.filter(payment__claim=OuterRef("claim"), code=OuterRef("code"))
    lines = lines.exclude(payment__status=FORETOLD)
    whole = F("claim__total_expected") - Coalesce(_sum(payments, "paid", "claim"), Decimal())
    of_line = _sum(hoped, "expected", "claim") - Coalesce(
        _sum(lines, "paid", "payment__claim"), Decimal()
    )
    return Case(When(code="", then=whole), default=of_line, output_field=_MONEY)


def _sum(rows: QuerySet, name: str, by: str) -> Subquery:
    summed = rows.order_by().values(by).annotate(total=Sum(name)).values("total")
    return Subquery(summed, output_field=_MONEY)
