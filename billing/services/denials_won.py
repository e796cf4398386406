"""Denials that were won: the line is paid after all, on the claim or on one that replaced it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import pghistory

from billing.models import SETTLED, Claim, ClaimPayment, Denial, DenialState, LinePayment
from billing.selectors.earlier_payers import Deciders
from registry.models import User


def settle(
    payments: Sequence[ClaimPayment],
    lines: Mapping[int, Sequence[LinePayment]],
    deciders: Deciders,
    *,
    by: User,
    now: dt.datetime,
) -> None:
    """What another payer paid leaves a refusal as it was."""
    paid = _paid(payments, lines)
    found = Denial.objects.filter(claim__in={claim for claim, _ in paid}).exclude(state__in=SETTLED)
    won = [
        row.pk
        for row in found
        if any(deciders.is_theirs(each, row.payer_id) for each in paid[row.claim_id, row.code])
    ]
    if won:
        with pghistory.context(reason="paid by a later remittance"):
            Denial.objects.filter(pk__in=won).update(
                state=DenialState.OVERTURNED, changed_at=now, changed_by=by
            )


def _paid(
    payments: Sequence[ClaimPayment], lines: Mapping[int, Sequence[LinePayment]]
) -> dict[tuple[int, str], list[ClaimPayment]]:
    """Payments of money by claim and code, a replacement's for the claims before it too."""
    found: dict[tuple[int, str], list[ClaimPayment]] = defaultdict(list)
    earlier = _corrected({each.claim_id for each in payments if each.claim_id})
    for payment in payments:
        for line in lines.get(payment.pk, ()):
            claim = payment.claim_id if line.paid > 0 else None
            while claim is not None:
                found[claim, line.code].append(payment)
                claim = earlier.get(claim)
    return found


def _corrected(claims: Iterable[int]) -> dict[int, int]:
    """By each of these claims, and of those before them, the claim that it corrects."""
    found: dict[int, int] = {}
    ids = set(claims)
    while ids:
        rows = Claim.objects.filter(pk__in=ids).exclude(corrects=None)
        step = {pk: before for pk, before in rows.values_list("pk", "corrects_id") if before}
        found |= step
        ids = set(step.values()) - found.keys()
    return found
