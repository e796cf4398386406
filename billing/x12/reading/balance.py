"""Whether a remittance adds up, as its guide says (005010X221A1, 1.10.2.1), and where it does not.

A line: charge less its adjustments is its payment. A claim: charge less all adjustments, its own
and its lines', is its payment. The whole: the claims' payments less the provider-level adjustments
(a positive one lowers the payment) are the amount of BPR02. The same holds for a reversal, whose
amounts are negative.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from billing.x12.reading.remittance import ClaimPayment, Remittance, ServicePayment


@dataclass(frozen=True, kw_only=True, slots=True)
class Imbalance:
    """One sum that does not come out: `expected` by the rule, `stated` by the payer.

    `segment` is the place in the file of what states it (BPR, CLP or SVC). `claim_id`
    is "" and `line` 0 where they do not apply; lines count from 1.
    """

    level: Literal["line", "claim", "payment"]
    segment: int
    claim_id: str = ""
    line: int = 0
    expected: Decimal
    stated: Decimal
    sentence: str

    @property
    def difference(self) -> Decimal:
        """What the payer states beyond what adds up."""
        return self.stated - self.expected


def imbalances(remittance: Remittance) -> tuple[Imbalance, ...]:
    """Every sum that does not come out, in the file's order; () if the remittance balances."""
    claims = (found for claim in remittance.claims for found in _of_claim(claim))
    return (*claims, *_of_payment(remittance))


def _of_claim(claim: ClaimPayment) -> Iterator[Imbalance]:
    for number, line in enumerate(claim.lines, 1):
        yield from _of_line(claim, number, line)
    expected = claim.charge - claim.adjusted
    if expected != claim.paid:
        yield Imbalance(
            level="claim",
            segment=claim.segment,
            claim_id=claim.claim_id,
            expected=expected,
            stated=claim.paid,
            sentence=f"Segment {claim.segment} (CLP), claim {claim.claim_id}: the charge of "
            f"{claim.charge} less adjustments of {claim.adjusted} is {expected}, but the payer "
            f"states a payment of {claim.paid}.",
        )


def _of_line(claim: ClaimPayment, number: int, line: ServicePayment) -> Iterator[Imbalance]:
    expected = line.charge - line.adjusted
    if expected != line.paid:
        yield Imbalance(
            level="line",
            segment=line.segment,
            claim_id=claim.claim_id,
            line=number,
            expected=expected,
            stated=line.paid,
            sentence=f"Segment {line.segment} (SVC), claim {claim.claim_id}, line {number} "
            f"({line.procedure.code}): the charge of {line.charge} less adjustments of "
            f"{line.adjusted} is {expected}, but the payer states a payment of {line.paid}.",
        )


def _of_payment(remittance: Remittance) -> Iterator[Imbalance]:
    expected = remittance.claims_paid - remittance.provider_adjusted
    if expected != remittance.amount:
        yield Imbalance(
            level="payment",
            segment=remittance.payment_segment,
            expected=expected,
            stated=remittance.amount,
            sentence=f"Segment {remittance.payment_segment} (BPR): the claims' payments of "
            f"{remittance.claims_paid} less provider-level adjustments of "
            f"{remittance.provider_adjusted} are {expected}, but the payer states a payment of "
            f"{remittance.amount}.",
        )
