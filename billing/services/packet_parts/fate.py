"""What became of the claim: answers of receivers and payers, payments, denials."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from billing.models import Answer, ClaimPayment, Denial
from billing.selectors import received
from billing.services.packet_parts import said
from billing.services.packet_parts.blocks import Block, Table, Title, Words
from billing.services.packet_parts.material import Material
from billing.x12 import words


def gather(material: Material) -> dict[str, Any]:
    answers, payments = received.of_claim(material.claim)
    denials = Denial.objects.filter(claim=material.claim).select_related("owner")
    return {
        "answers": [_answer(row) for row in answers],
        "payments": [_payment(row) for row in payments],
        "paid": said.amount(sum((row.paid for row in payments), Decimal())) if payments else None,
        "denials": [_denial(row) for row in denials.order_by("opened_at", "pk")],
    }


def _answer(row: Answer) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "verdict": row.get_verdict_display(),
        "sentences": list(row.sentences),
        "payer_control_number": row.payer_control_number or None,
        "file_sha256": row.file.sha256,
        "received_at": said.instant(row.file.received_at),
    }


def _payment(row: ClaimPayment) -> dict[str, Any]:
    remittance = row.remittance
    return {
        "paid_on": said.day(remittance.paid_on),
        "payer": remittance.payer.name if remittance.payer else remittance.payer_name,
        "trace_number": remittance.trace_number or None,
        "status": words.of("claim_payment_status", row.status),
        "charge": said.amount(row.charge),
        "paid": said.amount(row.paid),
        "patient_responsibility": said.amount(row.patient_responsibility),
        "payer_control_number": row.payer_control_number or None,
        "adjustments": [_adjustment(each) for each in row.adjustments],
        "lines": [
            {
                "code": line.code,
                "charge": said.amount(line.charge),
                "paid": said.amount(line.paid),
                "allowed": said.amount(line.allowed),
                "adjustments": [_adjustment(each) for each in line.adjustments],
                "remarks": list(line.remarks),
            }
            for line in row.lines.all()
        ],
    }


def _adjustment(each: dict[str, Any]) -> dict[str, Any]:
    group, reason = each["group"], each["reason"]
    said_of = f"{words.of('carc', reason)} ({words.of('adjustment_group', group)})"
    return {"group": group, "reason": reason, "amount": str(each["amount"]), "words": said_of}


def _denial(row: Denial) -> dict[str, Any]:
    return {
        "code": row.code or None,
        "group": row.group,
        "reason": row.reason,
        "words": words.of("carc", row.reason),
        "remarks": list(row.remarks),
        "amount": said.amount(row.amount),
        "state": row.get_state_display(),
        "due_on": said.day(row.due_on),
        "owner": row.owner.full_name if row.owner else None,
        "note": row.note or None,
        "opened_at": said.instant(row.opened_at),
    }


def blocks(content: dict[str, Any], zone: str) -> list[Block]:
    return [
        Title("Answers before payment"),
        _answers(content["answers"], zone),
        Title("Payments"),
        *_payments(content),
        Title("Denials"),
        _denials(content["denials"]),
    ]


def _answers(answers: list[dict[str, Any]], zone: str) -> Block:
    if not answers:
        return Words("None was received.")
    rows = [
        [each["kind"], each["verdict"], said.when(each["received_at"], zone),
         " ".join(each["sentences"]), said.or_nothing(each["payer_control_number"])]
        for each in answers
    ]  # fmt: skip
    head = ("Answer", "Verdict", "Received", "What it says", "Payer's number")
    return Table(head, rows, (1.2, 1.6, 2.6, 5, 2))


def _payments(content: dict[str, Any]) -> list[Block]:
    if not content["payments"]:
        return [Words("None was received.")]
    rows = []
    for each in content["payments"]:
        rows.append(_payment_row(each))
        rows += [_line_row(line) for line in each["lines"]]
    head = ("Day", "What", "Charge", "Paid", "Adjustments")
    total = Words(f"Paid in all, reversals taken off: {said.money(content['paid'])}.")
    return [Table(head, rows, (1.8, 3.4, 1.5, 1.5, 5)), total]


def _payment_row(each: dict[str, Any]) -> list[str]:
    trace = f", trace {each['trace_number']}" if each["trace_number"] else ""
    return [
        said.on(each["paid_on"]),
        f"{each['payer']}{trace}: {each['status']}",
        said.money(each["charge"]),
        said.money(each["paid"]),
        _adjusted(each["adjustments"]),
    ]


def _line_row(line: dict[str, Any]) -> list[str]:
    remarks = f" Remarks: {', '.join(line['remarks'])}." if line["remarks"] else ""
    adjusted = _adjusted(line["adjustments"]) + remarks
    return ["", f"line {line['code']}", said.money(line["charge"]), said.money(line["paid"]),
            adjusted]  # fmt: skip


def _adjusted(adjustments: list[dict[str, Any]]) -> str:
    return "; ".join(
        f"{each['group']}-{each['reason']} {said.money(each['amount'])}: {each['words']}"
        for each in adjustments
    )


def _denials(denials: list[dict[str, Any]]) -> Block:
    if not denials:
        return Words("None.")
    rows = [
        [said.or_nothing(each["code"]), f"{each['group']}-{each['reason']}: {each['words']}",
         said.money(each["amount"]), each["state"], said.or_nothing(each["note"])]
        for each in denials
    ]  # fmt: skip
    head = ("Line", "Refused because", "Amount", "State", "Work on it")
    return Table(head, rows, (1, 4, 1.3, 2, 3))
