"""Put read rows beside the rows that are there: make what is new, change what differs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db import models

from registry.models import Patient, Payer, Practice, User
from registry.services.synthea.files import Row, Table
from registry.services.synthea.report import FileReport, Remark
from registry.services.synthea.values import RowError

M = TypeVar("M", bound=models.Model)
#: Reads one row: its identity and its fields; None passes it over; RowError refuses it.
Reader = Callable[[Row, "Gaps"], "tuple[Any, dict[str, Any]] | None"]


@dataclass(kw_only=True)
class Importing:
    """One import: for which practice, by whom, when, and whom and what it has found so far."""

    practice: Practice
    by: User
    now: dt.datetime
    patients: dict[str, Patient] = field(default_factory=dict)
    payers: dict[str, Payer] = field(default_factory=dict)


class Gaps:
    """Where a reader says that it takes a row without one of its values."""

    def __init__(self, report: FileReport, row: Row) -> None:
        self._report, self._row = report, row

    def note(self, reason: str) -> None:
        self._report.gaps.append(Remark(self._row.number, reason))


def read_rows(table: Table, reader: Reader) -> tuple[FileReport, dict[Any, dict[str, Any]]]:
    """Every readable row's fields by its identity, and the report with what was refused."""
    report = FileReport(name=table.name)
    found: dict[Any, dict[str, Any]] = {}
    for row in table:
        try:
            if row.broken:
                raise RowError("the row", row.broken)
            read = reader(row, Gaps(report, row))
            if read is None:
                report.passed_over += 1
                continue
            key, fields = read
            if key in found:
                raise RowError("the row", "repeats an earlier one")
            found[key] = fields
        except RowError as error:
            report.refused.append(Remark(row.number, str(error)))
    return report, found


def write(
    model: type[M],
    existing: Iterable[M],
    found: dict[Any, dict[str, Any]],
    identity: Callable[[M], Any],
    made_with: dict[str, Any],
    report: FileReport,
) -> dict[Any, M]:
    """Make the rows that are new, change those that differ, and leave the rest alone.

    `made_with` are fields that only a new row gets (who and when).  Returns rows by identity.
    """
    rows = {identity(row): row for row in existing}
    new = {key: model(**made_with, **found[key]) for key in found if key not in rows}
    changed = [rows[key] for key in found if key in rows and _differs(rows[key], found[key])]
    model._default_manager.bulk_create(new.values())
    if changed:
        model._default_manager.bulk_update(changed, sorted(next(iter(found.values()))))
    report.taken = len(new) + len(changed)
    report.unchanged = len(found) - report.taken
    return {**rows, **new}


def _differs(row: models.Model, fields: dict[str, Any]) -> bool:
    """Set the fields on the row, unsaved; whether any was different.

    What is empty in the source does not erase what somebody has entered here since.
    """
    differing = {
        name: value
        for name, value in fields.items()
        if getattr(row, name) != value and value not in ("", None)
    }
    for name, value in differing.items():
        setattr(row, name, value)
    return bool(differing)
