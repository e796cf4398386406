"""What a stretch of time must be to stand in the log, and the sentence where it is not.

None of this is billing: minutes that stand here may still not count, and the rules say why.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from registry import time_words
from registry.models import Patient, Practice, ServiceMonth, TimeEntry, User
from registry.selectors import consents_and_care, practices, time_log
from registry.vocabulary import Activity, Origin, Role, WorkerRole

#: Nothing longer is confirmed (the database holds the same wall).
A_DAY = dt.timedelta(hours=24)
#: A timer that ran longer than a working day was forgotten more often than meant: somebody says.
LONG_TIMER = dt.timedelta(hours=8)
#: Clocks of browser and server differ a little; more than this ahead is the future.
CLOCK_SLACK = dt.timedelta(seconds=60)
REASON_LIMIT = 200
#: What follows the reason why time by hand will not count.
MEANT = "Correct the time, or say that it is meant: it is then kept, but not counted."

#: In this order: who has several roles and names none works as the first of them.
ROLES: Mapping[Role, WorkerRole] = {
    Role.CARE_MANAGER: WorkerRole.CARE_MANAGER,
    Role.CONSULTANT: WorkerRole.CONSULTANT,
    Role.TREATING_PRACTITIONER: WorkerRole.TREATING_PRACTITIONER,
}

Problems = dict[str, str]


def worker_roles(held: Iterable[Role]) -> list[WorkerRole]:
    """In which capacities somebody with these roles logs time; none for who only reads."""
    have = frozenset(held)
    return [worker for role, worker in ROLES.items() if role in have]


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """A piece of time that somebody wants in the log, as confirmed."""

    patient: Patient
    worker: User
    role: str
    activity: str
    start: dt.datetime
    end: dt.datetime
    now: dt.datetime
    apart_from: int | None = None

    @property
    def timezone(self) -> str:
        return self.patient.practice.timezone


def problems(stretch: Stretch, months: Iterable[ServiceMonth]) -> Problems:
    """Why the stretch cannot be confirmed, by field; empty where it can."""
    found = words_problems(stretch) | span_problems(stretch)
    if not found.keys() & {"started_at", "ended_at"}:
        found = overlap_problem(stretch) | closed_problem(months) | found
    return found


def words_problems(stretch: Stretch) -> Problems:
    """The role must be held in the practice, the activity known."""
    found = role_problem(stretch.worker, stretch.patient, stretch.role)
    if stretch.activity not in Activity.values:
        found["activity"] = "Choose what the time was spent on."
    return found


def role_problem(worker: User, patient: Patient, role: str) -> Problems:
    held = worker_roles(practices.roles(worker, patient.practice))
    return {} if role in held else not_held(worker, patient.practice, held)


def not_held(worker: User, practice: Practice, held: list[WorkerRole]) -> Problems:
    """The sentence for a role that the worker does not have in the practice."""
    if not held:
        return {
            "role": f"{worker.full_name} has no role at {practice.name} in which time is logged: "
            "ask the supervisor for one."
        }
    names = " or ".join(item.label for item in held)
    return {"role": f"{worker.full_name} logs time here as {names}: choose that."}


def span_problems(stretch: Stretch, *, at_most_a_day: bool = True) -> Problems:
    """The time itself: neither backwards, nor in the future, nor longer than a day."""
    zone, limit = stretch.timezone, stretch.now + CLOCK_SLACK
    if stretch.start > limit:
        said = time_words.when(stretch.start, zone)
        return {"started_at": f"The start, {said}, lies in the future. Enter when it began."}
    if stretch.end <= stretch.start:
        return {
            "ended_at": f"The end, {time_words.when(stretch.end, zone)}, is not after the start, "
            f"{time_words.when(stretch.start, zone)}. Correct one of them."
        }
    if stretch.end > limit:
        said = time_words.when(stretch.end, zone)
        return {"ended_at": f"The end, {said}, lies in the future. Log the time once it is over."}
    return day_problem(stretch) if at_most_a_day else {}


def day_problem(stretch: Stretch) -> Problems:
    if stretch.end - stretch.start <= A_DAY:
        return {}
    lasted = time_words.lasted(stretch.start, stretch.end)
    return {
        "ended_at": f"It would last {lasted}, longer than a day. "
        "Correct the start or the end, or split it into several entries."
    }


def overlap_problem(stretch: Stretch) -> Problems:
    other = time_log.overlapping(
        stretch.worker, stretch.start, stretch.end, apart_from=stretch.apart_from
    )
    return {"started_at": overlaps(other, stretch.timezone)} if other else {}


def overlaps(other: TimeEntry, timezone: str) -> str:
    """The sentence for the entry that is in the way."""
    advice = "Stop that timer first" if other.ended_at is None else "Correct this time"
    return (
        f"It overlaps another entry of {other.worker.full_name}: "
        f"{time_words.entry(other, timezone)}. {advice}, or void the other entry."
    )


def closed_problem(months: Iterable[ServiceMonth]) -> Problems:
    closed = [time_words.month(row.month) for row in months if row.is_closed]
    if not closed:
        return {}
    return {
        "started_at": f"{' and '.join(closed)} is closed for this patient: its claim was approved. "
        "Ask billing to open the month again, then log the time."
    }


def reason_problem(origin: str, reason: str) -> Problems:
    """Time by hand says why; whatever is said fits the field."""
    if origin in (Origin.BY_HAND, Origin.TIMER_CORRECTED) and not reason.strip():
        return {"reason": "Say why this time is entered by hand."}
    return too_long(reason)


def too_long(reason: str) -> Problems:
    if len(reason) > REASON_LIMIT:
        return {"reason": f"The reason has {len(reason)} characters; shorten it to {REASON_LIMIT}."}
    return {}


def outside_care(patient: Patient, start: dt.datetime, end: dt.datetime) -> str:
    """Why these minutes will not count although they may stand in the log; empty where they may.

    Time before consent or enrolment is kept, because it was worked and the chart should show it.
    The rules leave it out of the month (`outside_consent`, `outside_episode`).
    """
    return consents_and_care.gap(patient, start, end)
