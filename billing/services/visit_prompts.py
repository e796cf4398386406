"""What a payer asks for on the line of a visit that is billed apart: modifier 25.

The rules say that it is asked for; here it is said of which visit, and by which source of the
payer's.  It is a prompt for who writes that visit's claim: the month's own lines never carry it.
"""

from __future__ import annotations

from billing.rules import notes, presets
from billing.rules.policy import Policy
from billing.services.decision import Decision
from registry.standing import Prompt

_RULE = "modifier_25_on_em"
_FIELD = "modifier_25_on_same_day_em"
MODIFIER = "25"


def of(decided: Decision) -> list[Prompt]:
    """The prompts of a month: one for each visit that the payer asks it on."""
    if all(reason.rule != _RULE for reason in decided.verdict.reasons):
        return []
    facts, source = decided.chart.facts, decided.chart.policy.source
    return [
        {
            "code": visit.code,
            "on": visit.on.isoformat(),
            "giver": visit.practitioner,
            "modifier": MODIFIER,
            "text": notes.modifier_25(visit),
            "reference": _reference(facts.policy, source),
        }
        for visit in notes.visits_of_the_first_day(facts)
    ]


def _reference(policy: Policy, source: str) -> str | None:
    """The preset's source of the field; the practice's own, where its row says so itself."""
    if _FIELD in policy.overrides():
        return source or "The practice's approved policy for this payer; it names no source."
    return presets.version(policy.preset, policy.version).source(_FIELD)
