"""Reads an 837P or 837I back, with pyx12 rather than with our own code.

`accepted` is what other tests ask of every file that the product makes. Nothing here imports the
writer, so that a mistake in it cannot hide.
"""

from __future__ import annotations

import functools
import io
import json
import logging
from dataclasses import dataclass, field
from decimal import Decimal

import pyx12.map_if
import pyx12.map_index
import pyx12.params
import pyx12.x12file
import pyx12.x12n_document

_PARAMS = pyx12.params.ParamsBase()
# pyx12 reads its guides anew for every file, which takes ten times what the file does; it only
# looks things up in them.
pyx12.map_if.load_map_file = functools.cache(pyx12.map_if.load_map_file)
pyx12.map_index.map_index = functools.cache(pyx12.map_index.map_index)


def accepted(text: str) -> list[str]:
    """What pyx12 finds wrong in `text`; where it finds nothing, what it misses; [] if neither."""
    return _pyx12_errors(text) or envelope_errors(text)


def _pyx12_errors(text: str) -> list[str]:
    report, log = io.StringIO(), _Log()
    logger = logging.getLogger("pyx12")
    logger.addHandler(log)
    try:
        valid = pyx12.x12n_document.x12n_document(
            _PARAMS, io.StringIO(text), None, None, fd_json=report
        )
    finally:
        logger.removeHandler(log)
    errors = _flat(json.loads(report.getvalue() or "{}")) or log.lines
    return errors or ([] if valid else ["pyx12 refuses the file without saying why"])


