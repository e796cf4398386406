"""Scores of the validated scales from the episode's beginning up to the month's end."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from billing.services.packet_parts import said
from billing.services.packet_parts.blocks import Block, Table, Title, Words
from billing.services.packet_parts.material import Material
from registry.models import Measure, SafetyFlag


def gather(material: Material) -> dict[str, Any]:
    """Void ones too, each with its reason; a score that opened the episode lies before it."""
    rows = Measure.objects.filter(patient=material.patient, scored_on__lte=material.last_day)
    rows = rows.filter(Q(scored_on__gte=material.began_on) | Q(pk__in=_before(material)))
    found = list(
        rows.select_related("recorded_by", "voided_by").order_by("scored_on", "instrument", "pk")
    )
    flags = SafetyFlag.objects.filter(measure__in=found).select_related("acknowledged_by")
    return {
        "scores": [_score(row) for row in found],
        "safety_answers": [_flag(row) for row in flags.order_by("raised_at", "pk")],
    }


def _before(material: Material) -> Any:
    """The last standing score of each scale before the episode: its baseline."""
    rows = Measure.objects.filter(patient=material.patient, voided_at=None)
    rows = rows.filter(scored_on__lt=material.began_on)
    return rows.order_by("instrument", "-scored_on", "-pk").distinct("instrument").values("pk")


def _score(row: Measure) -> dict[str, Any]:
    return {
        "id": row.pk,
        "instrument": row.instrument,
        "scored_on": said.day(row.scored_on),
        "total": row.total,
        "items": row.items,
        "recorded_at": said.instant(row.recorded_at),
        "recorded_by": row.recorded_by.full_name,
        "voided_at": said.instant(row.voided_at),
        "voided_by": row.voided_by.full_name if row.voided_by else None,
        "void_reason": row.void_reason or None,
    }


def _flag(row: SafetyFlag) -> dict[str, Any]:
    return {
        "raised_at": said.instant(row.raised_at),
        "answer": row.answer,
        "acknowledged_at": said.instant(row.acknowledged_at),
        "acknowledged_by": row.acknowledged_by.full_name if row.acknowledged_by else None,
        "action_taken": row.action_taken or None,
    }


def blocks(content: dict[str, Any], zone: str) -> list[Block]:
    if not content["scores"]:
        return [Words("No score from the episode's beginning up to the end of this month.")]
    rows = [_row(each, zone) for each in content["scores"]]
    head = ("Day", "Scale", "Total", "Items", "Recorded", "Void")
    found: list[Block] = [Table(head, rows, (2, 1.3, 1, 3, 4, 3))]
    if content["safety_answers"]:
        found.append(Title("Answers to PHQ-9 item 9 above zero, and what was done"))
        found += [Words(_safety(each, zone), level=1) for each in content["safety_answers"]]
    return found


def _row(each: dict[str, Any], zone: str) -> list[str]:
    void = f"{said.when(each['voided_at'], zone)}, {each['voided_by']}: “{each['void_reason']}”"
    return [
        said.on(each["scored_on"]),
        each["instrument"],
        str(each["total"]),
        " ".join(map(str, each["items"])) if each["items"] else "total alone",
        f"{said.when(each['recorded_at'], zone)}, {each['recorded_by']}",
        void if each["voided_at"] else "",
    ]


def _safety(each: dict[str, Any], zone: str) -> str:
    raised = f"Raised {said.when(each['raised_at'], zone)}, answer {each['answer']}"
    if not each["acknowledged_at"]:
        return f"{raised}; not acknowledged."
    by = f"{said.when(each['acknowledged_at'], zone)}, {each['acknowledged_by']}"
    return f"{raised}; acknowledged {by}: “{each['action_taken'] or ''}”"
