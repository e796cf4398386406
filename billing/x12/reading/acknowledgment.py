"""What a receiver says of a file that we sent, before anybody looks at its claims.

A TA1 answers the interchange; a 999 (005010X231A1, or a 997 of older versions) answers each group
and its transactions, down to the element. Codes keep their letters; `words` and `sentence` say them
for people. A bad value that is quoted back (`ElementError.value`) may be personal, so that no
sentence holds it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from billing.x12 import words

_ACCEPTED = ("A", "E")


@dataclass(frozen=True, kw_only=True, slots=True)
class InterchangeAcknowledgment:
    """TA1: whether the whole file could be opened. `number` is our interchange's (ISA13)."""

    segment: int
    number: str
    sent_on: date | None
    code: str
    note: str

    @property
    def is_accepted(self) -> bool:
        return self.code in _ACCEPTED

    @property
    def sentence(self) -> str:
        verdict = words.of("interchange_acknowledgment", self.code)
        note = "" if self.note in ("", "000") else words.of("interchange_note", self.note)
        return f"{verdict}: {note}" if note else verdict


@dataclass(frozen=True, kw_only=True, slots=True)
class ElementError:
    """IK4: what is wrong within a segment. `element` counts from 1; `component` is 0 for none."""

    segment: int
    element: int
    component: int = 0
    repetition: int = 0
    reference: str = ""
    code: str
    value: str = ""
    contexts: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        return words.of("element_error", self.code)

    @property
    def sentence(self) -> str:
        part = f", component {self.component}" if self.component else ""
        return f"element {self.element}{part}: {self.words}"


@dataclass(frozen=True, kw_only=True, slots=True)
class SegmentError:
    """IK3: which of our segments is wrong.

    `tag` is its id, `position` its place in the transaction (the ST is 1), `loop` the guide's.
    `contexts` are what the receiver adds to find it (CTX), such as "CLM01:CT-1001".
    """

    segment: int
    tag: str
    position: int | None
    loop: str = ""
    code: str = ""
    contexts: tuple[str, ...] = ()
    elements: tuple[ElementError, ...] = ()

    @property
    def claim_id(self) -> str:
        """Our claim id (CLM01), where the receiver says which claim it is about; else ""."""
        everywhere = (*self.contexts, *(each for e in self.elements for each in e.contexts))
        return next((each[6:] for each in everywhere if each.startswith("CLM01:")), "")

    @property
    def words(self) -> str:
        return words.of("segment_error", self.code) if self.code else "an element is wrong"

    @property
    def sentence(self) -> str:
        where = f" (number {self.position} of the transaction)" if self.position else ""
        loop = f", loop {self.loop}" if self.loop else ""
        said = "; ".join(each.sentence for each in self.elements) or self.words
        return f"Segment {self.tag}{where}{loop}: {said}."


@dataclass(frozen=True, kw_only=True, slots=True)
class AcknowledgedTransaction:
    """AK2 to IK5: one of our transactions (ST02 is its `number`) and what became of it."""

    segment: int
    kind: str
    number: str
    version: str = ""
    code: str
    errors: tuple[str, ...] = ()
    segments: tuple[SegmentError, ...] = ()

    @property
    def is_accepted(self) -> bool:
        return self.code in _ACCEPTED

    @property
    def words(self) -> str:
        return words.of("acknowledgment", self.code)

    @property
    def sentences(self) -> tuple[str, ...]:
        """Each thing that is wrong."""
        said = tuple(f"{words.of('transaction_error', code)}." for code in self.errors)
        return (*said, *(each.sentence for each in self.segments))


@dataclass(frozen=True, kw_only=True, slots=True)
class Acknowledgment:
    """One 999: the answer to one of our groups (GS06 is its `group_number`).

    `code` is the verdict: A accepted, E accepted though errors were found, P some transactions
    rejected, R (or M, W, X) all rejected. Counts are the receiver's own; None where it gave none.
    """

    segment: int
    functional_id: str
    group_number: str
    version: str = ""
    code: str
    errors: tuple[str, ...] = ()
    included: int | None = None
    received: int | None = None
    accepted: int | None = None
    transactions: tuple[AcknowledgedTransaction, ...] = ()

    @property
    def is_accepted(self) -> bool:
        """Whether every transaction of the group was taken."""
        return self.code in _ACCEPTED and all(each.is_accepted for each in self.transactions)

    @property
    def is_rejected(self) -> bool:
        """Whether none was."""
        return self.code not in (*_ACCEPTED, "P")

    @property
    def words(self) -> str:
        return words.of("acknowledgment", self.code)

    @property
    def sentences(self) -> tuple[str, ...]:
        said = tuple(f"{words.of('group_error', code)}." for code in self.errors)
        return (*said, *(line for each in self.transactions for line in each.sentences))
