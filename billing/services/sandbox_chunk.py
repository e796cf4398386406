"""Some patients' months, decided by two readings from the same facts.  Nothing is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from django.db import DataError

from billing.rules.verdict import BILLABLE
from billing.selectors import kept_claims, month_facts, sandbox
from billing.selectors.month_facts import Chart
from billing.selectors.policies import Applied, Reading, UnreadablePolicy
from billing.services import collector, decision, sandbox_rows
from billing.services.sandbox_rows import Row


@dataclass(slots=True)
class Part:
    """What differs, how many months do not and what they come to, and charts that failed.

    `failed` has a sentence by patient id.
    """

    rows: list[Row] = field(default_factory=list)
    same: int = 0
    same_billable: int = 0
    same_billed: Decimal = Decimal()
    same_paid: Decimal = Decimal()
    failed: dict[int, str] = field(default_factory=dict)

    def take(self, row: Row) -> None:
        if row.kind != sandbox_rows.SAME:
            self.rows.append(row)
            return
        self.same += 1
        self.same_billable += row.before.outcome == BILLABLE
        self.same_billed += row.before.billed
        self.same_paid += row.before.paid

    def __add__(self, other: Part) -> Part:
        return Part(
            [*self.rows, *other.rows],
            self.same + other.same,
            self.same_billable + other.same_billable,
            self.same_billed + other.same_billed,
            self.same_paid + other.same_paid,
            self.failed | other.failed,
        )


@dataclass(frozen=True, slots=True)
class Pair:
    """Two readings of a month; None is how it stands now, with its hold where none is in force."""

    month: dt.date
    before: Reading | None
    after: Reading | None


def decide(pair: Pair, patient_ids: Sequence[int]) -> Part:
    """Decide these months twice.

    Where the database refuses what one chart holds, the chunk is halved until that one stands
    alone, so that it stops nobody else.
    """
    try:
        with collector.at_rest(), sandbox.reading_only():
            return _decide_together(pair, patient_ids)
    except DataError as error:
        if len(patient_ids) == 1:
            return Part(failed={patient_ids[0]: words(error)})
    half = len(patient_ids) // 2
    return decide(pair, patient_ids[:half]) + decide(pair, patient_ids[half:])


def words(error: Exception) -> str:
    """What went wrong, without what it went wrong with: an error's own text may hold a name."""
    if isinstance(error, UnreadablePolicy):
        return str(error)[:300]
    return f"This chart could not be decided ({type(error).__name__}). Every other one was."


def _decide_together(pair: Pair, patient_ids: Sequence[int]) -> Part:
    gathered = month_facts.gather(patient_ids, pair.month)
    claims = kept_claims.standing(patient_ids, pair.month)
    states = {patient_id: str(claim.state) for patient_id, claim in claims.items()}
    part = Part(failed={who: words(error) for who, error in gathered.broken.items()})
    before, after = (
        side.applied(pair.month) if side else None for side in (pair.before, pair.after)
    )
    for who, chart in gathered.charts.items():
        try:
            part.take(_row(chart, before, after, states.get(who, "")))
        except Exception as error:  # as the true-up does: one broken chart is told, never a crash
            part.failed[who] = words(error)
    return part


def _row(chart: Chart, before: Applied | None, after: Applied | None, state: str) -> Row:
    first, second = (decision.of(_under(chart, policy)) for policy in (before, after))
    return sandbox_rows.compare(first, second, state)


def _under(chart: Chart, policy: Applied | None) -> Chart:
    return month_facts.under(chart, policy) if policy else chart
