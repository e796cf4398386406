"""What is checked of one line of a claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from billing.x12.document import AnyClaim, AnyLine, InstitutionalLine, ServiceLine

Found: TypeAlias = tuple[str, str]

MOST_POINTERS = 4
MOST_MODIFIERS = 4
MOST_UNITS = 999
MOST_CHARGED = Decimal("99999999.99")

_MODIFIER = re.compile(r"[0-9A-Z]{2}")


def faults(claim: AnyClaim, line: AnyLine, name: str, made_on: date) -> Iterator[Found]:
    if line.units < 1:
        yield "units", f"{name} bills no unit. Enter at least 1, or remove the line."
    if line.units > MOST_UNITS:
        yield "units", f"{name} bills more than {MOST_UNITS} units. Correct it."
    if not 0 < line.charge <= MOST_CHARGED:
        yield "charge", f"{name}'s charge must be above 0 and at most {MOST_CHARGED}. Enter it."
    yield from modifiers(line.modifiers, "modifiers", name)
    if isinstance(line, ServiceLine):
        yield from _pointers(line, name, len(claim.diagnoses))
    else:
        yield from _procedure(line, name)
    yield from _service_date(claim, line, name, made_on)


def modifiers(given: tuple[str, ...], path: str, name: str) -> Iterator[Found]:
    if len(given) > MOST_MODIFIERS:
        yield path, f"{name} has more than {MOST_MODIFIERS} modifiers. Remove some."
    if not all(_MODIFIER.fullmatch(modifier) for modifier in given):
        yield path, f"{name} has a modifier that is not two digits or capitals. Correct it."
    if len(set(given)) < len(given):
        yield path, f"{name} has the same modifier twice. Remove one."


def _procedure(line: InstitutionalLine, name: str) -> Iterator[Found]:
    """Clinics report every service by a procedure code besides the revenue code."""
    if not line.code:
        yield "code", f"{name}'s procedure code is missing. Enter it."


def _pointers(line: ServiceLine, name: str, diagnoses: int) -> Iterator[Found]:
    if not line.pointers:
        yield "pointers", f"{name} points to no diagnosis. Choose at least one."
    if len(line.pointers) > MOST_POINTERS:
        yield "pointers", f"{name} points to more than {MOST_POINTERS} diagnoses. Choose fewer."
    if not all(1 <= pointer <= diagnoses for pointer in line.pointers):
        yield "pointers", f"{name} points to a diagnosis that the claim does not list. Correct it."
    if len(set(line.pointers)) < len(line.pointers):
        yield "pointers", f"{name} points to the same diagnosis twice. Remove one."


def _service_date(claim: AnyClaim, line: AnyLine, name: str, made_on: date) -> Iterator[Found]:
    day = line.service_date
    if day is None:
        yield "service_date", f"{name}'s date of service is missing. Enter it."
        return
    if claim.month and day.replace(day=1) != claim.month:
        yield (
            "service_date",
            f"{name}'s date of service is outside of {claim.month:%B %Y}, the month that the "
            "claim bills. Correct it.",
        )
    if day > made_on:
        yield "service_date", f"{name}'s date of service lies in the future. Send it later."
    born = (claim.patient or claim.subscriber).birth_date
    if born and day < born:
        yield "service_date", f"{name}'s date of service is before the patient's birth. Correct it."
