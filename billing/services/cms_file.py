"""A quarter of CMS' lists, read from a file: three sections, each begun by a row with its day.

The form is described in `billing/data/README.md`.  Every row is read before anything is said, so
that a person learns of all that is wrong at once; what is refused names its row and field.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from billing.services.cms_rows import BadRow, Cap, Edit, Row, cap, edits, relative_value
from registry.errors import refuse

#: Far more than a quarter for the codes of this product; a larger file is another one.
MOST_BYTES = 20_000_000
#: Sentences told of a broken file; the rest are counted.
MOST_TOLD = 20

_COLUMNS = {
    "MUE": ("code", "units", "mai", "rationale"),
    "RVU": (
        "hcpcs_code",
        "mod",
        "rvu_work",
        "rvu_non_pe",
        "rvu_fac_pe",
        "rvu_mp",
        "rvu_non_sum",
        "rvu_fac_sum",
        "rvu_opps_non_pe",
        "rvu_opps_fac_pe",
        "rvu_opps_mp",
        "cf",
    ),
    "PTP": ("code", "is_column", "modifier_indicator", "rationale", "partner_codes"),
}
_HEADERS = {
    "MUE": re.compile(r"MUE practitioner eff (\d{4}-\d{2}-\d{2})"),
    "RVU": re.compile(r"RVU (\d{4}-\d{2})"),
    "PTP": re.compile(r"PTP active (\d{4}-\d{2}-\d{2})"),
}
_FORM = {
    "MUE": "MUE practitioner eff 2024-07-01",
    "RVU": "RVU 2024-07",
    "PTP": "PTP active 2024-07-01",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class CmsFile:
    """What a file says of the quarter that begins on `starts_on`.  `values` counts its RVU rows."""

    starts_on: dt.date
    edits: list[Edit]
    caps: list[Cap]
    values: int


def read(content: bytes) -> CmsFile:
    """Read a file.  Raises Refused with a sentence for each row that is not right."""
    reading = _Reading()
    for row in _rows(content):
        reading.take(row)
    reading.end()
    if reading.problems:
        told = reading.problems[:MOST_TOLD]
        left = len(reading.problems) - len(told)
        more = [f"And {left} more rows are not right."] if left else []
        raise refuse("file", "\n".join([*told, *more]))
    (starts_on,) = set(reading.days.values())
    return CmsFile(
        starts_on=starts_on,
        edits=list(reading.edits.values()),
        caps=list(reading.caps.values()),
        values=reading.values,
    )


def _rows(content: bytes) -> Iterator[Row]:
    if len(content) > MOST_BYTES:
        raise refuse("file", "The file is larger than 20 MB: it is not a quarter of this form.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise refuse(
            "file", f"Row {line}: the file is not UTF-8 text. Save it as CSV in UTF-8."
        ) from None
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield Row(reader.line_num, [cell.strip() for cell in cells])
    except csv.Error as error:
        raise refuse(
            "file", f"Row {reader.line_num}: it is not CSV ({error}). Correct it."
        ) from None


@dataclass(slots=True)
class _Reading:
    """What has been read so far, and what was wrong with it."""

    days: dict[str, dt.date] = field(default_factory=dict)
    edits: dict[tuple[str, str], Edit] = field(default_factory=dict)
    caps: dict[str, Cap] = field(default_factory=dict)
    values: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    broken_headers: set[str] = field(default_factory=set)
    problems: list[str] = field(default_factory=list)

    def take(self, row: Row) -> None:
        try:
            self._take(row)
        except BadRow as bad:
            self.problems.append(f"Row {row.number}, {bad}")

    def _take(self, row: Row) -> None:
        first = row.cells[0]
        section = first.split(" ")[0].upper()
        if section not in _COLUMNS:
            raise BadRow("first field", "it begins neither with MUE, RVU nor PTP. Correct it.")
        if first != section:
            self._header(section, row)
            return
        if section not in self.days and section not in self.broken_headers:
            raise BadRow("first field", f"no header names the day of {section}. Put it before.")
        self.counts[section] = self.counts.get(section, 0) + 1
        named = row.named(_COLUMNS[section])
        _TAKERS[section](self, row.number, named)

    def _header(self, section: str, row: Row) -> None:
        self.broken_headers.add(section)
        if section in self.days:
            raise BadRow("first field", f"{section} has a header already. Keep one.")
        found = _HEADERS[section].fullmatch(row.cells[0])
        day = _day(found[1]) if found else None
        if day is None:
            raise BadRow("first field", f"it names no day. Write it as {_FORM[section]!r}.")
        if (day.day, day.month % 3) != (1, 1):
            raise BadRow("first field", f"{day} is not the first day of a quarter. Correct it.")
        if tuple(row.cells[1:]) != _COLUMNS[section]:
            raise BadRow("columns", f"they must be {', '.join(_COLUMNS[section])}. Correct them.")
        self.broken_headers.discard(section)
        self.days[section] = day

    def end(self) -> None:
        """What can be said only of the whole: each section is there, all of one quarter."""
        for section in _COLUMNS:
            if section not in self.days and section not in self.broken_headers:
                self.problems.append(f"The section {section} is missing. Add it with its header.")
            elif section in self.days and not self.counts.get(section):
                self.problems.append(f"The section {section} has no rows. Add them.")
        if len(set(self.days.values())) > 1:
            named = ", ".join(f"{section} {day}" for section, day in self.days.items())
            self.problems.append(f"The sections are of different quarters: {named}. Load one.")

    def take_cap(self, number: int, named: dict[str, str]) -> None:
        new = cap(number, named)
        old = self.caps.setdefault(new.code, new)
        if old is not new:
            raise BadRow("code", f"{new.code} stands in row {old.row} already. Keep one.")

    def take_edits(self, number: int, named: dict[str, str]) -> None:
        """The file may tell an edit twice, once under each of its codes, in the same way."""
        for new in edits(number, named):
            old = self.edits.setdefault((new.pays, new.denied), new)
            if old.indicator != new.indicator:
                raise BadRow(
                    "modifier_indicator",
                    f"{new.pays} and {new.denied} have {old.indicator} in row {old.row} and "
                    f"{new.indicator} here. Keep one.",
                )
            other = self.edits.get((new.denied, new.pays))
            if other is not None:
                raise BadRow(
                    "is_column",
                    f"{new.denied} is denied beside {new.pays} here, and paid beside it in row "
                    f"{other.row}. Keep one.",
                )

    def take_value(self, number: int, named: dict[str, str]) -> None:
        relative_value(named)
        self.values += 1


_TAKERS: dict[str, Callable[[_Reading, int, dict[str, str]], None]] = {
    "MUE": _Reading.take_cap,
    "RVU": _Reading.take_value,
    "PTP": _Reading.take_edits,
}


def _day(text: str) -> dt.date | None:
    """A day, or a month's first; None where the calendar has none such."""
    try:
        return dt.date.fromisoformat(text if len(text) > len("2024-07") else f"{text}-01")
    except ValueError:
        return None
