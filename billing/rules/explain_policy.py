"""The policy that a month was decided by: what it says, and what differs from its preset."""

from __future__ import annotations

import json

from billing.rules import policy as policies
from billing.rules import policy_words, presets
from billing.rules.node import Node
from billing.rules.policy import Policy
from billing.rules.policy_words import Statement
from billing.rules.presets import Version
from billing.rules.words import counted, listed, spoken


def tree(policy: Policy) -> Node:
    """Return the preset with version and source, what is set otherwise, and what is not certain."""
    version = presets.version(policy.preset, policy.version)
    standing = policies.resolve(policy.preset, on=policy.version)
    found = policy_words.statements(policy, beside=standing)
    changed = tuple(_changed(statement) for statement in found if statement.is_own)
    return Node(
        label=f"Policy {spoken(policy.preset)}",
        value=f"{presets.book()[policy.preset].label}, since {policy.version}",
        detail=_said(len(changed)),
        reference=f"{version.dated.reference}; read {version.dated.read_on}",
        children=(*changed, *_doubts(found), *_to_know(version)),
    )


def _changed(statement: Statement) -> Node:
    """Return a field that is set otherwise, beside what the preset says."""
    standing = statement.differs or statement.sentence
    return Node(statement.label, detail=f"{statement.sentence} The preset: {standing}")


def _doubts(found: tuple[Statement, ...]) -> tuple[Node, ...]:
    """Return what the preset says without being certain of it, fields with one reason together."""
    by_why: dict[str, list[Statement]] = {}
    for statement in found:
        if statement.unconfirmed:
            by_why.setdefault(statement.unconfirmed, []).append(statement)
    if not by_why:
        return ()
    number = sum(map(len, by_why.values()))
    children = tuple(_doubt(why, doubted) for why, doubted in by_why.items())
    return (Node("Not confirmed", counted(number, "field"), children=children),)


def _doubt(why: str, doubted: list[Statement]) -> Node:
    source = "; ".join(dict.fromkeys(map(_source, doubted)))
    if len(doubted) == 1:
        return Node(doubted[0].label, detail=f"{doubted[0].sentence} {why}", reference=source)
    return Node(listed([statement.label for statement in doubted]), detail=why, reference=source)


def _source(statement: Statement) -> str:
    return f"{statement.source}; read {statement.read_on}"


def _to_know(version: Version) -> tuple[Node, ...]:
    """Return what a biller should know of the payer, which no rule decides."""
    facts = tuple(
        Node(fact.text, detail=fact.unconfirmed, reference=f"{fact.reference}; read {fact.read_on}")
        for fact in version.to_know
    )
    return (Node("To know of this payer", str(len(facts)), children=facts),) if facts else ()


def _said(number: int) -> str:
    if number == 0:
        return "As the preset stands."
    return f"{number} of its fields {'is' if number == 1 else 'are'} set otherwise."


def value_of(value: object) -> str:
    """Return a field's value as a person reads it."""
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    if isinstance(value, dict):
        return ", ".join(f"{key} {value_of(item)}" for key, item in value.items()) or "none"
    return spoken(value) if isinstance(value, str) else json.dumps(value)
