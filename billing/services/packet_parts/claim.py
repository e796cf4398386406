"""The claim: its lines and dollars, who approved it, and the files it left in."""

from __future__ import annotations

from typing import Any

from billing.models import Submission
from billing.selectors import claim_history
from billing.services.packet_parts import said
from billing.services.packet_parts.blocks import Block, Facts, Table, Title, Words
from billing.services.packet_parts.material import Material


def gather(material: Material) -> dict[str, Any]:
    claim = material.claim
    return {
        "date_of_service": said.day(claim.date_of_service),
        "lines": [
            {
                "code": line.code,
                "modifiers": list(line.modifiers),
                "units": line.units,
                "charge": said.amount(line.charge),
                "allowed": said.amount(line.allowed),
                "expected": said.amount(line.expected),
            }
            for line in claim.lines.all()
        ],
        "total_charge": said.amount(claim.total_charge),
        "total_expected": said.amount(claim.total_expected),
        "findings": [dict(each) for each in claim.own_holds],
        "differs_now": bool(claim.later),
        "approved_at": said.instant(claim.approved_at),
        "approved_by": claim.approved_by.full_name if claim.approved_by else None,
        "sent_at": said.instant(claim.sent_at),
        "sent_by": claim.sent_by.full_name if claim.sent_by else None,
        "files": [_file(file) for file in claim.submissions.all()],
        "history": [
            {"at": said.instant(each.at), "what": each.what, "who": each.who, "why": each.why}
            for each in reversed(claim_history.of(claim))
        ],
    }


def _file(file: Submission) -> dict[str, Any]:
    return {
        "name": file.file_name,
        "control_number": file.control_number,
        "receiver": file.receiver_name,
        "is_production": file.is_production,
        "made_at": said.instant(file.made_at),
        "sha256": file.sha256,
    }


def blocks(content: dict[str, Any], zone: str) -> list[Block]:
    history = [Words(_happened(each, zone), level=1) for each in content["history"]]
    return [
        Facts(_facts(content, zone)),
        Title("Lines"),
        _lines(content),
        Title("Files"),
        _files(content["files"], zone),
        Title("History"),
        *history,
    ]


def _facts(content: dict[str, Any], zone: str) -> list[tuple[str, str]]:
    rows = [("Date of service", said.on(content["date_of_service"]))]
    for done in ("approved", "sent"):
        by = f"{said.when(content[f'{done}_at'], zone)}, by {content[f'{done}_by']}"
        rows.append((done.capitalize(), by if content[f"{done}_at"] else "not yet"))
    for each in content["findings"]:
        rows.append(("Beyond the rules", each["text"]))
    if content["differs_now"]:
        now = "A later true-up found that the month would be decided otherwise now."
        rows.append(("Since then", now))
    return rows


def _lines(content: dict[str, Any]) -> Block:
    if not content["lines"]:
        return Words("No code was earned: there is no line.")
    rows = [
        [each["code"], ", ".join(each["modifiers"]) or "none", str(each["units"]),
         said.money(each["charge"]), said.money(each["allowed"]), said.money(each["expected"])]
        for each in content["lines"]
    ]  # fmt: skip
    total = ["Total", "", "", said.money(content["total_charge"]), "",
             said.money(content["total_expected"])]  # fmt: skip
    head = ("Code", "Modifiers", "Units", "Charge", "Allowed", "Expected")
    return Table(head, [*rows, total], (1, 1, 1, 1, 1, 1))


def _files(files: list[dict[str, Any]], zone: str) -> Block:
    if not files:
        return Words("It has left in no file.")
    rows = [
        [each["name"], f"{each['receiver']}, {each['control_number']}"
         f"{'' if each['is_production'] else ', test'}", said.when(each["made_at"], zone),
         each["sha256"]]
        for each in files
    ]  # fmt: skip
    return Table(("File", "Receiver, control number", "Made", "SHA-256"), rows, (2.6, 2, 2.2, 4.4))


def _happened(each: dict[str, Any], zone: str) -> str:
    who = f", by {each['who']}" if each["who"] else ""
    why = f": “{each['why']}”" if each["why"] else ""
    return f"{said.when(each['at'], zone)}: {each['what']}{who}{why}"
