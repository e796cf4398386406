"""The plan that patient and care manager agreed on, and its earlier wordings."""

from __future__ import annotations

from typing import Any

from billing.services.packet_parts import said
from billing.services.packet_parts.blocks import Block, Facts, Title, Words
from billing.services.packet_parts.material import Material
from registry.selectors import relapse_plans

_FIELDS = (
    ("warning_signs", "Warning signs"),
    ("what_helps", "What helps"),
    ("treatment", "Treatment"),
    ("who_to_call", "Whom to call"),
)


def gather(material: Material) -> dict[str, Any]:
    """Those written before the month was over, the latest first."""
    episode = material.episode
    rows = relapse_plans.of_episode(episode) if episode else []
    return {
        "plans": [
            {
                "made_on": said.day(row.made_on),
                **{name: getattr(row, name) or None for name, _ in _FIELDS},
                "next_score_on": said.day(row.next_score_on),
                "recorded_at": said.instant(row.recorded_at),
                "recorded_by": material.named(row.recorded_by),
            }
            for row in rows
            if row.made_on <= material.last_day
        ]
    }


def blocks(content: dict[str, Any], zone: str) -> list[Block]:
    found: list[Block] = []
    for place, plan in enumerate(content["plans"]):
        stands = "Relapse-prevention plan" if place == 0 else "An earlier wording"
        recorded = f"{said.when(plan['recorded_at'], zone)}, by {plan['recorded_by']}"
        rows = [(label, plan[name]) for name, label in _FIELDS if plan[name]]
        next_score = [("Next score", said.on(plan["next_score_on"]))]
        found += [
            Title(f"{stands}, made on {said.on(plan['made_on'])}"),
            Facts([*rows, *(next_score if plan["next_score_on"] else []), ("Recorded", recorded)]),
        ]
    return found or [Words("No relapse-prevention plan was made up to the end of this month.")]
