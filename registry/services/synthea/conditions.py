from __future__ import annotations

from typing import Any

from registry.models import CodeSystem, Condition
from registry.services.synthea import values
from registry.services.synthea.files import Row, Table
from registry.services.synthea.report import FileReport
from registry.services.synthea.taking import Importing, read_rows, write
from registry.services.synthea.values import RowError


def take(table: Table, importing: Importing) -> FileReport:
    report, found = read_rows(table, lambda row, gaps: _read(row, importing))
    existing = Condition.objects.filter(patient__practice=importing.practice)
    made_with = {"recorded_at": importing.now, "recorded_by": importing.by}
    write(
        Condition,
        existing.exclude(source_id=""),
        found,
        lambda row: (row.patient_id, row.source_id),
        made_with,
        report,
    )
    return report


def _read(row: Row, importing: Importing) -> tuple[Any, dict[str, Any]]:
    patient = importing.patients.get(row["PATIENT"])
    if patient is None:
        raise RowError("PATIENT", "is no patient that was taken")
    if not row["CODE"].isdigit():
        raise RowError("CODE", "is no SNOMED CT code")
    began = values.day(row["START"], "START")
    ended = values.day_or_none(row["STOP"], "STOP")
    if ended and ended < began:
        raise RowError("STOP", "lies before START")
    source_id = f"{row['ENCOUNTER']}:{row['CODE']}"
    return (patient.pk, source_id), {
        "patient_id": patient.pk,
        "source_id": source_id,
        "system": CodeSystem.SNOMED,
        "code": row["CODE"],
        "label": row["DESCRIPTION"][:255],
        "began_on": began,
        "ended_on": ended,
    }
