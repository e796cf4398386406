"""The table of refusals, holds and notes, in the order in which a verdict lists them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from billing.rules import holds, notes, presets, refusals, sources
from billing.rules.findings import Findings
from billing.rules.policy_fields import BLOCK
from billing.rules.verdict import HOLD, NOTE, REFUSAL, Reason

Judge = Callable[[Findings], str | None]


@dataclass(frozen=True, slots=True)
class Rule:
    kind: str
    judge: Judge

    @property
    def name(self) -> str:
        return self.judge.__name__


BELOW_MINIMUM = Rule(REFUSAL, refusals.below_minimum)
SAME_PERSON = Rule(HOLD, holds.same_person_therapy)

RULES = (
    BELOW_MINIMUM,
    Rule(REFUSAL, refusals.code_not_accepted),
    Rule(REFUSAL, refusals.not_separately_paid),
    Rule(HOLD, holds.consent_missing),
    Rule(HOLD, holds.consent_method_not_accepted),
    Rule(HOLD, holds.initiating_visit_missing),
    Rule(HOLD, holds.initiating_visit_stale),
    Rule(HOLD, holds.diagnosis_missing),
    Rule(HOLD, holds.measure_missing),
    Rule(HOLD, holds.consultant_review_missing),
    SAME_PERSON,
    Rule(HOLD, holds.non_duplication_note_missing),
    Rule(HOLD, holds.already_billed),
    Rule(HOLD, holds.authorization_missing),
    Rule(NOTE, notes.units_capped),
    Rule(NOTE, notes.consultant_minutes_decide),
    Rule(NOTE, notes.bhi_alternative),
    Rule(NOTE, notes.modifier_25_on_em),
)


def judged(found: Findings) -> Iterator[Reason]:
    """Judge every rule by itself; yield those that hold, in the order of the table."""
    for rule in RULES:
        text = rule.judge(found)
        if text is not None:
            yield Reason(_kind(rule, found), rule.name, text, _source(rule, found))


def _source(rule: Rule, found: Findings) -> str:
    """Return where a rule was read; what earns a month without minutes is the payer's own word."""
    if rule is BELOW_MINIMUM and found.monthly is not None:
        version = presets.version(found.policy.preset, found.policy.version)
        return version.source("month_earned_by")
    return sources.of(rule.name)


def _kind(rule: Rule, found: Findings) -> str:
    """Return a rule's kind; therapy by the same person holds only where the payer blocks it."""
    if rule is SAME_PERSON and found.policy.same_person_therapy != BLOCK:
        return NOTE
    return rule.kind
