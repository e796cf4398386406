"""Bring a folder of Synthea's CSV files into a practice.

Row by row: what can be taken is taken, what cannot is reported with its number and the reason.
A second run changes nothing.  The files' format: https://github.com/synthetichealth/synthea/wiki/CSV-File-Data-Dictionary
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from pathlib import Path

from django.db import transaction

from registry.errors import refuse
from registry.models import Practice, User
from registry.services.synthea import (
    conditions,
    coverages,
    files,
    measures,
    patients,
    payers,
    providers,
)
from registry.services.synthea.report import FileReport
from registry.services.synthea.taking import Importing

#: In this order: coverages, conditions and measures hang on patients and payers.
FILES = (
    ("payers.csv", payers.take),
    ("providers.csv", providers.take),
    ("patients.csv", patients.take),
    ("payer_transitions.csv", coverages.take),
    ("conditions.csv", conditions.take),
    ("observations.csv", measures.take),
)


def run(
    folder: Path,
    *,
    practice: Practice,
    by: User,
    now: dt.datetime,
    only: Collection[str] | None = None,
) -> list[FileReport]:
    """Import what the folder holds, each file in one transaction.

    `only` names the patients (by Synthea's id) to take; the others' rows are left aside unread.
    Raises Refused, before anything is written, where the folder, a file or a column is missing.
    """
    if not folder.is_dir():
        raise refuse("DIR", f"{folder} is no folder.")
    tables = {name: files.read(folder / name) for name, _ in FILES}
    if only is not None:
        tables = {name: files.of_patients(table, only) for name, table in tables.items()}
    importing = Importing(practice=practice, by=by, now=now)
    reports = []
    for name, take in FILES:
        with transaction.atomic():
            reports.append(take(tables[name], importing))
    return reports
