"""A practice's own fees from a CSV file: read strictly, every bad row told, nothing guessed.

The form is docs/fee_csv.md; `billing.selectors.fee_file` writes it.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from billing.selectors.fee_file import COLUMNS, HEADER, UNCONFIRMED, Payers, Unknown
from billing.selectors.fee_file import without_apostrophe as text_of
from billing.services import fee_text, fees
from billing.services.fee_plan import Proposed
from billing.services.fees import Terms
from registry.models import Payer

MOST_ROWS = 2000
#: What a field of `Terms` is called in the file.
_CALLED = {"active_from": "from", "active_to": "to", "is_unconfirmed": UNCONFIRMED}


@dataclass(frozen=True, kw_only=True)
class Problem:
    """What is wrong, in which row (as a spreadsheet counts; empty: the file) and which column."""

    row: str
    column: str
    sentence: str


@dataclass(kw_only=True)
class Read:
    """The amounts of a file; those count only where there is no problem."""

    proposed: list[Proposed] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class _Bad(Exception):
    """The file, or one of its rows, cannot be taken apart."""

    def __init__(self, sentence: str, row: str = "", column: str = "") -> None:
        super().__init__(sentence)
        self.problem = Problem(row=row, column=column, sentence=sentence)


def read(data: bytes, *, known: Collection[str], payers: Payers) -> Read:
    """The amounts that a file holds; `known` are the codes that a claim of the practice can."""
    found = Read()
    try:
        _read(fee_text.decoded(data), found, known, payers)
    except fee_text.NotText as problem:
        found.problems.append(Problem(row="", column="", sentence=str(problem)))
    except _Bad as bad:
        found.problems.append(bad.problem)
    if not found.proposed and not found.problems:
        found.problems.append(
            Problem(row="", column="", sentence="The file has a header and no amounts under it.")
        )
    return found


def _read(text: str, found: Read, known: Collection[str], payers: Payers) -> None:
    rows = _rows(text)
    _, first = next(rows, (1, []))
    header = _header(first)
    for number, cells in rows:
        if number > MOST_ROWS + 1:
            raise _Bad(f"The file has more than {MOST_ROWS:,} rows. Split it.")
        if any(cell.strip() for cell in cells):
            _take(f"row {number}", header, cells, found, known, payers)


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows with their numbers, blank ones as well, as a spreadsheet counts them."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    number = 0
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise _Bad(
                "A quotation mark is opened and not closed, or stands where none can. Correct it: "
                'a text that holds one is written "so ""quoted"" here".',
                f"row {number}",
            ) from None
        yield number, cells


def _header(cells: Sequence[str]) -> list[str]:
    """The columns' names, in the file's own order."""
    names = [cell.strip().casefold() for cell in cells]
    if len(names) < len(COLUMNS) and (other := fee_text.other_separator(",".join(cells))):
        raise _Bad(
            f"The columns are separated by {other}. Save the file with commas: in a spreadsheet, "
            "as “CSV UTF-8 (comma delimited)”."
        )
    for name in COLUMNS:
        if name not in names:
            raise _Bad(f"The first row names the columns: {', '.join(COLUMNS)}. {name} is missing.")
    for name in names:
        if names.count(name) > 1:
            raise _Bad(f"The column {name or 'without a name'} is there twice. Take one out.")
        if name not in HEADER:
            these = ", ".join(HEADER)
            raise _Bad(f"The column {name[:40]} is not known. Take it out: there are {these}.")
    return names


def _take(
    row: str,
    header: Sequence[str],
    cells: Sequence[str],
    found: Read,
    known: Collection[str],
    payers: Payers,
) -> None:
    if len(cells) != len(header):
        sentence = (
            f"The row has {len(cells)} cells, the first row {len(header)}. Where a cell holds a "
            'comma, put it in quotes: "1,234.50".'
        )
        found.problems.append(Problem(row=row, column="", sentence=sentence))
        return
    given = dict(zip(header, map(str.strip, cells), strict=True))
    reading = _Row(given, known, payers)
    terms, payer = reading.terms(), reading.payer()
    checked = {_CALLED.get(name, name): text for name, text in fees.problems(terms, known).items()}
    said = {column: text for column, text in (checked | reading.problems).items() if text}
    if said:
        found.problems += [
            Problem(row=row, column=name, sentence=said[name]) for name in HEADER if name in said
        ]
    else:
        found.proposed.append(Proposed(row=row, payer=payer, terms=terms))


class _Row:
    """The cells of one row, read; what cannot be is noted by its column."""

    def __init__(self, given: Mapping[str, str], known: Collection[str], payers: Payers) -> None:
        self.given = given
        self.known = known
        self.payers = payers
        self.problems: dict[str, str] = {}

    def terms(self) -> Terms:
        return fees.tidy(
            Terms(
                code=self.given["code"],
                amount=self._amount(),
                kind=self.given["kind"].casefold(),
                active_from=self._day("from"),
                active_to=self._day("to"),
                source=text_of(self.given["source"]),
                is_unconfirmed=self._is_unconfirmed(),
            )
        )

    def payer(self) -> Payer | None:
        if not self.given["payer"]:
            return None
        found = self.payers.named(text_of(self.given["payer"]))
        if isinstance(found, Unknown):
            self.problems["payer"] = found.sentence
            return None
        return found

    def _amount(self) -> Decimal | None:
        try:
            return fee_text.amount(self.given["amount"])
        except ValueError as problem:
            self.problems["amount"] = str(problem)
            return None

    def _day(self, column: str) -> dt.date | None:
        try:
            return fee_text.day(self.given[column])
        except ValueError as problem:
            self.problems[column] = str(problem)
            return None

    def _is_unconfirmed(self) -> bool:
        given = self.given.get(UNCONFIRMED, "").casefold()
        if given not in ("", "yes", "no"):
            self.problems[UNCONFIRMED] = "Write yes, or leave it empty."
        return given == "yes"
