"""How months stand now: billing's answer to the registry's question."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Mapping, Sequence

from billing.rules import choosing, codes, monthly_program, windows
from billing.rules import verdict as rules
from billing.rules.choosing import AddOn, Ladder
from billing.rules.verdict import EntryCount
from billing.rules.words import counted
from billing.selectors import month_facts
from billing.services import decision, visit_prompts
from billing.services.decision import Decision
from registry.standing import Ending, Standing, Step, Threshold

logger = logging.getLogger(__name__)

PAYS, WHOLE = "pays", "whole"


def decide(
    patient_ids: Sequence[int], month: dt.date, ending: Ending | None = None
) -> Mapping[int, Standing]:
    """The standing of each patient with an episode in the month, in three queries for all of them.

    A chart that the rules cannot read is left out: it must not stop somebody's clock.  `ending`
    is a timer whose time counts as if it had ended already.
    """
    standings = {}
    for patient_id, chart in month_facts.gather(patient_ids, month, ending).charts.items():
        if not chart.is_enrolled:
            continue
        try:
            mark = decision.basis(chart).mark
            standings[patient_id] = of(decision.of(chart), mark)
        except Exception as error:
            logger.error("patient %s cannot be decided: %s", patient_id, type(error).__name__)
    return standings


def of(decided: Decision, mark: str) -> Standing:
    """A decision as the registry keeps it."""
    verdict = decided.verdict
    found: Standing = {
        "program": decided.chart.facts.program,
        "outcome": decided.outcome,
        "month_type": verdict.month_type,
        "worked_seconds": verdict.worked,
        "counted_seconds": verdict.counted,
        "excluded": dict(verdict.excluded),
        "entries": {entry.id: _seconds(entry) for entry in verdict.entries if entry.excluded},
        "lines": [line.as_json() for line in verdict.lines],
        "next": _step(verdict.next),
        "thresholds": thresholds(decided),
        "reasons": decision.reasons(decided),
        "basis": mark,
    }
    needs, prompts = program_needs(decided), visit_prompts.of(decided)
    if needs:
        found["needs"] = needs
    if prompts:
        found["prompts"] = prompts
    return found


def program_needs(decided: Decision) -> str:
    """What a payer asks for that pays by the month and not by minutes; empty for others."""
    facts = decided.chart.facts
    program = monthly_program.of(facts)
    if program is None:
        return ""
    roles = facts.policy.roles(facts.program)
    days = monthly_program.contact_days(program, facts, windows.of(facts), roles)
    needed = counted(program.days_needed, "day")
    return f"{program.line.code} by {len(days)} of {needed} with contact, not by minutes"


def thresholds(decided: Decision) -> list[Threshold]:
    """The marks of the minutes bar, in order: what this payer pays from, and whole times.

    The whole time has its own mark only where the payer pays from fewer minutes.
    """
    facts, verdict = decided.chart.facts, decided.verdict
    ladder = choosing.ladder(facts, verdict.month_type)
    marks = [*_short(ladder), *_base(ladder, facts.month.first_day)]
    if ladder.add_on is not None:
        marks += _add_ons(ladder.add_on, verdict.minutes)
    return sorted(marks, key=lambda mark: mark["minutes"])


def _seconds(entry: EntryCount) -> dict[str, int]:
    """An entry's seconds: worked, counted, excluded, and excluded again by each reason."""
    excluded = entry.worked - entry.counted
    return {
        "worked": entry.worked,
        "counted": entry.counted,
        "excluded": excluded,
        **entry.excluded,
    }


def _step(step: rules.Step | None) -> Step | None:
    return {"code": step.code, "minutes_needed": step.minutes_needed} if step else None


def _short(ladder: Ladder) -> list[Threshold]:
    if ladder.short is None:
        return []
    return [_mark(ladder.short.code, ladder.short_minimum, PAYS)]


def _base(ladder: Ladder, on: dt.date) -> list[Threshold]:
    if ladder.base is None:
        return []
    return _pair(ladder.base.code, ladder.base_minimum, codes.full_minutes(ladder.measured_by, on))


def _add_ons(add_on: AddOn, minutes: int) -> list[Threshold]:
    """Every unit reached, and the next one."""
    marks = []
    for unit in range(min(add_on.units(minutes) + 1, add_on.cap)):
        before = add_on.whole_base + unit * add_on.whole
        marks += _pair(add_on.code, before + add_on.minimum, before + add_on.whole)
    return marks


def _pair(code: str, pays: int, whole: int) -> list[Threshold]:
    marks = [_mark(code, pays, PAYS)]
    return [*marks, _mark(code, whole, WHOLE)] if whole > pays else marks


def _mark(code: str, minutes: int, kind: str) -> Threshold:
    return {"code": code, "minutes": minutes, "kind": kind}
