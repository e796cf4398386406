"""Reads a 277CA: levels (HL) of the sender, of us, of our providers and of each patient."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from billing.x12.reading import parts
from billing.x12.reading.claim_status import (
    ClaimStatus,
    ClaimStatusReport,
    LevelStatus,
    LineStatus,
    Status,
    StatusCode,
)
from billing.x12.reading.parts import Draft, Log, Party
from billing.x12.reading.segments import Segment

_SOURCE, _RECEIVER, _PROVIDER = "20", "21", "19"
_PATIENT = ("PT", "22", "23")
_COUNTS = {"90": "accepted_claims", "QA": "accepted_claims", "AA": "rejected_claims"}
_COUNTS |= {"QC": "rejected_claims"}
_SUMS = {"YU": "accepted_charge", "YY": "rejected_charge"}
_DAYS = {"050": "received_on", "009": "processed_on"}


class ClaimStatusReader:
    """Takes the segments between ST and SE in turn; `finish` gives what they said."""

    def __init__(self, log: Log, opened: Segment) -> None:
        self.log = log
        self.report: Draft[ClaimStatusReport] = Draft(ClaimStatusReport, segment=opened.number)
        self.level = ""
        self.here: Draft[Any] = self.report
        self.party: Draft[Party] | None = None
        self.provider: Draft[Party] | None = None
        self.patient: Draft[Party] | None = None
        self.handlers: dict[str, Callable[[Segment], None]] = {
            "BHT": self._bht,
            "HL": self._hl,
            "NM1": self._nm1,
            "N3": self._place,
            "N4": self._place,
            "PER": self._per,
            "TRN": self._trn,
            "DTP": self._dtp,
            "STC": self._stc,
            "QTY": self._qty,
            "AMT": self._amt,
            "REF": self._ref,
            "SVC": self._svc,
        }

    def take(self, segment: Segment) -> None:
        handler = self.handlers.get(segment.tag)
        if handler:
            handler(segment)
        else:
            self._leave(segment)

    def finish(self, trailer: Segment) -> ClaimStatusReport:
        values = self.report.values
        if not any(name in values for name in ("batches", "providers", "claims")):
            raise trailer.refusal(
                "the report holds no status: none of a batch and none of a claim."
            )
        return self.report.build()

    def _leave(self, segment: Segment) -> None:
        claim = self.here.values.get("claim_id")
        self.log.leave(segment, f"claim {claim}" if claim else "the report")

    def _bht(self, segment: Segment) -> None:
        self.report.values["reference"] = segment.get(3)
        self.report.values["made_on"] = self.log.day(segment, 4)

    def _hl(self, segment: Segment) -> None:
        self.level = segment.needed(3, "the kind of level")
        self.party = None
        if self.level in (_RECEIVER, _PROVIDER):
            self.here = Draft(LevelStatus, segment=segment.number)
            self.report.add("batches" if self.level == _RECEIVER else "providers", self.here)
        elif self.level in _PATIENT:
            self.patient = None
            self.here = Draft(ClaimStatus, segment=segment.number)  # joins once a TRN names it
        else:
            self.here = self.report

    def _nm1(self, segment: Segment) -> None:
        self.party = parts.named(segment)
        if self.level == _SOURCE:
            self.report.values["source"] = self.party
        elif self.level in _PATIENT:
            self.patient = self.party
        elif self.here.kind is LevelStatus:
            self.here.values["party"] = self.party
            self.provider = self.party if self.level == _PROVIDER else self.provider
        else:
            self.party = None
            self._leave(segment)

    def _place(self, segment: Segment) -> None:
        if self.party:
            parts.locate(self.party, segment)
        else:
            self._leave(segment)

    def _per(self, segment: Segment) -> None:
        if self.party:
            self.party.add("contacts", parts.contact(segment))
        else:
            self._leave(segment)

    def _trn(self, segment: Segment) -> None:
        if self.level in _PATIENT:
            self._claim(segment)
        elif self.level == _SOURCE:
            self.report.values["source_trace"] = segment.get(2)
        elif self.here.kind is LevelStatus:
            self.here.values["reference"] = segment.get(2)
        else:
            self._leave(segment)

    def _claim(self, segment: Segment) -> None:
        self.here = Draft(
            ClaimStatus,
            segment=segment.number,
            claim_id=segment.needed(2, "our claim id"),
            patient=self.patient,
            provider=self.provider,
        )
        self.report.add("claims", self.here)

    def _dtp(self, segment: Segment) -> None:
        when = parts.dates_of(segment, self.log, qualifier=1, form=2, value=3)
        if self.here.kind in (ClaimStatus, LineStatus):
            self._named(segment).add("dates", when)
        elif self.here is self.report and when.qualifier in _DAYS:
            self.report.values[_DAYS[when.qualifier]] = when.on
        else:
            self._leave(segment)

    def _stc(self, segment: Segment) -> None:
        if self.here is self.report:
            raise segment.refusal("a status that belongs to no batch, provider or claim.")
        codes = [_code(segment, place) for place in (1, 10, 11) if segment.get(place)]
        if not segment.get(1):
            raise segment.refusal("element 1, the status, is missing.")
        status = Status(
            segment=segment.number,
            codes=tuple(codes),
            on=self.log.day(segment, 2),
            action=segment.get(3),
            amount=segment.optional_amount(4, "the charge"),
            message=segment.get(12),
        )
        self._named(segment).add("statuses", status)

    def _named(self, segment: Segment) -> Draft[Any]:
        if self.here.kind is ClaimStatus and "claim_id" not in self.here.values:
            raise segment.refusal("it stands before the TRN that names its claim.")
        return self.here

    def _qty(self, segment: Segment) -> None:
        self._total(segment, _COUNTS, "the number of claims")

    def _amt(self, segment: Segment) -> None:
        self._total(segment, _SUMS, "the sum of charges")

    def _total(self, segment: Segment, names: dict[str, str], called: str) -> None:
        name = names.get(segment.get(1))
        if name and self.here.kind is LevelStatus:
            self.here.values[name] = segment.amount(2, called)
        else:
            self._leave(segment)

    def _ref(self, segment: Segment) -> None:
        if self.here is self.report:
            self._leave(segment)
        else:
            self._named(segment).add("references", parts.reference(segment))

    def _svc(self, segment: Segment) -> None:
        claim = next(iter(reversed(self.report.values.get("claims", []))), None)
        if claim is None or self.here.kind not in (ClaimStatus, LineStatus):
            raise segment.refusal("a service line outside of any claim.")
        qualifier, code, *modifiers = [*segment.parts(1), "", ""]
        self.here = Draft(
            LineStatus,
            segment=segment.number,
            qualifier=qualifier,
            code=code,
            modifiers=tuple(each for each in modifiers[:4] if each),
            charge=segment.optional_amount(2, "the charge"),
            revenue_code=segment.get(4),
            units=segment.optional_amount(7, "the units"),
        )
        claim.add("lines", self.here)


def _code(segment: Segment, place: int) -> StatusCode:
    category, status, entity, listed = [*segment.parts(place), "", "", "", ""][:4]
    return StatusCode(category=category, status=status, entity=entity, list=listed)
