"""The weekly caseload review: consultant and care manager go from patient to patient.

The minutes fall to the patient on screen, for both who take part; a signed recommendation is the
evidence of that patient's review, and the meeting itself the evidence that the caseload was
reviewed.  A second counts once for a patient, whoever's log it is in (the rules see to that).
"""

from __future__ import annotations

import datetime as dt

import pghistory
from django.db import transaction

from registry import calendar, time_words
from registry.errors import Refused, refuse
from registry.models import (
    CaseloadMeeting,
    CaseReview,
    Episode,
    MeetingCase,
    Membership,
    Practice,
    TimeEntry,
    User,
)
from registry.services import service_month, time_log
from registry.services.constraints import refusing
from registry.vocabulary import Activity, EntryStatus, Origin, Role, WorkerRole

_ONE = "You hold a caseload review already. End it before you begin another."


@transaction.atomic
def begin(
    practice: Practice, *, care_manager: User | None, by: User, now: dt.datetime
) -> CaseloadMeeting:
    """Begin a review of a care manager's caseload.  Raises Refused (`care_manager`)."""
    held = Membership.objects.filter(
        practice=practice, user=care_manager, role=Role.CARE_MANAGER
    )  # fmt: skip
    if care_manager is None or care_manager == by or not held.exists():
        raise refuse("care_manager", "Choose the care manager whose caseload you review.")
    with refusing("caseload_meeting_one_at_a_time", "", _ONE):
        return CaseloadMeeting.objects.create(
            practice=practice, consultant=by, care_manager=care_manager, started_at=now
        )


@transaction.atomic
def turn_to(
    meeting: CaseloadMeeting, episode: Episode, *, by: User, now: dt.datetime
) -> tuple[MeetingCase, list[str]]:
    """Put a patient on screen: the one before leaves it, and the clock runs for this one.

    Sentences tell what became of time that could not be logged as it was.  Refused for a meeting
    that is over, and for another practice's patient.
    """
    row = _open(meeting, by)
    if episode.patient.practice_id != row.practice_id or episode.ended_on is not None:
        raise refuse("", "Choose a patient of this caseload who is in care.")
    current = row.cases.filter(closed_at=None).first()
    if current is not None and current.episode_id == episode.pk:
        return current, []
    told = _close(row, current, by=by, now=now) if current else []
    case = MeetingCase.objects.create(meeting=row, episode=episode, opened_at=now)
    time_log.start(
        patient=episode.patient,
        worker=by,
        role=WorkerRole.CONSULTANT,
        activity=Activity.CASE_REVIEW,
        by=by,
        now=now,
    )
    return case, told


@transaction.atomic
def signed(review: CaseReview, *, by: User, now: dt.datetime) -> None:
    """A review was signed: if its patient is on screen in this person's meeting, it belongs there.

    Its time was logged with it, for both.
    """
    case = MeetingCase.objects.filter(
        meeting__consultant=by, meeting__ended_at=None, episode=review.episode_id, closed_at=None
    ).first()  # fmt: skip
    if case is not None:
        case.closed_at, case.case_review = now, review
        case.save(update_fields=["closed_at", "case_review"])


@transaction.atomic
def end(meeting: CaseloadMeeting, *, by: User, now: dt.datetime) -> list[str]:
    """End a meeting; the patient on screen leaves it.  Ended twice, it stays as it was."""
    row = CaseloadMeeting.objects.select_for_update().get(pk=meeting.pk)
    if row.ended_at is not None:
        return []
    current = row.cases.filter(closed_at=None).first()
    told = _close(row, current, by=by, now=now) if current else []
    row.ended_at = now
    with pghistory.context(user=by.pk):
        row.save(update_fields=["ended_at"])
    _refresh(row, now)
    return told


def _open(meeting: CaseloadMeeting, by: User) -> CaseloadMeeting:
    rows = CaseloadMeeting.objects.select_for_update(of=("self",)).select_related(
        "practice", "care_manager"
    )
    row = rows.get(pk=meeting.pk)
    if row.ended_at is not None or row.consultant_id != by.pk:
        raise refuse("", "This caseload review is over. Begin another.")
    return row


def _close(meeting: CaseloadMeeting, case: MeetingCase, *, by: User, now: dt.datetime) -> list[str]:
    """The patient leaves the screen without a signature: the time stays, for both."""
    case.closed_at = now
    case.save(update_fields=["closed_at"])
    entry = TimeEntry.objects.filter(
        worker=by, patient=case.episode.patient_id, status=EntryStatus.RUNNING
    ).first()  # fmt: skip
    if entry is None:
        return []
    ended = time_log.stop(worker=by, by=by, now=now, entry_id=entry.pk)
    if ended.status == EntryStatus.VOIDED or ended.ended_at is None:
        return []
    return _also(meeting, ended, by=by, now=now)


def _also(meeting: CaseloadMeeting, entry: TimeEntry, *, by: User, now: dt.datetime) -> list[str]:
    """The same stretch in the care manager's log: confirmed, else waiting for a look there."""
    person, zone = meeting.care_manager, meeting.practice.timezone
    try:
        with transaction.atomic():
            _record(person, entry, by=by, now=now, status=EntryStatus.CONFIRMED)
    except Refused as refused:
        why = f"Logged with a caseload review. {' '.join(refused.problems.values())}"[:300]
        when = time_words.span(entry.started_at, entry.ended_at, zone)
        try:
            _record(person, entry, by=by, now=now, status=EntryStatus.NEEDS_REVIEW, why=why)
        except Refused:
            return [f"{person.full_name}'s time, {when}, could not be logged. Ask for it by hand."]
        return [f"{person.full_name}'s time, {when}, waits in that log for a look."]
    return []


def _record(
    person: User, entry: TimeEntry, *, by: User, now: dt.datetime, status: str, why: str = ""
) -> None:
    assert entry.ended_at is not None
    time_log.record(
        patient=entry.patient,
        worker=person,
        role=WorkerRole.CARE_MANAGER,
        activity=Activity.CASE_REVIEW,
        started_at=entry.started_at,
        ended_at=entry.ended_at,
        reason="",
        origin=Origin.TIMER,
        by=by,
        now=now,
        status=status,
        review_reason=why,
    )


def _refresh(meeting: CaseloadMeeting, now: dt.datetime) -> None:
    """A meeting is evidence for the whole caseload's month, where a payer takes it as such."""
    month = calendar.local_month(meeting.started_at, meeting.practice.timezone)
    episodes = Episode.objects.filter(
        patient__practice=meeting.practice, care_manager=meeting.care_manager, ended_on=None
    ).select_related("patient__practice")  # fmt: skip
    service_month.refresh([episode.patient for episode in episodes], [month], now=now)
