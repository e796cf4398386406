"""The same month under two policies, side by side, with what differs."""

from __future__ import annotations

from dataclasses import replace

from billing.rules import policy as policies
from billing.rules import policy_words
from billing.rules.deciding import decide
from billing.rules.facts import MonthFacts
from billing.rules.policy import Policy
from billing.rules.verdict import Verdict
from billing.rules.words import duration, spoken

Row = tuple[str, str, str]


def text(facts: MonthFacts, left: str, right: str) -> str:
    """Return what two presets, as they stand, make of a month; ``≠`` marks where they differ."""
    first, second = (policies.resolve(name, on=facts.month.first_day) for name in (left, right))
    rows = [("", left, right), *_verdicts(_decided(facts, first), _decided(facts, second))]
    return "\n".join((f"{facts.id}, {facts.month}", *_table(rows), *_policies(first, second)))


def _decided(facts: MonthFacts, policy: Policy) -> Verdict:
    return decide(replace(facts, policy=policy))


def _verdicts(left: Verdict, right: Verdict) -> list[Row]:
    columns = zip(_said(left), _said(right), strict=True)
    return [(name, mine, other) for (name, mine), (_, other) in columns]


def _said(verdict: Verdict) -> list[tuple[str, str]]:
    step = verdict.next
    return [
        ("outcome", spoken(verdict.outcome)),
        ("lines", " + ".join(map(str, verdict.lines)) or "none"),
        ("date of service", str(verdict.date_of_service or "none")),
        ("counted", duration(verdict.counted)),
        ("left out", duration(verdict.worked - verdict.counted)),
        ("next", f"{step.code} in {step.minutes_needed} min" if step else "none"),
        ("reasons", ", ".join(spoken(reason.rule) for reason in verdict.reasons) or "none"),
    ]


def fields(left: Policy, right: Policy) -> list[Row]:
    """Return where two policies say something else: the field's label, and both sentences."""
    return list(policy_words.differing(left, right))


def _policies(left: Policy, right: Policy) -> list[str]:
    """Return the same as lines, one sentence under the other: side by side they are too wide."""
    width = max(len(left.preset), len(right.preset))
    return [
        line
        for label, mine, other in fields(left, right)
        for line in (
            f"≠ {label}",
            f"    {left.preset:<{width}}  {mine}",
            f"    {right.preset:<{width}}  {other}",
        )
    ]


def _table(rows: list[Row]) -> list[str]:
    first, second = (max(len(row[column]) for row in rows) for column in (0, 1))
    return [
        f"{'≠' if name and left != right else ' '} {name:<{first}}  {left:<{second}}  {right}"
        for name, left, right in rows
    ]
