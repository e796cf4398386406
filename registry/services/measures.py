"""Validated scales: scored, voided; and the safety flag that PHQ-9's item 9 raises."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from registry import calendar, checks, instruments
from registry.models import Measure, Patient, SafetyFlag, User
from registry.selectors import practices
from registry.services import service_month
from registry.vocabulary import Instrument, Role

MOST_REASON = 200
MOST_ACTION = 2000
#: Who may answer for a patient's safety.
CLINICIANS = frozenset({Role.CARE_MANAGER, Role.TREATING_PRACTITIONER, Role.CONSULTANT})


@dataclass(frozen=True, kw_only=True)
class Score:
    """A scale as somebody enters it: its items, or the total alone; then item 9 may be asked
    for by itself.  None means not entered."""

    instrument: str = ""
    scored_on: dt.date | None = None
    total: int | None = None
    items: tuple[int | None, ...] | None = None
    item_nine: int | None = None

    @property
    def sum(self) -> int | None:
        if self.items is None:
            return self.total
        return sum(item for item in self.items if item is not None)

    @property
    def risk(self) -> int | None:
        """The answer to PHQ-9's item 9, where it is known."""
        if self.instrument != Instrument.PHQ9:
            return None
        return self.items[instruments.ITEM_NINE] if self.items else self.item_nine


def record(
    *,
    patient: Patient,
    instrument: str,
    scored_on: dt.date | None,
    total: int | None = None,
    items: Sequence[int | None] | None = None,
    item_nine: int | None = None,
    by: User,
    now: dt.datetime,
    source_id: str = "",
) -> Measure:
    """Record a score.  PHQ-9 with item 9 above zero raises a SafetyFlag.  Raises Refused by field.

    A `source_id` that is known already changes nothing: the measure it came with is returned.
    """
    known = source_id and patient.measures.filter(source_id=source_id).first()
    if known:
        return known
    score = Score(
        instrument=instrument,
        scored_on=scored_on,
        total=total,
        items=tuple(items) if items is not None else None,
        item_nine=item_nine,
    )
    checks.stop_if(problems(patient, score, now=now, source_id=source_id))
    return _write(patient, score, source_id, by=by, now=now)


@transaction.atomic
def _write(
    patient: Patient, score: Score, source_id: str, *, by: User, now: dt.datetime
) -> Measure:
    assert score.scored_on is not None
    assert score.sum is not None
    measure = Measure.objects.create(
        patient=patient,
        instrument=score.instrument,
        scored_on=score.scored_on,
        total=score.sum,
        items=list(score.items) if score.items else None,
        source_id=source_id,
        recorded_at=now,
        recorded_by=by,
    )
    if score.risk:
        SafetyFlag.objects.create(
            measure=measure, patient=patient, answer=score.risk, raised_at=now
        )
    service_month.refresh_patient(patient, now=now, since=measure.scored_on)
    return measure


def problems(
    patient: Patient, score: Score, *, now: dt.datetime, source_id: str = ""
) -> dict[str, str | None]:
    """What keeps this score from being recorded, by field."""
    scale = instruments.scale(score.instrument)
    if scale is None:
        return {"instrument": "The scale is missing. Choose one."}
    found = {"scored_on": _day(patient, score, now), **_points(scale, score)}
    if not source_id and not any(found.values()):
        found[""] = _twice(patient, score)
    return found


def _day(patient: Patient, score: Score, now: dt.datetime) -> str | None:
    day = score.scored_on
    if day is None:
        return "The day is missing. Enter when the scale was filled in."
    if day < patient.birth_date:
        return "The day lies before the patient's birth. Correct it."
    if patient.died_on and day > patient.died_on:
        return "The day lies after the patient's death. Correct it."
    today = calendar.local_date(now, patient.practice.timezone)
    return checks.not_future(day, today, called="The day")


def _points(scale: instruments.Scale, score: Score) -> dict[str, str | None]:
    if score.items is not None:
        return _item_problems(scale, score)
    found: dict[str, str | None] = {"total": _total(scale, score.total)}
    if score.item_nine is not None and scale.name == Instrument.PHQ9:
        found["item_nine"] = _item_nine(score)
    return found


