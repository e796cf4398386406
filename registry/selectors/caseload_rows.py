"""A caseload's rows: what the list shows of each episode, in two more queries however many.

The scores, the running clocks, and what the rules said of the month.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson
from django.contrib.postgres.aggregates import JSONBAgg
from django.db.models import F, Func, QuerySet, TextField
from django.db.models.functions import Cast

from registry import calendar
from registry.models import Measure, Patient, Practice, TimeEntry, User
from registry.selectors import caseload, clock, kept
from registry.selectors.care_due import CONTACT_DAYS, SCORE_DAYS
from registry.selectors.caseload import Wanted
from registry.selectors.clock import Mark
from registry.standing import Standing, Step
from registry.vocabulary import EntryStatus, Instrument

#: Scores shown beside a name reach back so far.
SCORES_SINCE = dt.timedelta(days=730)

Points = list[tuple[dt.date, int]]


@dataclass(frozen=True, kw_only=True)
class Row:
    """One episode's row.  Seconds; `contact_days` is None where there was no contact yet."""

    episode: Any
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
    running: list[Any] = field(default_factory=list)

    @property
    def has_flag(self) -> bool:
        return self.episode.flagged_on is not None

    @property
    def weeks(self) -> int:
        """Whole weeks since the episode's first day."""
        return max(0, (self.today - self.episode.started_on).days // 7)

    @property
    def contact_is_due(self) -> bool:
        return self.contact_days is None or self.contact_days >= CONTACT_DAYS

    @property
    def score_days(self) -> int | None:
        """Days since the last PHQ-9 or GAD-7; None where there is none."""
        on: dt.date | None = self.episode.scored_on
        return (self.today - on).days if on else None

    @property
    def score_is_due(self) -> bool:
        return self.score_days is None or self.score_days >= SCORE_DAYS


def undecided(practice: Practice, found: Iterable[Any]) -> list[Patient]:
    """Patients of these episodes whose month nobody has reckoned yet."""
    new = [episode.patient_id for episode in found if not episode.is_decided]
    if not new:
        return []
    patients = Patient.objects.select_related("practice")
    return list(patients.filter(practice=practice, pk__in=new))


def rows(practice: Practice, found: Sequence[Any], now: dt.datetime) -> list[Row]:
    """The rows of some of the list's episodes, in two more queries however many they are."""
    patients = [episode.patient_id for episode in found]
    today = calendar.local_date(now, practice.timezone)
    scores = _scores(patients, today)
    running = defaultdict(list)
    for entry in _running().rows(practice=practice.pk, patients=patients):
        running[entry.patient_id].append(entry)
    return [
        _row(episode, scores[episode.patient_id], running[episode.patient_id], today, practice)
        for episode in found
    ]


@kept.query
def _running() -> QuerySet[Any, Any]:
    """Whose clock runs on these patients now."""
    found = TimeEntry.objects.filter(
        kept.among("patient", "patients"),
        practice=kept.number("practice"),
        status=EntryStatus.RUNNING,
    )
    return found.values_list("patient_id", "worker_id", "worker__full_name")


def _row(
    episode: Any,
    scores: dict[str, Points],
    running: list[Any],
    today: dt.date,
    practice: Practice,
) -> Row:
    written, contact = episode.month_standing, episode.contacted_on
    standing: Standing | None = orjson.loads(written) if written else None
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
    day = dt.date.fromisoformat
    for row in _measures().rows(patients=patients, since=today - SCORES_SINCE):
        points = [(day(on), total) for on, total in orjson.loads(row.points)]
        found[row.patient_id][row.instrument] = points
    return found


@kept.query
def _measures() -> QuerySet[Any, Any]:
    """The scores of each patient by one instrument, as one text: there are many."""
    point = Func(F("scored_on"), F("total"), function="json_build_array")
    points = JSONBAgg(point, function="json_agg", order_by=("scored_on", "pk"))
    found = Measure.objects.filter(
        kept.among("patient", "patients"),
        instrument__in=(Instrument.PHQ9, Instrument.GAD7),
        voided_at=None,
        scored_on__gte=kept.day("since"),
    )
    listed = found.values("patient_id", "instrument").annotate(points=Cast(points, TextField()))
    return listed.values_list("patient_id", "instrument", "points")  # type: ignore[misc]


def all_rows(
    user: User, practice: Practice, wanted: Wanted, now: dt.datetime, *, chunk: int = 500
) -> Iterator[Row]:
    """Every row of the list, read in chunks: for an export of any size."""
    ids = list(caseload.episodes(user, practice, wanted, now).values_list("pk", flat=True))
    for at in range(0, len(ids), chunk):
        part = caseload.some(user, practice, wanted, now, ids[at : at + chunk])
        yield from rows(practice, part, now)
