"""One row behind a number of a report, and which number is asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import DecimalField, QuerySet, Subquery, Sum
from django.db.models.expressions import Combinable

from billing.models import Claim

MONEY = DecimalField(max_digits=14, decimal_places=2)
Amount = Decimal | int | dt.date | None


@dataclass(frozen=True, slots=True)
class ClaimRow:
    claim: Claim
    amount: Amount


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Which number: one of `claim_rows.OPENS`.

    `kind` and `reason` narrow minutes, `reason` what is held or refused, `ages` what is open, and
    `from_payer` what was paid, to the payer who paid it (0: nobody knows who).
    """

    what: str
    kind: str = ""
    reason: str = ""
    ages: tuple[int, int | None] = (0, None)
    from_payer: int | None = None


def read(rows: QuerySet[Claim]) -> QuerySet[Claim]:
    """Claims as a list shows them: who, of which payer, and nothing that is long."""
    related = ("practice", "patient", "payer", "episode__care_manager")
    return rows.select_related(*related).defer("facts", "verdict", "own_holds")


def annotated(rows: QuerySet[Claim]) -> Iterator[ClaimRow]:
    """Each claim with its `amount`, where it has one."""
    for claim in read(rows):
        yield ClaimRow(claim, getattr(claim, "amount", None))


def sum_of(rows: QuerySet, of: str | Combinable, *, by: str = "claim") -> Subquery:
    """The sum of a claim's rows, in a query of claims."""
    summed = rows.order_by().values(by).annotate(total=Sum(of)).values("total")
    return Subquery(summed, output_field=MONEY)
