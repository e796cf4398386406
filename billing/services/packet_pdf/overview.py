"""The month in short, for a packet's first page: what an auditor asks for, what the record says of
it, and on which page.  Said of the document's own parts alone; what is lacking is said as well.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from billing.services.packet_parts import said

Content = Mapping[str, Any]


def rows(document: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """(what is asked for, what is found, name of the part where it stands)."""
    parts = {part["name"]: part["content"] for part in document["parts"]}
    zone = document["timezone"]
    return [
        (what, find(parts[name], zone), name)
        for what, name, find in _ASKED
        if name in parts
    ]  # fmt: skip


def _consent(content: Content, zone: str) -> str:
    found = [each for each in content["consents"] if each["in_force_in_month"]]
    if not found:
        return "none in force in the month"
    first = found[0]
    revoked = f"; revoked {said.when(first['revoked_at'], zone)}" if first["revoked_at"] else ""
    return f"{first['method']}, {said.when(first['given_at'], zone)}, {first['taken_by']}{revoked}"


def _visit(content: Content, zone: str) -> str:
    visit = content.get("initiating_visit") or {}
    return said.on(visit["on"]) if visit.get("on") else "none recorded"


def _diagnosis(content: Content, zone: str) -> str:
    found = [each for each in content.get("diagnoses", ()) if not each["removed_at"]]
    return "; ".join(f"{each['code']} {each['label']}".strip() for each in found) or "none recorded"


def _team(content: Content, zone: str) -> str:
    people = [
        f"{each['part']}: {each['name']}{', ' + each['credentials'] if each['credentials'] else ''}"
        for each in content["people"]
    ]
    return "; ".join(people) or "no episode in the month"


def _time(content: Content, zone: str) -> str:
    entries = content["entries"]
    counted = sum(each["counted"] or 0 for each in entries)
    marks = {
        "by hand": sum(each["why_by_hand"] is not None for each in entries),
        "late": sum(each["is_late"] for each in entries),
        "void": sum(each["voided_at"] is not None for each in entries),
    }
    told = ", ".join(f"{number} {mark}" for mark, number in marks.items() if number)
    number = f"{len(entries)} {'entry' if len(entries) == 1 else 'entries'}"
    return f"{said.length(counted)} counted, of {number}{f' ({told})' if told else ''}"


def _left_out(content: Content, zone: str) -> str:
    return "; ".join(
        f"{said.length(each['seconds'])} {each['why']}" for each in content["excluded"]
    ) or "nothing: every worked second counted"  # fmt: skip


def _score(content: Content, zone: str) -> str:
    standing = [each for each in content["scores"] if not each["voided_at"]]
    last = {each["instrument"]: each for each in standing}
    return "; ".join(
        f"{each['instrument']} {each['total']}, {said.on(each['scored_on'])}"
        for each in last.values()
    ) or "none recorded"  # fmt: skip


def _review(content: Content, zone: str) -> str:
    found = [
        each for each in content["reviews"] if each["is_in_month"] and not each["withdrawn_at"]
    ]
    return "; ".join(
        f"{said.on(each['reviewed_on'])}, {each['consultant']}: {each['advice'].lower()}"
        for each in found
    ) or "none in the month"  # fmt: skip


def _answer(content: Content, zone: str) -> str:
    found = [
        answer for each in content["reviews"] if each["is_in_month"] for answer in each["answers"]
    ]
    return "; ".join(
        f"{each['answer'].lower()}, {said.when(each['answered_at'], zone)}, {each['answered_by']}"
        for each in found
    ) or "none recorded"  # fmt: skip


def _treatments(content: Content, zone: str) -> str:
    found = [
        each for each in content["treatments"] if not each["voided_at"] and not each["ended_on"]
    ]
    return "; ".join(
        f"{each['name']} {each['dose'] or ''}".strip() + f" since {said.on(each['started_on'])}"
        for each in found
    ) or "none recorded that goes on"  # fmt: skip


def _plan(content: Content, zone: str) -> str:
    found = content["plans"]
    return f"made {said.on(found[0]['made_on'])}" if found else "none made up to the month's end"


def _rules(content: Content, zone: str) -> str:
    verdict = content["verdict"]
    lines = ", ".join(f"{each['code']} × {each['units']}" for each in verdict.get("lines", ()))
    against = [each["text"] for each in verdict.get("reasons", ()) if each["kind"] != "note"]
    minutes = f"{verdict['seconds']['counted'] // 60} minutes counted" if verdict else ""
    return "; ".join(filter(None, [lines or "no code", minutes, *against]))


def _claim(content: Content, zone: str) -> str:
    if not content["sent_at"]:
        return "not sent"
    charge = said.money(content["total_charge"])
    return f"{charge} charged, sent {said.when(content['sent_at'], zone)}"


def _fate(content: Content, zone: str) -> str:
    if content["paid"] is None:
        return "no payer has decided it"
    refused = [
        f"{said.money(each['amount'])} refused ({each['group']}-{each['reason']}), "
        f"{each['state'].lower()}"
        for each in content["denials"]
    ]
    return "; ".join([f"{said.money(content['paid'])} paid", *refused])


_ASKED: tuple[tuple[str, str, Callable[[Content, str], str]], ...] = (
    ("Consent", "consent", _consent),
    ("Initiating visit", "enrolment", _visit),
    ("Diagnosis", "enrolment", _diagnosis),
    ("Team", "team", _team),
    ("Time", "time", _time),
    ("Time left out, and why", "seconds", _left_out),
    ("Score", "scores", _score),
    ("Treatment", "treatments", _treatments),
    ("Relapse-prevention plan", "plan", _plan),
    ("Consultant's review", "reviews", _review),
    ("Practitioner's answer", "reviews", _answer),
    ("What the rules say", "rules", _rules),
    ("Claim", "claim", _claim),
    ("What became of it", "fate", _fate),
)
