"""What was paid on claims, by whom, and what is left to patients once every payer has spoken.

A claim stands with its first payer.  Where it went on to a second one, that payer's dollars are
paid as well, and they come out of the share that the first one left to the patient: the share is
what the last payer to decide leaves, never the sum of both, or the same dollars count twice.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db.models import (
    Case,
    DecimalField,
    Exists,
    F,
    Func,
    OuterRef,
    Q,
    QuerySet,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from billing.models import ClaimPayment, LinePayment, SubmissionClaim
from billing.selectors.earlier_payers import AS_LATER, REVERSAL
from billing.selectors.received import FORETOLD
from billing.selectors.reports.scope import Scope
from registry.models import Payer

#: Processed as the third payer, sent on or not.
THIRD = ("3", "21")
#: Decided by a payer after the first one: it says so, or the claim's payer is another.
IS_LATER = Q(status__in=AS_LATER) | (
    Q(remittance__payer__isnull=False, claim__payer__isnull=False)
    & ~Q(remittance__payer=F("claim__payer"))
)
#: The same of a line's payment.
LINE_IS_LATER = Q(payment__status__in=AS_LATER) | (
    Q(payment__remittance__payer__isnull=False, payment__claim__payer__isnull=False)
    & ~Q(payment__remittance__payer=F("payment__claim__payer"))
)


def counted(**of: Any) -> QuerySet[Any]:
    """Payments that move money, each with what it leaves to the patient (`owed`).

    Of a claim that a later payer has decided, that is what the last payer leaves; a decision that
    was taken back (a reversal) decides nothing.
    """
    rows = ClaimPayment.objects.filter(**of).exclude(status=FORETOLD).order_by()
    left, nothing = F("patient_responsibility"), Value(Decimal())
    owed = Case(
        When(is_third(), then=left),
        When(Exists(_standing(is_third())), then=nothing),
        When(IS_LATER, then=left),
        When(Exists(_standing(IS_LATER)), then=nothing),
        default=left,
    )
    return rows.annotate(owed=owed)


def is_third() -> Q:
    """Decided by the third payer: its status says so, or the claim went to that payer third."""
    places = SubmissionClaim.objects.filter(
        claim=OuterRef("claim"), turn="T", coverage__payer=OuterRef("remittance__payer")
    )
    unsaid = IS_LATER & ~Q(status__in=AS_LATER)
    return Q(status__in=THIRD) | Q(unsaid, Exists(places))


def _standing(of_turn: Q) -> QuerySet:
    rows = ClaimPayment.objects.filter(of_turn, claim=OuterRef("claim")).exclude(status=FORETOLD)
    step = Case(When(status=REVERSAL, then=Value(-1)), default=Value(1))
    return rows.order_by().values("claim").annotate(standing=Sum(step)).filter(standing__gt=0)


class _LeftOfLine(Func):
    """What a line's adjustments leave to the patient: those of the group PR."""

    template = (
        "(SELECT coalesce(sum((told ->> 'amount')::numeric), 0) "
        "FROM jsonb_array_elements(%(expressions)s) AS told WHERE told ->> 'group' = 'PR')"
    )
    output_field = DecimalField(max_digits=14, decimal_places=2)


def lines(**of: Any) -> QuerySet[LinePayment]:
    """Their service lines, each with what of the payment's `owed` it leaves to the patient."""
    owes = Exists(counted(pk=OuterRef("payment")).exclude(owed=Decimal()))
    left = Case(When(owes, then=_LeftOfLine("adjustments")), default=Value(Decimal()))
    rows = LinePayment.objects.filter(**of).exclude(payment__status=FORETOLD).order_by()
    return rows.annotate(owed=left)


def by_whom(scope: Scope) -> list[tuple[int | None, str, Decimal]]:
    """Dollars by the payer who paid them, first or second; two queries.

    A remittance from a payer that nobody knows stands with the claim's own.
    """
    rows = counted(**scope.of_claims("claim__")).annotate(payer=who())
    sums: dict[int | None, Decimal] = dict(rows.values_list("payer").annotate(Sum("paid")))
    known = Payer.objects.filter(pk__in=[pk for pk in sums if pk])
    names: dict[int | None, str] = dict(known.values_list("pk", "name"))  # type: ignore[arg-type]
    told = [(pk, names.get(pk, "No payer"), paid or Decimal()) for pk, paid in sums.items()]
    return sorted(told, key=lambda each: (-each[2], each[1].casefold()))


def who() -> Coalesce:
    """The payer of a payment."""
    return Coalesce("remittance__payer", "claim__payer")
