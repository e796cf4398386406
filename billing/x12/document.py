"""A file of professional claims, as data.

Two kinds of wrong are kept apart. What code gets wrong (a float for money, a naive time, a month
that does not begin on its first) raises `ValueError` or `TypeError` here, at once. What people get
wrong or have not entered yet (a missing member id, a bad NPI) can be built, so that
`checks.problems` can name all of it in one go, field by field.

Texts default to "" where the guide lets them be absent. Money is `Decimal` dollars.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import ClassVar, Literal, get_args

from billing.x12 import kinds

IdQualifier = Literal["01", "14", "20", "27", "28", "29", "30", "33", "ZZ"]
Usage = Literal["T", "P"]
Sex = Literal["F", "M", "U"]
Relationship = Literal["01", "19", "20", "21", "39", "40", "53", "G8"]
Frequency = Literal["1", "7", "8"]
Assignment = Literal["A", "B", "C"]
BenefitsAssigned = Literal["Y", "N", "W"]
Release = Literal["Y", "I"]


@dataclass(frozen=True, kw_only=True)
class Interchange:
    """The envelope: who sends to whom, under which numbers.

    The caller hands in both control numbers, and sees to it that none is ever used twice, and the
    moment (`created_at`, aware): the file carries it as it reads in its own zone.
    """

    called: ClassVar[str] = "The interchange"

    sender_qualifier: IdQualifier = "ZZ"
    sender_id: kinds.SenderId
    receiver_qualifier: IdQualifier = "ZZ"
    receiver_id: kinds.ReceiverId
    control_number: int
    group_control_number: int
    usage: Usage
    created_at: datetime

    def __post_init__(self) -> None:
        _require(self.created_at.tzinfo is not None, "created_at must be an aware datetime")
        for number in (self.control_number, self.group_control_number):
            _require(0 < number <= 999_999_999, "control numbers run from 1 to 999999999")
        _require_code("sender_qualifier", self.sender_qualifier, IdQualifier)
        _require_code("receiver_qualifier", self.receiver_qualifier, IdQualifier)
        _require_code("usage", self.usage, Usage)


@dataclass(frozen=True, kw_only=True)
class Submitter:
    """Who puts the file together (loop 1000A), and whom the receiver may call about it."""

    called: ClassVar[str] = "The submitter"

    name: kinds.OrganizationName
    id: kinds.PartnerId
    contact: kinds.Contact = ""
    phone: kinds.Phone = ""
    email: kinds.Email = ""


@dataclass(frozen=True, kw_only=True)
class Receiver:
    """Who takes the file (loop 1000B): a clearinghouse or the payer itself."""

    called: ClassVar[str] = "The receiver"

    name: kinds.OrganizationName
    id: kinds.PartnerId


@dataclass(frozen=True, kw_only=True)
class Address:
    """A postal address within the United States; `zip` is five or nine digits, hyphen or not."""

    line1: kinds.Street
    line2: kinds.SecondLine = ""
    city: kinds.City
    state: kinds.State
    zip: kinds.Zip


@dataclass(frozen=True, kw_only=True)
class Person:
    """A natural person's name. One with a single name has it as `last`."""

    last: kinds.LastName
    first: kinds.FirstName = ""
    middle: kinds.MiddleName = ""
    suffix: kinds.Suffix = ""


@dataclass(frozen=True, kw_only=True)
class BillingProvider:
    """Who is paid (loop 2010AA): an organization, or a person where `first` is given.

    `tax_id` is the employer identification number; its hyphen does not matter.
    """

    called: ClassVar[str] = "The billing provider"

    name: kinds.OrganizationName
    first: kinds.FirstName = ""
    middle: kinds.MiddleName = ""
    suffix: kinds.Suffix = ""
    npi: kinds.Npi
    tax_id: kinds.TaxId
    taxonomy: kinds.Taxonomy = ""
    address: Address
    contact: kinds.Contact = ""
    phone: kinds.Phone = ""


@dataclass(frozen=True, kw_only=True)
class Payer:
    """Who is asked to pay (loop 2010BB), by the id that the receiver knows the payer by."""

    called: ClassVar[str] = "The payer"

    name: kinds.OrganizationName
    id: kinds.PartnerId


