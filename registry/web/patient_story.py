"""The story of one chart: what was done on the scores' own axis, the month by days, as text."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from registry import calendar, time_words
from registry.selectors.review_reasons import REMISSION
from registry.vocabulary import TreatmentEnd
from registry.web.score_chart import Event

if TYPE_CHECKING:
    from registry.models import CaseReview, Consent, Episode, Patient
    from registry.selectors.chart import MonthOfTime
    from registry.selectors.entry_lines import Line
    from registry.selectors.treatment import Target
    from registry.selectors.treatments import Treatments

Points = Sequence[tuple[dt.date, int]]


def events(
    episodes: Iterable[Episode],
    consents: Iterable[Consent],
    reviews: Iterable[Any],
    treated: Treatments,
    timezone: str,
) -> list[Event]:
    """Enrolment, consent, advice and its answer, treatment, discharge: by day, in a sentence."""
    found = [*_of_episodes(episodes), *_of_consents(consents, timezone), *advice(reviews)]
    found += treatment_changes(treated)
    return sorted(found, key=lambda event: event.on)


def _of_episodes(episodes: Iterable[Episode]) -> Iterable[Event]:
    for row in episodes:
        program = row.get_program_display()
        yield Event(row.started_on, "care", f"Enrolled: {program}")
        if row.ended_on:
            yield Event(row.ended_on, "care", f"Discharged: {row.get_end_reason_display()}")


def _of_consents(consents: Iterable[Consent], timezone: str) -> Iterable[Event]:
    for row in consents:
        on = calendar.local_date(row.given_at, timezone)
        yield Event(on, "consent", f"Consent given ({row.get_method_display().lower()})")
        if row.revoked_at:
            yield Event(calendar.local_date(row.revoked_at, timezone), "consent", "Consent revoked")


def advice(reviews: Iterable[Any]) -> Iterable[Event]:
    """What the consultant advised, with what was made of it; withdrawn reviews are left out."""
    for row in reviews:
        if row.withdrawn_at is None:
            kind = "review" if row.advice == "continue" else "change"
            text = f"{row.get_advice_display()}{_answer(row)}"
            yield Event(row.reviewed_on, kind, text, row.pk)


def _answer(review: Any) -> str:
    if not review.made:
        return "; not answered yet" if review.advice != "continue" else ""
    made = review.made[0]
    return f"; {made.get_answer_display().lower()} by {made.who}"


def treatment_changes(treated: Treatments) -> Iterable[Event]:
    """Each treatment's start, change of dose and end; void entries are left out."""
    for row, before in treated.standing():
        named = f"{row.name} {row.dose}".strip()
        text = f"{row.name} {before.dose} → {row.dose}" if before else f"{named} started"
        yield Event(row.started_on, "change", text)
        if row.ended_on and row.end_reason != TreatmentEnd.DOSE_CHANGED:
            why = row.get_end_reason_display().lower()
            yield Event(row.ended_on, "change", f"{named} stopped: {why}")


def levels(targets: Sequence[Target]) -> list[tuple[str, float]]:
    """The scores to be reached, as lines of the drawing: of the first scale, PHQ-9 where it is."""
    half = [("Response", targets[0].half)] if targets and targets[0].half >= REMISSION else []
    return [*half, ("Remission: below", REMISSION)] if targets else []


def outcomes(
    reviews: Iterable[CaseReview], points: Mapping[str, Points]
) -> list[tuple[CaseReview, str]]:
    """Each review with what came of it: the score that it saw, and the latest since."""
    return [(review, _since(review, points)) for review in reviews]


def _since(review: CaseReview, points: Mapping[str, Points]) -> str:
    for scale, scores in points.items():
        then = [total for on, total in scores if on <= review.reviewed_on]
        later = [total for on, total in scores if on > review.reviewed_on]
        if then and later:
            return f"{scale} {then[-1]} then, {later[-1]} now"
        if then:
            return f"{scale} {then[-1]} then, none since"
    return ""


class Day(NamedTuple):
    """A local day of the month: seconds worked and counted, where its column stands."""

    on: dt.date
    worked: int
    counted: int
    x: int
    worked_height: float
    counted_height: float
    words: str


class Days(NamedTuple):
    days: list[Day]
    words: str
    width: int
    height: int


_COLUMN, _HEIGHT, _LEAST = 20, 64, 30 * 60


def by_day(time: MonthOfTime, timezone: str) -> Days | None:
    """The month's minutes by the day on which they began; None where there are none."""
    worked: dict[dt.date, int] = defaultdict(int)
    counted: dict[dt.date, int] = defaultdict(int)
    for line in time.lines:
        if not line.is_void and line.worked:
            on = max(calendar.local_date(line.entry.started_at, timezone), time.month)
            worked[on] += line.worked
            counted[on] += line.counted or 0
    if not worked:
        return None
    top = max(*worked.values(), _LEAST)
    days = [_day(on, worked[on], counted[on], top) for on in sorted(worked)]
    last = calendar.last_day(time.month).day
    return Days(days, ". ".join(day.words for day in days), last * _COLUMN, _HEIGHT)


