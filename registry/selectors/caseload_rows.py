"""A caseload's rows: what the list shows of each episode, in two more queries however many.

The scores, the running clocks, and what the rules said of the month.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from registry import calendar
from registry.models import Episode, Measure, Practice, TimeEntry
from registry.selectors import clock, time_log
from registry.selectors.care_due import CONTACT_DAYS, SCORE_DAYS
from registry.selectors.clock import Mark
from registry.standing import Standing, Step
from registry.vocabulary import Instrument

#: Scores shown beside a name reach back so far.
SCORES_SINCE = dt.timedelta(days=730)

Points = list[tuple[dt.date, int]]


@dataclass(frozen=True, kw_only=True)
class Row:
    """One episode's row.  Seconds; `contact_days` is None where there was no contact yet."""

    episode: Episode
    counted: int
    worked: int
    standing: Standing | None
    marks: list[Mark]
    next: Step | None
    lacks: list[str]
    contact_on: dt.date | None
    contact_days: int | None
    phq9: Points
    gad7: Points
    today: dt.date
    running: list[TimeEntry] = field(default_factory=list)

    @property
    def has_flag(self) -> bool:
        return self.episode.flagged_at is not None  # type: ignore[attr-defined]

    @property
    def contact_is_due(self) -> bool:
        return self.contact_days is None or self.contact_days >= CONTACT_DAYS

    @property
    def score_days(self) -> int | None:
        """Days since the last PHQ-9 or GAD-7; None where there is none."""
        on: dt.date | None = self.episode.scored_on  # type: ignore[attr-defined]
        return (self.today - on).days if on else None

    @property
    def score_is_due(self) -> bool:
        return self.score_days is None or self.score_days >= SCORE_DAYS


def undecided(practice: Practice, found: Iterable[Any]) -> list[Any]:
    """Patients of these episodes whose month nobody has reckoned yet."""
    new = [episode.patient for episode in found if episode.month_decided_at is None]
    for patient in new:
        patient.practice = practice
    return new


def rows(practice: Practice, found: Sequence[Any], now: dt.datetime) -> list[Row]:
    """The rows of some episodes of the list, in two more queries however many they are."""
    patients = [episode.patient_id for episode in found]
    today = calendar.local_date(now, practice.timezone)
    scores = _scores(patients, today)
    running = defaultdict(list)
    for entry in time_log.running_in(practice, patients):
        running[entry.patient_id].append(entry)
    return [
        _row(episode, scores[episode.patient_id], running[episode.patient_id], today, practice)
        for episode in found
    ]


def _row(
    episode: Any,
    scores: dict[str, Points],
    running: list[TimeEntry],
    today: dt.date,
    practice: Practice,
) -> Row:
    standing: Standing | None = episode.month_standing
    contacted = episode.contacted_at
    contact = calendar.local_date(contacted, practice.timezone) if contacted else None
    return Row(
        episode=episode,
        counted=episode.month_counted or 0,
        worked=episode.month_worked or 0,
        standing=standing,
        marks=clock.marks(standing),
        next=standing["next"] if standing else None,
        lacks=lacks(standing),
        contact_on=contact,
        contact_days=(today - contact).days if contact else None,
        phq9=scores[Instrument.PHQ9],
        gad7=scores[Instrument.GAD7],
        today=today,
        running=running,
    )


def lacks(standing: Standing | None) -> list[str]:
    """The rules that stand against the month, each once."""
    if standing is None:
        return []
    found = (reason["rule"] for reason in standing["reasons"] if reason["kind"] != "note")
    return list(dict.fromkeys(found))


def _scores(patients: list[int], today: dt.date) -> dict[int, dict[str, Points]]:
    found: dict[int, dict[str, Points]] = defaultdict(lambda: defaultdict(list))
    rows = Measure.objects.filter(
        patient__in=patients,
        instrument__in=(Instrument.PHQ9, Instrument.GAD7),
        voided_at=None,
        scored_on__gte=today - SCORES_SINCE,
    ).order_by("scored_on", "pk")
    for patient, instrument, on, total in rows.values_list(
        "patient_id", "instrument", "scored_on", "total"
    ):
        found[patient][instrument].append((on, total))
    return found


def all_rows(
    practice: Practice, found: QuerySet[Episode], now: dt.datetime, *, chunk: int = 500
) -> Iterator[Row]:
    """Every row of the list, read in chunks: for an export of any size."""
    ids = list(found.values_list("pk", flat=True))
    for at in range(0, len(ids), chunk):
        part = {episode.pk: episode for episode in found.filter(pk__in=ids[at : at + chunk])}
        yield from rows(practice, [part[pk] for pk in ids[at : at + chunk] if pk in part], now)
