"""A file of enrolments: read by its header, every cell that cannot stand told, nothing guessed.

The form is docs/enrolment_csv.md.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

#: What each row has to say; the rest may be left out, column or cell.
NEEDED = (
    "record_number", "program", "diagnoses", "initiating_visit_on", "started_on", "care_manager",
    "treating_practitioner",
)  # fmt: skip
PATIENT = (
    "first_name", "middle_name", "last_name", "birth_date", "sex", "address", "city", "state",
    "zip_code", "phone",
)  # fmt: skip
FURTHER = (
    "consultant", "site", "therapy_elsewhere", "non_duplication_note", "consent_method",
    "consent_given_at", "consent_taken_by", "consent_language", "consent_statements",
    "consent_late_reason",
)  # fmt: skip
COLUMNS = (*NEEDED, *PATIENT, *FURTHER)
MOST_ROWS = 300


@dataclass(frozen=True, kw_only=True)
class Problem:
    """What is wrong, in which row (as a spreadsheet counts; 0: the file) and which column."""

    row: int
    column: str
    sentence: str


class Unreadable(Exception):
    """The file as a whole, or one cell, cannot be taken."""

    def __init__(self, sentence: str, row: int = 0, column: str = "") -> None:
        super().__init__(sentence)
        self.problem = Problem(row=row, column=column, sentence=sentence)


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row: its number, and its cells by column; a column that is not there is empty."""

    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def day(self, column: str) -> dt.date | None:
        text = self[column]
        try:
            return dt.date.fromisoformat(text) if text else None
        except ValueError:
            raise self.refusal(column, "This is no day. Write it as 2026-10-31.") from None

    def moment(self, column: str) -> dt.datetime | None:
        """A day and a time on the practice's clock, without its zone."""
        text = self[column]
        try:
            found = dt.datetime.fromisoformat(text) if text else None
        except ValueError:
            found = None
        if text and (found is None or found.tzinfo or ":" not in text):
            raise self.refusal(column, "Write day and time as 2026-10-31 14:30.")
        return found

    def answer(self, column: str) -> bool | None:
        """yes, no, or nothing said."""
        found = {"": None, "yes": True, "no": False}
        text = self[column].lower()
        if text not in found:
            raise self.refusal(column, "Write yes or no, or leave it empty.")
        return found[text]

    def refusal(self, column: str, sentence: str) -> Unreadable:
        return Unreadable(sentence, row=self.number, column=column)


def read(data: bytes) -> list[Row]:
    """The rows of a file; blank ones are left out.  Unreadable where it is none of the form."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("The file is not UTF-8. Save it as CSV UTF-8.") from None
    try:
        found = list(_rows(text))
    except csv.Error:
        raise Unreadable("The file is no CSV: a quotation mark is never closed.") from None
    if not found:
        raise Unreadable("The file has a header and no rows under it.")
    if len(found) > MOST_ROWS:
        raise Unreadable(f"The file has more than {MOST_ROWS} rows. Split it.")
    return found


def _rows(text: str) -> Iterator[Row]:
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    header = [cell.strip().lower() for cell in next(lines, [])]
    _check(header)
    for number, cells in enumerate(lines, 2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(header):
            raise Unreadable("This row has more cells than the header.", row=number)
        named = zip(header, (cell.strip() for cell in cells), strict=False)
        yield Row(number=number, cells=dict(named))


def _check(header: list[str]) -> None:
    twice = sorted({name for name in header if header.count(name) > 1})
    if twice:
        raise Unreadable("This column is there twice. Take one away.", column=twice[0])
    unknown = [name for name in header if name not in COLUMNS]
    if unknown:
        known = ", ".join(COLUMNS)
        raise Unreadable(f"This column is not known. Known are {known}.", column=unknown[0])
    missing = [name for name in NEEDED if name not in header]
    if missing:
        raise Unreadable("This column is missing. Add it to the header.", column=missing[0])
