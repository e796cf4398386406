"""Segments and what they are made of: elements, composites, amounts, days.

The delimiters are those of nearly every American payer: `*` between elements, `:` within a
composite, `^` between repetitions, `~` after a segment. X12 has no escape for them, so a value that
holds one is refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from billing.x12 import text


class Composite(str):
    """An element made of components, already joined; see `composite`."""

    __slots__ = ()


def segment(tag: str, *elements: str | None) -> str:
    """The segment without its terminator; trailing empty elements fall away, as X12 wants.

    Raises `ValueError` naming the element ("NM103") that holds what X12 cannot carry.
    """
    written = [_element(value, f"{tag}{place:02d}") for place, value in enumerate(elements, 1)]
    return text.ELEMENT.join((tag, *_without_empty_tail(written)))


def composite(*components: str | None) -> Composite:
    """One element of several components, such as a procedure with its modifiers."""
    written = [_element(value, f"component {n}") for n, value in enumerate(components, 1)]
    return Composite(text.COMPONENT.join(_without_empty_tail(written)))


def file(segments: Iterable[str], *, line_breaks: bool) -> str:
    """All segments, terminated; a line break after each changes nothing but how it looks."""
    end = text.SEGMENT + ("\n" if line_breaks else "")
    return "".join(f"{each}{end}" for each in segments)


def amount(money: Decimal) -> str:
    """A decimal number (type R): no needless zeros, so 40.50 is "40.5" and 100.00 "100"."""
    return format(money.normalize(), "f")


def day(when: date) -> str:
    """A day as CCYYMMDD (qualifier D8)."""
    return f"{when:%Y%m%d}"


def digits(value: str) -> str:
    """The digits alone: a phone number, ZIP code or tax id without its punctuation."""
    return "".join(c for c in value if c.isdigit())


def code(value: bool) -> str:  # noqa: FBT001
    """A yes or no (Y, N)."""
    return "Y" if value else "N"


def _element(value: str | None, name: str) -> str:
    if not value or isinstance(value, Composite):
        return value or ""
    if text.strange(value):
        raise ValueError(f"{name} holds a character that X12 cannot carry")
    return text.plain(value)


def _without_empty_tail(values: list[str]) -> list[str]:
    while values and not values[-1]:
        values.pop()
    return values
