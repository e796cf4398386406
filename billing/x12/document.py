"""A file of claims, as data: professional (837P) or institutional (837I).

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
from typing import ClassVar, Literal, TypeAlias

from billing.x12 import kinds, requires
from billing.x12.adjustment import Adjustment as Adjustment
from billing.x12.coordination import BenefitsAssigned as BenefitsAssigned
from billing.x12.coordination import LineDecision as LineDecision
from billing.x12.coordination import OtherCoverage as OtherCoverage
from billing.x12.coordination import OtherPayer as OtherPayer
from billing.x12.coordination import OtherSubscriber as OtherSubscriber
from billing.x12.coordination import Release as Release
from billing.x12.coordination import Turn as Turn
from billing.x12.parties import Address as Address
from billing.x12.parties import AttendingProvider as AttendingProvider
from billing.x12.parties import BillingProvider as BillingProvider
from billing.x12.parties import Patient as Patient
from billing.x12.parties import Payer as Payer
from billing.x12.parties import Person as Person
from billing.x12.parties import Receiver as Receiver
from billing.x12.parties import ReferringProvider as ReferringProvider
from billing.x12.parties import Relationship as Relationship
from billing.x12.parties import RenderingProvider as RenderingProvider
from billing.x12.parties import ServiceFacility as ServiceFacility
from billing.x12.parties import Sex as Sex
from billing.x12.parties import Submitter as Submitter
from billing.x12.parties import Subscriber as Subscriber
from billing.x12.parties import SupervisingProvider as SupervisingProvider

IdQualifier = Literal["01", "14", "20", "27", "28", "29", "30", "33", "ZZ"]
Usage = Literal["T", "P"]
Frequency = Literal["1", "7", "8"]
Assignment = Literal["A", "B", "C"]


@dataclass(frozen=True, kw_only=True)
class Interchange:
    """The envelope: who sends to whom, under which numbers.

    The caller hands in both control numbers, and sees to it that none is ever used twice, and the
    moment (`created_at`, aware): the file carries it as it reads in its own zone. `usage` is T for
    a test, P for production.
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
        requires.truth(self.created_at.tzinfo is not None, "created_at must be an aware datetime")
        for number in (self.control_number, self.group_control_number):
            requires.truth(0 < number <= 999_999_999, "control numbers run from 1 to 999999999")
        requires.code("sender_qualifier", self.sender_qualifier, IdQualifier)
        requires.code("receiver_qualifier", self.receiver_qualifier, IdQualifier)
        requires.code("usage", self.usage, Usage)


# Lines


@dataclass(frozen=True, kw_only=True)
class _Line:
    """What every line has. `decisions` are those of other payers, for a claim to a later one.

    `control_number` comes back on the remittance and tells which line was paid.
    """

    called: ClassVar[str] = "Line"

    modifiers: tuple[str, ...] = ()
    charge: Decimal
    units: int
    service_date: date | None
    control_number: kinds.LineControlNumber = ""
    decisions: tuple[LineDecision, ...] = ()

    def __post_init__(self) -> None:
        requires.money(self.charge)
        requires.truth(type(self.units) is int, "units is a whole number")
        requires.truth(
            not isinstance(self.service_date, datetime), "service_date is a day, not a time"
        )


@dataclass(frozen=True, kw_only=True)
class ServiceLine(_Line):
    """One service (loop 2400).

    `pointers` number the claim's diagnoses from 1, the most important first. `place_of_service` is
    given only where it is not the claim's.
    """

    code: kinds.Procedure
    pointers: tuple[int, ...]
    place_of_service: kinds.OptionalPlaceOfService = ""


@dataclass(frozen=True, kw_only=True)
class InstitutionalLine(_Line):
    """One service of an institutional claim (loop 2400), by revenue code, and procedure code.

    Clinics report medical services under 052X (0521 at the clinic) and mental health services
    under 0900.
    """

    revenue_code: kinds.RevenueCode
    code: kinds.OptionalProcedure = ""


# Claims


