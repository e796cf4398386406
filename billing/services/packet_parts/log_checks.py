"""How the log was checked: weeks signed as complete, what the weekly audit found, the lock."""

from __future__ import annotations

from typing import Any

from billing.models import MonthClose, MonthReopening
from billing.services.packet_parts import said
from billing.services.packet_parts.blocks import Block, Facts, Table, Title, Words
from billing.services.packet_parts.material import Material
from registry import weeks
from registry.models import LogAuditFinding, LogSignOff, ServiceMonth
from registry.vocabulary import Finding


def gather(material: Material) -> dict[str, Any]:
    return {
        "signed_weeks": _signed(material),
        "findings": _findings(material),
        "lock": _lock(material),
        "closes": _closes(material),
    }


def _mondays(material: Material) -> tuple[Any, Any]:
    return weeks.monday_of(material.claim.month), material.last_day


def _signed(material: Material) -> list[dict[str, Any]]:
    rows = LogSignOff.objects.filter(
        practice=material.practice,
        worker__in={entry.worker_id for entry in material.entries},
        week_starts_on__range=_mondays(material),
    ).select_related("worker", "withdrawn_by")
    return [
        {
            "week_of": said.day(row.week_starts_on),
            "worker": row.worker.full_name,
            "signed_at": said.instant(row.signed_at),
            "withdrawn_at": said.instant(row.withdrawn_at),
        }
        for row in rows.order_by("week_starts_on", "worker__full_name", "pk")
    ]


def _findings(material: Material) -> list[dict[str, Any]]:
    """What the audits of the month's weeks found about this patient."""
    rows = LogAuditFinding.objects.filter(
        audit__practice=material.practice,
        patient=material.patient,
        audit__week_starts_on__range=_mondays(material),
    ).select_related("audit", "settled_by")
    return [
        {
            "week_of": said.day(row.audit.week_starts_on),
            "kind": Finding(row.kind).label if row.kind in Finding.values else row.kind,
            "text": row.text,
            "settled_at": said.instant(row.settled_at),
            "settled_by": row.settled_by.full_name if row.settled_by else None,
            "settle_note": row.settle_note or None,
        }
        for row in rows.order_by("audit__week_starts_on", "kind", "pk")
    ]


def _lock(material: Material) -> dict[str, Any] | None:
    row = (
        ServiceMonth.objects.filter(patient=material.patient, month=material.claim.month)
        .select_related("closed_by", "reopened_by")
        .first()
    )
    if row is None:
        return None
    return {
        "closed_at": said.instant(row.closed_at),
        "closed_by": row.closed_by.full_name if row.closed_by else None,
        "close_reason": row.close_reason or None,
        "reopened_at": said.instant(row.reopened_at),
        "reopened_by": row.reopened_by.full_name if row.reopened_by else None,
        "reopen_reason": row.reopen_reason or None,
    }


def _closes(material: Material) -> list[dict[str, Any]]:
    """The practice's closes of the month: a later one where it was opened again between."""
    rows = MonthClose.objects.filter(practice=material.practice, month=material.claim.month)
    found = rows.select_related("closed_by", "reopening__reopened_by").defer("document")
    return [
        {
            "closed_at": said.instant(row.closed_at),
            "closed_by": row.closed_by.full_name,
            "sha256": row.sha256,
            "reopened": _reopened(getattr(row, "reopening", None)),
        }
        for row in found.order_by("closed_at", "pk")
    ]


def _reopened(row: MonthReopening | None) -> dict[str, Any] | None:
    if row is None:
        return None
    return {
        "at": said.instant(row.reopened_at),
        "by": row.reopened_by.full_name,
        "reason": row.reason,
    }


def blocks(content: dict[str, Any], zone: str) -> list[Block]:
    signed = [
        [said.on(each["week_of"]), each["worker"], _sign(each, zone)]
        for each in content["signed_weeks"]
    ]
    found = [
        [said.on(each["week_of"]), each["kind"], each["text"], _settled(each, zone)]
        for each in content["findings"]
    ]
    table = Table(("Week of", "Signed as complete by", "When"), signed, (1.5, 3, 4))
    audit = Table(("Week of", "Found", "What", "Settled"), found, (1.5, 2, 4, 3))
    return [
        Facts([*_locked(content["lock"], zone), *_closed(content["closes"], zone)]),
        Title("Weeks of the log signed as complete"),
        table if signed else Words("None of those who logged this time has signed a week of it."),
        Title("Findings of the weekly audit about this patient"),
        audit if found else Words("None."),
    ]


def _sign(each: dict[str, Any], zone: str) -> str:
    taken_back = f"; taken back {said.when(each['withdrawn_at'], zone)}"
    return said.when(each["signed_at"], zone) + (taken_back if each["withdrawn_at"] else "")


def _settled(each: dict[str, Any], zone: str) -> str:
    if not each["settled_at"]:
        return "open"
    note = f": “{each['settle_note']}”" if each["settle_note"] else ""
    return f"{said.when(each['settled_at'], zone)}, {each['settled_by']}{note}"


def _locked(lock: dict[str, Any] | None, zone: str) -> list[tuple[str, str]]:
    if lock is None or not (lock["closed_at"] or lock["reopened_at"]):
        return [("The month's log", "open: it was never closed")]
    rows = []
    for key, words in (("close", "Closed for changes"), ("reopen", "Opened again")):
        done = "closed" if key == "close" else "reopened"
        if lock[f"{done}_at"]:
            why = f": “{lock[f'{key}_reason']}”" if lock[f"{key}_reason"] else ""
            by = f"{said.when(lock[f'{done}_at'], zone)}, by {lock[f'{done}_by']}{why}"
            rows.append((words, by))
    return rows


def _closed(closes: list[dict[str, Any]], zone: str) -> list[tuple[str, str]]:
    rows = []
    for each in closes:
        by = f"{said.when(each['closed_at'], zone)}, by {each['closed_by']}"
        rows.append(("Practice's month closed", f"{by}; its SHA-256 {each['sha256']}"))
        if again := each["reopened"]:
            by = f"{said.when(again['at'], zone)}, by {again['by']}: “{again['reason']}”"
            rows.append(("Practice's month reopened", by))
    return rows
