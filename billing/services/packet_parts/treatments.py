"""What the patient was treated with from the episode's beginning up to the month's end."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from billing.services.packet_parts import said
from billing.services.packet_parts.blocks import Block, Table, Words
from billing.services.packet_parts.material import Material
from registry.models import Treatment


def gather(material: Material) -> dict[str, Any]:
    """Those of a day between the two, void ones too, each with why it ended or is void."""
    lasts = Q(ended_on=None) | Q(ended_on__gte=material.began_on)
    rows = Treatment.objects.filter(
        lasts, patient=material.patient, started_on__lte=material.last_day
    )
    found = rows.select_related("recorded_by", "ended_by", "voided_by")
    return {"treatments": [_treatment(row, material) for row in found.order_by("started_on", "pk")]}


def _treatment(row: Treatment, material: Material) -> dict[str, Any]:
    return {
        "id": row.pk,
        "kind": row.get_kind_display(),
        "name": row.name,
        "dose": row.dose or None,
        "prescriber": row.prescriber or None,
        "started_on": said.day(row.started_on),
        "recorded_at": said.instant(row.recorded_at),
        "recorded_by": material.named(row.recorded_by),
        "ended_on": said.day(row.ended_on),
        "end_reason": row.get_end_reason_display() if row.end_reason else None,
        "ended_at": said.instant(row.ended_at),
        "ended_by": material.named(row.ended_by) or None,
        "voided_at": said.instant(row.voided_at),
        "voided_by": material.named(row.voided_by) or None,
        "void_reason": row.void_reason or None,
    }


def blocks(content: dict[str, Any], zone: str) -> list[Block]:
    if not content["treatments"]:
        return [Words("No treatment is recorded up to the end of this month.")]
    rows = [_row(each, zone) for each in content["treatments"]]
    head = ("Treatment", "From", "Up to, and why", "Recorded", "Void")
    return [Table(head, rows, (4, 1.7, 3.2, 3.4, 3))]


def _row(each: dict[str, Any], zone: str) -> list[str]:
    name = f"{each['name']} {each['dose']}" if each["dose"] else each["name"]
    by = f", by {each['prescriber']}" if each["prescriber"] else ""
    ended = f"{said.on(each['ended_on'])}: {each['end_reason'].lower()}" if each["ended_on"] else ""
    void = f"{said.when(each['voided_at'], zone)}, {each['voided_by']}: “{each['void_reason']}”"
    return [
        f"{name} ({each['kind'].lower()}{by})",
        said.on(each["started_on"]),
        ended or "goes on",
        f"{said.when(each['recorded_at'], zone)}, {each['recorded_by']}",
        void if each["voided_at"] else "",
    ]
