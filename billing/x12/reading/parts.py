"""What the answers have in common: people and organizations, references, and what was left over."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from typing import Any, Generic, TypeVar

from billing.x12.reading.segments import Segment, day_of

_Built = TypeVar("_Built")


@dataclass(frozen=True, kw_only=True, slots=True)
class Envelope:
    """What stands around a transaction: who sent it to whom, when, under which numbers.

    Control numbers are texts, as written. `usage` is P (production) or T (test). `segment` is the
    place of the transaction's first segment in the file.
    """

    sender: str
    receiver: str
    interchange_number: str
    usage: str
    sent_on: date | None
    sent_at: time | None
    group_sender: str = ""
    group_receiver: str = ""
    group_number: str = ""
    version: str = ""
    kind: str = ""
    number: str = ""
    segment: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Reference:
    """A number under which somebody knows something (REF); `qualifier` says whose and what."""

    qualifier: str
    value: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Dated:
    """A day and what happened on it, as a qualifier of the guide; `until` where it is a span."""

    qualifier: str
    on: date | None
    until: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Contact:
    """Whom to ask: `ways` are pairs of a kind (TE phone, EM email, UR address) and a value."""

    function: str
    name: str
    ways: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Party:
    """A person or organization (N1 or NM1 with what follows it)."""

    role: str
    name: str
    first: str = ""
    middle: str = ""
    suffix: str = ""
    id_qualifier: str = ""
    id: str = ""
    street: tuple[str, ...] = ()
    city: str = ""
    state: str = ""
    zip: str = ""
    contacts: tuple[Contact, ...] = ()
    references: tuple[Reference, ...] = ()

    @property
    def npi(self) -> str:
        return self.id if self.id_qualifier == "XX" else ""

    @property
    def tax_id(self) -> str:
        """The tax id, whether it is the party's own id or among its references."""
        return self.id if self.id_qualifier == "FI" else value_of(self.references, "TJ")


@dataclass(frozen=True, kw_only=True, slots=True)
class UnreadSegment:
    """A segment that the reader has no use for; `where` says within what it stood."""

    segment: int
    tag: str
    where: str
    text: str


@dataclass(kw_only=True, slots=True)
class Log:
    """What is worth saying of a transaction besides its content."""

    notes: list[str] = field(default_factory=list)
    unread: list[UnreadSegment] = field(default_factory=list)

    def note(self, segment: Segment, what: str) -> None:
        self.notes.append(f"Segment {segment.number} ({segment.tag}): {what}")

    def leave(self, segment: Segment, where: str) -> None:
        left = UnreadSegment(
            segment=segment.number, tag=segment.tag, where=where, text=segment.text()
        )
        self.unread.append(left)

    def day(self, segment: Segment, place: int) -> date | None:
        """The day in the element; one that is no day is noted, since no money hangs on it."""
        value = segment.get(place)
        day = day_of(value) if value else None
        if value and day is None:
            self.note(segment, f"element {place} is not a day, and was left out.")
        return day


class Draft(Generic[_Built]):
    """A frozen value while it is still being read; lists become tuples once it is built."""

    __slots__ = ("kind", "values")

    def __init__(self, kind: type[_Built], /, **values: Any) -> None:
        self.kind = kind
        self.values = values

    def add(self, name: str, value: Any) -> None:
        self.values.setdefault(name, []).append(value)

    def build(self) -> _Built:
        values = self.values
        for name, value in values.items():
            if type(value) is list:
                values[name] = tuple([_finished(each) for each in value])
            elif type(value) is Draft:
                values[name] = value.build()
        return self.kind(**values)


def _finished(value: Any) -> Any:
    return value.build() if type(value) is Draft else value


def value_of(references: tuple[Reference, ...], qualifier: str) -> str:
    """The first reference of that qualifier; "" if there is none."""
    return next((each.value for each in references if each.qualifier == qualifier), "")


def dates_of(segment: Segment, log: Log, *, qualifier: int, form: int, value: int) -> Dated:
    """A DTM or DTP: the places of its qualifier, of the form (D8, RD8; 0 for none), of the day."""
    written, until = segment.get(value), None
    if (form and segment.get(form) == "RD8") or (len(written) == 17 and written[8] == "-"):
        since, _, end = written.partition("-")
        until = day_of(end)
        if day_of(since) and until:
            return Dated(qualifier=segment.code(qualifier), on=day_of(since), until=until)
    return Dated(qualifier=segment.code(qualifier), on=log.day(segment, value))


def reference(segment: Segment) -> Reference:
    return Reference(qualifier=segment.code(1), value=segment.get(2))


def named(segment: Segment) -> Draft[Party]:
    """The party of an NM1."""
    return Draft(
        Party,
        role=segment.code(1),
        name=segment.get(3),
        first=segment.get(4),
        middle=segment.get(5),
        suffix=segment.get(7),
        id_qualifier=segment.code(8),
        id=segment.get(9),
    )


def organization(segment: Segment) -> Draft[Party]:
    """The party of an N1."""
    return Draft(
        Party,
        role=segment.code(1),
        name=segment.get(2),
        id_qualifier=segment.code(3),
        id=segment.get(4),
    )


def contact(segment: Segment) -> Contact:
    """A PER: its ways to reach somebody come in pairs."""
    pairs = ((segment.get(place), segment.get(place + 1)) for place in (3, 5, 7))
    return Contact(
        function=segment.get(1),
        name=segment.get(2),
        ways=tuple(pair for pair in pairs if pair[1]),
    )


def locate(party: Draft[Party], segment: Segment) -> None:
    """Add an N3 or N4 to the party."""
    if segment.tag == "N3":
        party.values["street"] = tuple(each for each in map(segment.get, (1, 2)) if each)
    else:
        for name, place in (("city", 1), ("state", 2), ("zip", 3)):
            party.values[name] = segment.get(place)
