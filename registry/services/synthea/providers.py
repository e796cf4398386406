from __future__ import annotations

from typing import Any

from registry.models import Clinician
from registry.services.synthea import values
from registry.services.synthea.files import Row, Table
from registry.services.synthea.report import FileReport
from registry.services.synthea.taking import Gaps, Importing, read_rows, write
from registry.services.synthea.values import RowError
from registry.vocabulary import ClinicianKind

#: What a speciality makes of a clinician here; others are kept, and treat or consult nobody.
KINDS = {
    "GENERAL PRACTICE": ClinicianKind.TREATING,
    "FAMILY PRACTICE": ClinicianKind.TREATING,
    "INTERNAL MEDICINE": ClinicianKind.TREATING,
    "NURSE PRACTITIONER": ClinicianKind.TREATING,
    "PHYSICIAN ASSISTANT": ClinicianKind.TREATING,
    "PSYCHIATRY": ClinicianKind.CONSULTANT,
}


def take(table: Table, importing: Importing) -> FileReport:
    """Synthea gives no NPI: it stays empty, and a claim is held until somebody enters it."""
    report, found = read_rows(table, _read)
    existing = Clinician.objects.filter(practice=importing.practice).exclude(source_id="")
    made_with = {
        "practice": importing.practice,
        "created_at": importing.now,
        "created_by": importing.by,
    }
    write(Clinician, existing, found, lambda row: row.source_id, made_with, report)
    return report


def _read(row: Row, gaps: Gaps) -> tuple[str, dict[str, Any]]:
    first, _, last = values.name(row["NAME"], "NAME", 95).rpartition(" ")
    if not first:
        raise RowError("NAME", "is one word: first and last name are needed")
    return row["Id"], {
        "source_id": row["Id"],
        "first_name": first[:35],
        "last_name": last[:60],
        "kind": KINDS.get(row["SPECIALITY"], ClinicianKind.OTHER),
    }
