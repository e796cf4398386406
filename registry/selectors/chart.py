"""One patient's chart, as the patient page tells it: of a patient that a selector let through."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from registry import calendar
from registry.models import (
    CaseReview,
    Consent,
    Diagnosis,
    Episode,
    Measure,
    Patient,
    ReviewRequest,
    SafetyFlag,
    ServiceMonth,
    Stay,
    TimeEntry,
)
from registry.selectors import consents as consents_of
from registry.selectors import entry_lines, time_log
from registry.selectors import reviews as reviews_of
from registry.selectors.entry_lines import Line
from registry.standing import Standing
from registry.vocabulary import Instrument

Points = list[tuple[dt.date, int]]


@dataclass(frozen=True, kw_only=True)
class MonthOfTime:
    """A patient's month: its row (None before the first entry), its entries, what was left out."""

    month: dt.date
    row: ServiceMonth | None
    lines: tuple[Line, ...]

    @property
    def standing(self) -> Standing | None:
        return self.row.standing if self.row else None

    @property
    def excluded(self) -> list[tuple[int, str]]:
        """Seconds worked that do not count, by reason."""
        seconds = self.standing["excluded"] if self.standing else {}
        return [(seconds[rule], words) for rule, words in entry_lines.EXCLUDED.items()
                if seconds.get(rule)]  # fmt: skip


def month(patient: Patient, first: dt.date, now: dt.datetime) -> MonthOfTime:
    """A local month of a patient's time, void entries too."""
    since, until = calendar.month_bounds(first, patient.practice.timezone)
    row = ServiceMonth.objects.filter(patient=patient, month=first).first()
    lines = entry_lines.of(
        time_log.of_patient(patient, since, until),
        [row] if row else [],
        since=since,
        until=until,
        now=now,
        zone=patient.practice.timezone,
    )
    return MonthOfTime(month=first, row=row, lines=tuple(lines))


def line(entry: TimeEntry, now: dt.datetime) -> Line:
    """One entry, over all the months it lies in."""
    return lines([entry], now)[0]


def lines(entries: Sequence[TimeEntry], now: dt.datetime) -> list[Line]:
    """Entries of one patient, over all the months they lie in."""
    if not entries:
        return []
    zone = entries[0].patient.practice.timezone
    touched = {
        month
        for entry in entries
        for month in calendar.months_touched(entry.started_at, entry.ended_at, zone)
    }
    rows = ServiceMonth.objects.filter(patient=entries[0].patient_id, month__in=touched)
    since = min(entry.started_at for entry in entries)
    until = max(*(entry.ended_at or now for entry in entries), since)
    return entry_lines.of(entries, rows, since=since, until=until, now=now, zone=zone)


def episodes(patient: Patient) -> list[Episode]:
    """The patient's episodes, the latest first, each with `treated`: its diagnoses in order."""
    treated = Diagnosis.objects.filter(removed_at=None).order_by("rank", "pk")
    found = Episode.objects.filter(patient=patient).order_by("-started_on")
    return list(
        found.select_related(
            "care_manager", "consultant", "treating_practitioner"
        ).prefetch_related(Prefetch("diagnoses", treated, to_attr="treated"))
    )


def consents(patient: Patient) -> list[Consent]:
    return list(consents_of.of(patient))


def measures(patient: Patient) -> list[Measure]:
    """Every score, void ones too, the latest first."""
    found = Measure.objects.filter(patient=patient).order_by("-scored_on", "-pk")
    return list(found.select_related("recorded_by", "voided_by"))


def points(measures: Iterable[Measure], instrument: Instrument) -> Points:
    """The standing scores of one scale, the oldest first."""
    found = [
        (row.scored_on, row.total)
        for row in measures
        if row.instrument == instrument and row.voided_at is None
    ]
    return found[::-1]


def reviews(patient: Patient) -> list[CaseReview]:
    found = CaseReview.objects.filter(patient=patient).order_by("-reviewed_on", "-pk")
    made = Prefetch("practitioner_answers", reviews_of.answers_of(), to_attr="made")
    return list(found.select_related("consultant", "withdrawn_by").prefetch_related(made))


def open_requests(patient: Patient) -> list[ReviewRequest]:
    """Questions to the consultant that wait for an answer."""
    found = ReviewRequest.objects.filter(episode__patient=patient, answered_by_review=None)
    return list(found.select_related("requested_by").order_by("requested_at"))


def open_flags(patient: Patient) -> list[SafetyFlag]:
    found = SafetyFlag.objects.filter(patient=patient, acknowledged_at=None)
    return list(found.select_related("measure").order_by("raised_at"))


def stays(patient: Patient, limit: int = 10) -> list[Stay]:
    return list(Stay.objects.filter(patient=patient).order_by("-from_date")[:limit])