class _Log(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def _flat(node: object, where: str = "") -> list[str]:
    """The error entries of pyx12's nested report, each as one line."""
    if isinstance(node, list):
        return [line for each in node for line in _flat(each, where)]
    if not isinstance(node, dict):
        return []
    name = node.get("seg_id") or node.get("ele_ref_num") or ""
    here = f"{where} {name}".strip()
    own = [f"{here}: {error['err_str']}" for error in node.get("errors", [])]
    return own + [
        line for key, each in node.items() if key != "errors" for line in _flat(each, here)
    ]


# What pyx12 leaves unchecked


def segments(text: str) -> list[list[str]]:
    """The segments of `text` as pyx12's reader takes them apart, tag first."""
    reader = pyx12.x12file.X12Reader(io.StringIO(text))
    return [
        [each.get_seg_id(), *(each.get(f"{n:02d}").format() for n in range(1, len(each) + 1))]
        for each in reader
    ]


def envelope_errors(text: str) -> list[str]:
    """ST03 against GS08, counts and control numbers of the trailers, parents of the levels."""
    all_segments = segments(text)
    return [*_trailer_errors(all_segments), *_level_errors(all_segments)]


def _trailer_errors(all_segments: list[list[str]]) -> list[str]:
    errors, version, opened, transactions = [], "", {}, 0
    for place, (tag, *elements) in enumerate(all_segments):
        opened[tag] = (place, elements)
        if tag == "GS":
            version, transactions = elements[7], 0
        elif tag == "ST":
            transactions += 1
            if elements[2:3] != [version] and len(elements) > 2:
                errors.append(f"ST03 {elements[2]} is not GS08 {version}")
        elif tag == "SE":
            start, header = opened["ST"]
            errors += _differs("SE01", elements[0], str(place - start + 1))
            errors += _differs("SE02", elements[1], header[1])
        elif tag == "GE":
            errors += _differs("GE01", elements[0], str(transactions))
            errors += _differs("GE02", elements[1], opened["GS"][1][5])
        elif tag == "IEA":
            errors += _differs("IEA02", elements[1], opened["ISA"][1][12])
    return errors


def _differs(name: str, said: str, meant: str) -> list[str]:
    return [] if said == meant else [f"{name} is {said}, not {meant}"]


_PARENT = {"20": "", "22": "20", "23": "22"}


def _level_errors(all_segments: list[list[str]]) -> list[str]:
    """HL01 counts from 1; HL02 names a level one higher up; HL04 says whether any is below."""
    errors: list[str] = []
    levels: dict[str, list[str]] = {}
    for tag, *elements in all_segments:
        if tag == "ST":
            levels = {}
        elif tag == "HL":
            number, parent, kind = elements[:3]
            errors += _differs("HL01", number, str(len(levels) + 1))
            errors += _differs(
                f"parent of HL {number}", levels.get(parent, ["", "", ""])[2], _PARENT[kind]
            )
            levels[number] = elements
        elif tag == "SE":
            parents = {elements[1] for elements in levels.values()}
            for number, elements in levels.items():
                below = "1" if number in parents else "0"
                errors += _differs(f"HL04 of {number}", elements[3], below)
    return errors


# What a file says


@dataclass(kw_only=True)
class ReadLine:
    code: str
    modifiers: list[str]
    charge: Decimal
    units: int
    pointers: list[int]
    service_date: str = ""
    control_number: str = ""
    revenue_code: str = ""
    decisions: list[ReadDecision] = field(default_factory=list)


@dataclass(kw_only=True)
class ReadDecision:
    """What another payer decided: of a line (SVD), or of a claim (loop 2320)."""

    payer_id: str = ""
    paid: Decimal | None = None
    adjustments: list[tuple[str, str, Decimal]] = field(default_factory=list)
    decided_on: str = ""


@dataclass(kw_only=True)
class ReadCoverage(ReadDecision):
    turn: str
    relationship: str
    member_id: str = ""
    control_number: str = ""
    remarks: list[str] = field(default_factory=list)


@dataclass(kw_only=True)
class ReadClaim:
    """A claim as a receiver would file it: with the provider, subscriber and patient above it."""

    id: str
    total: Decimal
    place_and_frequency: str
    provider_npi: str
    member_id: str
    subscriber_name: str
    payer_id: str
    patient_name: str
    references: dict[str, str] = field(default_factory=dict)
    diagnoses: list[str] = field(default_factory=list)
    rendering_npi: str = ""
    practitioners: dict[str, str] = field(default_factory=dict)
    turn: str = ""
    statement: str = ""
    others: list[ReadCoverage] = field(default_factory=list)
    lines: list[ReadLine] = field(default_factory=list)


def claims(text: str) -> list[ReadClaim]:
    """The claims of a file, each with what the levels above it say."""
    reader = _ClaimReader()
    for tag, *elements in segments(text):
        read = getattr(reader, f"read_{tag.lower()}", None)
        if read:
            read(elements + [""] * 20)
    return reader.claims


class _ClaimReader:
    def __init__(self) -> None:
        self.claims: list[ReadClaim] = []
        self.above: dict[str, str] = {}
        self.in_claim = False
        self.other: ReadCoverage | None = None
        self.decision: ReadDecision | None = None

    def read_hl(self, e: list[str]) -> None:
        self.in_claim = False
        if e[2] != "23":
            self.above["patient"] = ""

    def read_nm1(self, e: list[str]) -> None:
        names = {"85": "provider", "IL": "subscriber", "PR": "payer", "QC": "patient"}
        if not self.in_claim and e[0] in names:
            self.above[names[e[0]]] = e[8] if e[0] in ("85", "PR") else f"{e[2]}, {e[3]}"
            if e[0] == "IL":
                self.above["member"] = e[8]
        elif self.other and e[0] == "IL":
            self.other.member_id = e[8]
        elif self.other and e[0] == "PR":
            self.other.payer_id = e[8]
        elif self.in_claim:
            self.claims[-1].practitioners[e[0]] = e[8]
            if e[0] == "82":
                self.claims[-1].rendering_npi = e[8]

    def read_sbr(self, e: list[str]) -> None:
        if self.in_claim:
            self.other = ReadCoverage(turn=e[0], relationship=e[1])
            self.decision = self.other
            self.claims[-1].others.append(self.other)
        else:
            self.above["turn"] = e[0]

    def read_lx(self, e: list[str]) -> None:
        self.other = self.decision = None

    def read_amt(self, e: list[str]) -> None:
        if self.other and e[0] == "D":
            self.other.paid = Decimal(e[1])

    def read_moa(self, e: list[str]) -> None:
        if self.other:
            self.other.remarks = [code for code in e[2:7] if code]

    def read_svd(self, e: list[str]) -> None:
        self.decision = ReadDecision(payer_id=e[0], paid=Decimal(e[1]))
        self.claims[-1].lines[-1].decisions.append(self.decision)

    def read_cas(self, e: list[str]) -> None:
        assert self.decision
        for place in range(1, 19, 3):
            if e[place]:
                trio = (e[0], e[place], Decimal(e[place + 1]))
                self.decision.adjustments.append(trio)

    def read_clm(self, e: list[str]) -> None:
        self.in_claim = True
        self.other = self.decision = None
        above = self.above
        claim = ReadClaim(
            id=e[0],
            total=Decimal(e[1]),
            place_and_frequency=e[4],
            provider_npi=above["provider"],
            member_id=above["member"],
            subscriber_name=above["subscriber"],
            payer_id=above["payer"],
            patient_name=above.get("patient", ""),
            turn=above["turn"],
        )
        self.claims.append(claim)

    def read_hi(self, e: list[str]) -> None:
        listed = [each.split(":") for each in e if each]
        self.claims[-1].diagnoses += [code for kind, code in listed if kind != "BG"]

    def read_sv1(self, e: list[str]) -> None:
        _, code, *modifiers = e[0].split(":")
        pointers = [int(each) for each in e[6].split(":") if each]
        line = ReadLine(
            code=code, modifiers=modifiers, charge=Decimal(e[1]), units=int(e[3]), pointers=pointers
        )
        self.claims[-1].lines.append(line)

    def read_sv2(self, e: list[str]) -> None:
        _, code, *modifiers = e[1].split(":")
        line = ReadLine(
            code=code, modifiers=modifiers, charge=Decimal(e[2]), units=int(e[4]), pointers=[]
        )
        line.revenue_code = e[0]
        self.claims[-1].lines.append(line)

    def read_dtp(self, e: list[str]) -> None:
        if e[0] == "472":
            self.claims[-1].lines[-1].service_date = e[2]
        elif e[0] == "434":
            self.claims[-1].statement = e[2]
        elif e[0] == "573" and self.decision:
            self.decision.decided_on = e[2]

    def read_ref(self, e: list[str]) -> None:
        if self.other and e[0] == "F8":
            self.other.control_number = e[1]
        elif self.in_claim and e[0] == "6R":
            self.claims[-1].lines[-1].control_number = e[1]
        elif self.in_claim:
            self.claims[-1].references[e[0]] = e[1]