def by_role(time: MonthOfTime) -> list[str]:
    """Whose the counted time is, where it is of more than one role: payers differ on whose counts.

    Seconds are cut to minutes once, for the month: so each share says its seconds.
    """
    shares: dict[str, int] = defaultdict(int)
    for line in time.lines:
        if not line.is_void and line.worked:
            shares[line.entry.get_role_display()] += line.counted or 0
    if len(shares) < 2:
        return []
    return [f"{role} {time_words.exactly(shares[role])}" for role in sorted(shares)]


def _day(on: dt.date, worked: int, counted: int, top: int) -> Day:
    said = f"{time_words.date(on)}: {worked // 60} min"
    if counted // 60 != worked // 60:
        said += f", {counted // 60} counted"
    tall, full = (round(_HEIGHT * seconds / top, 1) for seconds in (worked, counted))
    return Day(on, worked, counted, (on.day - 1) * _COLUMN, tall, full, said)


# -- as text, for another record --------------------------------------------------------------


def entry_text(line: Line, timezone: str) -> str:
    """One entry as a note: day, span, length, activity, who; then what was written."""
    entry = line.entry
    span = time_words.span(entry.started_at, entry.ended_at, timezone).replace("–", "-")
    length = time_words.exactly(line.worked) if entry.ended_at else "running"
    head = f"{span}, {length}, {entry.get_activity_display()}, {entry.worker.full_name}"
    note = "\n".join(f"  {said}" for said in entry.note.splitlines())
    return f"{head}\n{note}" if note else head


def month_text(patient: Patient, time: MonthOfTime, story: dict[str, Any], timezone: str) -> str:
    """The month's note in plain lines, which any record takes: no table, no sign beyond ASCII
    but what somebody has typed."""
    parts = [
        _head(patient, time, story),
        _section("Contacts and work", _work(time, timezone)),
        _section("Scores", _scores(story)),
        _section("Recommendation", _advice(story["reviews"], time.month, timezone)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _head(patient: Patient, time: MonthOfTime, story: dict[str, Any]) -> str:
    born = time_words.date(patient.birth_date)
    lines = [
        f"Care management, {time_words.month(time.month)}",
        f"Patient: {patient.full_name}, record {patient.record_number}, born {born}",
    ]
    episode = story["episode"]
    if episode:
        consultant = episode.consultant.full_name if episode.consultant else "none"
        manager = episode.care_manager.full_name
        lines.append(f"Care manager: {manager}. Psychiatric consultant: {consultant}.")
    return "\n".join(lines)


def _section(title: str, lines: list[str]) -> str:
    return "\n".join([title.upper(), *lines]) if lines else ""


def _work(time: MonthOfTime, timezone: str) -> list[str]:
    shown = [line for line in time.lines if not line.is_void]
    if not shown:
        return []
    worked = sum(line.worked for line in shown)
    counted = time.row.counted_seconds if time.row else 0
    total = (
        f"Total: {time_words.exactly(worked)} worked, {counted // 60} min counted (whole minutes)"
    )
    shares = by_role(time)
    apart = [f"Counted of it: {'; '.join(shares)}"] if shares else []
    return [*(entry_text(line, timezone) for line in shown), total, *apart]


def _scores(story: dict[str, Any]) -> list[str]:
    found = []
    for scale, points in story["points"].items():
        if points:
            said = "; ".join(f"{total} on {time_words.date(on)}" for on, total in points[-6:])
            found.append(f"{scale}: {said}")
    found += [target.words.replace("→", "->").replace("\u00a0", " ") for target in story["targets"]]
    return found


def _advice(reviews: Iterable[Any], month: dt.date, timezone: str) -> list[str]:
    """The month's standing reviews, else the latest one before."""
    standing = [row for row in reviews if row.withdrawn_at is None]
    last = calendar.last_day(month)
    known = [row for row in standing if row.reviewed_on <= last]
    shown = [row for row in known if row.reviewed_on >= month] or known[:1]
    found = []
    for row in reversed(shown):
        head = f"{time_words.date(row.reviewed_on)}, {row.consultant.full_name}"
        found.append(f"{head}: {row.get_advice_display()}. {row.recommendation}")
        for made in row.made[:1]:
            on, note = time_words.day(made.answered_at, timezone), f": {made.note}"
            who = made.who
            said = f"  {made.get_answer_display()} by {who}, {on}"
            found.append(said + (note if made.note else ""))
    return found


def review_text(review: CaseReview, link: str = "") -> str:
    """One recommendation for the EHR's own message to the practitioner, with the link if any."""
    patient = review.patient
    lines = [
        f"Recommendation of {review.consultant.full_name}, {time_words.date(review.reviewed_on)}",
        f"Patient: {patient.full_name}, record {patient.record_number}, "
        f"born {time_words.date(patient.birth_date)}",
        f"{review.get_advice_display()}. {review.recommendation}",
    ]
    if review.follow_up_on:
        lines.append(f"Follow up on {time_words.date(review.follow_up_on)}.")
    if link:
        lines.append(f"Accept, change or decline it here: {link}")
    return "\n".join(lines)
