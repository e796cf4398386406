"""What the demo's payers write back, as the files that payers and clearinghouses send."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from billing.models import Claim, ClaimForm, ClaimLine, Submission
from billing.selectors.claim_document import clm01
from billing.x12 import envelope, institutional, professional
from billing.x12.document import Interchange
from billing.x12.envelope import Guide
from billing.x12.segments import amount, composite, day, file, segment
from registry.models import Payer, Practice

ACKNOWLEDGMENT = Guide(functional_id="FA", transaction="999", version="005010X231A1")
STATUS = Guide(functional_id="HN", transaction="277", version="005010X214")
REMITTANCE = Guide(functional_id="HP", transaction="835", version="005010X221A1")
CLEARINGHOUSE = "DEMOCLEARING"
#: How the money comes: not at all, or to the account.
_MONEY = {False: ("NON", ""), True: ("ACH", "CCP")}
_GUIDES = {
    ClaimForm.PROFESSIONAL: professional.GUIDE,
    ClaimForm.INSTITUTIONAL: institutional.GUIDE,
}


@dataclass(frozen=True, kw_only=True)
class LineSaid:
    """What a payer decides about a line, in dollars: allowed less the patient's share is paid.

    What is charged beyond it is the contract's (CO-45); without `allowed` the line is refused, for
    `refused`: an adjustment reason and its remark.
    """

    line: ClaimLine
    allowed: Decimal
    share: Decimal = Decimal(0)
    refused: tuple[str, str] | None = None

    @property
    def charge(self) -> Decimal:
        return self.line.charge or Decimal(0)

    @property
    def paid(self) -> Decimal:
        return self.allowed - self.share


@dataclass(frozen=True, kw_only=True)
class ClaimSaid:
    """What a payer decides about a claim; `name` is how it names it, which may be a wrong one."""

    claim: Claim
    name: str
    number: str
    lines: Sequence[LineSaid]

    @property
    def paid(self) -> Decimal:
        return sum((line.paid for line in self.lines), Decimal(0))

    @property
    def share(self) -> Decimal:
        return sum((line.share for line in self.lines), Decimal(0))

    @property
    def is_refused(self) -> bool:
        return all(line.refused for line in self.lines)


def acknowledgment(practice: Practice, sent: Sequence[Submission], at: dt.datetime) -> bytes:
    """Every file was accepted (999)."""
    return _file(practice, CLEARINGHOUSE, ACKNOWLEDGMENT, map(_accepted, sent), at)


def _accepted(sent: Submission) -> list[str]:
    version = _GUIDES[ClaimForm(sent.form)].version
    return [
        segment("AK1", "HC", str(sent.control_number), version),
        segment("AK2", "837", "0001", version),
        segment("IK5", "A"),
        segment("AK9", "A", "1", "1", "1"),
    ]


def status(practice: Practice, claims: Sequence[Claim], at: dt.datetime) -> bytes:
    """Every claim was accepted, and has a number of the payer's now (277CA)."""
    on = day(at.date())
    total = amount(sum((claim.total_charge or Decimal(0) for claim in claims), Decimal(0)))
    body = [
        segment("BHT", "0085", "08", f"{at:%y%m%d}", on, f"{at:%H%M}", "TH"),
        segment("HL", "1", "", "20", "1"),
        segment("NM1", "AY", "2", "DEMO CLEARINGHOUSE", "", "", "", "", "46", CLEARINGHOUSE),
        segment("TRN", "1", f"{at:%y%m%d%H%M}"),
        segment("DTP", "050", "D8", on),
        segment("DTP", "009", "D8", on),
        segment("HL", "2", "1", "21", "1"),
        segment(
            "NM1", "41", "2", practice.organization.name, "", "", "", "", "46",
            practice.submitter_id,
        ),
        segment("TRN", "2", f"{at:%y%m%d%H%M}"),
        segment("STC", composite("A1", "19", "PR"), on, "WQ", total),
        segment("HL", "3", "2", "19", "1"),
        segment("NM1", "85", "2", practice.name, "", "", "", "", "XX", practice.npi),
        segment("TRN", "1", "0"),
    ]  # fmt: skip
    for place, claim in enumerate(claims, 4):
        body += _status_of(claim, place, on)
    return _file(practice, CLEARINGHOUSE, STATUS, [body], at)


