"""The claim: lines and dollars, who approved it, the files it left in, and what corrects it."""

from __future__ import annotations

from typing import Any

from billing.models import Claim, Delivery, SubmissionClaim
from billing.selectors import claim_history
from billing.selectors.claim_document import PREFIX, clm01
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
        "left_as_it_is_at": said.instant(claim.later_left_at),
        "frequency": claim.frequency,
        "frequency_words": claim.get_frequency_display(),
        "corrects": f"{PREFIX}{claim.corrects_id}" if claim.corrects_id else None,
        "payer_claim_number": claim.payer_claim_number or None,
        "correction_reason": claim.correction_reason or None,
        "corrections": [_correction(row) for row in _corrections(claim)],
        "approved_at": said.instant(claim.approved_at),
        "approved_by": claim.approved_by.full_name if claim.approved_by else None,
        "sent_at": said.instant(claim.sent_at),
        "sent_by": claim.sent_by.full_name if claim.sent_by else None,
        "files": _files_of(claim),
        "history": [
            {"at": said.instant(each.at), "what": each.what, "who": each.who, "why": each.why}
            for each in reversed(claim_history.of(claim))
        ],
    }


def _corrections(claim: Claim) -> Any:
    """Later claims that replace or void this one."""
    return claim.corrections.defer("facts", "verdict").order_by("pk")


def _correction(row: Claim) -> dict[str, Any]:
    return {
        "claim": clm01(row),
        "frequency_words": row.get_frequency_display(),
        "state": row.get_state_display(),
        "reason": row.correction_reason,
        "sent_at": said.instant(row.sent_at),
    }


def _files_of(claim: Claim) -> list[dict[str, Any]]:
    """Each file that the claim left in, to which payer's turn, and where the file was put."""
    places = claim.places.select_related("submission").defer("submission__content")
    found = list(places.order_by("submission__made_at", "pk"))
    sent = Delivery.objects.filter(submission__in=[each.submission_id for each in found])
    brought: dict[int, list[Delivery]] = {}
    for delivery in sent.order_by("queued_at", "pk"):
        brought.setdefault(delivery.submission_id, []).append(delivery)
    return [_file(each, brought.get(each.submission_id, [])) for each in found]


def _file(place: SubmissionClaim, brought: list[Delivery]) -> dict[str, Any]:
    file = place.submission
    return {
        "name": file.file_name,
        "control_number": file.control_number,
        "receiver": file.receiver_name,
        "turn": place.turn,
        "named": place.clm01,
        "is_production": file.is_production,
        "made_at": said.instant(file.made_at),
        "sha256": file.sha256,
        "deliveries": [
            {
                "state": each.get_state_display(),
                "sent_at": said.instant(each.sent_at),
                "arrived_as": each.arrived_as or None,
            }
            for each in brought
        ],
    }


def blocks(content: dict[str, Any], zone: str) -> list[Block]:
    history = [Words(_happened(each, zone), level=1) for each in content["history"]]
    return [
        Facts([*_facts(content, zone), *_ledger(content, zone)]),
        Title("Lines"),
        _lines(content),
        Title("Files"),
        *_files(content["files"], zone),
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


def _ledger(content: dict[str, Any], zone: str) -> list[tuple[str, str]]:
    """What it corrects, and what corrects it: nothing for most claims."""
    rows = []
    if content["corrects"]:
        number = content["payer_claim_number"] or "none given"
        what = f"{content['frequency_words']} of {content['corrects']}, payer's number {number}"
        rows.append(("Corrects", f"{what}: “{content['correction_reason']}”"))
    for each in content["corrections"]:
        sent = f", sent {said.when(each['sent_at'], zone)}" if each["sent_at"] else ""
        what = f"{each['frequency_words']} {each['claim']}, {each['state'].lower()}{sent}"
        rows.append(("Corrected by", f"{what}: “{each['reason']}”"))
    if content["left_as_it_is_at"]:
        at = said.when(content["left_as_it_is_at"], zone)
        rows.append(("Left as it is", f"a difference found later was looked at on {at}"))
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


_TURNS = {"P": "first payer", "S": "second payer", "T": "third payer"}


def _files(files: list[dict[str, Any]], zone: str) -> list[Block]:
    if not files:
        return [Words("It has left in no file.")]
    rows = [
        [each["name"], f"{each['receiver']}, {_TURNS.get(each['turn'], each['turn'])}; number "
         f"{each['control_number']}{'' if each['is_production'] else ', test'}",
         said.when(each["made_at"], zone), each["sha256"]]
        for each in files
    ]  # fmt: skip
    table = Table(("File", "Receiver, control number", "Made", "SHA-256"), rows, (2.6, 2, 2.2, 4.4))
    return [table, *[Words(text, level=1) for each in files for text in _way(each, zone)]]


def _way(file: dict[str, Any], zone: str) -> list[str]:
    """Where a file was brought; a person may have fetched it instead."""
    return [
        f"{file['name']}: {each['state'].lower()}"
        f"{' ' + said.when(each['sent_at'], zone) if each['sent_at'] else ''}"
        f"{', as ' + each['arrived_as'] if each['arrived_as'] else ''}."
        for each in file["deliveries"]
    ]


def _happened(each: dict[str, Any], zone: str) -> str:
    who = f", by {each['who']}" if each["who"] else ""
    why = f": “{each['why']}”" if each["why"] else ""
    return f"{said.when(each['at'], zone)}: {each['what']}{who}{why}"
