"""What a payer's front door says of each claim (277CA, 005010X214): taken on, or turned away.

Codes keep their numbers; `sentence` says them for people.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from billing.x12 import words
from billing.x12.reading.parts import Dated, Party, Reference, value_of

Verdict: TypeAlias = Literal["accepted", "rejected", "unknown"]

_REJECTED = ("A3", "A4", "A6", "A7", "A8")
_ACCEPTED = ("A0", "A1", "A2", "A5")


@dataclass(frozen=True, kw_only=True, slots=True)
class StatusCode:
    """One composite of an STC: a category, a status within it, and whom it is about."""

    category: str
    status: str
    entity: str = ""
    list: str = ""

    @property
    def sentence(self) -> str:
        category = words.of("claim_status_category", self.category)
        status = words.of("claim_status", self.status)
        entity = f" ({words.of('entity', self.entity)})" if self.entity else ""
        return f"{category}: {status}{entity}."


@dataclass(frozen=True, kw_only=True, slots=True)
class Status:
    """One STC. `action` is WQ (taken) or U (turned away); `amount` is the charge that it means."""

    segment: int
    codes: tuple[StatusCode, ...]
    on: date | None = None
    action: str = ""
    amount: Decimal | None = None
    message: str = ""

    @property
    def verdict(self) -> Verdict:
        categories = {code.category for code in self.codes}
        if self.action == "U" or categories.intersection(_REJECTED):
            return "rejected"
        return "accepted" if categories.intersection(_ACCEPTED) else "unknown"

    @property
    def sentence(self) -> str:
        said = " ".join(code.sentence for code in self.codes)
        return f"{said} The payer adds: {self.message}" if self.message else said


@dataclass(frozen=True, kw_only=True, slots=True)
class LineStatus:
    """What is said of one service line (loop 2220D)."""

    segment: int
    qualifier: str
    code: str
    modifiers: tuple[str, ...] = ()
    charge: Decimal | None = None
    revenue_code: str = ""
    units: Decimal | None = None
    statuses: tuple[Status, ...] = ()
    references: tuple[Reference, ...] = ()
    dates: tuple[Dated, ...] = ()

    @property
    def control_number(self) -> str:
        """Ours (REF*6R of the claim), as it comes back."""
        return value_of(self.references, "FJ")


@dataclass(frozen=True, kw_only=True, slots=True)
class ClaimStatus:
    """What is said of one claim (loop 2200D); `claim_id` is ours (CLM01)."""

    segment: int
    claim_id: str
    patient: Party | None = None
    provider: Party | None = None
    statuses: tuple[Status, ...] = ()
    references: tuple[Reference, ...] = ()
    dates: tuple[Dated, ...] = ()
    lines: tuple[LineStatus, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """Rejected if anything about the claim or a line of it is."""
        lines = (status for line in self.lines for status in line.statuses)
        return _together((*self.statuses, *lines))

    @property
    def payer_control_number(self) -> str:
        return value_of(self.references, "1K")

    @property
    def clearinghouse_number(self) -> str:
        return value_of(self.references, "D9")

    @property
    def bill_type(self) -> str:
        return value_of(self.references, "BLT")

    @property
    def served_on(self) -> date | None:
        """The (first) day of service."""
        return next((each.on for each in self.dates if each.qualifier == "472"), None)

    @property
    def sentences(self) -> tuple[str, ...]:
        own = tuple(status.sentence for status in self.statuses)
        lines = (
            f"Line {number} ({line.code}): {status.sentence}"
            for number, line in enumerate(self.lines, 1)
            for status in line.statuses
        )
        return (*own, *lines)


@dataclass(frozen=True, kw_only=True, slots=True)
class LevelStatus:
    """What is said above the claims: of the whole batch, or of one billing provider in it.

    `reference` is what TRN names: of the batch, our BHT03. Counts and sums are the sender's.
    """

    segment: int
    party: Party | None = None
    reference: str = ""
    statuses: tuple[Status, ...] = ()
    references: tuple[Reference, ...] = ()
    accepted_claims: Decimal | None = None
    rejected_claims: Decimal | None = None
    accepted_charge: Decimal | None = None
    rejected_charge: Decimal | None = None

    @property
    def verdict(self) -> Verdict:
        return _together(self.statuses)


@dataclass(frozen=True, kw_only=True, slots=True)
class ClaimStatusReport:
    """One 277CA. Claims that the batch's or provider's own status rejects need not be listed."""

    segment: int
    reference: str = ""
    made_on: date | None = None
    source: Party | None = None
    source_trace: str = ""
    received_on: date | None = None
    processed_on: date | None = None
    batches: tuple[LevelStatus, ...] = ()
    providers: tuple[LevelStatus, ...] = ()
    claims: tuple[ClaimStatus, ...] = ()


def _together(statuses: tuple[Status, ...]) -> Verdict:
    verdicts = {status.verdict for status in statuses}
    if "rejected" in verdicts:
        return "rejected"
    return "accepted" if "accepted" in verdicts else "unknown"
