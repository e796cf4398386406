"""A claim to the next payer, from the remittance of the one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from billing.x12.document import (
    AnyLine,
    Claim,
    InstitutionalClaim,
    InstitutionalLine,
    LineDecision,
    OtherCoverage,
    ServiceLine,
)
from billing.x12.reading.remittance import ClaimPayment, ServicePayment

_Line = TypeVar("_Line", ServiceLine, InstitutionalLine)


def claim_after(
    claim: Claim, coverage: OtherCoverage, payment: ClaimPayment, *, decided_on: date
) -> Claim:
    """The claim with what an earlier payer decided, ready for the next one.

    `claim` is already addressed to the next payer (its payer, subscriber and `turn`); `coverage` is
    the earlier payer's, as yet without a decision. Lines are found by our control number, else by
    their procedure and charge in order. A line that the remittance does not hold gets no decision,
    which `checks.problems` then finds.
    """
    lines = _decided_lines(claim.lines, coverage, payment, decided_on)
    others = (*claim.other_coverages, _decided_coverage(coverage, payment, decided_on))
    return replace(claim, lines=lines, other_coverages=others)


def institutional_claim_after(
    claim: InstitutionalClaim, coverage: OtherCoverage, payment: ClaimPayment, *, decided_on: date
) -> InstitutionalClaim:
    """As `claim_after`, for an institutional claim."""
    lines = _decided_lines(claim.lines, coverage, payment, decided_on)
    others = (*claim.other_coverages, _decided_coverage(coverage, payment, decided_on))
    return replace(claim, lines=lines, other_coverages=others)


def _decided_coverage(
    coverage: OtherCoverage, payment: ClaimPayment, decided_on: date
) -> OtherCoverage:
    return replace(
        coverage,
        paid=payment.paid,
        adjustments=payment.adjustments,
        decided_on=decided_on,
        control_number=payment.payer_control_number,
        remarks=payment.remarks[:5],
    )


def _decided_lines(
    lines: Sequence[_Line], coverage: OtherCoverage, payment: ClaimPayment, decided_on: date
) -> tuple[_Line, ...]:
    left = list(payment.lines)
    decided: list[_Line] = []
    for line in lines:
        found = _decision_about(line, left)
        decisions: tuple[LineDecision, ...] = line.decisions
        if found:
            left.remove(found)
            decisions = (*decisions, _decision(found, line, coverage.payer.id, decided_on))
        decided.append(replace(line, decisions=decisions))
    return tuple(decided)


def _decision_about(line: AnyLine, left: Sequence[ServicePayment]) -> ServicePayment | None:
    number = line.control_number
    named = [each for each in left if number and each.control_number == number]
    alike = [
        each
        for each in left
        if not each.control_number
        and line.code in (each.procedure.code, each.submitted.code if each.submitted else "")
        and each.charge == line.charge
    ]
    return next(iter(named or alike), None)


def _decision(paid: ServicePayment, line: AnyLine, payer_id: str, decided_on: date) -> LineDecision:
    """`code` is said only where the payer paid another one than was billed."""
    procedure = paid.procedure
    other = procedure.qualifier == "HC" and procedure.code != line.code
    return LineDecision(
        payer_id=payer_id,
        paid=paid.paid,
        units=int(paid.units.to_integral_value()),
        code=procedure.code if other else "",
        modifiers=procedure.modifiers if other else (),
        adjustments=paid.adjustments,
        decided_on=decided_on,
    )
