"""The loops above a claim, in the guides' own order: the 837P and the 837I have them in common.

Each loop is a function of its name that yields its segments. The guides are 005010X222A1 and
005010X223A2; a claim's own loops are in `professional` and `institutional`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import count
from typing import Protocol, TypeAlias, TypeVar

from billing.x12 import checks, envelope
from billing.x12.document import (
    Address,
    AnyClaim,
    AnyDocument,
    BillingProvider,
    Claim,
    InstitutionalClaim,
    Patient,
    Payer,
    Receiver,
    ServiceFacility,
    Submitter,
    Subscriber,
    Turn,
)
from billing.x12.envelope import Guide
from billing.x12.segments import day, digits, file, segment

_ClaimT = TypeVar("_ClaimT", Claim, InstitutionalClaim)
_Key = TypeVar("_Key")
_Coverage: TypeAlias = tuple[Subscriber, Payer, Turn, str, bool]


def written(
    document: AnyDocument,
    claims: Sequence[_ClaimT],
    *,
    guide: Guide,
    loop_2300: Callable[[_ClaimT], Iterator[str]],
    most: int,
    line_breaks: bool,
) -> str:
    """The document's claims as a file of that guide, at most `most` of them in a transaction.

    Claims are gathered by billing provider, then subscriber, then patient, each in the order in
    which it first appears. Raises `checks.Unsendable`, which names every problem, if there is any.
    """
    checks.refuse_problems(document)
    batches = [claims[start : start + most] for start in range(0, len(claims), most)]
    transactions = [
        list(_transaction(document, number, batch, loop_2300))
        for number, batch in enumerate(batches, 1)
    ]
    segments = envelope.wrap(document.interchange, guide, transactions)
    return file(segments, line_breaks=line_breaks)


def _transaction(
    document: AnyDocument,
    number: int,
    claims: Sequence[_ClaimT],
    loop_2300: Callable[[_ClaimT], Iterator[str]],
) -> Iterator[str]:
    levels = count(1)
    yield from _header(document, number)
    yield from _loop_1000a(document.submitter)
    yield from _loop_1000b(document.receiver)
    for provider, its_claims in _gathered(claims, lambda claim: claim.billing_provider):
        level = next(levels)
        yield from _loop_2000a(level, provider, document.submitter)
        for coverage, covered in _gathered(its_claims, _coverage):
            yield from _loop_2000b(levels, level, coverage, covered, loop_2300)


def _header(document: AnyDocument, number: int) -> Iterator[str]:
    """BHT: an original transmission (00) of chargeable claims (CH), under a reference never reused.

    The interchange's control number never repeats, so with the transaction's own it is one.
    """
    made = document.interchange.created_at
    reference = f"{document.interchange.control_number:09d}{number:04d}"
    yield segment("BHT", "0019", "00", reference, f"{made:%Y%m%d}", f"{made:%H%M}", "CH")


# Submitter and receiver


def _loop_1000a(submitter: Submitter) -> Iterator[str]:
    yield segment("NM1", "41", "2", submitter.name, *NO_FIRST_NAME, "46", submitter.id)
    yield _contact(submitter.contact or submitter.name, submitter.phone, submitter.email)


def _loop_1000b(receiver: Receiver) -> Iterator[str]:
    yield segment("NM1", "40", "2", receiver.name, *NO_FIRST_NAME, "46", receiver.id)


# Billing provider


def _loop_2000a(level: int, provider: BillingProvider, submitter: Submitter) -> Iterator[str]:
    yield segment("HL", str(level), "", "20", "1")
    yield from specialty("BI", provider.taxonomy)
    yield from _loop_2010aa(provider, submitter)


def _loop_2010aa(provider: BillingProvider, submitter: Submitter) -> Iterator[str]:
    """The billing provider; its PER only where it says more than the submitter's."""
    kind = "1" if provider.first else "2"
    names = (provider.name, provider.first, provider.middle, "", provider.suffix)
    yield segment("NM1", "85", kind, *names, "XX", provider.npi)
    yield from address(provider.address)
    yield segment("REF", "EI", digits(provider.tax_id))
    contact = _contact(provider.contact or provider.name, provider.phone)
    if provider.phone and contact != _contact(submitter.contact or submitter.name, submitter.phone):
        yield contact


# Subscriber and payer


def _coverage(claim: AnyClaim) -> _Coverage:
    """What makes a subscriber level; own claims and those of dependents stand apart."""
    own = claim.patient is None
    return claim.subscriber, claim.payer, claim.turn, claim.insurance_type, own


