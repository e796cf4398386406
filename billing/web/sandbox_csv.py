"""What a policy's test found, as CSV.  Columns: docs/policy_test_csv.md."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from billing.selectors import sandbox as selectors
from registry import calendar

if TYPE_CHECKING:
    from billing.services.sandbox_result import Result
    from billing.services.sandbox_rows import Half, Row
    from billing.services.sandbox_store import Test
    from registry.models import Patient, Practice, User

COLUMNS = (
    "month",
    "record_number",
    "patient_last_name",
    "patient_first_name",
    "kind",
    "before",
    "after",
    "outcome_before",
    "lines_before",
    "date_of_service_before",
    "charge_before",
    "billed_before",
    "expected_before",
    "outcome_after",
    "lines_after",
    "date_of_service_after",
    "charge_after",
    "billed_after",
    "expected_after",
    "difference",
    "claim_state",
    "why",
)
_CHUNK = 500


def name(practice: Practice, test: Test) -> str:
    return f"{practice.slug}-{calendar.month_text(test.month)}-policy-test"


def rows(
    user: User, practice: Practice, test: Test, found: Result, kind: str
) -> Iterator[list[Any]]:
    """A row for each month that differs, by the size of the difference; then those that failed."""
    chosen = found.of_kind(kind)
    for at in range(0, len(chosen), _CHUNK):
        part = chosen[at : at + _CHUNK]
        people = selectors.named(user, practice, [row.patient_id for row in part])
        for row in part:
            yield _row(test, row, people.get(row.patient_id))
    if not kind:
        yield from _failed(user, practice, test, found)


def _failed(user: User, practice: Practice, test: Test, found: Result) -> Iterator[list[Any]]:
    people = selectors.named(user, practice, found.failed)
    for patient_id, sentence in found.failed.items():
        empty = [None] * (len(COLUMNS) - 8)
        yield [
            *_who(test, people.get(patient_id)),
            "not_decided",
            *_sides(test),
            *empty,
            sentence,
        ]


def _row(test: Test, row: Row, patient: Patient | None) -> list[Any]:
    return [
        *_who(test, patient),
        row.kind,
        *_sides(test),
        *_half(row.before),
        *_half(row.after),
        _dollars(row.difference),
        row.claim_state,
        " ".join(text for _, text in row.why),
    ]


def _who(test: Test, patient: Patient | None) -> list[Any]:
    month = calendar.month_text(test.month)
    if patient is None:
        return [month, None, None, None]
    return [month, patient.record_number, patient.last_name, patient.first_name]


def _sides(test: Test) -> list[str]:
    return [test.before.label, test.after.label]


def _half(half: Half) -> list[Any]:
    dollars = (half.charge, half.billed, half.expected)
    return [half.outcome, " + ".join(half.lines), half.day, *map(_dollars, dollars)]


def _dollars(amount: Decimal | None) -> Decimal | None:
    """A number, which a spreadsheet may take for one, also where it is below zero."""
    return None if amount is None else amount.quantize(Decimal("0.01"))
