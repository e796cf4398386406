"""Why a patient's month comes to what it does, computed now from the chart."""

from __future__ import annotations

import datetime as dt
import logging
from dataclasses import dataclass

from billing.rules.node import Node
from billing.rules.verdict import Step
from billing.selectors import explanations, month_facts
from billing.services import decision
from registry.models import Patient
from registry.standing import Reason

logger = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Explained:
    """The argument, what stands against a claim, and the rows that mending it leads to."""

    node: Node
    outcome: str
    reasons: list[Reason]
    minutes: int
    next: Step | None
    is_enrolled: bool
    episode_id: int | None
    coverage_id: int | None
    payer_id: int | None


def of(patient: Patient, month: dt.date) -> Explained | None:
    """The month as the rules read it at this moment; None where its chart cannot be read."""
    chart = month_facts.gather([patient.pk], month).charts.get(patient.pk)
    if chart is None:
        return None
    try:
        decided = decision.of(chart)
    except Exception as error:  # as the true-up does: one broken chart is told, never a crash
        logger.error("patient %s cannot be decided: %s", patient.pk, type(error).__name__)
        return None
    beyond = explanations.Beyond(
        outcome=decided.outcome,
        findings=decided.own_findings,  # type: ignore[arg-type]  # a TypedDict of texts
        lines=[(str(line), price.charge, price.expected) for line, price in decided.priced],
    )
    return Explained(
        node=explanations.of(chart.facts, decided.verdict, beyond, patient),
        outcome=decided.outcome,
        reasons=decision.reasons(decided),
        minutes=decided.verdict.minutes,
        next=decided.verdict.next,
        is_enrolled=chart.is_enrolled,
        episode_id=chart.episode_id,
        coverage_id=chart.coverage_id,
        payer_id=chart.payer_id,
    )
