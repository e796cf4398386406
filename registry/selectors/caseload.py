"""The caseload: one row for each episode of care, with its month, its scores and what is due.

What a month still lacks is what the rules said of it (`ServiceMonth.standing`).  What is due for
the patient's sake, a contact or a score, comes from the chart alone.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, QuerySet, Subquery

from registry import calendar
from registry.models import Episode, Measure, Membership, Practice, SafetyFlag, TimeEntry, User
from registry.selectors import clock, time_log
from registry.selectors.clock import Mark
from registry.standing import Standing, Step
from registry.vocabulary import CONTACT_ACTIVITIES, EntryStatus, Instrument

#: A collaborative-care team means to speak with a patient at least every two weeks, and to score
#: at least every four: the usual cadence of treatment to target.
CONTACT_DAYS = 14
SCORE_DAYS = 28
#: Scores shown beside a name reach back so far.
SCORES_SINCE = dt.timedelta(days=730)

#: What stands against a month and is the care team's to mend, in a word.  The payer's side
#: (policy, fees) is the biller's, and stands on the patient's page.
LACKS = {
    "consent_missing": "Consent missing",
    "consent_method_not_accepted": "Written consent needed",
    "initiating_visit_missing": "Initiating visit missing",
    "initiating_visit_stale": "Initiating visit too old",
    "diagnosis_missing": "Diagnosis missing",
    "measure_missing": "Score due",
    "consultant_review_missing": "Review due",
    "same_person_therapy": "Therapy by the care manager",
    "non_duplication_note_missing": "Note on outside therapy",
    "already_billed": "Billed elsewhere",
    "authorization_missing": "Authorization missing",
    "coverage_missing": "Insurance missing",
    "subscriber_id_missing": "Member id missing",
    "excluded_on_the_date": "Excluded service",
    "excluded_in_the_month": "Excluded service",
}
Points = list[tuple[dt.date, int]]


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which rows, in which order.  `whose`: `mine`, `all`, or a care manager's id as text."""

    month: dt.date
    whose: str = "mine"
    text: str = ""
    sort: str = ""


@dataclass(frozen=True, kw_only=True)
class Row:
    """One episode's row.  Seconds; `contact_days` is None where there was no contact yet."""

    episode: Episode
    counted: int
    worked: int
    standing: Standing | None
    marks: list[Mark]
    next: Step | None
    lacks: list[tuple[str, str]]
    contact_on: dt.date | None
    contact_days: int | None
    phq9: Points
    gad7: Points
    has_flag: bool
    running: list[TimeEntry] = field(default_factory=list)

    @property
    def contact_is_due(self) -> bool:
        return self.contact_days is None or self.contact_days >= CONTACT_DAYS


ORDERS: dict[str, tuple[str, ...]] = {
    "name": ("patient__last_name", "patient__first_name"),
    "minutes": ("month_counted",),
    "next": ("minutes_to_next",),
    "contact": ("last_contact",),
    "phq9": ("last_phq9",),
    "gad7": ("last_gad7",),
}
_BY_NAME = ("patient__last_name", "patient__first_name", "pk")


def episodes(user: User, practice: Practice, wanted: Wanted) -> QuerySet[Episode]:
    """The episodes of the wanted month, in the wanted order; none for a stranger."""
    member = Membership.objects.filter(user=user, practice=practice)
    last = calendar.last_day(wanted.month)
    found = Episode.objects.filter(
        Exists(member),
        Q(ended_on=None) | Q(ended_on__gte=wanted.month),
        patient__practice=practice,
        started_on__lte=last,
    )
    found = _searched(_of(found, user, wanted.whose), wanted.text)
    return _ordered(_with_month(found, wanted.month), wanted.sort)


def _of(found: QuerySet[Episode], user: User, whose: str) -> QuerySet[Episode]:
    if whose == "all":
        return found
    if whose.isdecimal() and len(whose) < 18:
        return found.filter(care_manager=int(whose))
    mine = Q(care_manager=user) | Q(consultant=user) | Q(treating_practitioner__user=user)
    return found.filter(mine)


