from __future__ import annotations

from typing import Any

from registry.models import Payer
from registry.services.synthea import values
from registry.services.synthea.files import Row, Table
from registry.services.synthea.report import FileReport
from registry.services.synthea.taking import Gaps, Importing, read_rows, write
from registry.services.synthea.values import RowError

#: Claim filing indicator codes (X12 SBR09) of the payers whose kind their name says.
FILING_CODES = {"Medicare": "MB", "Medicaid": "MC", "Blue Cross Blue Shield": "BL"}


def take(table: Table, importing: Importing) -> FileReport:
    report, found = read_rows(table, _read)
    existing = Payer.objects.filter(practice=importing.practice).exclude(source_id="")
    made_with = {"practice": importing.practice, "created_at": importing.now}
    importing.payers = write(Payer, existing, found, lambda row: row.source_id, made_with, report)
    return report


def _read(row: Row, gaps: Gaps) -> tuple[str, dict[str, Any]]:
    if row["NAME"] == "NO_INSURANCE":
        raise RowError("NAME", "says that there is no insurance: that is no payer")
    zip_code = values.zip_code(row["ZIP"])
    if zip_code is None:
        gaps.note("ZIP is not 5 or 9 digits: left empty")
    name = values.name(row["NAME"], "NAME", 60)
    return row["Id"], {
        "source_id": row["Id"],
        "name": name,
        "claim_filing_code": FILING_CODES.get(name, "CI"),
        "address": row["ADDRESS"][:55],
        "city": row["CITY"][:30],
        "state": values.state(row["STATE_HEADQUARTERED"]) or "",
        "zip_code": zip_code or "",
    }
