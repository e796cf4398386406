"""What a patient is treated with: begun, its dose changed, stopped; a mistake is made void."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from registry import calendar, checks
from registry.models import Patient, Treatment, User
from registry.vocabulary import TreatmentEnd, TreatmentKind

MOST_NAME, MOST_DOSE, MOST_PRESCRIBER, MOST_REASON = 80, 60, 80, 200
#: Why somebody stops; a changed dose is said by changing it.
STOPS = tuple(end for end in TreatmentEnd if end != TreatmentEnd.DOSE_CHANGED)
_NEEDED = {
    "kind": "The kind is missing. Choose one.",
    "name": "The name is missing. Enter the medicine or the therapy.",
    "started_on": "The day is missing. Enter since when.",
}


@dataclass(frozen=True, kw_only=True)
class Begun:
    """A treatment as somebody reports it; the day is local to the practice."""

    kind: str = ""
    name: str = ""
    dose: str = ""
    prescriber: str = ""
    started_on: dt.date | None = None


@transaction.atomic
def add(patient: Patient, begun: Begun, *, by: User, now: dt.datetime) -> Treatment:
    """Record a treatment from its first day.  Raises Refused by field."""
    _hold(patient)
    begun = Begun(
        kind=begun.kind,
        name=checks.one_line(begun.name),
        dose=checks.one_line(begun.dose),
        prescriber=checks.one_line(begun.prescriber),
        started_on=begun.started_on,
    )
    checks.stop_if(_problems(patient, begun, now))
    return Treatment.objects.create(patient=patient, recorded_at=now, recorded_by=by, **vars(begun))


@transaction.atomic
def change_dose(
    treatment: Treatment, *, dose: str, on: dt.date | None, by: User, now: dt.datetime
) -> Treatment:
    """End the row and begin the next with another dose, both on a day.  Raises Refused."""
    row, said = _locked(treatment), checks.one_line(dose)
    checks.stop_if({"": _over(row), "on": _day(row, on, now), "dose": _other_dose(row, said)})
    assert on is not None
    _end(row, on, TreatmentEnd.DOSE_CHANGED, by=by, now=now)
    return Treatment.objects.create(
        patient=row.patient,
        kind=row.kind,
        name=row.name,
        dose=said,
        prescriber=row.prescriber,
        started_on=on,
        recorded_at=now,
        recorded_by=by,
    )


@transaction.atomic
def stop(
    treatment: Treatment, *, on: dt.date | None, reason: str, by: User, now: dt.datetime
) -> Treatment:
    """It ends on a day, for one of STOPS.  Raises Refused by field."""
    row = _locked(treatment)
    wrong = None if reason in STOPS else "Choose why it was stopped."
    checks.stop_if({"": _over(row), "on": _day(row, on, now), "reason": wrong})
    assert on is not None
    return _end(row, on, reason, by=by, now=now)


@transaction.atomic
def void(treatment: Treatment, *, reason: str, by: User, now: dt.datetime) -> Treatment:
    """The entry was a mistake.  Of a changed dose, the dose before then stands as this one did."""
    row, said = _locked(treatment), checks.one_line(reason)
    checks.stop_if({"": "This entry is void already." if row.voided_at else None,
                    "reason": _reason(said)})  # fmt: skip
    row.voided_at, row.voided_by, row.void_reason = now, by, said
    row.save(update_fields=["voided_at", "voided_by", "void_reason"])
    before = _changed_from(row)
    if before:
        for field in ("ended_on", "end_reason", "ended_at", "ended_by"):
            setattr(before, field, getattr(row, field))
        before.save()
    return row


def _changed_from(row: Treatment) -> Treatment | None:
    same = Treatment.objects.filter(patient=row.patient, name__iexact=row.name, voided_at=None)
    changed = same.filter(end_reason=TreatmentEnd.DOSE_CHANGED, ended_on=row.started_on)
    return changed.order_by("-started_on", "-pk").first()


def _hold(patient: Patient) -> None:
    """One at a time for a patient, so that the check below is still true at the write."""
    Patient.objects.select_for_update(no_key=True).values("pk").get(pk=patient.pk)


def _locked(treatment: Treatment) -> Treatment:
    _hold(treatment.patient)
    rows = Treatment.objects.select_for_update(of=("self",)).select_related("patient__practice")
    return rows.get(pk=treatment.pk)


def _end(row: Treatment, on: dt.date, reason: str, *, by: User, now: dt.datetime) -> Treatment:
    row.ended_on, row.end_reason, row.ended_at, row.ended_by = on, reason, now, by
    row.save(update_fields=["ended_on", "end_reason", "ended_at", "ended_by"])
    return row


def _problems(patient: Patient, begun: Begun, now: dt.datetime) -> dict[str, str | None]:
    found: dict[str, str | None] = {
        "kind": None if begun.kind in TreatmentKind else "Choose one of those listed.",
        "name": checks.text(begun.name, most=MOST_NAME, called="The name"),
        "dose": _dose(begun),
        "prescriber": checks.text(begun.prescriber, most=MOST_PRESCRIBER, called="The prescriber"),
        "started_on": _started(patient, begun.started_on, now),
        **checks.missing(vars(begun), _NEEDED),
    }
    if not any(found.values()):
        found["name"] = _twice(patient, begun)
    return found


def _dose(begun: Begun) -> str | None:
    if begun.kind == TreatmentKind.MEDICINE and not begun.dose:
        return "The dose is missing. Enter it, such as 50 mg daily."
    return checks.text(begun.dose, most=MOST_DOSE, called="The dose")


def _started(patient: Patient, day: dt.date | None, now: dt.datetime) -> str | None:
    if day and day < patient.birth_date:
        return "The day lies before the patient's birth. Correct it."
    today = calendar.local_date(now, patient.practice.timezone)
    return checks.not_future(day, today, called="The day")


def _twice(patient: Patient, begun: Begun) -> str | None:
    """A new row has no end: whatever of the name has none, or ends later, overlaps it."""
    same = patient.treatments.filter(name__iexact=begun.name, voided_at=None)
    if same.filter(Q(ended_on=None) | Q(ended_on__gt=begun.started_on)).exists():
        return "This treatment is recorded for these days already. Change its dose instead."
    return None


def _over(row: Treatment) -> str | None:
    if row.voided_at:
        return "This entry is void. Nothing more can be said of it."
    return "This treatment has ended already." if row.ended_on else None


def _day(row: Treatment, day: dt.date | None, now: dt.datetime) -> str | None:
    if day is None:
        return "The day is missing. Enter it."
    if day < row.started_on:
        return "The day lies before the treatment began. Correct it."
    today = calendar.local_date(now, row.patient.practice.timezone)
    return checks.not_future(day, today, called="The day")


def _other_dose(row: Treatment, dose: str) -> str | None:
    if not dose:
        return "The new dose is missing. Enter it, such as 100 mg daily."
    if dose.lower() == row.dose.lower():
        return "That is the dose already. Enter the new one."
    return checks.text(dose, most=MOST_DOSE, called="The dose")


def _reason(said: str) -> str | None:
    if not said:
        return "The reason is missing. Say why the entry is void."
    return checks.text(said, most=MOST_REASON, called="The reason")
