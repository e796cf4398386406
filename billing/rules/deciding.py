"""What may be billed for a month: the whole policy, from its facts to its verdict."""

from __future__ import annotations

from billing.rules import findings, next_step, table
from billing.rules.facts import MonthFacts
from billing.rules.findings import Findings
from billing.rules.verdict import BILLABLE, HELD, HOLD, NOT_BILLABLE, REFUSAL, Reason, Step, Verdict


def decide(facts: MonthFacts) -> Verdict:
    """Count the month, choose its codes, judge every rule, and say what follows."""
    found = findings.of(facts)
    reasons = tuple(table.judged(found))
    outcome = _outcome(reasons)
    return Verdict(
        id=facts.id,
        outcome=outcome,
        month_type=found.month_type,
        lines=() if outcome == NOT_BILLABLE else found.earned,
        date_of_service=found.served_on,
        worked=found.count.worked,
        counted=found.count.counted,
        excluded=found.count.excluded,
        next=_next(found),
        reasons=reasons,
        entries=found.count.entries,
        policy=facts.policy,
    )


def _outcome(reasons: tuple[Reason, ...]) -> str:
    kinds = {reason.kind for reason in reasons}
    if REFUSAL in kinds:
        return NOT_BILLABLE
    return HELD if HOLD in kinds else BILLABLE


def _next(found: Findings) -> Step | None:
    if not found.policy.separately_paid:
        return None
    return next_step.after(found.ladder, found.count.minutes)
