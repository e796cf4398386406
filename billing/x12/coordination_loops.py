"""The loops of other coverage: 2320, 2330A and 2330B at the claim, 2430 at a line."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from billing.x12 import adjustment_segments, loops
from billing.x12.document import AnyClaim, LineDecision, OtherCoverage, OtherPayer, OtherSubscriber
from billing.x12.segments import Composite, amount, composite, day, segment


def loop_2320(other: OtherCoverage, claim: AnyClaim) -> Iterator[str]:
    """One other coverage, with what its payer decided about the claim as a whole."""
    yield _coverage_information(other)
    yield from adjustment_segments.written(other.adjustments)
    yield from _amount("D", other.paid)
    yield from _amount("A8", other.noncovered)
    yield from _amount("EAF", other.patient_owes)
    yield segment("OI", "", "", other.benefits_assigned, "", "", other.release)
    if other.remarks:
        yield segment("MOA", "", "", *other.remarks)
    yield from _loop_2330a(other.subscriber)
    yield from _loop_2330b(other.payer)
    if other.decided_on and not _is_decided_by_line(other, claim):
        yield segment("DTP", "573", "D8", day(other.decided_on))
    yield from loops.reference("F8", other.control_number)


def _coverage_information(other: OtherCoverage) -> str:
    who = other.subscriber
    unused = ("", "", "")
    return segment(
        "SBR",
        other.turn,
        who.relationship,
        who.group_number,
        "" if who.group_number else who.group_name,
        other.insurance_type,
        *unused,
        who.filing_indicator,
    )


def _is_decided_by_line(other: OtherCoverage, claim: AnyClaim) -> bool:
    """The day of decision stands at the lines, where that payer decided about lines."""
    return any(
        decision.payer_id == other.payer.id for line in claim.lines for decision in line.decisions
    )


def _loop_2330a(who: OtherSubscriber) -> Iterator[str]:
    yield segment("NM1", "IL", "1", *loops.names(who), "MI", who.member_id)
    if who.address:
        yield from loops.address(who.address)


def _loop_2330b(payer: OtherPayer) -> Iterator[str]:
    yield segment("NM1", "PR", "2", payer.name, *loops.NO_FIRST_NAME, "PI", payer.id)


def loop_2430(
    decision: LineDecision, procedure: Composite, revenue_code: str = ""
) -> Iterator[str]:
    """What another payer decided about a line; `procedure` is the line's own."""
    decided = composite("HC", decision.code, *decision.modifiers) if decision.code else procedure
    units = str(decision.units)
    yield segment("SVD", decision.payer_id, amount(decision.paid), decided, revenue_code, units)
    yield from adjustment_segments.written(decision.adjustments)
    if decision.decided_on:
        yield segment("DTP", "573", "D8", day(decision.decided_on))
    yield from _amount("EAF", decision.patient_owes)


def _amount(qualifier: str, money: Decimal | None) -> Iterator[str]:
    if money is not None:
        yield segment("AMT", qualifier, amount(money))
