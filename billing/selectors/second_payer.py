"""Where a claim stands with the patient's later payers, the second and the third."""

from __future__ import annotations

from dataclasses import dataclass

from billing.models import FIRST_TURN, Claim, ClaimState, MedicareSecond, Submission
from billing.selectors import earlier_payers, sending
from registry.models import Coverage

TURN = "S"
WORDS = {"P": "first", "S": "second", "T": "third"}
#: Why Medicare does not pay first: code and words.
REASONS = MedicareSecond.choices
_MEDICARE = ("MA", "MB")


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Whether a claim can go to a later payer: `sentence` says why not, where it cannot yet.

    `coverage` is None where the patient has none of that turn.  `made` is the file that it left in.
    """

    turn: str = TURN
    coverage: Coverage | None = None
    sentence: str = ""
    made: Submission | None = None
    asks_reason: bool = False

    @property
    def may_leave(self) -> bool:
        return self.coverage is not None and not self.sentence and self.made is None

    @property
    def word(self) -> str:
        """The second, or the third."""
        return WORDS[self.turn]


def standings(claim: Claim) -> list[Standing]:
    """Where a claim stands with each later payer that the patient has, in turn."""
    turns = [turn for turn in WORDS if turn != FIRST_TURN]
    return [each for each in (standing(claim, turn) for turn in turns) if each.coverage]


def standing(claim: Claim, turn: str = TURN) -> Standing:
    """Where a claim stands with the payer of that turn."""
    place = claim.places.filter(turn=turn).select_related("submission", "coverage__payer").first()
    if place is not None:
        return Standing(turn=turn, coverage=place.coverage, made=place.submission)
    coverage = dict(sending.turns(claim)).get(turn)  # type: ignore[call-overload]
    if coverage is None:
        return Standing(turn=turn)
    return Standing(
        turn=turn,
        coverage=coverage,
        sentence=_hindrance(claim, turn),
        asks_reason=coverage.payer.claim_filing_code in _MEDICARE,
    )


def _hindrance(claim: Claim, turn: str) -> str:
    if claim.state != ClaimState.SENT:
        return "The claim has not been sent to the first payer."
    last = None
    for each, coverage in sending.turns(claim):
        if each >= turn:
            break
        last = earlier_payers.decision_on(claim, each, coverage)
        if last is None:
            return f"The {WORDS[each]} payer's remittance is not posted yet, or was reversed."
    if last is not None and last.status in earlier_payers.FORWARDED:
        before = WORDS["P" if turn == "S" else "S"]
        return (
            f"The {before} payer has sent the claim on to the next one itself: do not send it "
            "again."
        )
    return ""
