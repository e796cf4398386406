"""A file taken apart: its segments in order, each with its number, its id and its elements."""

from __future__ import annotations

import functools
import re
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from billing.x12.reading import delimiters
from billing.x12.reading.delimiters import Delimiters
from billing.x12.reading.refusal import Unreadable

MOST_BYTES = 32 * 1024 * 1024
"""A month's remittance of a large payer has some megabytes; beyond this it is no such file."""

LONGEST_SEGMENT = 20_000
"""None of these guides allows for a tenth of it; a longer one has lost its terminator."""

_BLANKS = " \t\r\n"
_TAG = re.compile(r"[A-Z][A-Z0-9]{1,2}")
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)")
_LONGEST_NUMBER = 20
_PADDING = "\0\x1a \t\r\n"
#: What people bring instead, by how it begins, and what they do then.
_OTHERWISE = {
    b"PK\x03\x04": "the file is a ZIP archive. Unpack it, and bring the files within.",
    b"\x1f\x8b": "the file is packed (gzip). Unpack it, and bring the file within.",
    b"%PDF": "the file is a PDF, made to be read by people. Ask the payer for the X12 file.",
}


class Segment:
    """One segment; `elements[0]` is its id, so that `elements[3]` is the guide's element 03."""

    __slots__ = ("delimiters", "elements", "number", "tag")

    def __init__(self, number: int, elements: list[str], separators: Delimiters) -> None:
        self.number = number
        self.tag = elements[0]
        self.elements = elements
        self.delimiters = separators

    def refusal(self, what: str) -> Unreadable:
        return Unreadable(segment=self.number, tag=self.tag, what=what)

    def get(self, place: int) -> str:
        """The element without surrounding blanks; "" where there is none."""
        elements = self.elements
        return elements[place].strip(" ") if place < len(elements) else ""

    def code(self, place: int) -> str:
        """The element as a code: a text of which a large file needs one copy only."""
        return sys.intern(self.get(place))

    def needed(self, place: int, name: str) -> str:
        """The element, refused where it is empty; `name` is what people call it."""
        value = self.get(place)
        if not value:
            raise self.refusal(f"element {place}, {name}, is missing.")
        return value

    def parts(self, place: int) -> list[str]:
        """The components of the element, [] where it is empty."""
        value = self.get(place)
        return [part.strip(" ") for part in value.split(self.delimiters.component)] if value else []

    def repeated(self, place: int) -> list[str]:
        """The repetitions of the element, each whole."""
        value, mark = self.get(place), self.delimiters.repetition
        if not value:
            return []
        return [each.strip(" ") for each in value.split(mark)] if mark else [value]

    def amount(self, place: int, name: str) -> Decimal:
        """The number, exactly as it is written; refused where it is missing or none."""
        return self._number(self.needed(place, name), f"element {place}, {name}")

    def optional_amount(self, place: int, name: str) -> Decimal | None:
        return self.amount(place, name) if self.get(place) else None

    def _number(self, value: str, name: str) -> Decimal:
        number = _number_of(value)
        if number is None:
            raise self.refusal(f"{name}, is not a number.")
        return number

    def text(self) -> str:
        """The segment with the usual separator between its elements, to show it to a person."""
        return "*".join(self.elements)


@functools.lru_cache(maxsize=4096)
def _number_of(value: str) -> Decimal | None:
    if len(value) > _LONGEST_NUMBER or not _NUMBER.fullmatch(value):
        return None
    return Decimal(value)


@functools.lru_cache(maxsize=4096)
def day_of(value: str) -> date | None:
    """A day written CCYYMMDD, or YYMMDD as older versions do; None where it is none."""
    if not (value.isascii() and value.isdigit()):
        return None
    if len(value) == 6:
        value = ("19" if value[:2] >= "70" else "20") + value
    if len(value) != 8:
        return None
    try:
        return date(int(value[:4]), int(value[4:6]), int(value[6:]))
    except ValueError:
        return None


def decoded(content: bytes | str) -> str:
    """The file as text, without a byte-order mark and the padding that some systems add."""
    if len(content) > MOST_BYTES:
        most = MOST_BYTES // (1024 * 1024)
        raise Unreadable(segment=1, tag="", what=f"the file is larger than {most} MB.")
    for begins, what in _OTHERWISE.items():
        if isinstance(content, bytes) and content.startswith(begins):
            raise Unreadable(segment=1, tag="", what=what)
    text = content if isinstance(content, str) else _text(content)
    return text.removeprefix("\ufeff").rstrip(_PADDING)


def _text(content: bytes) -> str:
    """UTF-8, or else Latin-1, which takes any byte; UTF-16 by its mark."""
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return content.decode("latin-1")


def segments(text: str) -> Iterator[Segment]:
    """The segments of every interchange in `text`, each interchange by its own separators."""
    place, number, separators, skipped = 0, 0, None, _empty("")
    while True:
        place = _start(text, place, skipped)
        if place >= len(text):
            return
        if separators is None:
            separators = _opened(text, place, number + 1)
            skipped = _empty(separators.segment)
        end = text.find(separators.segment, place)
        end = len(text) if end < 0 else end
        if end - place > LONGEST_SEGMENT:
            raise _too_long(text, place, number + 1)
        written = _cleaned(text[place:end], separators, number + 1)
        place = end + 1
        if written:
            number += 1
            segment = Segment(number, written.split(separators.element), separators)
            yield _with_sound_tag(segment)
            separators = None if segment.tag == "IEA" else separators


def _empty(terminator: str) -> re.Pattern[str]:
    """What may stand between two segments: blanks, and terminators without a segment."""
    return re.compile(f"[{re.escape(_BLANKS + terminator)}]*")


def _start(text: str, place: int, skipped: re.Pattern[str]) -> int:
    found = skipped.match(text, place)
    return found.end() if found else place


def _opened(text: str, place: int, number: int) -> Delimiters:
    if text.startswith("ISA", place):
        return delimiters.announced(text, place, number)
    found = _TAG.match(text, place)
    raise Unreadable(
        segment=number,
        tag=found.group() if found else "",
        what="an ISA segment must stand here, which says how the file is to be read. "
        "Ask for the whole file.",
    )


def _too_long(text: str, place: int, number: int) -> Unreadable:
    found = _TAG.match(text, place)
    return Unreadable(
        segment=number,
        tag=found.group() if found else "",
        what=f"it is longer than {LONGEST_SEGMENT} characters: its end was lost. Fetch the file "
        "again.",
    )


def _cleaned(written: str, separators: Delimiters, number: int) -> str:
    """Without line breaks, which some senders put after segments or at a fixed width."""
    if written.isprintable():
        return written.strip(" ")
    written = written.replace("\r", "").replace("\n", "").replace("\t", " ").strip(" ")
    marks = {separators.element, separators.component, separators.repetition}
    if any((c < " " or "\x7f" <= c < "\xa0") and c not in marks for c in written):
        found = _TAG.match(written)
        raise Unreadable(
            segment=number,
            tag=found.group() if found else "",
            what="it holds a control character. The file was damaged on its way; fetch it again.",
        )
    return written


def _with_sound_tag(segment: Segment) -> Segment:
    segment.tag = segment.tag.rstrip(" ")
    if not _TAG.fullmatch(segment.tag):
        raise Unreadable(
            segment=segment.number,
            tag="",
            what="it does not begin with a segment id of two or three capitals or digits.",
        )
    return segment
