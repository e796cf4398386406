"""The minutes of a review: the consultant's, and the same interval for whoever else took part.

The rules count a shared second once, so both logs can say what is true.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from registry import time_words
from registry.errors import Refused, refuse
from registry.models import CaseReview, TimeEntry, User
from registry.selectors import practices, reviews
from registry.services import constraints, time_log, time_rules
from registry.services.review_checks import Review
from registry.vocabulary import Activity, EntryStatus, Origin, Role, WorkerRole

#: A clock that was stopped before signing still belongs to the review for so long.
CLOCK_WAITS = dt.timedelta(hours=12)
REVIEW_LIMIT = 300
_CLOSED = "The month of your clock's time is closed. Choose none: the time stays as it is."
#: In which role somebody beside the consultant takes part, the first that fits.
_TAKES_PART_AS = (
    (Role.CARE_MANAGER, WorkerRole.CARE_MANAGER),
    (Role.TREATING_PRACTITIONER, WorkerRole.TREATING_PRACTITIONER),
)


@dataclass(frozen=True, kw_only=True)
class _Spent:
    """The time that the review took."""

    review: CaseReview
    start: dt.datetime
    end: dt.datetime
    origin: str
    reason: str
    doubt: str
    by: User
    now: dt.datetime


def write(review: CaseReview, what: Review) -> list[str]:
    """Log the review's time, linked to it; sentences on what the signer should know."""
    roles = {person.pk: _role(person, review) for person in what.others}
    spent: _Spent | None = None
    told: list[str] = []
    if what.with_clock:
        spent, told = _of_clock(_from_clock(review, what), review, what)
    elif what.started_at is not None and what.ended_at is not None:
        spent = _by_interval(review, what, what.started_at, what.ended_at)
    if spent is not None:
        for person in what.others:
            told += _also(person, roles[person.pk], spent)
    return told


def _role(person: User, review: CaseReview) -> str:
    held = practices.roles(person, review.patient.practice)
    for role, worker in _TAKES_PART_AS:
        if role in held:
            return worker
    raise refuse("participants", f"{person.full_name} is no care manager here. Choose another.")


def _from_clock(review: CaseReview, what: Review) -> TimeEntry:
    """The consultant's clock on this patient, stopped, and linked to the review."""
    entry = reviews.clock_of(what.by, review.patient, what.now - CLOCK_WAITS)
    if entry is None:
        raise refuse(
            "time", "Your clock has no time on this patient. Enter the minutes, or choose none."
        )
    with constraints.refusing("time_entry_month_open", "time", _CLOSED):
        TimeEntry.objects.filter(pk=entry.pk).update(case_review=review)
    if entry.status == EntryStatus.RUNNING:
        return time_log.stop(
            worker=what.by,
            by=what.by,
            now=what.now,
            activity=Activity.CASE_REVIEW,
            entry_id=entry.pk,
        )
    return time_log.describe(entry, activity=Activity.CASE_REVIEW, by=what.by, now=what.now)


def _of_clock(
    entry: TimeEntry, review: CaseReview, what: Review
) -> tuple[_Spent | None, list[str]]:
    if entry.status == EntryStatus.VOIDED or entry.ended_at is None:
        return None, ["No time passed on the clock, so none was logged."]
    waits = entry.status == EntryStatus.NEEDS_REVIEW
    spent = _Spent(
        review=review,
        start=entry.started_at,
        end=entry.ended_at,
        origin=entry.origin,
        reason=entry.reason,
        doubt=entry.review_reason if waits else "",
        by=what.by,
        now=what.now,
    )
    said = f"Your own time waits for a look before it counts: {entry.review_reason}"
    return spent, [said] if waits else []


def _by_interval(review: CaseReview, what: Review, start: dt.datetime, end: dt.datetime) -> _Spent:
    """The consultant's entry of a given interval; refused by field where it cannot stand."""
    origin = Origin.BY_HAND if what.reason.strip() else Origin.TIMER
    spent = _Spent(
        review=review,
        start=start,
        end=end,
        origin=origin,
        reason=what.reason.strip(),
        doubt="",
        by=what.by,
        now=what.now,
    )
    _record(spent, what.by, WorkerRole.CONSULTANT)
    return spent


def _record(spent: _Spent, worker: User, role: str, *, doubt: str = "") -> TimeEntry:
    return time_log.record(
        patient=spent.review.patient,
        worker=worker,
        role=role,
        activity=Activity.CASE_REVIEW,
        started_at=spent.start,
        ended_at=spent.end,
        reason=spent.reason or (_taken_over(spent) if spent.origin != Origin.TIMER else ""),
        origin=spent.origin,
        by=spent.by,
        now=spent.now,
        case_review=spent.review,
        status=EntryStatus.NEEDS_REVIEW if doubt else EntryStatus.CONFIRMED,
        review_reason=doubt[:REVIEW_LIMIT],
    )


def _taken_over(spent: _Spent) -> str:
    return f"Case review with {spent.review.consultant.full_name}"[: time_rules.REASON_LIMIT]


def _also(person: User, role: str, spent: _Spent) -> list[str]:
    """The same interval in another's log: confirmed, else waiting for that person's look."""
    try:
        _record(spent, person, role, doubt=spent.doubt)
    except Refused as refused:
        return _kept_for_review(person, role, spent, " ".join(refused.problems.values()))
    return []


def _kept_for_review(person: User, role: str, spent: _Spent, why: str) -> list[str]:
    zone = spent.review.patient.practice.timezone
    when = time_words.span(spent.start, spent.end, zone)
    try:
        _record(spent, person, role, doubt=f"Logged with a case review. {why}")
    except Refused:
        return [
            f"{person.full_name}'s time, {when}, could not be logged with the review: {why} "
            "Ask for it to be entered by hand."
        ]
    return [f"{person.full_name}'s time, {when}, was saved and waits in that log for a look: {why}"]
