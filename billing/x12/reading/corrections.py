"""Reversals and what comes in their place.

A payer corrects a payment by taking it back whole (status 22, amounts turned around) and deciding
the claim anew, as a rule in the same remittance (005010X221A1, 1.10.2.8).
"""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass

from billing.x12.reading.remittance import ClaimPayment, Remittance


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction:
    """A payment taken back, and the claim's new decision; None where it has not come yet."""

    reversal: ClaimPayment
    decision: ClaimPayment | None


def corrections(remittance: Remittance) -> tuple[Correction, ...]:
    """Each reversal with the decision that comes for the same claim of ours.

    A decision belongs to one reversal only; where several could be meant, the one with the
    reversal's payer control number (its own, or as the one that it corrects) comes first.
    """
    decisions = _Decisions(remittance)
    reversals = (claim for claim in remittance.claims if claim.is_reversal)
    return tuple(Correction(reversal=each, decision=decisions.take(each)) for each in reversals)


class _Decisions:
    """The decisions that no reversal has yet, by our claim id and by the payer's number too."""

    def __init__(self, remittance: Remittance) -> None:
        self.taken: set[int] = set()
        self.waiting: dict[tuple[str, str], deque[ClaimPayment]] = defaultdict(deque)
        for claim in remittance.claims:
            if not claim.is_reversal:
                for number in {"", claim.payer_control_number, claim.original_reference}:
                    self.waiting[claim.claim_id, number].append(claim)

    def take(self, reversal: ClaimPayment) -> ClaimPayment | None:
        named = self._next((reversal.claim_id, reversal.payer_control_number))
        return named or self._next((reversal.claim_id, ""))

    def _next(self, key: tuple[str, str]) -> ClaimPayment | None:
        queue = self.waiting.get(key)
        while queue:
            claim = queue.popleft()
            if claim.segment not in self.taken:
                self.taken.add(claim.segment)
                return claim
        return None
