from __future__ import annotations

from typing import Any

from registry.models import Measure, Patient, ServiceMonth
from registry.services import service_month
from registry.services.synthea import values
from registry.services.synthea.files import Row, Table
from registry.services.synthea.report import FileReport
from registry.services.synthea.taking import Importing, read_rows, write
from registry.services.synthea.values import RowError
from registry.vocabulary import Instrument

#: LOINC codes of the totals that this registry follows, with the highest score of each.
TOTALS = {
    "44261-6": (Instrument.PHQ9, 27),
    "70274-6": (Instrument.GAD7, 21),
    "55758-7": (Instrument.PHQ2, 6),
}
#: Totals of scales that look alike and are scored apart: refused in words, not passed over.
OTHER_SCALES = {"89204-2": "is PHQ-9 modified for teens, which this registry does not follow"}


def take(table: Table, importing: Importing) -> FileReport:
    """Scores; everything else that was observed (weight, pulse, …) is passed over."""
    report, found = read_rows(table, lambda row, gaps: _read(row, importing))
    existing = Measure.objects.filter(patient__practice=importing.practice)
    made_with = {"recorded_at": importing.now, "recorded_by": importing.by}
    write(
        Measure,
        existing.exclude(source_id=""),
        found,
        lambda row: (row.patient_id, row.source_id),
        made_with,
        report,
    )
    if report.taken:
        _refresh(importing)
    return report


def _read(row: Row, importing: Importing) -> tuple[Any, dict[str, Any]] | None:
    if row["CODE"] in OTHER_SCALES:
        raise RowError("CODE", OTHER_SCALES[row["CODE"]])
    if row["CODE"] not in TOTALS:
        return None
    patient = importing.patients.get(row["PATIENT"])
    if patient is None:
        raise RowError("PATIENT", "is no patient that was taken")
    instrument, highest = TOTALS[row["CODE"]]
    source_id = f"{row['ENCOUNTER']}:{row['CODE']}"
    return (patient.pk, source_id), {
        "patient_id": patient.pk,
        "source_id": source_id,
        "instrument": instrument,
        "scored_on": values.local_day(row["DATE"], "DATE", importing.practice.timezone),
        "total": values.whole(row["VALUE"], "VALUE", highest),
    }


def _refresh(importing: Importing) -> None:
    """Months that are under way may rest on the new scores."""
    months = ServiceMonth.objects.filter(
        patient__in=list(importing.patients.values()), closed_at=None
    )
    by_month: dict[Any, list[int]] = {}
    for month, patient_id in months.values_list("month", "patient_id"):
        by_month.setdefault(month, []).append(patient_id)
    for month, ids in by_month.items():
        patients = list(Patient.objects.filter(pk__in=ids).select_related("practice"))
        service_month.refresh(patients, [month], now=importing.now)
