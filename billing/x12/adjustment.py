"""Why a payer paid less than was charged: one reason and its amount (CAS).

It comes on a remittance (835), and goes to the next payer on a secondary claim (837).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from billing.x12 import kinds, words


@dataclass(frozen=True, kw_only=True, slots=True)
class Adjustment:
    """A positive amount lowers the payment, a negative one raises it.

    `group` says who bears it: CO the provider by contract, PR the patient, OA neither, PI the
    payer's own reduction. `reason` is a claim adjustment reason code (CARC).
    """

    called: ClassVar[str] = "Adjustment"

    group: kinds.AdjustmentGroup
    reason: kinds.AdjustmentReason
    amount: Decimal
    quantity: Decimal | None = None

    @property
    def words(self) -> str:
        return words.of("carc", self.reason)

    @property
    def group_words(self) -> str:
        return words.of("adjustment_group", self.group)

    @property
    def sentence(self) -> str:
        return f"{self.group}-{self.reason} {self.amount}: {self.words} ({self.group_words})."
