"""Denials whose payer has decided anew: it took its refusal back, or said it once more.

A payer corrects itself by a reversal (status 22) and a further decision.  What was refused before
it stands no longer; where the same is refused again, the work that was begun goes on in the new
denial, and one amount is not on the list twice.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence

import pghistory

from billing.models import SETTLED, ClaimPayment, Denial, DenialState, LinePayment
from billing.selectors.earlier_payers import FORETOLD, REVERSAL, Deciders
from registry.models import User


def settle(
    payments: Sequence[ClaimPayment],
    lines: Mapping[int, Sequence[LinePayment]],
    deciders: Deciders,
    *,
    by: User,
    now: dt.datetime,
) -> list[Denial]:
    """Settle what these payments take back or repeat; those that were, with the work on them."""
    by_claim: dict[int, list[ClaimPayment]] = defaultdict(list)
    for payment in payments:
        if payment.claim_id and payment.status != FORETOLD:
            by_claim[payment.claim_id].append(payment)
    rows = Denial.objects.filter(claim__in=by_claim).exclude(state__in=SETTLED)
    found = [
        row
        for row in rows.select_related("payment")
        if any(_is_anew(row, each, lines, deciders) for each in by_claim[row.claim_id])
    ]
    if found:
        with pghistory.context(reason="decided anew by a later remittance"):
            Denial.objects.filter(pk__in=[row.pk for row in found]).update(
                state=DenialState.DECIDED_ANEW, changed_at=now, changed_by=by
            )
    return found


def _is_anew(
    row: Denial,
    payment: ClaimPayment,
    lines: Mapping[int, Sequence[LinePayment]],
    deciders: Deciders,
) -> bool:
    """Whether a payment speaks again of what was refused; a reversal, of the whole claim.

    A part of a claim that is decided by itself leaves the other parts' refusals as they were.
    """
    if payment.pk == row.payment_id or not deciders.is_theirs(payment, row.payer_id):
        return False
    if payment.status == REVERSAL:
        return payment.charge == -row.payment.charge
    if not row.code:
        return payment.charge == row.payment.charge
    return any(line.code == row.code for line in lines.get(payment.pk, ()))


def with_work(made: Sequence[Denial], earlier: Sequence[Denial]) -> None:
    """Give new denials the owner and note of the earlier one of the same claim, line and payer."""
    known = {(row.claim_id, row.code, row.payer_id): row for row in earlier}
    for row in made:
        before = known.get((row.claim_id, row.code, row.payer_id))
        if before is not None:
            row.owner_id, row.note = before.owner_id, before.note
