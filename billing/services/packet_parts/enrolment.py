"""Why care management began: referral, initiating visit, diagnoses, therapy elsewhere."""

from __future__ import annotations

from typing import Any

from billing.services.packet_parts import said
from billing.services.packet_parts.blocks import Block, Facts, Table, Title, Words
from billing.services.packet_parts.material import Material
from registry.models import Diagnosis, Episode, OtherService, Referral


def gather(material: Material) -> dict[str, Any]:
    episode = material.episode
    if episode is None:
        return {"episode": None}
    diagnoses = Diagnosis.objects.filter(episode=episode).select_related(
        "recorded_by", "removed_by"
    )
    referral = Referral.objects.filter(episode=episode).select_related("referred_by").first()
    return {
        "episode": _episode(episode),
        "initiating_visit": _visit(episode),
        "referral": _referral(referral) if referral else None,
        "diagnoses": [_diagnosis(row) for row in diagnoses.order_by("rank", "pk")],
        "outside_therapy_same_condition": episode.outside_therapy_same_condition,
        "non_duplication_note": episode.non_duplication_note or None,
    }


def _episode(episode: Episode) -> dict[str, Any]:
    return {
        "program": episode.get_program_display(),
        "started_on": said.day(episode.started_on),
        "ended_on": said.day(episode.ended_on),
        "end_reason": episode.get_end_reason_display() or None,
        "enrolled_at": said.instant(episode.enrolled_at),
        "enrolled_by": episode.enrolled_by.full_name,
    }


def _visit(episode: Episode) -> dict[str, Any]:
    """The visit's day, and the codes of that day that were recorded as billed apart."""
    day = episode.initiating_visit_on
    if day is None:
        return {"on": None, "codes_that_day": []}
    rows = OtherService.objects.filter(patient=episode.patient_id, served_on=day, voided_at=None)
    return {
        "on": said.day(day),
        "codes_that_day": list(rows.order_by("code").values_list("code", flat=True)),
    }


def _referral(row: Referral) -> dict[str, Any]:
    return {
        "reason": row.reason,
        "referred_at": said.instant(row.referred_at),
        "referred_by": row.referred_by.full_name,
    }


def _diagnosis(row: Diagnosis) -> dict[str, Any]:
    return {
        "code": row.code,
        "label": row.label,
        "rank": row.rank,
        "recorded_at": said.instant(row.recorded_at),
        "recorded_by": row.recorded_by.full_name,
        "removed_at": said.instant(row.removed_at),
        "removed_by": row.removed_by.full_name if row.removed_by else None,
    }


def blocks(content: dict[str, Any], zone: str) -> list[Block]:
    if content["episode"] is None:
        return [Words("The patient was in no episode of care management in this month.")]
    rows = [_diagnosed(each, zone) for each in content["diagnoses"]]
    table = Table(("Code", "Diagnosis", "Recorded", "Removed"), rows, (1, 4, 3, 3))
    none = Words("No diagnosis is recorded.")
    return [Facts(_facts(content, zone)), Title("Diagnoses"), table if rows else none]


def _facts(content: dict[str, Any], zone: str) -> list[tuple[str, str]]:
    episode, visit, referral = content["episode"], content["initiating_visit"], content["referral"]
    end = f"{said.on(episode['ended_on'])}: {episode['end_reason']}"
    codes = ", ".join(visit["codes_that_day"]) or "none recorded"
    day = said.on(visit["on"]) if visit["on"] else "not documented"
    rows = [
        ("Initiating visit", f"{day}; codes recorded of that day: {codes}"),
        ("Program", episode["program"]),
        ("Began", said.on(episode["started_on"])),
        *([("Ended", end)] if episode["ended_on"] else []),
        ("Enrolled", f"{said.when(episode['enrolled_at'], zone)}, by {episode['enrolled_by']}"),
    ]
    if referral:
        at = said.when(referral["referred_at"], zone)
        rows += [
            ("Referred", f"{at}, by {referral['referred_by']}"),
            ("Why care management", referral["reason"]),
        ]
    rows.append(("Therapy elsewhere for the same condition", _therapy(content)))
    return rows


def _therapy(content: dict[str, Any]) -> str:
    said_so = said.yes(content["outside_therapy_same_condition"])
    note = content["non_duplication_note"]
    return f"{said_so}. Not duplicated: {note}" if note else said_so


def _diagnosed(each: dict[str, Any], zone: str) -> list[str]:
    principal = " (principal)" if each["rank"] == 1 else ""
    removed = f"{said.when(each['removed_at'], zone)}, {each['removed_by']}"
    return [
        each["code"],
        f"{each['label'] or said.NOTHING}{principal}",
        f"{said.when(each['recorded_at'], zone)}, {each['recorded_by']}",
        removed if each["removed_at"] else "",
    ]