def _status_of(claim: Claim, place: int, on: str) -> list[str]:
    charge = amount(claim.total_charge or Decimal(0))
    return [
        segment("HL", str(place), "3", "PT"),
        _patient(claim),
        segment("TRN", "2", clm01(claim)),
        segment("STC", composite("A2", "20", "PR"), on, "WQ", charge),
        segment("REF", "1K", number_of(claim)),
        segment("DTP", "472", "D8", day(claim.date_of_service or claim.month)),
    ]


def number_of(claim: Claim) -> str:
    """The payer's own number of a claim."""
    return f"{claim.month:%y%m}{claim.pk:08}"


def remittance(
    practice: Practice,
    payer: Payer,
    said: Sequence[ClaimSaid],
    at: dt.datetime,
    *,
    interest: Decimal,
) -> bytes:
    """One payment for claims (835); interest belongs to no claim and raises it."""
    paid, on = sum((each.paid for each in said), interest), day(at.date())
    body = [
        segment("BPR", "I", amount(paid), "C", *_MONEY[paid > 0], *[""] * 10, on),
        segment("TRN", "1", f"{payer.payer_id}-{at:%y%m%d}", "1999999999"),
        segment("DTM", "405", on),
        segment("N1", "PR", payer.name, "XV", payer.payer_id),
        segment("N1", "PE", practice.name, "XX", practice.npi),
        segment("LX", "1"),
    ]
    for each in said:
        body += _claim(each)
    if interest:
        adjusted = composite("L6", said[0].number)
        until = f"{at.year}1231"
        body.append(segment("PLB", practice.npi, until, adjusted, amount(-interest)))
    return _file(practice, payer.payer_id, REMITTANCE, [body], at)


def _claim(said: ClaimSaid) -> Iterator[str]:
    claim = said.claim
    yield segment(
        "CLP", said.name, "4" if said.is_refused else "1",
        amount(claim.total_charge or Decimal(0)), amount(said.paid), amount(said.share), "12",
        said.number, "11", claim.frequency,
    )  # fmt: skip
    yield _patient(claim)
    for each in said.lines:
        yield from _line(each, said.name)


def _line(said: LineSaid, name: str) -> Iterator[str]:
    line = said.line
    yield segment(
        "SVC", composite("HC", line.code, *line.modifiers), amount(said.charge),
        amount(said.paid), "", str(line.units),
    )  # fmt: skip
    yield segment("DTM", "472", day(line.claim.date_of_service or line.claim.month))
    if said.refused:
        yield segment("CAS", "CO", said.refused[0], amount(said.charge))
    elif said.charge > said.allowed:
        yield segment("CAS", "CO", "45", amount(said.charge - said.allowed))
    if said.share:
        yield segment("CAS", "PR", "2", amount(said.share))
    yield segment("REF", "6R", f"{name}L{line.position}")
    if said.refused:
        yield segment("LQ", "HE", said.refused[1])
    else:
        yield segment("AMT", "B6", amount(said.allowed))


def _patient(claim: Claim) -> str:
    patient, coverage = claim.patient, claim.coverage
    member = coverage.member_id if coverage else ""
    return segment(
        "NM1", "QC", "1", patient.last_name, patient.first_name, "", "", "", "MI", member
    )  # fmt: skip


def _file(
    practice: Practice,
    sender: str,
    guide: Guide,
    transactions: Iterator[list[str]] | Sequence[list[str]],
    at: dt.datetime,
) -> bytes:
    number = int(f"{at:%y%m%d%H}")
    around = Interchange(
        sender_id=sender,
        receiver_id=practice.submitter_id,
        control_number=number,
        group_control_number=number,
        usage="T",
        created_at=at,
    )
    segments = envelope.wrap(around, guide, list(transactions))
    return file(segments, line_breaks=True).encode("ascii")
