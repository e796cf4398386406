from __future__ import annotations

from typing import Any

from registry import calendar
from registry.models import Patient
from registry.services.synthea import values
from registry.services.synthea.files import Row, Table
from registry.services.synthea.report import FileReport
from registry.services.synthea.taking import Gaps, Importing, read_rows, write
from registry.services.synthea.values import RowError
from registry.vocabulary import Sex


def take(table: Table, importing: Importing) -> FileReport:
    today = calendar.local_date(importing.now, importing.practice.timezone)

    def read(row: Row, gaps: Gaps) -> tuple[str, dict[str, Any]]:
        fields = _read(row, gaps)
        if fields["birth_date"] > today:
            raise RowError("BIRTHDATE", "lies in the future")
        return row["Id"], fields

    report, found = read_rows(table, read)
    existing = Patient.objects.filter(practice=importing.practice).exclude(source_id="")
    made_with = {
        "practice": importing.practice,
        "created_at": importing.now,
        "created_by": importing.by,
    }
    importing.patients = write(
        Patient, existing, found, lambda row: row.source_id, made_with, report
    )
    return report


def _read(row: Row, gaps: Gaps) -> dict[str, Any]:
    if not row["Id"]:
        raise RowError("Id", "is empty")
    born = values.day(row["BIRTHDATE"], "BIRTHDATE")
    died = values.day_or_none(row["DEATHDATE"], "DEATHDATE")
    if died and died < born:
        raise RowError("DEATHDATE", "lies before the birth")
    return {
        "source_id": row["Id"],
        "record_number": f"S{row['Id'].replace('-', '')[:10].upper()}",
        "first_name": values.name(row["FIRST"], "FIRST", 35),
        "last_name": values.name(row["LAST"], "LAST", 60),
        "birth_date": born,
        "died_on": died,
        "sex": row["GENDER"] if row["GENDER"] in Sex.values else Sex.UNKNOWN,
        **_address(row, gaps),
    }


def _address(row: Row, gaps: Gaps) -> dict[str, str]:
    state, zip_code = values.state(row["STATE"]), values.zip_code(row["ZIP"])
    if state is None:
        gaps.note("STATE is no state: left empty")
    if zip_code is None:
        gaps.note("ZIP is not 5 or 9 digits: left empty")
    return {
        "address": row["ADDRESS"][:55],
        "city": row["CITY"][:30],
        "state": state or "",
        "zip_code": zip_code or "",
    }
