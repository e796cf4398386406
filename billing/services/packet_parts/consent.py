"""The patient's consents: how, when, taken by whom, what was said, the file, and a revocation."""

from __future__ import annotations

import hashlib
from typing import Any

from billing.services.packet_parts import said
from billing.services.packet_parts.blocks import Block, Facts, Title, Words
from billing.services.packet_parts.material import Material
from registry.models import Consent
from registry.services import consent_script

STATEMENTS = {
    "told_consultant": "A consultant may be involved",
    "told_cost_sharing": "Cost sharing may apply",
    "told_one_practitioner": "One practitioner bills per month",
    "told_may_stop": "May stop at any time",
}


def gather(material: Material) -> dict[str, Any]:
    """All that were given before the month was over."""
    rows = Consent.objects.filter(patient=material.patient, given_at__lt=material.until)
    people = ("taken_by", "recorded_by", "agreed_by", "revoked_by")
    found = rows.select_related(*people).order_by("given_at", "pk")
    return {
        "consents": [_consent(row, material) for row in found],
        "script_now": consent_script.of(material.practice),
    }


def _consent(row: Consent, material: Material) -> dict[str, Any]:
    return {
        "id": row.pk,
        "method": row.get_method_display(),
        "given_at": said.instant(row.given_at),
        "taken_by": material.named(row.taken_by),
        "statements": [
            {"statement": words, "made": getattr(row, name)} for name, words in STATEMENTS.items()
        ],
        "recorded_at": said.instant(row.recorded_at),
        "recorded_by": row.recorded_by.full_name,
        "language": row.language or None,
        "late_reason": row.late_reason or None,
        "agreed_at": said.instant(row.agreed_at),
        "agreed_by": row.agreed_by.full_name if row.agreed_by else None,
        "counts_from": said.instant(row.counts_from),
        "revoked_at": said.instant(row.revoked_at),
        "revoked_by": row.revoked_by.full_name if row.revoked_by else None,
        "revoke_reason": row.revoke_reason or None,
        "in_force_in_month": row.revoked_at is None or row.revoked_at > material.since,
        "file": _file(row),
    }


def _file(row: Consent) -> dict[str, Any] | None:
    """The signed paper by its name and SHA-256; the mark is empty where the file is not there."""
    if not row.file:
        return None
    mark = hashlib.sha256()
    try:
        with row.file.open("rb") as paper:
            for piece in paper.chunks():
                mark.update(piece)
    except OSError:
        return {"name": row.file_name, "sha256": None}
    return {"name": row.file_name, "sha256": mark.hexdigest()}


def blocks(content: dict[str, Any], zone: str) -> list[Block]:
    if not content["consents"]:
        return [Words("No consent is on record up to the end of this month.")]
    found: list[Block] = []
    for consent in content["consents"]:
        found += [Title(_title(consent)), Facts(_facts(consent, zone))]
    script = [Words(text, level=1) for text in content["script_now"].split("\n\n")]
    return [*found, Title("The practice's words for asking, as they stand now"), *script]


def _title(consent: dict[str, Any]) -> str:
    if consent["in_force_in_month"]:
        return f"{consent['method']} consent, in force in the month"
    return f"{consent['method']} consent, revoked before the month"


def _facts(consent: dict[str, Any], zone: str) -> list[tuple[str, str]]:
    told = [
        f"{each['statement']}{'' if each['made'] else ' (not said)'}"
        for each in consent["statements"]
    ]
    rows = [
        ("Given", said.when(consent["given_at"], zone)),
        ("Taken by", consent["taken_by"]),
        ("The patient was told", "; ".join(told)),
        ("Recorded", f"{said.when(consent['recorded_at'], zone)}, by {consent['recorded_by']}"),
        ("File", _paper(consent["file"])),
    ]
    rows += _late(consent, zone)
    if consent["revoked_at"]:
        why = f": “{consent['revoke_reason']}”" if consent["revoke_reason"] else ""
        by = f"{said.when(consent['revoked_at'], zone)}, by {consent['revoked_by']}{why}"
        rows.append(("Revoked", by))
    return rows


def _late(consent: dict[str, Any], zone: str) -> list[tuple[str, str]]:
    """Language, and who agreed to the day of a consent that was recorded late: mostly nothing."""
    rows = [("Asked in", consent["language"])] if consent["language"] else []
    if not consent["late_reason"]:
        return rows
    agreed = f"not yet: it counts from {said.when(consent['counts_from'], zone)}"
    if consent["agreed_at"]:
        agreed = f"{said.when(consent['agreed_at'], zone)}, by {consent['agreed_by']}"
    return [*rows, ("Recorded late, because", consent["late_reason"]), ("Second person", agreed)]


def _paper(file: dict[str, Any] | None) -> str:
    if file is None:
        return "none"
    mark = f"SHA-256 {file['sha256']}" if file["sha256"] else "not found in the storage"
    return f"{file['name'] or 'signed consent'}, {mark}"
