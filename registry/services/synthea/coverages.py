from __future__ import annotations

import datetime as dt
from typing import Any

from registry.models import Coverage, Relationship
from registry.services.synthea import values
from registry.services.synthea.files import Row, Table
from registry.services.synthea.report import FileReport
from registry.services.synthea.taking import Gaps, Importing, read_rows, write
from registry.services.synthea.values import RowError

#: Who owns the policy, as the patient's relationship to the subscriber.
RELATIONSHIPS = {
    "Self": Relationship.SELF,
    "Spouse": Relationship.SPOUSE,
    "Guardian": Relationship.CHILD,
    "": Relationship.SELF,
}


def take(table: Table, importing: Importing) -> FileReport:
    """A coverage lasts up to the day before the next one begins."""
    report, found = read_rows(table, lambda row, gaps: _read(row, gaps, importing))
    existing = Coverage.objects.filter(patient__practice=importing.practice)
    made_with = {"created_at": importing.now, "created_by": importing.by}
    write(
        Coverage,
        existing.exclude(source_id=""),
        found,
        lambda row: (row.patient_id, row.source_id),
        made_with,
        report,
    )
    return report


def _read(row: Row, gaps: Gaps, importing: Importing) -> tuple[Any, dict[str, Any]]:
    patient = importing.patients.get(row["PATIENT"])
    if patient is None:
        raise RowError("PATIENT", "is no patient that was taken")
    payer = importing.payers.get(row["PAYER"])
    if payer is None:
        raise RowError("PAYER", "is no payer that was taken")
    if not row["MEMBERID"]:
        raise RowError("MEMBERID", "is empty: a claim needs it")
    begins, ends = _days(row, importing.practice.timezone)
    source_id = f"{row['MEMBERID']}:{begins:%Y%m%d}"
    return (patient.pk, source_id), {
        "patient_id": patient.pk,
        "payer_id": payer.pk,
        "source_id": source_id,
        "member_id": row["MEMBERID"][:40],
        "active_from": begins,
        "active_to": ends,
        **_subscriber(row),
    }


def _days(row: Row, timezone: str) -> tuple[dt.date, dt.date]:
    begins = values.local_day(row["START_YEAR"], "START_YEAR", timezone)
    ends = values.local_day(row["END_YEAR"], "END_YEAR", timezone) - dt.timedelta(days=1)
    if ends < begins:
        raise RowError("END_YEAR", "is not after START_YEAR")
    return begins, ends


def _subscriber(row: Row) -> dict[str, str]:
    relationship = RELATIONSHIPS.get(row["OWNERSHIP"], Relationship.OTHER)
    if relationship == Relationship.SELF or not row["OWNERNAME"]:
        return {
            "relationship": relationship,
            "subscriber_first_name": "",
            "subscriber_last_name": "",
        }
    first, _, last = values.name(row["OWNERNAME"], "OWNERNAME", 95).rpartition(" ")
    return {
        "relationship": relationship,
        "subscriber_first_name": first[:35],
        "subscriber_last_name": last[:60],
    }
