"""The 837P: professional claims after the guide 005010X222A1, its loops in the guide's own order.

Each loop is a function of its name that yields its segments; a loop that the guide has and these
claims do not need yet has its place between two others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import count
from typing import Protocol, TypeVar

from billing.x12 import checks, envelope
from billing.x12.document import (
    Address,
    BillingProvider,
    Claim,
    Document,
    Patient,
    Payer,
    Receiver,
    RenderingProvider,
    ServiceLine,
    Submitter,
    Subscriber,
)
from billing.x12.segments import amount, code, composite, day, digits, file, segment

GUIDE = envelope.Guide(functional_id="HC", transaction="837", version="005010X222A1")

CLAIMS_IN_A_TRANSACTION = 5000
"""The guide's recommended limit (1.3.1); beyond it the file has several transactions."""

_Key = TypeVar("_Key")


def write(document: Document, *, line_breaks: bool = True) -> str:
    """The document as 837P text; the same document always gives the same text.

    Claims are gathered by billing provider, then subscriber, then patient, each in the order in
    which it first appears. Raises `checks.Unsendable`, which names every problem, if there is any.
    """
    checks.refuse_problems(document)
    batches = list(_batches(document.claims))
    transactions = [list(_transaction(document, n, batch)) for n, batch in enumerate(batches, 1)]
    segments = envelope.wrap(document.interchange, GUIDE, transactions)
    return file(segments, line_breaks=line_breaks)


def _batches(claims: Sequence[Claim]) -> Iterator[Sequence[Claim]]:
    for start in range(0, len(claims), CLAIMS_IN_A_TRANSACTION):
        yield claims[start : start + CLAIMS_IN_A_TRANSACTION]


def _transaction(document: Document, number: int, claims: Sequence[Claim]) -> Iterator[str]:
    levels = count(1)
    yield from _header(document, number)
    yield from _loop_1000a(document.submitter)
    yield from _loop_1000b(document.receiver)
    for provider, its_claims in _gathered(claims, lambda claim: claim.billing_provider):
        yield from _loop_2000a(levels, provider, document.submitter, its_claims)


def _header(document: Document, number: int) -> Iterator[str]:
    """BHT: an original transmission (00) of chargeable claims (CH), under a reference never reused.

    The interchange's control number never repeats, so with the transaction's own it is one.
    """
    made = document.interchange.created_at
    reference = f"{document.interchange.control_number:09d}{number:04d}"
    yield segment("BHT", "0019", "00", reference, f"{made:%Y%m%d}", f"{made:%H%M}", "CH")


# Submitter and receiver


def _loop_1000a(submitter: Submitter) -> Iterator[str]:
    yield segment("NM1", "41", "2", submitter.name, *_NO_FIRST_NAME, "46", submitter.id)
    yield _contact(submitter.contact or submitter.name, submitter.phone, submitter.email)


def _loop_1000b(receiver: Receiver) -> Iterator[str]:
    yield segment("NM1", "40", "2", receiver.name, *_NO_FIRST_NAME, "46", receiver.id)


# Billing provider


def _loop_2000a(
    levels: Iterator[int], provider: BillingProvider, submitter: Submitter, claims: Sequence[Claim]
) -> Iterator[str]:
    level = next(levels)
    yield segment("HL", str(level), "", "20", "1")
    yield from _specialty("BI", provider.taxonomy)
    yield from _loop_2010aa(provider, submitter)
    for (subscriber, payer, _), its_claims in _gathered(claims, _coverage):
        yield from _loop_2000b(levels, level, subscriber, payer, its_claims)


def _loop_2010aa(provider: BillingProvider, submitter: Submitter) -> Iterator[str]:
    """The billing provider; its PER only where it says more than the submitter's."""
    kind = "1" if provider.first else "2"
    names = (provider.name, provider.first, provider.middle, "", provider.suffix)
    yield segment("NM1", "85", kind, *names, "XX", provider.npi)
    yield from _address(provider.address)
    yield segment("REF", "EI", digits(provider.tax_id))
    contact = _contact(provider.contact or provider.name, provider.phone)
    if provider.phone and contact != _contact(submitter.contact or submitter.name, submitter.phone):
        yield contact


# Subscriber and payer


def _coverage(claim: Claim) -> tuple[Subscriber, Payer, bool]:
    """What makes a subscriber level; own claims and those of dependents stand apart."""
    return claim.subscriber, claim.payer, claim.patient is None


def _loop_2000b(
    levels: Iterator[int],
    parent: int,
    subscriber: Subscriber,
    payer: Payer,
    claims: Sequence[Claim],
) -> Iterator[str]:
    """One subscriber's coverage with one payer; the claims are all own, or all of dependents."""
    own = claims[0].patient is None
    level = next(levels)
    yield segment("HL", str(level), str(parent), "22", "0" if own else "1")
    yield _coverage_information(subscriber, own=own)
    yield from _loop_2010ba(subscriber, own=own)
    yield from _loop_2010bb(payer)
    for patient, its_claims in _gathered(claims, lambda claim: claim.patient):
        yield from (_loop_2000c(levels, level, patient) if patient else ())
        for claim in its_claims:
            yield from _loop_2300(claim)


