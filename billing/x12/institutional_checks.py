"""What is checked of an institutional claim alone (005010X223A2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

from billing.x12.document import InstitutionalClaim

Found: TypeAlias = tuple[str, str]

MOST_CONDITIONS = 24

_CONDITION = re.compile(r"[0-9A-Z]{2}")


def faults(claim: InstitutionalClaim, made_on: date) -> Iterator[Found]:
    """The faults of its statement, its practitioner and its codes."""
    if claim.attending_provider is None:
        yield "attending_provider", "The claim's attending provider is missing. Enter who it is."
    yield from _statement(claim, made_on)
    yield from _within_statement(claim)
    if len(claim.condition_codes) > MOST_CONDITIONS:
        yield "condition_codes", f"The claim has more than {MOST_CONDITIONS} condition codes."
    if not all(_CONDITION.fullmatch(each) for each in claim.condition_codes):
        yield (
            "condition_codes",
            "The claim has a condition code that is not two digits or capitals. Correct it.",
        )


def _statement(claim: InstitutionalClaim, made_on: date) -> Iterator[Found]:
    since, until = claim.statement_from, claim.statement_to
    if since is None:
        yield "statement_from", "The first day that the claim covers is missing. Enter it."
    if until is None:
        yield "statement_to", "The last day that the claim covers is missing. Enter it."
    elif until > made_on:
        yield "statement_to", "The last day that the claim covers lies in the future. Correct it."
    if since and until and since > until:
        yield "statement_from", "The claim's first day is after its last. Correct one of them."


def _within_statement(claim: InstitutionalClaim) -> Iterator[Found]:
    since, until = claim.statement_from, claim.statement_to
    for place, line in enumerate(claim.lines):
        day = line.service_date
        if day and since and until and since <= until and not since <= day <= until:
            yield (
                f"lines[{place}].service_date",
                f"Line {place + 1}'s date of service is outside of the days that the claim covers. "
                "Correct one of them.",
            )
