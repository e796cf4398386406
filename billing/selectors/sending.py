"""A claim on its way to one of its payers: to the first, or again to a later one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from billing.models import FIRST_TURN, Claim, ClaimPayment
from billing.x12 import document as x12
from billing.x12.reading.remittance import ClaimPayment as Decision
from registry.models import Coverage, Payer

#: What a claim must have loaded; reads of a batch stay a fixed number.
RELATED = (
    "patient",
    "payer__claim_settings__clinician",
    "coverage__payer",
    "policy",
    "episode__treating_practitioner",
    "episode__site",
)
PREFETCHED = ("lines", "patient__coverages__payer", "patient__authorizations")
_TURNS: tuple[x12.Turn, ...] = ("P", "S", "T")


@dataclass(frozen=True, kw_only=True)
class Earlier:
    """What an earlier payer decided: as it was posted, and as its remittance said it."""

    turn: x12.Turn
    coverage: Coverage
    payment: ClaimPayment
    decision: Decision


@dataclass(frozen=True, kw_only=True)
class Sending:
    """`coverage` is the one that the claim goes to.

    To a later payer: `earlier` is what each one before it decided, in turn, and `insurance_type`
    why Medicare does not come first, where it does not.
    """

    claim: Claim
    coverage: Coverage | None
    payer: Payer | None
    turn: str = FIRST_TURN
    earlier: tuple[Earlier, ...] = ()
    insurance_type: str = ""

    @property
    def payment(self) -> ClaimPayment | None:
        """The decision that this rests on: that of the payer right before."""
        return self.earlier[-1].payment if self.earlier else None


def first(claim: Claim) -> Sending:
    """The claim to the payer that it was decided for."""
    return Sending(claim=claim, coverage=claim.coverage, payer=claim.payer)


def in_turn(claim: Claim) -> list[Coverage]:
    """The coverages that pay for the claim on its date of service, in turn; the claim's own first.

    One of a lower rank than the claim's is not among them: it was not in force when the claim was
    decided, or the claim would go to it.
    """
    own = claim.coverage
    if own is None:
        return []
    day = claim.date_of_service or claim.month
    later = [
        each
        for each in claim.patient.coverages.all()
        if each.pk != own.pk and each.rank > own.rank and _in_force(each, day)
    ]
    return [own, *sorted(later, key=lambda each: (each.rank, each.pk))][: len(_TURNS)]


def _in_force(coverage: Coverage, day: dt.date) -> bool:
    return coverage.active_from <= day and (coverage.active_to is None or coverage.active_to >= day)


def others(sending: Sending) -> list[tuple[x12.Turn, Coverage]]:
    """The patient's other coverages with their turns; those of earlier payers last, decided."""
    rest = [each for each in turns(sending.claim) if each[0] != sending.turn]
    rest.sort(key=lambda each: each[0] < sending.turn)
    return rest


def turns(claim: Claim) -> list[tuple[x12.Turn, Coverage]]:
    """The coverages that pay for the claim, each with its turn."""
    return list(zip(_TURNS, in_turn(claim), strict=False))