def _total(scale: instruments.Scale, total: int | None) -> str | None:
    if total is None:
        return "The total is missing. Enter it, or answer the items."
    if not 0 <= total <= scale.most:
        return f"A {scale.name} total lies between 0 and {scale.most}. Correct it."
    return None


def _item_nine(score: Score) -> str | None:
    answer, total = score.item_nine or 0, score.total
    if not 0 <= answer <= instruments.MOST_AN_ITEM:
        return "Item 9 is answered from 0 to 3. Correct it."
    if total is not None and answer > total:
        return "Item 9 alone is more than the total. Correct one of the two."
    return None


def _item_problems(scale: instruments.Scale, score: Score) -> dict[str, str | None]:
    items = score.items or ()
    if len(items) != len(scale.items):
        return {"items": f"{scale.name} has {len(scale.items)} items. Answer each once."}
    blank = [str(at) for at, item in enumerate(items, start=1) if item is None]
    if blank:
        which = ", ".join(blank)
        return {"items": f"Not answered: {which}. Answer every item, or enter the total alone."}
    if any(not 0 <= (item or 0) <= instruments.MOST_AN_ITEM for item in items):
        return {"items": "Each item is answered from 0 to 3. Correct it."}
    if score.total is not None and score.total != score.sum:
        return {"total": f"The items add up to {score.sum}, not {score.total}. Correct one."}
    return {}


def _twice(patient: Patient, score: Score) -> str | None:
    if score.scored_on is None or score.sum is None:
        return None
    same = patient.measures.filter(
        instrument=score.instrument, scored_on=score.scored_on, total=score.sum, voided_at=None
    )
    if same.exists():
        return f"This {score.instrument} of that day is recorded already."
    return None


@transaction.atomic
def void(measure: Measure, *, reason: str, by: User, now: dt.datetime) -> Measure:
    """Take a score out of the record, visibly.  Its safety flag stands until acknowledged."""
    rows = Measure.objects.select_for_update(of=("self",)).select_related("patient__practice")
    row = rows.get(pk=measure.pk)
    checks.stop_if({"": _void_problem(row), "reason": _reason(reason)})
    row.voided_at, row.voided_by, row.void_reason = now, by, checks.one_line(reason)
    row.save(update_fields=["voided_at", "voided_by", "void_reason"])
    service_month.refresh_patient(row.patient, now=now, since=row.scored_on)
    return row


def _void_problem(measure: Measure) -> str | None:
    return "This score was voided already." if measure.voided_at else None


def _reason(reason: str) -> str | None:
    if not reason.strip():
        return "The reason is missing. Say why the score is void."
    return checks.text(checks.one_line(reason), most=MOST_REASON, called="The reason")


@transaction.atomic
def acknowledge(flag: SafetyFlag, *, action_taken: str, by: User, now: dt.datetime) -> SafetyFlag:
    """A clinician has seen the flag and says what was done.  Raises Refused by field."""
    rows = SafetyFlag.objects.select_for_update(of=("self",)).select_related("patient__practice")
    row = rows.get(pk=flag.pk)
    checks.stop_if({"": _flag_problem(row, by), "action_taken": _action(action_taken)})
    row.acknowledged_at, row.acknowledged_by = now, by
    row.action_taken = action_taken.strip()
    row.save(update_fields=["acknowledged_at", "acknowledged_by", "action_taken"])
    return row


def _flag_problem(flag: SafetyFlag, by: User) -> str | None:
    if flag.acknowledged_at:
        return "This flag was acknowledged already."
    if not practices.roles(by, flag.patient.practice) & CLINICIANS:
        return "Only a clinician of the practice can acknowledge a safety flag."
    return None


def _action(action: str) -> str | None:
    if not action.strip():
        return "What was done is missing. Say how the patient's safety was looked at."
    if len(action) > MOST_ACTION:
        return f"The text is longer than {MOST_ACTION} characters. Shorten it."
    return None
