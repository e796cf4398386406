"""Single rows of CMS' lists: each read into what it says, or refused by the field that is wrong."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

_CODE = re.compile(r"[0-9A-Z]\d{3}[0-9A-Z]")
_LONGEST = 300
#: More units a day than any code has; what the column holds.
_MOST_UNITS = 32_767


class BadRow(Exception):
    """A row that cannot be taken: which field, and what to do."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(f"{field}: {sentence}")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the file, by its number as a person counts, and its cells."""

    number: int
    cells: Sequence[str]

    def named(self, columns: Sequence[str]) -> dict[str, str]:
        """The cells by their column, the section's word left out."""
        found = self.cells[1:]
        if len(found) != len(columns):
            raise BadRow(
                "columns",
                f"there are {len(found)} after the first, where {len(columns)} belong "
                f"({', '.join(columns)}). Correct it.",
            )
        return dict(zip(columns, found, strict=True))


@dataclass(frozen=True, slots=True)
class Edit:
    """NCCI: on one date and by one practitioner, `pays` is paid and `denied` is not."""

    row: int
    pays: str
    denied: str
    indicator: int
    why: str


@dataclass(frozen=True, slots=True)
class Cap:
    """MUE: the most units of a code on one date, and what lifts that (`UnitCap.indicator`)."""

    row: int
    code: str
    units: int
    indicator: int
    why: str


def cap(number: int, named: dict[str, str]) -> Cap:
    return Cap(
        number,
        _code(named["code"], "code"),
        _whole(named["units"], "units"),
        _one_of(named["mai"], "mai", ("1", "2", "3")),
        _why(named["rationale"]),
    )


def edits(number: int, named: dict[str, str]) -> Iterator[Edit]:
    """One edit for each partner, whichever of the two columns the code stands in."""
    code = _code(named["code"], "code")
    column = _one_of(named["is_column"], "is_column", ("1", "2"))
    indicator = _one_of(named["modifier_indicator"], "modifier_indicator", ("0", "1", "9"))
    why = _why(named["rationale"])
    for partner in _partners(named["partner_codes"], code):
        pays, denied = (code, partner) if column == 1 else (partner, code)
        yield Edit(number, pays, denied, indicator, why)


def relative_value(named: dict[str, str]) -> None:
    """Look whether the row could be one: a code, perhaps a modifier, and numbers."""
    _code(named["hcpcs_code"], "hcpcs_code")
    if not re.fullmatch(r"[0-9A-Z]{0,2}", named["mod"]):
        raise BadRow("mod", f"{_quoted(named['mod'])} is no modifier of two signs. Correct it.")
    for column, value in named.items():
        if column not in ("hcpcs_code", "mod"):
            _number(value, column)


def _partners(text: str, code: str) -> list[str]:
    partners = [_code(partner, "partner_codes") for partner in text.split()]
    if not partners:
        raise BadRow("partner_codes", "it names none. Add them, or leave the row out.")
    if code in partners:
        raise BadRow("partner_codes", f"{code} stands beside itself. Take it out.")
    twice = {partner for partner in partners if partners.count(partner) > 1}
    if twice:
        raise BadRow("partner_codes", f"{min(twice)} stands there twice. Keep one.")
    return partners


def _code(text: str, field: str) -> str:
    if not _CODE.fullmatch(text):
        raise BadRow(field, f"{_quoted(text)} is no code, such as 99492 or G2214. Correct it.")
    return text


def _whole(text: str, field: str) -> int:
    if not re.fullmatch(r"[0-9]{1,5}", text) or int(text) > _MOST_UNITS:
        raise BadRow(field, f"{_quoted(text)} is no whole number of units. Correct it.")
    return int(text)


def _one_of(text: str, field: str, among: Collection[str]) -> int:
    if text not in among:
        raise BadRow(field, f"{_quoted(text)} is none of {', '.join(among)}. Correct it.")
    return int(text)


def _number(text: str, field: str) -> None:
    try:
        is_right = Decimal(text).is_finite() and Decimal(text) >= 0
    except InvalidOperation:
        is_right = False
    if not is_right:
        raise BadRow(field, f"{_quoted(text)} is no number from 0 on. Correct it.")


def _why(text: str) -> str:
    if not text:
        raise BadRow("rationale", "it is empty. Enter CMS' reason.")
    if len(text) > _LONGEST or not text.isprintable():
        raise BadRow("rationale", f"it is not one line of at most {_LONGEST} characters.")
    return text


def _quoted(text: str) -> str:
    """What stands there, cut so that a broken file does not fill the screen."""
    return repr(text if len(text) <= 20 else f"{text[:20]}…") if text else "an empty field"
