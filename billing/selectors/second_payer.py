"""Where a claim stands with the patient's second payer."""

from __future__ import annotations

from dataclasses import dataclass

from billing.models import Claim, ClaimState, MedicareSecond, Submission
from billing.selectors import earlier_payers, sending
from registry.models import Coverage

TURN = "S"
#: Why Medicare does not pay first: code and words.
REASONS = MedicareSecond.choices
_MEDICARE = ("MA", "MB")


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Whether a claim can go to the second payer: `sentence` says why not, where it cannot yet.

    `coverage` is None where the patient has no second one.  `made` is the file that it left in.
    """

    coverage: Coverage | None = None
    sentence: str = ""
    made: Submission | None = None
    asks_reason: bool = False

    @property
    def may_leave(self) -> bool:
        return self.coverage is not None and not self.sentence and self.made is None


def standing(claim: Claim) -> Standing:
    """Where a claim stands with the second payer."""
    place = claim.places.filter(turn=TURN).select_related("submission", "coverage__payer").first()
    if place is not None:
        return Standing(coverage=place.coverage, made=place.submission)
    found = sending.in_turn(claim)
    if len(found) < 2:
        return Standing()
    coverage = found[1]
    asks = coverage.payer.claim_filing_code in _MEDICARE
    return Standing(coverage=coverage, sentence=_hindrance(claim), asks_reason=asks)


def _hindrance(claim: Claim) -> str:
    if claim.state != ClaimState.SENT:
        return "The claim has not been sent to the first payer."
    payment = earlier_payers.decision_on(claim)
    if payment is None:
        return "The first payer's remittance is not posted yet, or was reversed."
    if payment.status in earlier_payers.FORWARDED:
        return "The first payer has sent the claim on to the next one itself: do not send it again."
    return ""
