"""Who a claim is about and from: submitter and receiver, providers, payer, subscriber, patient."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from billing.x12 import kinds, requires

Sex = Literal["F", "M", "U"]
Relationship = Literal["01", "19", "20", "21", "39", "40", "53", "G8"]


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
        requires.code("relationship", self.relationship, Relationship)


@dataclass(frozen=True, kw_only=True)
class RenderingProvider(Person):
    """The practitioner under whom the service is billed (loop 2310B)."""

    called: ClassVar[str] = "The rendering provider"

    npi: kinds.Npi
    taxonomy: kinds.Taxonomy = ""


@dataclass(frozen=True, kw_only=True)
class ReferringProvider(Person):
    """The practitioner who referred the patient (loop 2310A; 2310F of an institutional claim)."""

    called: ClassVar[str] = "The referring provider"

    npi: kinds.Npi


@dataclass(frozen=True, kw_only=True)
class SupervisingProvider(Person):
    """The practitioner who supervised the rendering one (loop 2310D)."""

    called: ClassVar[str] = "The supervising provider"

    npi: kinds.Npi


@dataclass(frozen=True, kw_only=True)
class AttendingProvider(Person):
    """The practitioner with overall responsibility for the care (institutional, loop 2310A)."""

    called: ClassVar[str] = "The attending provider"

    npi: kinds.Npi
    taxonomy: kinds.Taxonomy = ""


@dataclass(frozen=True, kw_only=True)
class ServiceFacility:
    """Where the service was, if not at the billing provider's address (loop 2310C or 2310E)."""

    called: ClassVar[str] = "The service facility"

    name: kinds.OrganizationName
    npi: kinds.OptionalNpi = ""
    address: Address
