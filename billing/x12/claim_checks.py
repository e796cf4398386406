"""What is checked of one claim beyond the form of its fields: how its parts fit together.

Each function yields pairs of a field's path from the claim and a sentence. Its rules are those of
the guide 005010X222A1 where a docstring names no other source.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TypeAlias, get_args

from stdnum import luhn

from billing.x12 import segments, text
from billing.x12.document import Claim, Frequency, Patient, ServiceLine, Sex, Subscriber

Found: TypeAlias = tuple[str, str]

MOST_LINES = 50
MOST_DIAGNOSES = 12
MOST_POINTERS = 4
MOST_MODIFIERS = 4
MOST_UNITS = 999
MOST_CHARGED = Decimal("99999999.99")

_ORIGINAL: Frequency = "1"
_DIAGNOSIS = re.compile(r"[A-Z][0-9][0-9A-Z]{1,5}")
_EXTERNAL_CAUSES = ("V", "W", "X", "Y")
_MODIFIER = re.compile(r"[0-9A-Z]{2}")
_PO_BOX = re.compile(r"\b(p\W*o\W*b(ox)?|post\s*office\s*box|lock\s*box)(?![a-z])", re.IGNORECASE)


def faults(claim: Claim, made_on: date) -> Iterator[Found]:
    """All faults of the claim; `made_on` is the day that the file is made on."""
    yield from _billing_provider(claim)
    yield from _rendering_provider(claim)
    yield from _patient(claim, made_on)
    yield from _frequency(claim)
    yield from _diagnoses(claim)
    yield from _total(claim)
    yield from _lines(claim)
    for place, line in enumerate(claim.lines):
        for field, sentence in _line(claim, line, f"Line {place + 1}", made_on):
            yield f"lines[{place}].{field}", sentence


# Who


def has_npi_check_digit(npi: str) -> bool:
    """Whether the last of ten digits is the Luhn digit of the first nine behind the prefix 80840.

    Source: CMS, "Requirements for NPI and NPI check digit".
    """
    return luhn.is_valid("80840" + npi)


def _npi(npi: str, path: str, owner: str) -> Iterator[Found]:
    written = text.plain(npi)
    if re.fullmatch(r"\d{10}", written) and not has_npi_check_digit(written):
        yield path, f"{owner}'s NPI has a wrong check digit. Compare it with the NPI registry."


def _billing_provider(claim: Claim) -> Iterator[Found]:
    provider = claim.billing_provider
    yield from _npi(provider.npi, "billing_provider.npi", provider.called)
    for name in ("line1", "line2"):
        if _PO_BOX.search(getattr(provider.address, name)):
            yield (
                f"billing_provider.address.{name}",
                "The billing provider's address is a post office or lock box, which payers refuse. "
                "Enter the street address.",
            )
    if len(segments.digits(provider.address.zip)) == 5:
        yield (
            "billing_provider.address.zip",
            "The billing provider's ZIP code has five digits. Enter all nine (ZIP+4).",
        )


def _rendering_provider(claim: Claim) -> Iterator[Found]:
    provider = claim.rendering_provider
    if provider:
        yield from _npi(provider.npi, "rendering_provider.npi", provider.called)


def _patient(claim: Claim, made_on: date) -> Iterator[Found]:
    """Address, birth date and sex of whoever is the patient."""
    if claim.patient:
        return _demographics(claim.patient, "patient", made_on)
    return _demographics(claim.subscriber, "subscriber", made_on)


def _demographics(person: Subscriber | Patient, path: str, made_on: date) -> Iterator[Found]:
    if person.birth_date is None:
        yield f"{path}.birth_date", f"{person.called}'s date of birth is missing. Enter it."
    elif person.birth_date > made_on:
        yield (
            f"{path}.birth_date",
            f"{person.called}'s date of birth lies in the future. Correct it.",
        )
    if person.sex not in get_args(Sex):
        yield f"{path}.sex", f"{person.called}'s sex is missing. Enter F, M or U (unknown)."
    if person.address is None:
        yield f"{path}.address", f"{person.called}'s address is missing. Enter it."


# What


def _frequency(claim: Claim) -> Iterator[Found]:
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


def _diagnoses(claim: Claim) -> Iterator[Found]:
    if not claim.diagnoses:
        yield "diagnoses", "The claim has no diagnosis. Enter at least one."
    if len(claim.diagnoses) > MOST_DIAGNOSES:
        yield "diagnoses", f"The claim has more than {MOST_DIAGNOSES} diagnoses. Remove some."
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


def _total(claim: Claim) -> Iterator[Found]:
    total = sum((line.charge for line in claim.lines), Decimal(0))
    if claim.lines and total != claim.total_charge:
        yield (
            "total_charge",
            f"The claim's total is {claim.total_charge:.2f}, but its lines sum to {total:.2f}. "
            "Make them agree.",
        )
    if abs(claim.total_charge) > MOST_CHARGED:
        yield "total_charge", f"The claim's total is above {MOST_CHARGED}. Correct the charges."


def _lines(claim: Claim) -> Iterator[Found]:
    if not claim.lines:
        yield "lines", "The claim has no service line. Enter at least one."
    if len(claim.lines) > MOST_LINES:
        yield "lines", f"The claim has more than {MOST_LINES} lines. Split it."
    numbers = [text.plain(line.control_number) for line in claim.lines]
    uses = Counter(numbers)
    for place, number in enumerate(numbers):
        if number and uses[number] > 1:
            yield (
                f"lines[{place}].control_number",
                f"Line {place + 1}'s control number is another line's too. Give each its own.",
            )


# One line


def _line(claim: Claim, line: ServiceLine, name: str, made_on: date) -> Iterator[Found]:
    if line.units < 1:
        yield "units", f"{name} bills no unit. Enter at least 1, or remove the line."
    if line.units > MOST_UNITS:
        yield "units", f"{name} bills more than {MOST_UNITS} units. Correct it."
    if not 0 < line.charge <= MOST_CHARGED:
        yield "charge", f"{name}'s charge must be above 0 and at most {MOST_CHARGED}. Enter it."
    yield from _modifiers(line, name)
    yield from _pointers(line, name, len(claim.diagnoses))
    yield from _service_date(claim, line, name, made_on)


def _modifiers(line: ServiceLine, name: str) -> Iterator[Found]:
    if len(line.modifiers) > MOST_MODIFIERS:
        yield "modifiers", f"{name} has more than {MOST_MODIFIERS} modifiers. Remove some."
    if not all(_MODIFIER.fullmatch(modifier) for modifier in line.modifiers):
        yield "modifiers", f"{name} has a modifier that is not two digits or capitals. Correct it."
    if len(set(line.modifiers)) < len(line.modifiers):
        yield "modifiers", f"{name} has the same modifier twice. Remove one."


def _pointers(line: ServiceLine, name: str, diagnoses: int) -> Iterator[Found]:
    if not line.pointers:
        yield "pointers", f"{name} points to no diagnosis. Choose at least one."
    if len(line.pointers) > MOST_POINTERS:
        yield "pointers", f"{name} points to more than {MOST_POINTERS} diagnoses. Choose fewer."
    if not all(1 <= pointer <= diagnoses for pointer in line.pointers):
        yield "pointers", f"{name} points to a diagnosis that the claim does not list. Correct it."
    if len(set(line.pointers)) < len(line.pointers):
        yield "pointers", f"{name} points to the same diagnosis twice. Remove one."


def _service_date(claim: Claim, line: ServiceLine, name: str, made_on: date) -> Iterator[Found]:
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
