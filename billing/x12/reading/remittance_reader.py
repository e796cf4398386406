"""Reads an 835: a header with payer and payee, claims with their lines, and a summary."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from billing.x12.adjustment import Adjustment
from billing.x12.reading import parts, procedures
from billing.x12.reading.parts import Draft, Log, Party
from billing.x12.reading.remittance import (
    Amount,
    ClaimPayment,
    ProviderAdjustment,
    Remittance,
    ServicePayment,
)
from billing.x12.reading.segments import Segment

_ROLES = {
    "QC": "patient",
    "IL": "subscriber",
    "74": "corrected",
    "82": "rendering_provider",
    "TT": "crossover_carrier",
    "PR": "corrected_payer",
    "GB": "other_subscriber",
}
_PER_CAS = range(2, 20, 3)
_PER_PLB = range(3, 15, 2)
_REMARKS = {"MIA": (5, 20, 21, 22, 23), "MOA": (3, 4, 5, 6, 7)}


class RemittanceReader:
    """Takes the segments between ST and SE in turn; `finish` gives what they said."""

    def __init__(self, log: Log, opened: Segment) -> None:
        self.log = log
        self.remittance: Draft[Remittance] = Draft(Remittance, segment=opened.number)
        self.party: Draft[Party] | None = None
        self.claim: Draft[ClaimPayment] | None = None
        self.line: Draft[ServicePayment] | None = None
        self.handlers: dict[str, Callable[[Segment], None]] = {
            "BPR": self._bpr,
            "TRN": self._trn,
            "CUR": self._cur,
            "REF": self._ref,
            "DTM": self._dtm,
            "N1": self._n1,
            "N3": self._place,
            "N4": self._place,
            "PER": self._per,
            "LX": self._lx,
            "CLP": self._clp,
            "CAS": self._cas,
            "NM1": self._nm1,
            "MIA": self._adjudication,
            "MOA": self._adjudication,
            "AMT": self._amt,
            "QTY": self._qty,
            "SVC": self._svc,
            "LQ": self._lq,
            "PLB": self._plb,
        }

    def take(self, segment: Segment) -> None:
        handler = self.handlers.get(segment.tag)
        if handler:
            handler(segment)
        else:
            self._leave(segment)

    def finish(self, trailer: Segment) -> Remittance:
        self._close_claim()
        values = self.remittance.values
        if "amount" not in values:
            raise trailer.refusal("the remittance has no BPR: it names no payment.")
        for name, tag in (("trace_number", "TRN"), ("payer", "N1*PR"), ("payee", "N1*PE")):
            if not values.get(name):
                self.log.note(trailer, f"the remittance has no {tag}.")
        return self.remittance.build()

    # Where we are

    def _where(self) -> str:
        if self.claim is None:
            return "the summary" if "provider_adjustments" in self.remittance.values else "the head"
        where = f"claim {self.claim.values['claim_id']}"
        lines = len(self.claim.values.get("lines", ()))
        return f"{where}, line {lines}" if self.line else where

    def _leave(self, segment: Segment) -> None:
        self.log.leave(segment, self._where())

    def _within(self, segment: Segment) -> Draft[Any]:
        """The line or claim that the segment belongs to; money outside of both is refused."""
        here = self.line or self.claim
        if here is None:
            raise segment.refusal("it stands outside of any claim.")
        return here

    def _close_claim(self) -> None:
        if self.claim is not None:
            self.remittance.add("claims", self.claim.build())
        self.claim = self.line = self.party = None

    # The head

    def _bpr(self, segment: Segment) -> None:
        if "amount" in self.remittance.values:
            raise segment.refusal("a second BPR in one remittance.")
        self.remittance.values.update(
            payment_segment=segment.number,
            handling=segment.get(1),
            amount=segment.amount(2, "the payment"),
            direction=segment.get(3),
            method=segment.get(4),
            format=segment.get(5),
            deposit_account=segment.get(15),
            effective_on=self.log.day(segment, 16),
        )

    def _trn(self, segment: Segment) -> None:
        if self.claim or "trace_number" in self.remittance.values:
            self._leave(segment)
            return
        for name, place in (("trace_number", 2), ("payer_id", 3), ("supplement", 4)):
            self.remittance.values[name] = segment.get(place)

    def _cur(self, segment: Segment) -> None:
        self.remittance.values["currency"] = segment.get(2)

    def _n1(self, segment: Segment) -> None:
        name = {"PR": "payer", "PE": "payee"}.get(segment.get(1))
        if name is None or self.claim or name in self.remittance.values:
            self.party = None
            self._leave(segment)
            return
        self.party = parts.organization(segment)
        self.remittance.values[name] = self.party

    def _place(self, segment: Segment) -> None:
        if self.party and not self.claim:
            parts.locate(self.party, segment)
        else:
            self._leave(segment)

    def _per(self, segment: Segment) -> None:
        here = self.line or self.claim or self.party
        if here is None or here is self.line:
            self._leave(segment)
        else:
            here.add("contacts", parts.contact(segment))

    def _lx(self, segment: Segment) -> None:
        """A number that groups claims by facility and year, and says nothing else."""
        self._close_claim()

    # Claims and lines

    def _clp(self, segment: Segment) -> None:
        self._close_claim()
        self.claim = Draft(
            ClaimPayment,
            segment=segment.number,
            claim_id=segment.get(1),
            status=segment.needed(2, "the claim's status"),
            charge=segment.amount(3, "the claim's charge"),
            paid=segment.amount(4, "the claim's payment"),
            filing_indicator=segment.code(6),
            payer_control_number=segment.get(7),
            facility=segment.code(8),
            frequency=segment.code(9),
            drg=segment.get(11),
        )
        if not segment.get(1):
            self.log.note(segment, "element 1, our claim id, is missing.")
        owed = segment.optional_amount(5, "the patient's responsibility")
        if owed is not None:
            self.claim.values["patient_responsibility"] = owed

    def _nm1(self, segment: Segment) -> None:
        role = _ROLES.get(segment.get(1))
        if role is None or self.claim is None or role in self.claim.values:
            self._leave(segment)
        else:
            self.claim.values[role] = parts.named(segment)

    def _svc(self, segment: Segment) -> None:
        if self.claim is None:
            raise segment.refusal("a service line outside of any claim.")
        self.line = Draft(
            ServicePayment,
            segment=segment.number,
            procedure=procedures.procedure(segment, 1, self.log),
            charge=segment.amount(2, "the line's charge"),
            paid=segment.amount(3, "the line's payment"),
            revenue_code=segment.get(4),
            submitted_units=segment.optional_amount(7, "the units submitted"),
        )
        units = segment.optional_amount(5, "the units paid")
        if units is not None:
            self.line.values["units"] = units
        if segment.get(6):
            self.line.values["submitted"] = procedures.procedure(segment, 6, self.log)
        self.claim.add("lines", self.line)

    def _cas(self, segment: Segment) -> None:
        here = self._within(segment)
        segment.needed(1, "the group of the adjustment")
        for place in _PER_CAS:
            if segment.get(place) or segment.get(place + 1):
                segment.needed(place, "the reason of the adjustment")
                adjustment = Adjustment(
                    group=segment.code(1),
                    reason=segment.code(place),
                    amount=segment.amount(place + 1, "the adjustment's amount"),
                    quantity=segment.optional_amount(place + 2, "the adjustment's quantity"),
                )
                here.add("adjustments", adjustment)

    def _adjudication(self, segment: Segment) -> None:
        if self.claim is None:
            self._leave(segment)
            return
        self.claim.add("adjudication", segment.text())
        for code in map(segment.get, _REMARKS[segment.tag]):
            if code:
                self.claim.add("remarks", code)

    def _lq(self, segment: Segment) -> None:
        """A remark on a line; HE is the list of remark codes (RARC)."""
        if self.line is None or segment.get(1) != "HE" or not segment.get(2):
            self._leave(segment)
        else:
            self.line.add("remarks", segment.get(2))

    # Facts that stand at several places

    def _ref(self, segment: Segment) -> None:
        here = self.line or self.claim or self.party or self.remittance
        names = {"EV": "receiver_id", "F2": "system_version"}
        name = names.get(segment.get(1)) if here is self.remittance else None
        if name:
            self.remittance.values[name] = segment.get(2)
        else:
            here.add("references", parts.reference(segment))

    def _dtm(self, segment: Segment) -> None:
        here = self.line or self.claim
        when = parts.dates_of(
            segment, self.log, qualifier=1, form=5, value=2 if segment.get(2) else 6
        )
        if here:
            here.add("dates", when)
        elif when.qualifier == "405":
            self.remittance.values["produced_on"] = when.on
        else:
            self._leave(segment)

    def _amt(self, segment: Segment) -> None:
        self._within(segment).add("amounts", _amount(segment, "the amount"))

    def _qty(self, segment: Segment) -> None:
        self._within(segment).add("quantities", _amount(segment, "the quantity"))

    # The summary

    def _plb(self, segment: Segment) -> None:
        self._close_claim()
        provider = segment.get(1)
        ends = self.log.day(segment, 2)
        for place in _PER_PLB:
            if segment.get(place) or segment.get(place + 1):
                reason, *reference = [*segment.parts(place), ""]
                if not reason:
                    raise segment.refusal(f"element {place}, the adjustment's reason, is missing.")
                adjustment = ProviderAdjustment(
                    segment=segment.number,
                    provider_id=provider,
                    period_ends=ends,
                    reason=reason,
                    reference=segment.delimiters.component.join(reference[:-1]),
                    amount=segment.amount(place + 1, "the adjustment's amount"),
                )
                self.remittance.add("provider_adjustments", adjustment)


def _amount(segment: Segment, name: str) -> Amount:
    return Amount(qualifier=segment.code(1), amount=segment.amount(2, name))
