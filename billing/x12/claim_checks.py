"""What is checked of one claim beyond the form of its fields: how its parts fit together.

Each function yields pairs of a field's path from the claim and a sentence. Its rules are those of
the guides 005010X222A1 and 005010X223A2 where a docstring names no other source.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from billing.x12 import (
    coordination_checks,
    institutional_checks,
    line_checks,
    party_checks,
    text,
)
from billing.x12.document import AnyClaim, AnyLine, Frequency, InstitutionalClaim
from billing.x12.line_checks import MOST_CHARGED

Found: TypeAlias = tuple[str, str]

MOST_LINES = 50
MOST_DIAGNOSES = 12
MOST_INSTITUTIONAL_LINES = 999
MOST_INSTITUTIONAL_DIAGNOSES = 25

_ORIGINAL: Frequency = "1"
_DIAGNOSIS = re.compile(r"[A-Z][0-9][0-9A-Z]{1,5}")
_EXTERNAL_CAUSES = ("V", "W", "X", "Y")


def faults(claim: AnyClaim, made_on: date) -> Iterator[Found]:
    """All faults of the claim; `made_on` is the day that the file is made on."""
    yield from party_checks.faults(claim, made_on)
    yield from _frequency(claim)
    yield from _diagnoses(claim)
    yield from _total(claim)
    if isinstance(claim, InstitutionalClaim):
        yield from institutional_checks.faults(claim, made_on)
    yield from coordination_checks.faults(claim)
    yield from _lines(claim)
    lines: tuple[AnyLine, ...] = claim.lines
    for place, line in enumerate(lines):
        for field, sentence in line_checks.faults(claim, line, f"Line {place + 1}", made_on):
            yield f"lines[{place}].{field}", sentence


def _frequency(claim: AnyClaim) -> Iterator[Found]:
    """A replacement (7) or void (8) names the payer's number of the claim that it is about."""
    corrects = claim.frequency != _ORIGINAL
    if corrects and not claim.original_reference:
        yield (
            "original_reference",
            "The claim replaces or voids another, but the payer's claim number of that one is "
            "missing. Enter it from the remittance.",
        )
    if claim.original_reference and not corrects:
        yield (
            "original_reference",
            "The claim is an original, yet names a payer's claim number. Remove the number, or "
            "send it as a replacement.",
        )


def _diagnoses(claim: AnyClaim) -> Iterator[Found]:
    if not claim.diagnoses:
        yield "diagnoses", "The claim has no diagnosis. Enter at least one."
    institutional = isinstance(claim, InstitutionalClaim)
    most = MOST_INSTITUTIONAL_DIAGNOSES if institutional else MOST_DIAGNOSES
    if len(claim.diagnoses) > most:
        yield "diagnoses", f"The claim has more than {most} diagnoses. Remove some."
    uses = Counter(claim.diagnoses)
    for place, diagnosis in enumerate(claim.diagnoses):
        sentence = _diagnosis(diagnosis, f"Diagnosis {place + 1}", uses)
        if sentence:
            yield f"diagnoses[{place}]", sentence
    if claim.diagnoses and claim.diagnoses[0].startswith(_EXTERNAL_CAUSES):
        yield (
            "diagnoses[0]",
            "The principal diagnosis is an external cause. Put the condition treated first.",
        )


def _diagnosis(diagnosis: str, name: str, uses: Counter[str]) -> str | None:
    if "." in diagnosis:
        return f"{name} is written with a dot, which X12 leaves out. Remove the dot."
    if not _DIAGNOSIS.fullmatch(diagnosis):
        return f"{name} is not an ICD-10-CM code. Correct it."
    if uses[diagnosis] > 1:
        return f"{name} is listed more than once. Keep one of them."
    return None


def _total(claim: AnyClaim) -> Iterator[Found]:
    total = sum((line.charge for line in claim.lines), Decimal(0))
    if claim.lines and total != claim.total_charge:
        yield (
            "total_charge",
            f"The claim's total is {claim.total_charge:.2f}, but its lines sum to {total:.2f}. "
            "Make them agree.",
        )
    if abs(claim.total_charge) > MOST_CHARGED:
        yield "total_charge", f"The claim's total is above {MOST_CHARGED}. Correct the charges."


def _lines(claim: AnyClaim) -> Iterator[Found]:
    if not claim.lines:
        yield "lines", "The claim has no service line. Enter at least one."
    most = MOST_INSTITUTIONAL_LINES if isinstance(claim, InstitutionalClaim) else MOST_LINES
    if len(claim.lines) > most:
        yield "lines", f"The claim has more than {most} lines. Split it."
    numbers = [text.plain(line.control_number) for line in claim.lines]
    uses = Counter(numbers)
    for place, number in enumerate(numbers):
        if number and uses[number] > 1:
            yield (
                f"lines[{place}].control_number",
                f"Line {place + 1}'s control number is another line's too. Give each its own.",
            )
