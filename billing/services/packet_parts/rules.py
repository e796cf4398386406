"""The argument for the month, in the words of `explain`; the policy it was read by, and its source.

The case and the verdict are here as the claim keeps them, so that the rules can be asked again.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from billing.models import PayerPolicy
from billing.rules.node import Node
from billing.selectors import explanations
from billing.services.packet_parts import said
from billing.services.packet_parts.blocks import Block, Facts, Title, Tree, Words
from billing.services.packet_parts.material import Material

NO_CASE = "This claim keeps no case from which its month could be argued again."


def gather(material: Material) -> dict[str, Any]:
    claim = material.claim
    node = explanations.of_claim(claim)
    row = _in_force(material)
    return {
        "engine": claim.engine or None,
        "fingerprint": claim.fingerprint,
        "tree": _written(node) if node else None,
        "policy": claim.policy.document if claim.policy else None,
        "policy_sha256": claim.policy.mark if claim.policy else None,
        "practice_policy": _policy(row) if row else None,
        "case": claim.facts,
        "verdict": claim.verdict,
    }


def _in_force(material: Material) -> PayerPolicy | None:
    """The payer's approved row on the month's last day, as a true-up finds it."""
    day = material.last_day
    rows = PayerPolicy.objects.filter(
        Q(active_to=None) | Q(active_to__gte=day),
        payer=material.claim.payer_id,
        active_from__lte=day,
        approved_at__isnull=False,
        set_aside_at=None,
    )
    return rows.select_related("entered_by", "approved_by").first()


def _written(node: Node) -> dict[str, Any]:
    return {
        "label": node.label,
        "value": node.value,
        "detail": node.detail,
        "reference": node.reference,
        "children": [_written(child) for child in node.children],
    }


def _policy(row: PayerPolicy) -> dict[str, Any]:
    return {
        "preset": row.preset,
        "overrides": row.overrides,
        "reasons": row.reasons,
        "active_from": said.day(row.active_from),
        "active_to": said.day(row.active_to),
        "source": row.source or None,
        "source_address": row.source_address or None,
        "entered_at": said.instant(row.entered_at),
        "entered_by": row.entered_by.full_name,
        "approved_at": said.instant(row.approved_at),
        "approved_by": row.approved_by.full_name if row.approved_by else None,
        "tested_at": said.instant(row.tested_at),
        "untested_why": row.untested_why or None,
        "reviewed_at": said.instant(row.reviewed_at),
    }


def blocks(content: dict[str, Any], zone: str) -> list[Block]:
    tree = Tree(content["tree"]) if content["tree"] else Words(NO_CASE)
    return [tree, *_practice_policy(content["practice_policy"], zone), Facts(_marks(content))]


def _marks(content: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        ("Rules", content["engine"] or "not kept"),
        ("Policy as applied, SHA-256", content["policy_sha256"] or "not kept"),
        ("Mark of all it rests on", content["fingerprint"]),
    ]


def _practice_policy(row: dict[str, Any] | None, zone: str) -> list[Block]:
    title = Title("The practice's policy for this payer, on the month's last day")
    if row is None:
        return [title, Words("None is approved for that day.")]
    until = f" to {said.on(row['active_to'])}" if row["active_to"] else ""
    source = "; ".join(filter(None, (row["source"], row["source_address"])))
    approved = f"{said.when(row['approved_at'], zone)}, by {row['approved_by']}"
    rows = [
        ("Preset", row["preset"]),
        ("In force", f"from {said.on(row['active_from'])}{until}"),
        ("Source", source or "none named"),
        *[(f"Why {field.replace('_', ' ')}", why) for field, why in row["reasons"].items()],
        ("Entered", f"{said.when(row['entered_at'], zone)}, by {row['entered_by']}"),
        ("Approved", approved),
        ("Tested", row["untested_why"] or said.when(row["tested_at"], zone)),
        ("Last found to be right", said.when(row["reviewed_at"], zone)),
    ]
    return [title, Facts([(label, str(text)) for label, text in rows])]