@dataclass(frozen=True, kw_only=True)
class Subscriber(Person):
    """Whose insurance it is (loops 2000B, 2010BA); the patient, where a claim names no `Patient`.

    `filing_indicator` is the kind of insurance (SBR09): MB Medicare Part B, MC Medicaid, CI
    commercial, BL Blue Cross Blue Shield, HM an HMO, 16 Medicare Advantage HMO, ...
    """

    called: ClassVar[str] = "The subscriber"

    member_id: kinds.MemberId
    group_number: kinds.GroupNumber = ""
    filing_indicator: kinds.FilingIndicator
    birth_date: date | None = None
    sex: Sex | None = None
    address: Address | None = None


@dataclass(frozen=True, kw_only=True)
class Patient(Person):
    """The patient, where another person is the subscriber (loops 2000C, 2010CA).

    `relationship` is the patient's to the subscriber (PAT01): 01 spouse, 19 child, 20 employee,
    21 unknown, 39 organ donor, 40 cadaver donor, 53 life partner, G8 other.
    """

    called: ClassVar[str] = "The patient"

    relationship: Relationship
    birth_date: date | None = None
    sex: Sex | None = None
    address: Address | None = None

    def __post_init__(self) -> None:
        _require_code("relationship", self.relationship, Relationship)


@dataclass(frozen=True, kw_only=True)
class RenderingProvider(Person):
    """The practitioner under whom the service is billed (loop 2310B)."""

    called: ClassVar[str] = "The rendering provider"

    npi: kinds.Npi
    taxonomy: kinds.Taxonomy = ""


@dataclass(frozen=True, kw_only=True)
class ServiceLine:
    """One service (loop 2400).

    `pointers` number the claim's diagnoses from 1, the most important first. `control_number`
    comes back on the remittance and tells which line was paid. `place_of_service` is given only
    where it is not the claim's.
    """

    called: ClassVar[str] = "Line"

    code: kinds.Procedure
    modifiers: tuple[str, ...] = ()
    charge: Decimal
    units: int
    pointers: tuple[int, ...]
    service_date: date | None
    control_number: kinds.LineControlNumber = ""
    place_of_service: kinds.OptionalPlaceOfService = ""

    def __post_init__(self) -> None:
        _require_money(self.charge)
        _require(type(self.units) is int, "units is a whole number")
        _require(not isinstance(self.service_date, datetime), "service_date is a day, not a time")


@dataclass(frozen=True, kw_only=True)
class Claim:
    """One claim (loop 2300) with all it is about.

    `id` is ours (CLM01) and comes back on every answer. `original_reference` is the payer's own
    number of the claim that a replacement (frequency 7) or a void (8) is about. `diagnoses` are
    ICD-10-CM codes without the dot, the principal first. `month` is the first day of the month
    that the claim bills, where it bills one: its services must lie within.
    """

    called: ClassVar[str] = "The claim"

    id: kinds.ClaimId
    billing_provider: BillingProvider
    payer: Payer
    subscriber: Subscriber
    patient: Patient | None = None
    rendering_provider: RenderingProvider | None = None
    total_charge: Decimal
    place_of_service: kinds.PlaceOfService
    frequency: Frequency = "1"
    original_reference: kinds.PayerClaimNumber = ""
    prior_authorization: kinds.PriorAuthorization = ""
    provider_signature: bool = True
    assignment: Assignment = "A"
    benefits_assigned: BenefitsAssigned = "Y"
    release: Release = "Y"
    diagnoses: tuple[str, ...]
    lines: tuple[ServiceLine, ...]
    month: date | None = None

    def __post_init__(self) -> None:
        _require_money(self.total_charge)
        _require(self.month is None or self.month.day == 1, "month is the first day of a month")
        _require_code("frequency", self.frequency, Frequency)
        _require_code("assignment", self.assignment, Assignment)
        _require_code("benefits_assigned", self.benefits_assigned, BenefitsAssigned)
        _require_code("release", self.release, Release)


@dataclass(frozen=True, kw_only=True)
class Document:
    """One file: an interchange with a single functional group of professional claims.

    Claims may be of several billing providers, subscribers and payers; the writer groups them.
    """

    interchange: Interchange
    submitter: Submitter
    receiver: Receiver
    claims: tuple[Claim, ...]


def _require(truth: bool, sentence: str) -> None:  # noqa: FBT001
    if not truth:
        raise ValueError(sentence)


def _require_code(name: str, value: str, codes: object) -> None:
    """`value` is one of the `Literal` type `codes`."""
    _require(value in get_args(codes), f"{name} is one of {', '.join(get_args(codes))}")


def _require_money(amount: Decimal) -> None:
    if not isinstance(amount, Decimal):
        raise TypeError("money is a Decimal")
    _require(amount.is_finite(), "money is a finite amount")
    _require(amount == round(amount, 2), "money has at most two decimals")
