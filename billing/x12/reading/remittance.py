"""What a payer says of its payment (835, 005010X221A1): for which claims, and why so much.

Money is `Decimal`, exactly as written: a reversal's amounts are negative. Codes keep their letters;
`words` and `sentence` say them for people. `segment` is the place in the file, for whoever looks it
up. Ids and numbers are texts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from billing.x12 import words
from billing.x12.adjustment import Adjustment
from billing.x12.reading.parts import Contact, Dated, Party, Reference, value_of

REVERSAL = "22"
DENIED = "4"
PREDETERMINATION = "25"
CROSSED_OVER = ("19", "20", "21")


@dataclass(frozen=True, kw_only=True, slots=True)
class Amount:
    """A further amount (AMT) or quantity (QTY) that explains and does not enter the balance."""

    qualifier: str
    amount: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class Procedure:
    """What was done: a code of the list `qualifier` (HC is HCPCS and CPT, NU revenue codes)."""

    qualifier: str
    code: str
    modifiers: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ServicePayment:
    """One service line (loop 2110).

    `units` are those paid; the guide lets them be absent for one. `submitted` is our procedure
    where the payer decided about another one.
    """

    segment: int
    procedure: Procedure
    charge: Decimal
    paid: Decimal
    revenue_code: str = ""
    units: Decimal = Decimal(1)
    submitted: Procedure | None = None
    submitted_units: Decimal | None = None
    dates: tuple[Dated, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    references: tuple[Reference, ...] = ()
    amounts: tuple[Amount, ...] = ()
    quantities: tuple[Amount, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def control_number(self) -> str:
        """Ours (REF*6R), as it comes back."""
        return value_of(self.references, "6R")

    @property
    def allowed(self) -> Decimal | None:
        """What the payer allows for it, whoever pays (AMT*B6)."""
        return next((each.amount for each in self.amounts if each.qualifier == "B6"), None)

    @property
    def served_from(self) -> date | None:
        return _first_day(self.dates, "472", "150")

    @property
    def served_to(self) -> date | None:
        return _last_day(self.dates, "472", "151") or self.served_from

    @property
    def adjusted(self) -> Decimal:
        return sum((each.amount for each in self.adjustments), Decimal(0))


@dataclass(frozen=True, kw_only=True, slots=True)
class ClaimPayment:
    """One claim (loop 2100). `claim_id` is ours (CLM01); a status is 1 to 4, 19 to 22, 23 or 25.

    `adjudication` holds MIA and MOA as written, whose remark codes are in `remarks`.
    """

    segment: int
    claim_id: str
    status: str
    charge: Decimal
    paid: Decimal
    patient_responsibility: Decimal = Decimal(0)
    filing_indicator: str = ""
    payer_control_number: str = ""
    facility: str = ""
    frequency: str = ""
    drg: str = ""
    patient: Party | None = None
    subscriber: Party | None = None
    corrected: Party | None = None
    rendering_provider: Party | None = None
    crossover_carrier: Party | None = None
    corrected_payer: Party | None = None
    other_subscriber: Party | None = None
    adjustments: tuple[Adjustment, ...] = ()
    dates: tuple[Dated, ...] = ()
    references: tuple[Reference, ...] = ()
    contacts: tuple[Contact, ...] = ()
    amounts: tuple[Amount, ...] = ()
    quantities: tuple[Amount, ...] = ()
    adjudication: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    lines: tuple[ServicePayment, ...] = ()

    @property
    def words(self) -> str:
        return words.of("claim_payment_status", self.status)

    @property
    def filing_words(self) -> str:
        return words.of("filing_indicator", self.filing_indicator)

    @property
    def is_reversal(self) -> bool:
        return self.status == REVERSAL

    @property
    def is_denied(self) -> bool:
        return self.status == DENIED

    @property
    def is_crossed_over(self) -> bool:
        """Whether the payer passed the claim on to the next one by itself."""
        return self.status in CROSSED_OVER

    @property
    def is_predetermination(self) -> bool:
        """Whether it only says what would be paid."""
        return self.status == PREDETERMINATION

    @property
    def original_reference(self) -> str:
        """The payer's number of the claim that this one corrects (REF*F8), where it says so."""
        return value_of(self.references, "F8")

    @property
    def served_from(self) -> date | None:
        days = [day for day in (line.served_from for line in self.lines) if day]
        return _first_day(self.dates, "232") or min(days, default=None)

    @property
    def served_to(self) -> date | None:
        days = [day for day in (line.served_to for line in self.lines) if day]
        return _first_day(self.dates, "233") or max(days, default=None) or self.served_from

    @property
    def received_on(self) -> date | None:
        return _first_day(self.dates, "050")

    @property
    def all_adjustments(self) -> tuple[Adjustment, ...]:
        """The claim's own and those of its lines."""
        return (*self.adjustments, *(each for line in self.lines for each in line.adjustments))

    @property
    def adjusted(self) -> Decimal:
        return sum((each.amount for each in self.all_adjustments), Decimal(0))


@dataclass(frozen=True, kw_only=True, slots=True)
class ProviderAdjustment:
    """Money that belongs to no claim of this payment (PLB); a positive amount lowers it."""

    segment: int
    provider_id: str
    period_ends: date | None
    reason: str
    reference: str
    amount: Decimal

    @property
    def words(self) -> str:
        return words.of("provider_adjustment", self.reason)

    @property
    def sentence(self) -> str:
        effect = "lowers" if self.amount > 0 else "raises"
        about = f" (reference {self.reference})" if self.reference else ""
        return f"{self.reason} {self.words}{about}: {effect} the payment by {abs(self.amount)}."


@dataclass(frozen=True, kw_only=True, slots=True)
class Remittance:
    """One 835: one payment, by its trace number, with the claims that it is for.

    `handling` (BPR01) says whether money comes with it (I, C, D), has been announced (P, X, U), or
    not at all (H). `method` is how it comes: CHK, ACH, FWT, BOP, NON. `deposit_account` is the
    payee's, as far as the payer writes it.
    """

    segment: int
    payment_segment: int
    handling: str
    amount: Decimal
    direction: str = ""
    method: str
    format: str = ""
    deposit_account: str = ""
    effective_on: date | None = None
    trace_number: str = ""
    payer_id: str = ""
    supplement: str = ""
    currency: str = ""
    receiver_id: str = ""
    system_version: str = ""
    produced_on: date | None = None
    references: tuple[Reference, ...] = ()
    payer: Party | None = None
    payee: Party | None = None
    claims: tuple[ClaimPayment, ...] = ()
    provider_adjustments: tuple[ProviderAdjustment, ...] = ()

    @property
    def method_words(self) -> str:
        return words.of("payment_method", self.method)

    @property
    def handling_words(self) -> str:
        return words.of("payment_handling", self.handling)

    @property
    def is_paid(self) -> bool:
        """Whether money moves; a notification alone (H) or method NON brings none."""
        return self.handling != "H" and self.method != "NON" and self.amount > 0

    @property
    def claims_paid(self) -> Decimal:
        return sum((claim.paid for claim in self.claims), Decimal(0))

    @property
    def provider_adjusted(self) -> Decimal:
        return sum((each.amount for each in self.provider_adjustments), Decimal(0))


def _first_day(dates: tuple[Dated, ...], *qualifiers: str) -> date | None:
    return next((each.on for each in dates if each.qualifier in qualifiers and each.on), None)


def _last_day(dates: tuple[Dated, ...], *qualifiers: str) -> date | None:
    found = (each.until or each.on for each in dates if each.qualifier in qualifiers)
    return next((day for day in found if day), None)
