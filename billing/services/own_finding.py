"""What is found of a claim beside the rules: a hold stands against it, a note only informs."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from billing.rules.verdict import HOLD, NOTE
from registry.standing import Reason


class OwnFinding(TypedDict):
    """As a claim keeps it.  Without a `kind`, as claims kept it once, it is a hold."""

    rule: str
    text: str
    mend: str
    kind: NotRequired[str]
    reference: NotRequired[str]


def hold(rule: str, text: str, mend: str, *, reference: str = "") -> OwnFinding:
    return _finding(HOLD, rule, text, mend, reference)


def note(rule: str, text: str, mend: str, *, reference: str = "") -> OwnFinding:
    return _finding(NOTE, rule, text, mend, reference)


def is_hold(finding: OwnFinding) -> bool:
    return finding.get("kind", HOLD) == HOLD


def as_reason(finding: OwnFinding) -> Reason:
    """As the rules would say it."""
    return {
        "kind": finding.get("kind", HOLD),
        "rule": finding["rule"],
        "text": finding["text"],
        "reference": finding.get("reference"),
    }


def _finding(kind: str, rule: str, text: str, mend: str, reference: str) -> OwnFinding:
    found: OwnFinding = {"kind": kind, "rule": rule, "text": text, "mend": mend}
    if reference:
        found["reference"] = reference
    return found