def _coverage_information(subscriber: Subscriber, *, own: bool) -> str:
    """SBR: the payer's turn (P, primary), and 18 (self) where the subscriber is the patient."""
    relationship = "18" if own else ""
    unused = ("", "", "", "", "")
    return segment(
        "SBR", "P", relationship, subscriber.group_number, *unused, subscriber.filing_indicator
    )


def _loop_2010ba(subscriber: Subscriber, *, own: bool) -> Iterator[str]:
    """The subscriber; address, birth date and sex only where the subscriber is the patient."""
    yield segment("NM1", "IL", "1", *_names(subscriber), "MI", subscriber.member_id)
    if own:
        yield from _demographics(subscriber)


def _loop_2010bb(payer: Payer) -> Iterator[str]:
    yield segment("NM1", "PR", "2", payer.name, *_NO_FIRST_NAME, "PI", payer.id)


# Patient, where not the subscriber


def _loop_2000c(levels: Iterator[int], parent: int, patient: Patient) -> Iterator[str]:
    yield segment("HL", str(next(levels)), str(parent), "23", "0")
    yield segment("PAT", patient.relationship)
    yield from _loop_2010ca(patient)


def _loop_2010ca(patient: Patient) -> Iterator[str]:
    yield segment("NM1", "QC", "1", *_names(patient))
    yield from _demographics(patient)


# Claim


def _loop_2300(claim: Claim) -> Iterator[str]:
    yield _claim_information(claim)
    yield from _reference("G1", claim.prior_authorization)
    yield from _reference("F8", claim.original_reference)
    yield _diagnoses(claim.diagnoses)
    provider = claim.rendering_provider
    if provider and provider.npi != claim.billing_provider.npi:
        yield from _loop_2310b(provider)
    for number, line in enumerate(claim.lines, 1):
        yield from _loop_2400(number, line)


def _claim_information(claim: Claim) -> str:
    return segment(
        "CLM",
        claim.id,
        amount(claim.total_charge),
        "",
        "",
        composite(claim.place_of_service, "B", claim.frequency),
        code(claim.provider_signature),
        claim.assignment,
        claim.benefits_assigned,
        claim.release,
    )


def _diagnoses(codes: Sequence[str]) -> str:
    """HI: the principal diagnosis (ABK), then the others (ABF)."""
    principal, *others = codes
    return segment(
        "HI", composite("ABK", principal), *(composite("ABF", other) for other in others)
    )


def _loop_2310b(provider: RenderingProvider) -> Iterator[str]:
    """The rendering provider; the guide wants it only where it is not the billing provider."""
    yield segment("NM1", "82", "1", *_names(provider), "XX", provider.npi)
    yield from _specialty("PE", provider.taxonomy)


# Service line


def _loop_2400(number: int, line: ServiceLine) -> Iterator[str]:
    yield segment("LX", str(number))
    yield segment(
        "SV1",
        composite("HC", line.code, *line.modifiers),
        amount(line.charge),
        "UN",
        str(line.units),
        line.place_of_service,
        "",
        composite(*(str(pointer) for pointer in line.pointers)),
    )
    if line.service_date:
        yield segment("DTP", "472", "D8", day(line.service_date))
    yield from _reference("6R", line.control_number)


# Parts that loops share

_NO_FIRST_NAME = ("", "", "", "")


class _Named(Protocol):
    @property
    def last(self) -> str: ...
    @property
    def first(self) -> str: ...
    @property
    def middle(self) -> str: ...
    @property
    def suffix(self) -> str: ...


def _names(person: _Named) -> tuple[str, ...]:
    """NM103 to NM107."""
    return person.last, person.first, person.middle, "", person.suffix


def _demographics(person: Subscriber | Patient) -> Iterator[str]:
    if person.address:
        yield from _address(person.address)
    if person.birth_date:
        yield segment("DMG", "D8", day(person.birth_date), person.sex)


def _address(address: Address) -> Iterator[str]:
    yield segment("N3", address.line1, address.line2)
    yield segment("N4", address.city, address.state, digits(address.zip))


def _contact(name: str, phone: str, email: str = "") -> str:
    ways = (("TE", digits(phone)), ("EM", email))
    return segment("PER", "IC", name, *(part for way in ways if way[1] for part in way))


def _specialty(role: str, taxonomy: str) -> Iterator[str]:
    if taxonomy:
        yield segment("PRV", role, "PXC", taxonomy)


def _reference(qualifier: str, value: str) -> Iterator[str]:
    if value:
        yield segment("REF", qualifier, value)


def _gathered(
    claims: Sequence[Claim], key: Callable[[Claim], _Key]
) -> Iterator[tuple[_Key, Sequence[Claim]]]:
    """The claims by their key, keys and claims in the order of first appearance."""
    groups: dict[_Key, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(key(claim), []).append(claim)
    yield from groups.items()
