"""What is checked of the people and organizations of a claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TypeAlias, get_args

from stdnum import luhn

from billing.x12 import segments, text
from billing.x12.document import Address, AnyClaim, InstitutionalClaim, Patient, Sex, Subscriber

Found: TypeAlias = tuple[str, str]

_PO_BOX = re.compile(r"\b(p\W*o\W*b(ox)?|post\s*office\s*box|lock\s*box)(?![a-z])", re.IGNORECASE)
_PROVIDERS = (
    "billing_provider",
    "attending_provider",
    "referring_provider",
    "rendering_provider",
    "service_facility",
    "supervising_provider",
)


def faults(claim: AnyClaim, made_on: date) -> Iterator[Found]:
    """All faults of who is named; `made_on` is the day that the file is made on."""
    for name in _PROVIDERS:
        provider = getattr(claim, name, None)
        if provider:
            yield from _npi(provider.npi, f"{name}.npi", provider.called)
    yield from _billing_provider(claim)
    yield from _service_facility(claim)
    yield from _patient(claim, made_on)


def has_npi_check_digit(npi: str) -> bool:
    """Whether the last of ten digits is the Luhn digit of the first nine behind the prefix 80840.

    Source: CMS, "Requirements for NPI and NPI check digit".
    """
    return luhn.is_valid("80840" + npi)


def _npi(npi: str, path: str, owner: str) -> Iterator[Found]:
    written = text.plain(npi)
    if re.fullmatch(r"\d{10}", written) and not has_npi_check_digit(written):
        yield path, f"{owner}'s NPI has a wrong check digit. Compare it with the NPI registry."


def _billing_provider(claim: AnyClaim) -> Iterator[Found]:
    provider = claim.billing_provider
    for name in ("line1", "line2"):
        if _PO_BOX.search(getattr(provider.address, name)):
            yield (
                f"billing_provider.address.{name}",
                "The billing provider's address is a post office or lock box, which payers refuse. "
                "Enter the street address.",
            )
    yield from _long_zip(provider.address, "billing_provider", provider.called)
    if isinstance(claim, InstitutionalClaim) and provider.first:
        yield (
            "billing_provider.first",
            "The billing provider of an institutional claim is an organization. Remove the first "
            "name.",
        )


def _service_facility(claim: AnyClaim) -> Iterator[Found]:
    facility = claim.service_facility
    if facility:
        yield from _long_zip(facility.address, "service_facility", facility.called)


def _long_zip(address: Address, path: str, owner: str) -> Iterator[Found]:
    """The guides want all nine digits of a provider's place."""
    if len(segments.digits(address.zip)) == 5:
        yield (
            f"{path}.address.zip",
            f"{owner}'s ZIP code has five digits. Enter all nine (ZIP+4).",
        )


def _patient(claim: AnyClaim, made_on: date) -> Iterator[Found]:
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
