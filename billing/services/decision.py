"""A chart, decided: what the rules answer, what else stands against it, and what it comes to."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, replace
from decimal import Decimal

import orjson

from billing import rules
from billing.rules import case
from billing.rules.verdict import BILLABLE, HELD, NOTE, Line, Verdict
from billing.selectors.month_facts import Chart
from billing.services import engine, own_finding, own_holds
from billing.services.own_finding import OwnFinding
from registry.standing import Reason


@dataclass(frozen=True, slots=True)
class Basis:
    """What a month is decided from: the case as it is kept, and one mark of all that matters."""

    case: str
    mark: str


@dataclass(frozen=True, slots=True)
class Price:
    """A line's dollars: what is charged for its units, and what the payer allows for them."""

    charge: Decimal | None
    allowed: Decimal | None

    @property
    def expected(self) -> Decimal | None:
        """The lower of the two, as payers pay it (`ClaimLine.expected` says the same)."""
        if self.allowed is None or self.charge is None:
            return self.allowed
        return min(self.allowed, self.charge)


@dataclass(frozen=True, slots=True)
class Decision:
    """`prices` are the dollars of each line: charged and allowed, None where none is in force."""

    chart: Chart
    verdict: Verdict
    own_findings: list[OwnFinding]
    prices: list[Price]

    @property
    def outcome(self) -> str:
        """The verdict's outcome; what the rules would bill is held for our own holds as well."""
        if self.own_holds and self.verdict.outcome == BILLABLE:
            return HELD
        return self.verdict.outcome

    @property
    def own_holds(self) -> list[OwnFinding]:
        """Those of our own findings that stand against the claim."""
        return [finding for finding in self.own_findings if own_finding.is_hold(finding)]

    @property
    def against(self) -> list[str]:
        """The rules that stand against the claim, in order, ours last."""
        theirs = [reason.rule for reason in self.verdict.reasons if reason.kind != NOTE]
        return list(dict.fromkeys([*theirs, *(hold["rule"] for hold in self.own_holds)]))

    @property
    def priced(self) -> list[tuple[Line, Price]]:
        """Each line with its dollars."""
        return list(zip(self.verdict.lines, self.prices, strict=True))

    @property
    def total_charge(self) -> Decimal | None:
        """The lines' dollars, None where one of them has none, or where there is no line."""
        return _total([price.charge for price in self.prices])

    @property
    def total_expected(self) -> Decimal | None:
        """What the payer should pay, None where one of the lines has no allowed amount."""
        return _total([price.expected for price in self.prices])

    @property
    def minutes_short(self) -> int | None:
        """Minutes to the first line, where too few were counted for any."""
        if self.verdict.lines or "below_minimum" not in self.against or not self.verdict.next:
            return None
        return self.verdict.next.minutes_needed


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision with what it was made from."""

    basis: Basis
    decision: Decision


def _utc(instant: int) -> dt.datetime:
    """As orjson writes it, and quicker: the same text as the rules' own."""
    return dt.datetime.fromtimestamp(instant, dt.UTC)


def basis(chart: Chart) -> Basis:
    """The same facts, policy, fees, exclusions and rules always give the same mark."""
    written = orjson.dumps(case.write(chart.facts, instant=_utc), option=orjson.OPT_UTC_Z)
    mark = hashlib.sha256(written)
    mark.update(
        f"{engine.version()} {chart.policy.mark} {chart.policy.is_stand_in} "
        f"{chart.episode_id} {chart.payer_id} {chart.coverage_id} {chart.has_member_id} "
        f"{chart.fees.mark}{chart.exclusions.mark}".encode()
    )
    if chart.claimed_by is not None:
        mark.update(f" claimed by {chart.claimed_by}".encode())
    if chart.alike is not None:
        mark.update(f" alike {chart.alike.practice_id} {chart.alike.is_same}".encode())
    return Basis(written.decode(), mark.hexdigest())


def of(chart: Chart, *, dated: dt.date | None = None) -> Decision:
    """Put a chart to the rules.  `dated` is the date of service instead of the one that the rules
    give: of a claim that leaves before it."""
    verdict = rules.decide(chart.facts)
    if dated is not None:
        verdict = replace(verdict, date_of_service=dated)
    found = own_holds.of(chart, verdict)
    prices = [_price(chart, verdict, line) for line in verdict.lines]
    return Decision(chart, verdict, found, prices)


def reasons(decision: Decision) -> list[Reason]:
    """All that was said, by the rules and by us: what stands against the claim before notes."""
    theirs: list[Reason] = [
        {"kind": each.kind, "rule": each.rule, "text": each.text, "reference": each.reference}
        for each in decision.verdict.reasons
    ]
    ours = [own_finding.as_reason(finding) for finding in decision.own_findings]
    said = [*theirs, *ours]
    return sorted(said, key=lambda reason: reason["kind"] == NOTE)


def _price(chart: Chart, verdict: Verdict, line: Line) -> Price:
    day = verdict.date_of_service
    if day is None:
        return Price(None, None)
    charge, allowed = chart.fees.charge(line.code, day), chart.fees.allowed(line.code, day)
    return Price(_times(charge, line.units), _times(allowed, line.units))


def _times(amount: Decimal | None, units: int) -> Decimal | None:
    return None if amount is None else amount * units


def _total(amounts: list[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal()) if known and len(known) == len(amounts) else None
