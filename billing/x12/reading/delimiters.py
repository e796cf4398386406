"""The separators of an interchange, as its own ISA announces them."""

from __future__ import annotations

from dataclasses import dataclass

from billing.x12.reading.refusal import Unreadable

_ELEMENTS = 16
_BLANKS = " \t\r\n"
_LONGEST_ISA = 400
"""An ISA has 106 characters; what strips or wraps lines makes it shorter or a little longer."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Delimiters:
    """One character each; `repetition` is "" in files of versions that had none."""

    element: str
    component: str
    repetition: str
    segment: str


def announced(text: str, start: int, number: int) -> Delimiters:
    """Read them off the ISA that begins at `start`, the file's segment `number`.

    The element separator follows the letters ISA, the component separator is the last element and
    the segment terminator comes right after it. Fixed widths are not insisted on: some senders
    strip the blanks.
    """
    element = text[start + 3 : start + 4]
    if not _separates(element):
        raise _refusal(number, "its fourth character is no element separator.")
    starts = _element_starts(text, start, element, number)
    component = text[starts[-1] : starts[-1] + 1]
    found = Delimiters(
        element=element,
        component=component,
        repetition=_repetition(text[starts[10] : starts[11] - 1].strip(_BLANKS)),
        segment=_terminator(text, starts[-1] + 1),
    )
    return _checked(found, number)


def _element_starts(text: str, start: int, element: str, number: int) -> list[int]:
    """Where each of the sixteen elements begins."""
    starts, place, end = [], start, start + _LONGEST_ISA
    for _ in range(_ELEMENTS):
        place = text.find(element, place, end) + 1
        if not place:
            raise _refusal(number, f"it has fewer than {_ELEMENTS} elements. Was it cut off?")
        starts.append(place)
    return starts


def _repetition(announced: str) -> str:
    """Element 11 holds the repetition separator, or "U" in versions that had none."""
    return announced if len(announced) == 1 and _separates(announced) else ""


def _terminator(text: str, place: int) -> str:
    """The first character after the ISA that is no blank; CR LF counts as its LF."""
    after = text[place : place + 40].lstrip(" \t")
    if after.startswith("\r\n"):
        return "\n"
    return after[:1]


def _checked(found: Delimiters, number: int) -> Delimiters:
    if not found.segment:
        raise _refusal(number, "the file ends with it. Was it cut off?")
    if not _separates(found.component):
        raise _refusal(number, "element 16 holds no component separator.")
    if found.segment.isalnum():
        raise _refusal(number, "no segment terminator follows its element 16.")
    used = [found.element, found.component, found.segment, *found.repetition]
    if len(set(used)) < len(used):
        raise _refusal(number, "it announces one character for two separators.")
    return found


def _separates(character: str) -> bool:
    """Whether it can: control characters may (some senders use 1C to 1F), blanks may not."""
    return bool(character) and not character.isalnum() and character not in _BLANKS


def _refusal(number: int, what: str) -> Unreadable:
    return Unreadable(segment=number, tag="ISA", what=what)
