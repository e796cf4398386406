"""The policy that a month was decided by, and what in it differs from its preset."""

from __future__ import annotations

import json

from billing.rules import policy as policies
from billing.rules import presets
from billing.rules.node import Node
from billing.rules.policy import Policy
from billing.rules.words import spoken


def tree(policy: Policy) -> Node:
    """Return the preset with version and source, and each override beside the preset's value."""
    version = presets.version(policy.preset, policy.version)
    standing = policies.resolve(policy.preset, on=policy.version).as_json()
    children = tuple(
        Node(spoken(name), value_of(mine), f"The preset says {value_of(standing[name])}.")
        for name, mine in policy.overrides().items()
    )
    return Node(
        label=f"Policy {policy.preset}",
        value=f"{presets.book()[policy.preset].label}, since {policy.version}",
        detail=_changed(len(children)),
        reference=f"{version.dated.reference}; read {version.dated.read_on}",
        children=children,
    )


def _changed(number: int) -> str:
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
