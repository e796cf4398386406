"""A verdict argued for a person: what was worked, counted and left out, and which rule says so.

The tree is the one argument: the command line prints it and the pages draw it, in the same words.
"""

from __future__ import annotations

from billing.rules import (
    explain_policy,
    explain_thresholds,
    explain_time,
    presets,
    rule_names,
)
from billing.rules.codes import book
from billing.rules.facts import MonthFacts
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
from billing.rules.words import INITIAL, SUBSEQUENT, plain

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
    return Node(
        label=f"{facts.id}, {facts.month}",
        value=verdict.outcome.replace("_", " "),
        detail=f"{_OUTCOMES[verdict.outcome]}.",
        children=(
            _lines(facts, verdict),
            explain_thresholds.tree(facts, verdict),
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


def _reasons(verdict: Verdict) -> tuple[Node, ...]:
    """Return refusals, holds and notes, each with its rule, its sentence and its source."""
    return tuple(
        Node(label, f"{len(reasons)}", children=tuple(map(_reason, reasons)))
        for kind, label in _AGAINST.items()
        if (reasons := verdict.of_kind(kind))
    )


def _reason(reason: Reason) -> Node:
    return Node(rule_names.name(reason.rule), detail=reason.text, reference=reason.reference)
