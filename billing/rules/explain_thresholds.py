"""Which threshold a month met and by how much, or how a month that no minutes earn was earned."""

from __future__ import annotations

from billing.rules import choosing, monthly_program, presets, windows
from billing.rules.choosing import AddOn, Ladder
from billing.rules.facts import MonthFacts
from billing.rules.monthly_program import MonthlyProgram
from billing.rules.node import Node
from billing.rules.verdict import Verdict
from billing.rules.words import counted


def tree(facts: MonthFacts, verdict: Verdict) -> Node:
    """Return the thresholds of the payer's rule, by minutes or by the month."""
    program = monthly_program.of(facts)
    if program is not None:
        return _program(facts, program)
    ladder = choosing.ladder(facts, verdict.month_type)
    return Node(
        label="Thresholds",
        value=f"{counted(verdict.minutes, 'minute')} counted",
        detail=_next(verdict),
        reference=_source(facts, "min_minutes"),
        children=tuple(_steps(ladder, verdict.minutes)),
    )


def _program(facts: MonthFacts, program: MonthlyProgram) -> Node:
    roles = facts.policy.roles(facts.program)
    days = monthly_program.contact_days(program, facts, windows.of(facts), roles)
    return Node(
        label=f"{program.line.code} once a month, whatever the minutes",
        value=f"{counted(len(days), 'day')} with contact, {program.days_needed} needed",
        detail=f"A contact is {program.contact}.",
        reference=_source(facts, "month_earned_by"),
        children=tuple(Node(f"{day}", "a day with contact") for day in days),
    )


def _source(facts: MonthFacts, field: str) -> str:
    return presets.version(facts.policy.preset, facts.policy.version).source(field)


def _steps(ladder: Ladder, minutes: int) -> list[Node]:
    """Return the short month, the base and its add-on, as far as the payer has them."""
    base = ladder.measured_by if ladder.base is None else ladder.base.code
    detail = "This payer does not take the code." if ladder.base is None else ""
    steps = [_threshold(base, ladder.base_minimum, minutes, detail)]
    if ladder.short is not None:
        detail = "" if ladder.base is None else f"It pays only where {base} does not."
        steps.insert(0, _threshold(ladder.short.code, ladder.short_minimum, minutes, detail))
    if ladder.add_on is not None:
        steps.append(_add_on(ladder.add_on, minutes))
    return steps


def _threshold(code: str, minimum: int, minutes: int, detail: str) -> Node:
    over = minutes - minimum
    said = f"met by {over}" if over >= 0 else f"{-over} short"
    return Node(f"{code} from {counted(minimum, 'minute')}", said, detail)


def _add_on(add_on: AddOn, minutes: int) -> Node:
    units = add_on.units(minutes)
    past = max(0, minutes - add_on.whole_base)
    return Node(
        label=f"{add_on.code}, each {add_on.whole} minutes past {add_on.whole_base}",
        value=f"{counted(past, 'minute')} past, {counted(units, 'unit')}",
        detail=f"The last one counts from {add_on.minimum}; at most {add_on.cap} a month.",
    )


def _next(verdict: Verdict) -> str:
    if verdict.next is None:
        return "No further minute changes the lines."
    needed = counted(verdict.next.minutes_needed, "minute")
    return f"The next change is {verdict.next.code}, {needed} away."