@dataclass(frozen=True, kw_only=True)
class _Claim:
    """What every claim has.

    `id` is ours (CLM01) and comes back on every answer. `original_reference` is the payer's own
    number of the claim that a replacement (frequency 7) or a void (8) is about. `diagnoses` are
    ICD-10-CM codes without the dot, the principal first. `month` is the first day of the month
    that the claim bills, where it bills one: its services must lie within. `turn` is the payer's: P
    first, S second, T third; `other_coverages` are the patient's others, with what they decided.
    """

    called: ClassVar[str] = "The claim"

    id: kinds.ClaimId
    billing_provider: BillingProvider
    payer: Payer
    subscriber: Subscriber
    patient: Patient | None = None
    referring_provider: ReferringProvider | None = None
    rendering_provider: RenderingProvider | None = None
    service_facility: ServiceFacility | None = None
    total_charge: Decimal
    frequency: Frequency = "1"
    original_reference: kinds.PayerClaimNumber = ""
    prior_authorization: kinds.PriorAuthorization = ""
    assignment: Assignment = "A"
    benefits_assigned: BenefitsAssigned = "Y"
    release: Release = "Y"
    diagnoses: tuple[str, ...]
    month: date | None = None
    turn: Turn = "P"
    other_coverages: tuple[OtherCoverage, ...] = ()

    def __post_init__(self) -> None:
        requires.money(self.total_charge)
        requires.truth(
            self.month is None or self.month.day == 1, "month is the first day of a month"
        )
        requires.code("frequency", self.frequency, Frequency)
        requires.code("assignment", self.assignment, Assignment)
        requires.code("benefits_assigned", self.benefits_assigned, BenefitsAssigned)
        requires.code("release", self.release, Release)
        requires.code("turn", self.turn, Turn)


@dataclass(frozen=True, kw_only=True)
class Claim(_Claim):
    """One professional claim (loop 2300) with all it is about.

    `insurance_type` (SBR05) says why Medicare comes second, where it does: 12 working aged, 13
    end-stage renal disease, 14 no-fault, 15 workers' compensation, 16 federal, 41 black lung, 42
    veterans, 43 disabled, 47 liability.
    """

    supervising_provider: SupervisingProvider | None = None
    place_of_service: kinds.PlaceOfService
    provider_signature: bool = True
    insurance_type: kinds.InsuranceType = ""
    lines: tuple[ServiceLine, ...]


@dataclass(frozen=True, kw_only=True)
class InstitutionalClaim(_Claim):
    """One claim of a clinic or facility (loop 2300): an RHC's is bill type 71, an FQHC's 77.

    `bill_type` is the middle two digits of the bill type (071X, 077X), whose last is the frequency.
    `statement_from` and `statement_to` are the days that the claim covers. `admission_type`,
    `admission_source` and `patient_status` (01: gone home) are codes of the NUBC, as are
    `condition_codes`, of which some payers want one on a replacement (D0 to D9, E0).
    """

    insurance_type: ClassVar[str] = ""

    attending_provider: AttendingProvider | None
    bill_type: kinds.BillType
    statement_from: date | None
    statement_to: date | None
    admission_type: kinds.AdmissionCode = ""
    admission_source: kinds.AdmissionCode = "1"
    patient_status: kinds.PatientStatus = "01"
    condition_codes: tuple[str, ...] = ()
    lines: tuple[InstitutionalLine, ...]


AnyClaim: TypeAlias = Claim | InstitutionalClaim
AnyLine: TypeAlias = ServiceLine | InstitutionalLine


# Files


@dataclass(frozen=True, kw_only=True)
class Document:
    """One file: an interchange with a single functional group of professional claims.

    Claims may be of several billing providers, subscribers and payers; the writer groups them.
    """

    interchange: Interchange
    submitter: Submitter
    receiver: Receiver
    claims: tuple[Claim, ...]


@dataclass(frozen=True, kw_only=True)
class InstitutionalDocument:
    """One file of institutional claims, as `Document` is of professional ones."""

    interchange: Interchange
    submitter: Submitter
    receiver: Receiver
    claims: tuple[InstitutionalClaim, ...]


AnyDocument: TypeAlias = Document | InstitutionalDocument
