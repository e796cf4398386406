"""What is checked of other coverage: whose turn it is, and whether its payer's decision adds up.

The sums are those of the guides (1.4.1, coordination of benefits): a line's charge less its
adjustments is what was paid for it; the claim's charge less all of them, for the claim.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TypeAlias

from billing.x12 import adjustment_segments, line_checks
from billing.x12.adjustment import Adjustment
from billing.x12.document import AnyClaim, Claim, InstitutionalClaim, LineDecision, OtherCoverage

Found: TypeAlias = tuple[str, str]

MOST_COVERAGES = 10
MOST_DECISIONS = 15
MOST_REMARKS = 5

_TURNS = "PST"
_MEDICARE = ("MA", "MB")
_REMARK = re.compile(r"[0-9A-Z]{2,5}")


def faults(claim: AnyClaim) -> Iterator[Found]:
    """All faults of the claim's turn, of the other coverages and of what was decided."""
    yield from _turns(claim)
    yield from _insurance_type(claim)
    if len(claim.other_coverages) > MOST_COVERAGES:
        yield "other_coverages", f"The claim has more than {MOST_COVERAGES} other coverages."
    for place, other in enumerate(claim.other_coverages):
        for field, sentence in _coverage(claim, other, f"Other coverage {place + 1}"):
            yield f"other_coverages[{place}].{field}", sentence
    yield from _decisions(claim)


def _turns(claim: AnyClaim) -> Iterator[Found]:
    others = [other.turn for other in claim.other_coverages]
    if claim.turn != "P" and not any(_is_earlier(turn, claim.turn) for turn in others):
        yield (
            "other_coverages",
            "The claim goes to a second or third payer, but the earlier one's coverage and "
            "decision are missing. Enter them from its remittance.",
        )
    uses = Counter([claim.turn, *others])
    for place, turn in enumerate(others):
        if uses[turn] > 1:
            yield (
                f"other_coverages[{place}].turn",
                f"Other coverage {place + 1} has the same turn as another one. Say which payer is "
                "first, second and third.",
            )
    payers = Counter(other.payer.id for other in claim.other_coverages)
    for place, other in enumerate(claim.other_coverages):
        if payers[other.payer.id] > 1:
            yield (
                f"other_coverages[{place}].payer.id",
                f"Other coverage {place + 1} has the same payer id as another one. Correct one.",
            )


def _is_earlier(turn: str, than: str) -> bool:
    return _TURNS.index(turn) < _TURNS.index(than)


def _insurance_type(claim: AnyClaim) -> Iterator[Found]:
    """Why Medicare pays second (SBR05), and only then; an institutional claim never says it."""
    second = claim.turn != "P" and claim.subscriber.filing_indicator in _MEDICARE
    if isinstance(claim, Claim) and second and not claim.insurance_type:
        yield (
            "insurance_type",
            "Medicare is not the first payer, but the reason (insurance type) is missing. Enter "
            "it, such as 12 for working aged.",
        )
    if claim.insurance_type and not second:
        yield (
            "insurance_type",
            "The insurance type is for claims on which Medicare is not the first payer. Empty it.",
        )
    for place, other in enumerate(claim.other_coverages):
        if isinstance(claim, InstitutionalClaim) and other.insurance_type:
            yield (
                f"other_coverages[{place}].insurance_type",
                f"Other coverage {place + 1} has an insurance type, which an institutional claim "
                "does not carry. Empty it.",
            )


# One coverage


def _coverage(claim: AnyClaim, other: OtherCoverage, name: str) -> Iterator[Found]:
    if _is_earlier(other.turn, claim.turn):
        yield from _decided(claim, other, name)
    elif other.paid is not None:
        yield "paid", f"{name} comes after this payer, yet has a payment. Remove it."
    yield from _adjustments(other.adjustments, name)
    if len(other.remarks) > MOST_REMARKS:
        yield "remarks", f"{name} has more than {MOST_REMARKS} remarks. Keep the first ones."
    if not all(_REMARK.fullmatch(each) for each in other.remarks):
        yield "remarks", f"{name} has a remark that is no code, such as N130. Correct it."


