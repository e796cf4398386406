"""Writing down time that is over: by hand, from a review, from an import."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from registry import time_words
from registry.errors import Refused
from registry.models import CaseReview, Patient, ServiceMonth, TimeEntry, User
from registry.selectors import practice_month, time_log
from registry.services import time_rules, time_writes
from registry.vocabulary import EntryStatus, Origin


@dataclass(frozen=True, kw_only=True)
class _Record:
    stretch: time_rules.Stretch
    note: str
    reason: str
    origin: str
    by: User
    client_id: UUID | None
    case_review: CaseReview | None
    status: str
    review_reason: str
    replaces: TimeEntry | None
    outside_care_is_meant: bool
    phase_of: int | None


def record(
    *,
    patient: Patient,
    worker: User,
    role: str,
    activity: str,
    started_at: dt.datetime,
    ended_at: dt.datetime,
    note: str = "",
    reason: str = "",
    origin: str = Origin.BY_HAND,
    by: User,
    now: dt.datetime,
    client_id: UUID | None = None,
    case_review: CaseReview | None = None,
    status: str = EntryStatus.CONFIRMED,
    review_reason: str = "",
    replaces: TimeEntry | None = None,
    outside_care_is_meant: bool = False,
    phase_of: int | None = None,
) -> TimeEntry:
    """Write down a stretch of time that is over.  Refused by field where it cannot stand.

    Time that a person enters by hand before consent or outside enrolment is refused once, with
    the reason at `started_at`: it is a slip of the date more often than not.  Who means it says
    so (`outside_care_is_meant`), and it is kept, outside what counts.  Time by hand in a month that
    the practice has closed is kept for review.  With status needs_review
    (which needs a `review_reason`) only what the table itself demands is checked.
    """
    stretch = time_rules.Stretch(
        patient=patient,
        worker=worker,
        role=role,
        activity=activity,
        start=started_at,
        end=ended_at,
        now=now,
    )
    asked = _Record(
        stretch=stretch,
        note=note,
        reason=reason.strip(),
        origin=origin,
        by=by,
        client_id=client_id,
        case_review=case_review,
        status=status,
        review_reason=review_reason,
        replaces=replaces,
        outside_care_is_meant=outside_care_is_meant,
        phase_of=phase_of,
    )
    return time_writes.again(lambda: _record(asked), by=by, reason=asked.reason)


def _record(asked: _Record) -> TimeEntry:
    sent = time_log.by_client_id(asked.client_id)
    if sent is not None:
        return time_writes.sent_before(sent, asked.stretch.worker)
    what = asked.stretch
    confirmed = asked.status == EntryStatus.CONFIRMED
    first = time_rules.span_problems(what, at_most_a_day=confirmed)
    first |= time_rules.reason_problem(asked.origin, asked.reason)
    if first.keys() & {"started_at", "ended_at"}:
        raise Refused(first | time_rules.words_problems(what))
    months = time_writes.lock_months([(what.patient, what.start, what.end)])
    late = _late(asked, months) if confirmed else ""
    problems = first
    if confirmed:
        problems = first | time_rules.problems(what, () if late else months)
    problems = _meant(asked) | problems
    if problems:
        raise Refused(problems)
    if late:
        asked = replace(asked, status=EntryStatus.NEEDS_REVIEW, review_reason=late)
    entry = _create(asked)
    time_writes.rewrite_months(months, now=what.now)
    return entry


def _late(asked: _Record, months: Iterable[ServiceMonth]) -> str:
    """Why time by hand waits for review: the practice has closed its month; empty where it has not.

    While only the patient's own month is closed, since a claim was approved, it is refused.
    """
    if asked.origin != Origin.BY_HAND or asked.case_review or asked.replaces:
        return ""
    closed = [row.month for row in months if row.is_closed]
    practice = asked.stretch.patient.practice
    if not closed or not all(practice_month.closed_at(practice, month) for month in closed):
        return ""
    named = " and ".join(time_words.month(month) for month in closed)
    return f"{named} was closed before this time was entered."


def _meant(asked: _Record) -> dict[str, str]:
    """The question that is asked once of time by hand outside consent or enrolment."""
    by_hand = asked.origin == Origin.BY_HAND and asked.case_review is None
    if not by_hand or asked.outside_care_is_meant:
        return {}
    what = asked.stretch
    gap = time_rules.outside_care(what.patient, what.start, what.end)
    return {"started_at": f"{gap} {time_rules.MEANT}"} if gap else {}


def _create(asked: _Record) -> TimeEntry:
    what = asked.stretch
    confirmed = asked.status == EntryStatus.CONFIRMED
    return TimeEntry.objects.create(
        practice=what.patient.practice,
        patient=what.patient,
        worker=what.worker,
        role=what.role,
        activity=what.activity,
        started_at=what.start,
        ended_at=what.end,
        status=asked.status,
        origin=asked.origin,
        note=asked.note,
        reason=asked.reason,
        review_reason=asked.review_reason,
        client_id=asked.client_id,
        case_review=asked.case_review,
        replaces=asked.replaces,
        phase_of_id=asked.phase_of or _same_phase(asked.replaces),
        created_at=what.now,
        created_by=asked.by,
        ended_entry_at=what.now,
        confirmed_at=what.now if confirmed else None,
        confirmed_by=asked.by if confirmed else None,
    )


def _same_phase(replaced: TimeEntry | None) -> int | None:
    """What is entered in a phase's place stays among the phases, also in the first one's."""
    if replaced is None:
        return None
    return replaced.phase_of_id or (replaced.pk if replaced.phases.exists() else None)