def _loop_2000b(
    levels: Iterator[int],
    parent: int,
    coverage: _Coverage,
    claims: Sequence[_ClaimT],
    loop_2300: Callable[[_ClaimT], Iterator[str]],
) -> Iterator[str]:
    """One subscriber's coverage with one payer; the claims are all own, or all of dependents."""
    subscriber, payer, _, _, own = coverage
    level = next(levels)
    yield segment("HL", str(level), str(parent), "22", "0" if own else "1")
    yield _coverage_information(coverage)
    yield from _loop_2010ba(subscriber, own=own)
    yield from _loop_2010bb(payer)
    for patient, its_claims in _gathered(claims, lambda claim: claim.patient):
        yield from (_loop_2000c(levels, level, patient) if patient else ())
        for claim in its_claims:
            yield from loop_2300(claim)


def _coverage_information(coverage: _Coverage) -> str:
    """SBR: the payer's turn (P, primary), and 18 (self) where the subscriber is the patient."""
    subscriber, _, turn, insurance_type, own = coverage
    relationship = "18" if own else ""
    unused = ("", "", "")
    return segment(
        "SBR",
        turn,
        relationship,
        subscriber.group_number,
        "",
        insurance_type,
        *unused,
        subscriber.filing_indicator,
    )


def _loop_2010ba(subscriber: Subscriber, *, own: bool) -> Iterator[str]:
    """The subscriber; address, birth date and sex only where the subscriber is the patient."""
    yield segment("NM1", "IL", "1", *names(subscriber), "MI", subscriber.member_id)
    if own:
        yield from _demographics(subscriber)


def _loop_2010bb(payer: Payer) -> Iterator[str]:
    yield segment("NM1", "PR", "2", payer.name, *NO_FIRST_NAME, "PI", payer.id)


# Patient, where not the subscriber


def _loop_2000c(levels: Iterator[int], parent: int, patient: Patient) -> Iterator[str]:
    yield segment("HL", str(next(levels)), str(parent), "23", "0")
    yield segment("PAT", patient.relationship)
    yield from _loop_2010ca(patient)


def _loop_2010ca(patient: Patient) -> Iterator[str]:
    yield segment("NM1", "QC", "1", *names(patient))
    yield from _demographics(patient)


# Parts that loops share

NO_FIRST_NAME = ("", "", "", "")


class Named(Protocol):
    @property
    def last(self) -> str: ...
    @property
    def first(self) -> str: ...
    @property
    def middle(self) -> str: ...
    @property
    def suffix(self) -> str: ...


class Practitioner(Named, Protocol):
    @property
    def npi(self) -> str: ...


def names(person: Named) -> tuple[str, ...]:
    """NM103 to NM107."""
    return person.last, person.first, person.middle, "", person.suffix


def _demographics(person: Subscriber | Patient) -> Iterator[str]:
    if person.address:
        yield from address(person.address)
    if person.birth_date:
        yield segment("DMG", "D8", day(person.birth_date), person.sex)


def address(place: Address) -> Iterator[str]:
    yield segment("N3", place.line1, place.line2)
    yield segment("N4", place.city, place.state, digits(place.zip))


def practitioner(role: str, person: Practitioner) -> str:
    return segment("NM1", role, "1", *names(person), "XX", person.npi)


def facility(place: ServiceFacility) -> Iterator[str]:
    """Loop 2310C of a professional claim, 2310E of an institutional one."""
    known = ("XX", place.npi) if place.npi else ()
    yield segment("NM1", "77", "2", place.name, *NO_FIRST_NAME, *known)
    yield from address(place.address)


def _contact(name: str, phone: str, email: str = "") -> str:
    ways = (("TE", digits(phone)), ("EM", email))
    return segment("PER", "IC", name, *(part for way in ways if way[1] for part in way))


def specialty(role: str, taxonomy: str) -> Iterator[str]:
    if taxonomy:
        yield segment("PRV", role, "PXC", taxonomy)


def reference(qualifier: str, value: str) -> Iterator[str]:
    if value:
        yield segment("REF", qualifier, value)


def _gathered(
    claims: Sequence[_ClaimT], key: Callable[[_ClaimT], _Key]
) -> Iterator[tuple[_Key, Sequence[_ClaimT]]]:
    """The claims by their key, keys and claims in the order of first appearance."""
    groups: dict[_Key, list[_ClaimT]] = {}
    for claim in claims:
        groups.setdefault(key(claim), []).append(claim)
    yield from groups.items()
