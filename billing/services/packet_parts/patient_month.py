"""The first part: whose month it is, which claim, and what a packet cannot hold."""

from __future__ import annotations

from typing import Any

from billing.selectors.claim_document import clm01
from billing.services.packet_parts import said
from billing.services.packet_parts.blocks import Block, Facts, Title, Words
from billing.services.packet_parts.material import Material
from registry import calendar
from registry.templatetags.formats import month_name

KEPT_ELSEWHERE = (
    "The care manager's certificates and the consultant's contract: ask the practice.",
    "The visit notes of the medical record, the initiating visit's among them.",
    "A signed consent itself: this packet names the file and its SHA-256.",
)


def gather(material: Material) -> dict[str, Any]:
    claim, patient, practice = material.claim, material.patient, material.practice
    coverage = claim.coverage
    return {
        "patient": {
            "name": " ".join(
                filter(None, (patient.first_name, patient.middle_name, patient.last_name))
            ),
            "record_number": patient.record_number,
            "birth_date": said.day(patient.birth_date),
            "sex": patient.get_sex_display(),
            "died_on": said.day(patient.died_on),
        },
        "practice": {
            "name": practice.name,
            "npi": practice.npi,
            "tax_id": practice.tax_id,
            "timezone": practice.timezone,
        },
        "claim": clm01(claim),
        "month": calendar.month_text(claim.month),
        "state": claim.get_state_display(),
        "outcome": claim.get_outcome_display(),
        "is_final": claim.is_final,
        "payer": claim.payer.name if claim.payer else None,
        "payer_id": claim.payer.payer_id if claim.payer else None,
        "member_id": coverage.member_id if coverage else None,
        "counted_seconds": claim.counted_seconds,
        "worked_seconds": claim.worked_seconds,
        "kept_elsewhere": list(KEPT_ELSEWHERE),
    }


def blocks(content: dict[str, Any], zone: str) -> list[Block]:
    patient, practice = content["patient"], content["practice"]
    state = content["state"] + ("" if content["is_final"] else ", provisional")
    rows = [
        ("Patient", patient["name"]),
        ("Record number", patient["record_number"]),
        ("Born", said.on(patient["birth_date"])),
        ("Sex", patient["sex"]),
        *([("Died", said.on(patient["died_on"]))] if patient["died_on"] else []),
        ("Practice", practice["name"]),
        ("NPI, tax id", f"{practice['npi'] or said.NOTHING}, {practice['tax_id'] or said.NOTHING}"),
        ("Month", f"{month_name(content['month'])}, in {practice['timezone']}"),
        ("Claim", f"{content['claim']}: {state}; {content['outcome'].lower()} by the rules"),
        ("Payer", _payer(content)),
        ("Member id", said.or_nothing(content["member_id"])),
        ("Time", _time(content)),
    ]
    elsewhere = [Words(sentence, level=1) for sentence in content["kept_elsewhere"]]
    return [Facts(rows), Title("Kept elsewhere"), *elsewhere]


def _payer(content: dict[str, Any]) -> str:
    if not content["payer"]:
        return said.NOTHING
    return content["payer"] + (f" ({content['payer_id']})" if content["payer_id"] else "")


def _time(content: dict[str, Any]) -> str:
    counted, worked = (said.length(content[f"{word}_seconds"]) for word in ("counted", "worked"))
    return f"{counted} counted of {worked} worked"
