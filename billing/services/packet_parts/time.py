"""The month's time entries: who, what, how they came to be, what changed, and what counted."""

from __future__ import annotations

from typing import Any

from billing.rules import words
from billing.services.packet_parts import said
from billing.services.packet_parts.blocks import Block, Table, Title, Words
from billing.services.packet_parts.material import Material
from registry.models import TimeEntry
from registry.selectors import entry_history, entry_lines
from registry.selectors.entry_history import Event


def gather(material: Material) -> dict[str, Any]:
    history = entry_history.of_all(material.entries, material.zone)
    return {
        "entries": [
            _entry(entry, material, history.get(entry.pk, [])) for entry in material.entries
        ]
    }


def _entry(entry: TimeEntry, material: Material, history: list[Event]) -> dict[str, Any]:
    return {
        **_work(entry, material),
        **_stamps(entry),
        **_said_of(entry, material),
        "history": [
            {
                "at": said.instant(event.at),
                "who": event.who or None,
                "what": list(event.what),
                "reason": event.reason or None,
            }
            for event in history
        ],
    }


def _work(entry: TimeEntry, material: Material) -> dict[str, Any]:
    return {
        "id": entry.pk,
        "started_at": said.instant(entry.started_at),
        "ended_at": said.instant(entry.ended_at),
        "worker": material.named(entry.worker),
        "role": entry.get_role_display(),
        "activity": entry.get_activity_display(),
        "note": entry.note or None,
        "billed_as": entry.billed_as or None,
        "case_review": entry.case_review_id,
    }


def _stamps(entry: TimeEntry) -> dict[str, Any]:
    """How it came to be, and each act on it: by whom, when, and why."""
    return {
        "origin": entry.get_origin_display(),
        "why_by_hand": entry.reason or None,
        "status": entry.get_status_display(),
        "review_reason": entry.review_reason or None,
        "created_at": said.instant(entry.created_at),
        "created_by": entry.created_by.full_name,
        "end_recorded_at": said.instant(entry.ended_entry_at),
        "is_late": entry_lines.is_late(entry),
        "confirmed_at": said.instant(entry.confirmed_at),
        "confirmed_by": entry.confirmed_by.full_name if entry.confirmed_by else None,
        "voided_at": said.instant(entry.voided_at),
        "voided_by": entry.voided_by.full_name if entry.voided_by else None,
        "void_reason": entry.void_reason or None,
        "replaces": entry.replaces_id,
    }


def _said_of(entry: TimeEntry, material: Material) -> dict[str, Any]:
    """What the claim counted of it; None where the claim was decided without it."""
    found = material.said.get(entry.pk)
    if found is None:
        return {"is_in_claim": False, "worked": None, "counted": None, "excluded": {}}
    return {
        "is_in_claim": True,
        "worked": found["worked"],
        "counted": found["counted"],
        "excluded": dict(found["excluded"]),
    }


HEAD = ("No.", "When", "Who", "What", "Origin", "Worked", "Counted", "Left out")


def blocks(content: dict[str, Any], zone: str) -> list[Block]:
    entries = content["entries"]
    if not entries:
        return [Words("No time was logged in this month.")]
    rows = [_row(each, zone) for each in entries]
    found: list[Block] = [Table(HEAD, rows, (0.9, 3.8, 3, 2.4, 1.7, 1.4, 1.5, 3.4))]
    found.append(Title("Each entry: note, stamps and every change"))
    for each in entries:
        found += _story(each, zone)
    return found


def _row(each: dict[str, Any], zone: str) -> list[str]:
    void = each["status"] == "Voided"
    marks = [each["origin"], *(["late"] if each["is_late"] else []), *(["void"] if void else [])]
    return [
        str(each["id"]),
        said.span(each["started_at"], each["ended_at"], zone),
        f"{each['worker']}; {each['role']}",
        each["activity"],
        ", ".join(marks),
        said.length(each["worked"]),
        said.length(each["counted"]),
        _left_out(each),
    ]


def _left_out(each: dict[str, Any]) -> str:
    if not each["is_in_claim"]:
        return "not in the claim: logged after it was decided"
    return "; ".join(
        f"{said.length(seconds)} {words.EXCLUSIONS.get(reason, reason)}"
        for reason, seconds in each["excluded"].items()
    )


def _story(each: dict[str, Any], zone: str) -> list[Block]:
    head = f"No. {each['id']}, {said.span(each['started_at'], each['ended_at'], zone)}"
    note = f"“{each['note']}”" if each["note"] else "No note."
    return [
        Words(f"{head}, {each['worker']}", leads=True),
        Words(note, level=1),
        *[Words(text, level=1) for text in _acts(each, zone)],
        *[Words(_event(event, zone), level=2, is_quiet=True) for event in each["history"]],
    ]


def _acts(each: dict[str, Any], zone: str) -> list[str]:
    created = f"Created {said.when(each['created_at'], zone)}, by {each['created_by']}."
    ended = f" End recorded {said.when(each['end_recorded_at'], zone)}."
    acts = [created + (ended if each["end_recorded_at"] else "")]
    if each["is_late"]:
        acts.append("Documented late: later after its end than the practice's limit.")
    acts += [
        f"{label}: {each[key]}"
        for key, label in (
            ("why_by_hand", "Entered by hand, because"),
            ("review_reason", "Needed review, because"),
            ("billed_as", "Billed as another service"),
            ("replaces", "In place of No."),
            ("case_review", "Part of case review No."),
        )
        if each[key]
    ]
    if each["confirmed_at"]:
        acts.append(f"Confirmed {said.when(each['confirmed_at'], zone)}, {each['confirmed_by']}.")
    if each["voided_at"]:
        by = f"{said.when(each['voided_at'], zone)}, {each['voided_by']}"
        acts.append(f"Voided {by}: “{each['void_reason']}”")
    return acts


def _event(event: dict[str, Any], zone: str) -> str:
    why = f" Reason: “{event['reason']}”." if event["reason"] else ""
    who = event["who"] or "nobody signed in"
    return f"{said.when(event['at'], zone)}, {who}: {' '.join(event['what'])}{why}"
