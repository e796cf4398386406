"""A verdict argued for a person: what was worked, counted and left out, and which rule says so.

The tree is the one argument: the command line prints it and the pages draw it, in the same words.
"""

from __future__ import annotations

from billing.rules import (
    choosing,
    explain_policy,
    explain_time,
    monthly_program,
    presets,
    windows,
)
from billing.rules.choosing import AddOn, Ladder
from billing.rules.codes import book
from billing.rules.facts import MonthFacts
from billing.rules.monthly_program import MonthlyProgram
from billing.rules.node import Node
from billing.rules.verdict import (
    BILLABLE,
    HELD,
    HOLD,
    NOT_BILLABLE,
    NOTE,
    REFUSAL,
    Line,
    Reason,
    Verdict,
)
from billing.rules.words import INITIAL, SUBSEQUENT, counted, plain

__all__ = ["Node", "text", "tree"]

_OUTCOMES = {
    BILLABLE: "Nothing stands against the claim",
    HELD: "The claim waits until what is listed is mended",
    NOT_BILLABLE: "Nothing can be claimed for this month",
}
_KINDS = {
    INITIAL: "An initial month of collaborative care",
    SUBSEQUENT: "A subsequent month of collaborative care",
    None: "A month of general integration",
}
_AGAINST = {
    REFUSAL: "Refused",
    HOLD: "Held",
    NOTE: "To know",
}


def text(facts: MonthFacts, verdict: Verdict) -> str:
    """Return the argument for a verdict as indented text."""
    return tree(facts, verdict).printed()


def tree(facts: MonthFacts, verdict: Verdict) -> Node:
    """Return the argument for a verdict: lines, thresholds, reasons, seconds and policy."""
    ladder = choosing.ladder(facts, verdict.month_type)
    return Node(
        label=f"{facts.id}, {facts.month}",
        value=verdict.outcome.replace("_", " "),
        detail=f"{_OUTCOMES[verdict.outcome]}.",
        children=(
            _lines(facts, verdict),
            _thresholds(facts, verdict, ladder),
            *_reasons(verdict),
            explain_time.tree(facts, verdict),
            explain_policy.tree(facts.policy),
        ),
    )


def _lines(facts: MonthFacts, verdict: Verdict) -> Node:
    kind = _KINDS[verdict.month_type]
    if not verdict.lines:
        return Node("Lines", "none", f"{kind}.")
    served = f"date of service {verdict.date_of_service}"
    return Node(
        label="Lines",
        value=" and ".join(map(str, verdict.lines)),
        detail=f"{kind}; {served}.",
        reference=presets.version(facts.policy.preset, facts.policy.version).source(
            "date_of_service"
        ),
        children=tuple(_line(facts, line) for line in verdict.lines),
    )


def _line(facts: MonthFacts, line: Line) -> Node:
    code = book().get(plain(line.code))
    modifiers = f"Modifiers {', '.join(line.modifiers)}." if line.modifiers else ""
    if code is None:
        return Node(str(line), "this payer's own code for the program", modifiers)
    reading = code.on(facts.month.first_day)
    since = f"as the code reads since {reading.dated.since}"
    return Node(str(line), f"{code.label}, {since}", modifiers, reading.dated.reference)


def _thresholds(facts: MonthFacts, verdict: Verdict, ladder: Ladder) -> Node:
    """Return which threshold was met, by how much, and how far the next change is."""
    program = monthly_program.of(facts)
    if program is not None:
        return _program(facts, program)
    minutes = verdict.minutes
    steps = []
    base = ladder.measured_by if ladder.base is None else ladder.base.code
    if ladder.short is not None:
        detail = "" if ladder.base is None else f"It pays only where {base} does not."
        steps.append(_threshold(ladder.short.code, ladder.short_minimum, minutes, detail))
    detail = "This payer does not take the code." if ladder.base is None else ""
    steps.append(_threshold(base, ladder.base_minimum, minutes, detail))
    if ladder.add_on is not None:
        steps.append(_add_on(ladder.add_on, minutes))
    return Node(
        label="Thresholds",
        value=f"{counted(minutes, 'minute')} counted",
        detail=_next(verdict),
        reference=presets.version(facts.policy.preset, facts.policy.version).source("min_minutes"),
        children=tuple(steps),
    )


def _program(facts: MonthFacts, program: MonthlyProgram) -> Node:
    """Return how a month that no minutes earn was earned, or what it lacks."""
    days = monthly_program.contact_days(
        program, facts, windows.of(facts), facts.policy.roles(facts.program)
    )
    version = presets.version(facts.policy.preset, facts.policy.version)
    return Node(
        label=f"{program.line.code} once a month, whatever the minutes",
        value=f"{counted(len(days), 'day')} with contact, {program.days_needed} needed",
        detail=f"A contact is {program.contact}.",
        reference=version.source("month_earned_by"),
        children=tuple(Node(f"{day}", "a day with contact") for day in days),
    )


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


def _reasons(verdict: Verdict) -> tuple[Node, ...]:
    """Return refusals, holds and notes, each with its rule, its sentence and its source."""
    return tuple(
        Node(label, f"{len(reasons)}", children=tuple(map(_reason, reasons)))
        for kind, label in _AGAINST.items()
        if (reasons := verdict.of_kind(kind))
    )


def _reason(reason: Reason) -> Node:
    return Node(reason.rule.replace("_", " "), detail=reason.text, reference=reason.reference)
