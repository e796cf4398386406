"""Reversals and what comes in their place.

A payer corrects a payment by taking it back whole (status 22, amounts turned around) and deciding
the claim anew, as a rule in the same remittance (005010X221A1, 1.10.2.8).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from billing.x12.reading.remittance import ClaimPayment, Remittance


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction:
    """A payment taken back, and the claim's new decision; None where it has not come yet."""

    reversal: ClaimPayment
    decision: ClaimPayment | None


def corrections(remittance: Remittance) -> tuple[Correction, ...]:
    """Each reversal with the decision that follows it for the same claim of ours.

    A decision belongs to one reversal only; where several could be meant, the one with the
    reversal's payer control number (its own, or as the one that it corrects) comes first.
    """
    left = [claim for claim in remittance.claims if not claim.is_reversal]
    found = []
    for reversal in (claim for claim in remittance.claims if claim.is_reversal):
        decision = _decision(reversal, left)
        if decision:
            left.remove(decision)
        found.append(Correction(reversal=reversal, decision=decision))
    return tuple(found)


def _decision(reversal: ClaimPayment, left: Sequence[ClaimPayment]) -> ClaimPayment | None:
    same = [claim for claim in left if claim.claim_id == reversal.claim_id]
    number = reversal.payer_control_number
    named = [c for c in same if number and number in (c.payer_control_number, c.original_reference)]
    return next(iter(named or same), None)
