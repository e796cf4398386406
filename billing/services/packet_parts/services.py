"""What was billed apart in the month, hospital stays, and authorizations of the payer."""

from __future__ import annotations

from typing import Any

from billing.services.packet_parts import said
from billing.services.packet_parts.blocks import Block, Table, Title, Words
from billing.services.packet_parts.material import Material
from registry.models import Authorization, Stay
from registry.selectors import other_services


def gather(material: Material) -> dict[str, Any]:
    within = {"from_date__lte": material.last_day, "to_date__gte": material.claim.month}
    stays = Stay.objects.filter(patient=material.patient, **within).order_by("from_date", "pk")
    given = Authorization.objects.filter(patient=material.patient, **within)
    return {
        "services": [
            {
                "code": line.service.code,
                "served_on": said.day(line.service.served_on),
                "giver": line.giver,
                "modifiers": list(line.service.modifiers),
                "recorded_at": said.instant(line.service.recorded_at),
            }
            for line in other_services.of_month(material.patient, material.claim.month)
        ],
        "time_billed_apart": [
            {
                "id": entry.pk,
                "billed_as": entry.billed_as or None,
                "activity": entry.get_activity_display(),
                "started_at": said.instant(entry.started_at),
                "ended_at": said.instant(entry.ended_at),
            }
            for entry in material.entries
            if (entry.billed_as or entry.activity in ("psychotherapy", "crisis"))
            and entry.voided_at is None
        ],
        "stays": [{"from": said.day(row.from_date), "to": said.day(row.to_date)} for row in stays],
        "authorizations": [
            {
                "number": row.number or None,
                "from": said.day(row.from_date),
                "to": said.day(row.to_date),
            }
            for row in given.order_by("from_date", "pk")
        ],
    }


def blocks(content: dict[str, Any], zone: str) -> list[Block]:
    return [
        *_services(content["services"], zone),
        *_apart(content["time_billed_apart"], zone),
        Title("Inpatient and observation stays"),
        Words(_days(content["stays"]) or "None in this month."),
        Title("Authorizations"),
        Words(_days(content["authorizations"]) or "None for this month."),
    ]


def _services(services: list[dict[str, Any]], zone: str) -> list[Block]:
    if not services:
        return [Words("No service billed apart is recorded for this month.")]
    rows = [
        [each["code"], said.on(each["served_on"]), each["giver"],
         ", ".join(each["modifiers"]) or "none", said.when(each["recorded_at"], zone)]
        for each in services
    ]  # fmt: skip
    head = ("Code", "Day", "Given by", "Modifiers", "Recorded")
    return [Table(head, rows, (1, 2, 3, 1.5, 3))]


def _apart(entries: list[dict[str, Any]], zone: str) -> list[Block]:
    """Time of other services is logged by itself, and stays out of the month's count."""
    if not entries:
        return []
    rows = [
        [str(each["id"]), said.span(each["started_at"], each["ended_at"], zone),
         each["activity"], said.or_nothing(each["billed_as"])]
        for each in entries
    ]  # fmt: skip
    head = ("No.", "When", "What", "Billed as")
    return [Title("Logged time that is billed apart"), Table(head, rows, (1, 5, 3, 2))]


def _days(rows: list[dict[str, Any]]) -> str:
    return "; ".join(
        " ".join(filter(None, [each.get("number"), f"{said.on(each['from'])} to "
                               f"{said.on(each['to'])}"]))
        for each in rows
    )  # fmt: skip
