"""A whole file, whoever sent it: its envelopes, and each transaction by its own reader."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import Protocol, TypeAlias

from billing.x12.reading import acknowledgment_reader, segments
from billing.x12.reading.acknowledgment import Acknowledgment, InterchangeAcknowledgment
from billing.x12.reading.acknowledgment_reader import AcknowledgmentReader
from billing.x12.reading.claim_status import ClaimStatusReport
from billing.x12.reading.claim_status_reader import ClaimStatusReader
from billing.x12.reading.parts import Envelope, Log, UnreadSegment
from billing.x12.reading.refusal import Unreadable
from billing.x12.reading.remittance import Remittance
from billing.x12.reading.remittance_reader import RemittanceReader
from billing.x12.reading.segments import Segment, day_of

Content: TypeAlias = Acknowledgment | InterchangeAcknowledgment | ClaimStatusReport | Remittance


@dataclass(frozen=True, kw_only=True, slots=True)
class Transaction:
    """One ST to SE (or a TA1) with its envelope.

    `content` is None for a kind that is not read here, such as a claim file; a note says so.
    `notes` are sentences on what was odd and harmless; `unread` are segments without use to us.
    """

    envelope: Envelope
    content: Content | None
    notes: tuple[str, ...] = ()
    unread: tuple[UnreadSegment, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Received:
    """A file that was read to its end. `notes` are about its envelopes."""

    transactions: tuple[Transaction, ...]
    notes: tuple[str, ...] = ()

    @property
    def acknowledgments(self) -> tuple[Acknowledgment, ...]:
        contents = (each.content for each in self.transactions)
        return tuple(each for each in contents if isinstance(each, Acknowledgment))

    @property
    def claim_status_reports(self) -> tuple[ClaimStatusReport, ...]:
        contents = (each.content for each in self.transactions)
        return tuple(each for each in contents if isinstance(each, ClaimStatusReport))

    @property
    def remittances(self) -> tuple[Remittance, ...]:
        contents = (each.content for each in self.transactions)
        return tuple(each for each in contents if isinstance(each, Remittance))


def read(content: bytes | str) -> Received:
    """All that a file says, in its order.

    Raises `Unreadable`, and nothing else, for what is no X12, is cut off or damaged, or states
    money that is no number: then nothing of the file may be used.
    """
    reading = _Reading()
    segment = None
    for segment in segments.segments(segments.decoded(content)):
        reading.take(segment)
    return reading.finished(segment)


class _Reader(Protocol):
    def take(self, segment: Segment) -> None: ...
    def finish(self, trailer: Segment) -> Content | None: ...


class _Skipping:
    """Passes over a transaction of a kind that is not read here."""

    def take(self, segment: Segment) -> None:
        pass

    def finish(self, trailer: Segment) -> None:
        return None


class _Reading:
    """The envelopes that are open at this segment, and what was read so far."""

    def __init__(self) -> None:
        self.transactions: list[Transaction] = []
        self.notes: list[str] = []
        self.isa: Segment | None = None
        self.gs: Segment | None = None
        self.st: Segment | None = None
        self.groups = 0
        self.sets = 0
        self.log = Log()
        self.reader: _Reader = _Skipping()
        self.handlers = {
            "ISA": self._isa,
            "TA1": self._ta1,
            "GS": self._gs,
            "ST": self._st,
            "SE": self._se,
            "GE": self._ge,
            "IEA": self._iea,
        }

    def take(self, segment: Segment) -> None:
        handler = self.handlers.get(segment.tag)
        if handler:
            handler(segment)
        elif self.st:
            self.reader.take(segment)
        else:
            raise segment.refusal("it stands outside of any transaction (ST to SE).")

    def finished(self, last: Segment | None) -> Received:
        if last is None:
            raise Unreadable(segment=1, tag="", what="the file is empty.")
        for opened, tag in ((self.st, "SE"), (self.gs, "GE"), (self.isa, "IEA")):
            if opened:
                raise last.refusal(
                    f"the file ends here without the {tag} of segment {opened.number} "
                    f"({opened.tag}): it was cut off. Fetch it again."
                )
        if not self.transactions:
            raise last.refusal("the file ends here and holds no transaction (ST to SE).")
        return Received(transactions=tuple(self.transactions), notes=tuple(self.notes))

    # Opening

    def _isa(self, segment: Segment) -> None:
        self._nothing_open(segment, self.isa, "IEA")
        self.isa, self.groups = segment, 0

    def _gs(self, segment: Segment) -> None:
        self._nothing_open(segment, self.gs, "GE")
        self.gs, self.sets = segment, 0
        self.groups += 1

    def _st(self, segment: Segment) -> None:
        self._nothing_open(segment, self.st, "SE")
        if self.gs is None:
            raise segment.refusal("no GS stands before it: it belongs to no group.")
        self.st, self.log = segment, Log()
        self.sets += 1
        self.reader = _reader(segment, self.gs, self.log)

    def _nothing_open(self, segment: Segment, opened: Segment | None, trailer: str) -> None:
        if opened:
            raise segment.refusal(
                f"segment {opened.number} ({opened.tag}) before it was not ended by {trailer}."
            )

    # Closing

    def _se(self, segment: Segment) -> None:
        st = _opened(segment, self.st, "ST")
        content = self.reader.finish(segment)
        self._compare(segment, self.log.notes, 1, segment.number - st.number + 1, "segments")
        self._same(segment, self.log.notes, 2, st, 2)
        self._keep(st, content, self.log)
        self.st = None

    def _ge(self, segment: Segment) -> None:
        gs = _opened(segment, self.gs, "GS")
        if self.st:
            raise segment.refusal(f"segment {self.st.number} (ST) was not ended by SE.")
        self._compare(segment, self.notes, 1, self.sets, "transactions")
        self._same(segment, self.notes, 2, gs, 6)
        self.gs = None

    def _iea(self, segment: Segment) -> None:
        isa = _opened(segment, self.isa, "ISA")
        if self.gs:
            raise segment.refusal(f"segment {self.gs.number} (GS) was not ended by GE.")
        self._compare(segment, self.notes, 1, self.groups, "groups")
        self._same(segment, self.notes, 2, isa, 13)
        self.isa = None

    def _ta1(self, segment: Segment) -> None:
        if self.gs or self.isa is None:
            raise segment.refusal("it must stand right after the ISA.")
        log = Log()
        content = acknowledgment_reader.interchange_acknowledgment(segment, log)
        self._keep(segment, content, log)

    def _keep(self, opened: Segment, content: Content | None, log: Log) -> None:
        kept = Transaction(
            envelope=_envelope(_opened(opened, self.isa, "ISA"), self.gs, opened),
            content=content,
            notes=tuple(log.notes),
            unread=tuple(log.unread),
        )
        self.transactions.append(kept)

    # What is odd and harmless

    def _compare(
        self, trailer: Segment, notes: list[str], place: int, counted: int, what: str
    ) -> None:
        stated = trailer.get(place).lstrip("0") or "0"
        if stated != str(counted):
            notes.append(
                f"Segment {trailer.number} ({trailer.tag}): it counts other {what} than the "
                f"{counted} that there are."
            )

    def _same(
        self, trailer: Segment, notes: list[str], place: int, header: Segment, there: int
    ) -> None:
        if trailer.get(place).lstrip("0") != header.get(there).lstrip("0"):
            notes.append(
                f"Segment {trailer.number} ({trailer.tag}): its control number is not that of "
                f"segment {header.number} ({header.tag})."
            )


def _opened(segment: Segment, opener: Segment | None, tag: str) -> Segment:
    if opener is None:
        raise segment.refusal(f"no {tag} stands before it that it could belong to.")
    return opener


def _reader(st: Segment, gs: Segment, log: Log) -> _Reader:
    kind = st.get(1)
    version = st.get(3) or gs.get(8)
    if kind in ("999", "997"):
        return AcknowledgmentReader(log, st)
    if kind == "835":
        return RemittanceReader(log, st)
    if kind == "277" and _is_claim_acknowledgment(version):
        return ClaimStatusReader(log, st)
    log.note(st, f"a transaction of kind {_kind(kind)} is not read here and was passed over.")
    return _Skipping()


def _is_claim_acknowledgment(version: str) -> bool:
    """The 277 has several uses; X214 (in older versions X167) is the one read here."""
    return "X214" in version or "X167" in version


def _kind(kind: str) -> str:
    return kind if kind.isalnum() and kind.isascii() and len(kind) <= 3 else "unknown"


def _envelope(isa: Segment, gs: Segment | None, opened: Segment) -> Envelope:
    group = {}
    if gs:
        group = {
            "group_sender": gs.get(2),
            "group_receiver": gs.get(3),
            "group_number": gs.get(6),
            "version": opened.get(3) or gs.get(8),
        }
    return Envelope(
        sender=isa.get(6),
        receiver=isa.get(8),
        interchange_number=isa.get(13),
        usage=isa.get(15),
        sent_on=day_of(isa.get(9)),
        sent_at=_time_of(isa.get(10)),
        kind="TA1" if opened.tag == "TA1" else opened.get(1),
        number="" if opened.tag == "TA1" else opened.get(2),
        segment=opened.number,
        **group,
    )


def _time_of(value: str) -> time | None:
    if not (len(value) in (4, 6) and value.isascii() and value.isdigit()):
        return None
    hour, minute = int(value[:2]), int(value[2:4])
    return time(hour, minute) if hour < 24 and minute < 60 else None
