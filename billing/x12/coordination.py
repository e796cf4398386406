"""The patient's other coverage, and what its payer decided already (loops 2320, 2330, 2430).

A claim to a second payer carries the first one's decision as that remittance stated it: paid, the
adjustments and why, by claim or by line. `Adjustment` is the one that the remittance reader yields.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

from billing.x12 import kinds, requires
from billing.x12.adjustment import Adjustment
from billing.x12.parties import Address, Payer, Person

Turn = Literal["P", "S", "T"]
BenefitsAssigned = Literal["Y", "N", "W"]
Release = Literal["Y", "I"]
RelationshipToOther = Literal["01", "18", "19", "20", "21", "39", "40", "53", "G8"]


@dataclass(frozen=True, kw_only=True)
class OtherSubscriber(Person):
    """Whose other coverage it is (loop 2330A).

    `relationship` is the patient's to this subscriber (SBR02): 18 self, else as in `Patient`.
    """

    called: ClassVar[str] = "The other subscriber"

    member_id: kinds.MemberId
    relationship: RelationshipToOther
    group_number: kinds.GroupNumber = ""
    group_name: kinds.GroupName = ""
    filing_indicator: kinds.FilingIndicator
    address: Address | None = None

    def __post_init__(self) -> None:
        requires.code("relationship", self.relationship, RelationshipToOther)


@dataclass(frozen=True, kw_only=True)
class OtherPayer(Payer):
    """The payer of the other coverage (loop 2330B); its id ties it to the lines' decisions."""

    called: ClassVar[str] = "The other payer"


@dataclass(frozen=True, kw_only=True)
class OtherCoverage:
    """Another coverage of the patient (loop 2320), of a payer that pays before or after ours.

    `paid` is what that payer paid for the claim, 0 for nothing, None where it has not decided.
    `adjustments` are those of the claim as a whole; those of lines stand at the lines. `decided_on`
    is the day of the decision or payment; `control_number` that payer's own claim number.
    `noncovered` is what it covers nothing of, where it never got the claim; `patient_owes` what is
    left to the patient. `remarks` are remark codes (RARC) of the claim.
    """

    called: ClassVar[str] = "Other coverage"

    turn: Turn = "P"
    payer: OtherPayer
    subscriber: OtherSubscriber
    insurance_type: kinds.InsuranceType = ""
    paid: Decimal | None = None
    adjustments: tuple[Adjustment, ...] = ()
    noncovered: Decimal | None = None
    patient_owes: Decimal | None = None
    decided_on: date | None = None
    control_number: kinds.PayerClaimNumber = ""
    remarks: tuple[str, ...] = ()
    benefits_assigned: BenefitsAssigned = "Y"
    release: Release = "Y"

    def __post_init__(self) -> None:
        requires.code("turn", self.turn, Turn)
        requires.code("benefits_assigned", self.benefits_assigned, BenefitsAssigned)
        requires.code("release", self.release, Release)
        for amount in (self.paid, self.noncovered, self.patient_owes):
            requires.optional_money(amount)


@dataclass(frozen=True, kw_only=True)
class LineDecision:
    """What another payer decided about one line (loop 2430).

    `payer_id` is the other payer's. `code` and `modifiers` are those that it paid, "" for the
    line's own; `units` those that it paid.
    """

    called: ClassVar[str] = "Decision"

    payer_id: kinds.PartnerId
    paid: Decimal
    units: int
    code: kinds.OptionalProcedure = ""
    modifiers: tuple[str, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    decided_on: date | None
    patient_owes: Decimal | None = None

    def __post_init__(self) -> None:
        requires.money(self.paid)
        requires.optional_money(self.patient_owes)
        requires.truth(type(self.units) is int, "units is a whole number")
