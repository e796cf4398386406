"""Reads a 999, and a 997 of an older version, whose AK3 to AK5 say what IK3 to IK5 do."""

from __future__ import annotations

from collections.abc import Callable

from billing.x12.reading.acknowledgment import (
    AcknowledgedTransaction,
    Acknowledgment,
    ElementError,
    InterchangeAcknowledgment,
    SegmentError,
)
from billing.x12.reading.parts import Draft, Log
from billing.x12.reading.segments import Segment

_OLDER = {"AK3": "IK3", "AK4": "IK4", "AK5": "IK5"}


class AcknowledgmentReader:
    """Takes the segments between ST and SE in turn; `finish` gives what they said."""

    def __init__(self, log: Log, opened: Segment) -> None:
        self.log = log
        self.opened = opened
        self.group: Draft[Acknowledgment] | None = None
        self.transaction: Draft[AcknowledgedTransaction] | None = None
        self.error: Draft[SegmentError] | None = None
        self.context: Draft[SegmentError] | Draft[ElementError] | None = None
        self.handlers: dict[str, Callable[[Segment], None]] = {
            "AK1": self._ak1,
            "AK2": self._ak2,
            "IK3": self._ik3,
            "CTX": self._ctx,
            "IK4": self._ik4,
            "IK5": self._ik5,
            "AK9": self._ak9,
        }

    def take(self, segment: Segment) -> None:
        handler = self.handlers.get(_OLDER.get(segment.tag, segment.tag))
        if handler:
            handler(segment)
        else:
            self.log.leave(segment, "the acknowledgement")

    def finish(self, trailer: Segment) -> Acknowledgment:
        if self.group is None:
            raise trailer.refusal("the acknowledgement has no AK1: it names no group of ours.")
        self._closed(trailer)
        if "code" not in self.group.values:
            raise trailer.refusal("the acknowledgement has no AK9: it gives no verdict.")
        return self.group.build()

    def _ak1(self, segment: Segment) -> None:
        if self.group is not None:
            raise segment.refusal("a second AK1 in one acknowledgement.")
        self.group = Draft(
            Acknowledgment,
            segment=self.opened.number,
            functional_id=segment.get(1),
            group_number=segment.needed(2, "the group's control number"),
            version=segment.get(3),
        )

    def _ak2(self, segment: Segment) -> None:
        group = self._group(segment)
        self._closed(segment)
        self.transaction = Draft(
            AcknowledgedTransaction,
            segment=segment.number,
            kind=segment.get(1),
            number=segment.needed(2, "the transaction's control number"),
            version=segment.get(3),
        )
        self.error = self.context = None
        group.add("transactions", self.transaction)

    def _ik3(self, segment: Segment) -> None:
        transaction = self._transaction(segment)
        self.error = Draft(
            SegmentError,
            segment=segment.number,
            tag=segment.get(1),
            position=_whole(segment, 2),
            loop=segment.get(3),
            code=segment.get(4),
        )
        self.context = self.error
        transaction.add("segments", self.error)

    def _ctx(self, segment: Segment) -> None:
        if self.context is None:
            self.log.leave(segment, "the acknowledgement")
            return
        parts = [part for place in range(1, len(segment.elements)) for part in segment.parts(place)]
        self.context.add("contexts", ":".join(parts))

    def _ik4(self, segment: Segment) -> None:
        if self.error is None:
            raise segment.refusal("it stands outside of any IK3.")
        places = [_number(part) for part in segment.parts(1)] + [0, 0, 0]
        self.context = Draft(
            ElementError,
            segment=segment.number,
            element=places[0],
            component=places[1],
            repetition=places[2],
            reference=segment.get(2),
            code=segment.get(3),
            value=segment.get(4),
        )
        self.error.add("elements", self.context)

    def _ik5(self, segment: Segment) -> None:
        transaction = self._transaction(segment)
        transaction.values["code"] = segment.needed(1, "the verdict")
        transaction.values["errors"] = _codes(segment, range(2, 7))
        self.error = self.context = None

    def _ak9(self, segment: Segment) -> None:
        group = self._group(segment)
        self._closed(segment)
        group.values["code"] = segment.needed(1, "the verdict")
        for name, place in (("included", 2), ("received", 3), ("accepted", 4)):
            group.values[name] = _whole(segment, place)
        group.values["errors"] = _codes(segment, range(5, 10))

    def _group(self, segment: Segment) -> Draft[Acknowledgment]:
        if self.group is None:
            raise segment.refusal("it stands before the AK1.")
        return self.group

    def _transaction(self, segment: Segment) -> Draft[AcknowledgedTransaction]:
        if self.transaction is None:
            raise segment.refusal("it stands outside of any AK2.")
        return self.transaction

    def _closed(self, segment: Segment) -> None:
        """A transaction without its verdict is no answer."""
        if self.transaction is not None and "code" not in self.transaction.values:
            raise segment.refusal("the AK2 before it has no IK5: it gives no verdict.")
        self.transaction = None


def interchange_acknowledgment(segment: Segment, log: Log) -> InterchangeAcknowledgment:
    """A TA1."""
    return InterchangeAcknowledgment(
        segment=segment.number,
        number=segment.needed(1, "the interchange's control number"),
        sent_on=log.day(segment, 2),
        code=segment.needed(4, "the verdict"),
        note=segment.get(5),
    )


def _whole(segment: Segment, place: int) -> int | None:
    return _number(segment.get(place)) if segment.get(place) else None


def _number(value: str) -> int:
    """A place or count; what is none counts as 0, since only sentences use it."""
    return int(value) if value.isascii() and value.isdigit() and len(value) <= 10 else 0


def _codes(segment: Segment, places: range) -> tuple[str, ...]:
    return tuple(code for code in map(segment.get, places) if code)
