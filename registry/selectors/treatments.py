"""What patients are treated with, read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from registry.models import Patient, Practice, Treatment, User
from registry.vocabulary import TreatmentEnd


@dataclass(frozen=True, kw_only=True)
class Treatments:
    """A patient's treatments: those that go on, and all others, void ones too, latest first."""

    rows: tuple[Treatment, ...]

    @property
    def now(self) -> list[Treatment]:
        return [row for row in self.rows if row.ended_on is None and row.voided_at is None]

    @property
    def earlier(self) -> list[Treatment]:
        return [row for row in self.rows if row.ended_on or row.voided_at][::-1]

    def standing(self) -> Iterable[tuple[Treatment, Treatment | None]]:
        """Each that is not void, the oldest first, with the row that its dose was changed from."""
        changed: dict[str, Treatment] = {}
        for row in self.rows:
            if row.voided_at is None:
                before = changed.pop(row.name.lower(), None)
                yield row, before if before and before.ended_on == row.started_on else None
                if row.end_reason == TreatmentEnd.DOSE_CHANGED:
                    changed[row.name.lower()] = row


def of(patient: Patient) -> Treatments:
    """A patient's, in one query; of a patient that a selector let through."""
    found = patient.treatments.order_by("started_on", "pk")
    return Treatments(rows=tuple(found.select_related("recorded_by", "ended_by", "voided_by")))


def get(user: User, practice: Practice, treatment_id: int) -> Treatment:
    """One.  Treatment.DoesNotExist where it is another practice's, or nobody's."""
    rows = Treatment.objects.filter(patient__practice__memberships__user=user)
    rows = rows.select_related("patient__practice", "recorded_by", "voided_by").distinct()
    return rows.get(patient__practice=practice, pk=treatment_id)