def _decided(claim: AnyClaim, other: OtherCoverage, name: str) -> Iterator[Found]:
    """An earlier payer has decided, on a day, and its decision adds up."""
    decisions = [
        decision
        for line in claim.lines
        for decision in line.decisions
        if decision.payer_id == other.payer.id
    ]
    if other.paid is None:
        yield "paid", f"What {name.lower()} paid is missing. Enter it, 0 for nothing."
        return
    if other.paid < 0:
        yield "paid", f"What {name.lower()} paid is below 0. Correct it."
    if not decisions and other.decided_on is None:
        yield "decided_on", f"The day of {name.lower()}'s decision is missing. Enter it."
    reasons = [*other.adjustments, *(each for d in decisions for each in d.adjustments)]
    expected = claim.total_charge - _sum(reasons)
    if expected != other.paid:
        yield (
            "paid",
            f"{name} does not balance: the charge of {claim.total_charge:.2f} less adjustments of "
            f"{_sum(reasons):.2f} is {expected:.2f}, not the {other.paid:.2f} paid. Correct it "
            "from the remittance.",
        )


def _adjustments(given: Sequence[Adjustment], name: str) -> Iterator[Found]:
    for place, each in enumerate(given):
        if not each.amount.is_finite() or each.amount != round(each.amount, 2):
            yield (
                f"adjustments[{place}].amount",
                f"{name}, adjustment {place + 1}: the amount has more than two decimals. "
                "Correct it.",
            )
    segments = list(adjustment_segments.written(given)) if _is_written(given) else []
    if len(segments) > adjustment_segments.SEGMENTS_OF_A_LEVEL:
        yield "adjustments", f"{name} has more adjustments than a claim carries. Combine some."


def _is_written(given: Sequence[Adjustment]) -> bool:
    """Whether their texts can be written at all; where not, that is said of the text."""
    return all(f"{each.group}{each.reason}".isalnum() and each.reason.isascii() for each in given)


def _sum(adjustments: Sequence[Adjustment]) -> Decimal:
    return sum((each.amount for each in adjustments), Decimal(0))


# Decisions about lines


def _decisions(claim: AnyClaim) -> Iterator[Found]:
    payers = {o.payer.id for o in claim.other_coverages if _is_earlier(o.turn, claim.turn)}
    for place, line in enumerate(claim.lines):
        path = f"lines[{place}].decisions"
        if len(line.decisions) > MOST_DECISIONS:
            yield path, f"Line {place + 1} has more than {MOST_DECISIONS} decisions. Remove some."
        for number, decision in enumerate(line.decisions):
            name = f"Line {place + 1}, decision {number + 1}"
            if decision.payer_id not in payers:
                yield (
                    f"{path}[{number}].payer_id",
                    f"{name}: its payer is not one of an earlier other coverage. Correct it.",
                )
            for field, sentence in _decision(decision, line.charge, name):
                yield f"{path}[{number}].{field}", sentence


def _decision(decision: LineDecision, charge: Decimal, name: str) -> Iterator[Found]:
    if decision.decided_on is None:
        yield "decided_on", f"{name}: its day is missing. Enter it."
    if not 0 <= decision.units <= line_checks.MOST_UNITS:
        yield "units", f"{name}: its units must be 0 to {line_checks.MOST_UNITS}. Correct them."
    yield from line_checks.modifiers(decision.modifiers, "modifiers", name)
    yield from _adjustments(decision.adjustments, name)
    expected = charge - _sum(decision.adjustments)
    if expected != decision.paid:
        yield (
            "paid",
            f"{name} does not balance: the charge of {charge:.2f} less adjustments of "
            f"{_sum(decision.adjustments):.2f} is {expected:.2f}, not the {decision.paid:.2f} paid."
            " Correct it from the remittance.",
        )