def _searched(found: QuerySet[Episode], text: str) -> QuerySet[Episode]:
    for word in text.split():
        found = found.filter(
            Q(patient__first_name__icontains=word)
            | Q(patient__last_name__icontains=word)
            | Q(patient__record_number__icontains=word)
        )
    return found


def _with_month(found: QuerySet[Episode], month: dt.date) -> QuerySet[Episode]:
    return found.select_related("patient__practice", "care_manager").annotate(
        this_month=FilteredRelation(
            "patient__service_months", condition=Q(patient__service_months__month=month)
        ),
        month_counted=F("this_month__counted_seconds"),
        month_worked=F("this_month__worked_seconds"),
        month_standing=F("this_month__standing"),
        month_decided_at=F("this_month__standing_at"),
        minutes_to_next=F("this_month__standing__next__minutes_needed"),
        last_contact=Subquery(_contacts().values("started_at")[:1]),
        has_flag=Exists(
            SafetyFlag.objects.filter(patient=OuterRef("patient"), acknowledged_at=None)
        ),
    )


def _contacts() -> QuerySet[TimeEntry]:
    done = (EntryStatus.CONFIRMED, EntryStatus.NEEDS_REVIEW)
    found = TimeEntry.objects.filter(
        patient=OuterRef("patient"), activity__in=CONTACT_ACTIVITIES, status__in=done
    )
    return found.order_by("-started_at")


def _ordered(found: QuerySet[Episode], sort: str) -> QuerySet[Episode]:
    """By one column; unless asked, open safety flags first, then who has waited longest."""
    names = ORDERS.get(sort.removeprefix("-"))
    if names is None:
        return found.order_by(  # type: ignore[misc]
            "-has_flag", F("last_contact").asc(nulls_first=True), *_BY_NAME
        )
    for instrument, name in ((Instrument.PHQ9, "last_phq9"), (Instrument.GAD7, "last_gad7")):
        if name in names:
            found = found.annotate(**{name: Subquery(_latest_total(instrument))})
    if sort.startswith("-"):
        return found.order_by(*(F(name).desc(nulls_last=True) for name in names), "pk")
    return found.order_by(*(F(name).asc(nulls_last=True) for name in names), "pk")


def _latest_total(instrument: str) -> QuerySet[Measure, Any]:
    found = Measure.objects.filter(
        patient=OuterRef("patient"), instrument=instrument, voided_at=None
    )
    return found.order_by("-scored_on", "-pk").values("total")[:1]


def undecided(found: Iterable[Any]) -> list[Any]:
    """Patients of these episodes whose month nobody has reckoned yet."""
    return [episode.patient for episode in found if episode.month_decided_at is None]


def rows(practice: Practice, found: Sequence[Any], now: dt.datetime) -> list[Row]:
    """The rows of some episodes of the list, in two more queries however many they are."""
    patients = [episode.patient_id for episode in found]
    today = calendar.local_date(now, practice.timezone)
    scores = _scores(patients, today)
    running = defaultdict(list)
    for entry in time_log.running_in(practice, patients):
        running[entry.patient_id].append(entry)
    return [
        _row(episode, scores[episode.patient_id], running[episode.patient_id], today)
        for episode in found
    ]


def _row(episode: Any, scores: dict[str, Points], running: list[TimeEntry], today: dt.date) -> Row:
    standing: Standing | None = episode.month_standing
    zone = episode.patient.practice.timezone
    contact = episode.last_contact and calendar.local_date(episode.last_contact, zone)
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
        has_flag=episode.has_flag,
        running=running,
    )


def lacks(standing: Standing | None) -> list[tuple[str, str]]:
    """What stands against the month and is the care team's to mend: rule and word."""
    if standing is None:
        return []
    rules = dict.fromkeys(
        reason["rule"] for reason in standing["reasons"] if reason["kind"] != "note"
    )
    return [(rule, LACKS[rule]) for rule in rules if rule in LACKS]


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
