"""CSV files, read strictly enough to say which row is broken."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from registry.errors import refuse

#: The columns that this importer reads, per file.
COLUMNS = {
    "payers.csv": ("Id", "NAME", "ADDRESS", "CITY", "STATE_HEADQUARTERED", "ZIP"),
    "providers.csv": ("Id", "NAME", "SPECIALITY"),
    "patients.csv": (
        "Id", "BIRTHDATE", "DEATHDATE", "FIRST", "LAST", "GENDER", "ADDRESS", "CITY", "STATE",
        "ZIP",
    ),
    "payer_transitions.csv": (
        "PATIENT", "MEMBERID", "START_YEAR", "END_YEAR", "PAYER", "OWNERSHIP", "OWNERNAME",
    ),
    "conditions.csv": ("START", "STOP", "PATIENT", "ENCOUNTER", "CODE", "DESCRIPTION"),
    "observations.csv": ("DATE", "PATIENT", "ENCOUNTER", "CODE", "DESCRIPTION", "VALUE"),
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row by its number in the file, the header being 1; `broken` says why it cannot be read."""

    number: int
    values: dict[str, str]
    broken: str = ""

    def __getitem__(self, column: str) -> str:
        return self.values[column].strip()


@dataclass(frozen=True, kw_only=True)
class Table:
    name: str
    rows: list[Row] = field(default_factory=list)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)


def read(path: Path) -> Table:
    """A file's rows.  Refused where it is not there, is no UTF-8 text or lacks a column."""
    try:
        text = path.read_text(encoding="utf-8-sig", errors="strict")
    except FileNotFoundError:
        raise refuse("DIR", f"{path.name} is not in the folder.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise refuse("DIR", f"{path.name} cannot be read as UTF-8 text: {error}.") from None
    reader = csv.reader(io.StringIO(text, newline=""))
    header = [name.strip() for name in next(reader, [])]
    missing = [column for column in COLUMNS[path.name] if column not in header]
    if missing:
        raise refuse("DIR", f"{path.name} has no column {', '.join(missing)}.")
    return Table(name=path.name, rows=[_row(header, reader.line_num, cells) for cells in reader])


def _row(header: list[str], number: int, cells: list[str]) -> Row:
    if len(cells) != len(header):
        why = f"has {len(cells)} cells where the header has {len(header)}"
        return Row(number=number, values={}, broken=why)
    return Row(number=number, values=dict(zip(header, cells, strict=True)))


#: The column that names the patient, where a file is about patients.
PATIENT = {
    "patients.csv": "Id",
    "payer_transitions.csv": "PATIENT",
    "conditions.csv": "PATIENT",
    "observations.csv": "PATIENT",
}


def of_patients(table: Table, ids: Collection[str]) -> Table:
    """The table with the rows of some patients only; a file that is not about patients as it is."""
    column = PATIENT.get(table.name)
    if column is None:
        return table
    rows = [row for row in table.rows if row.broken or row[column] in ids]
    return Table(name=table.name, rows=rows)
