"""What the weekly audit finds among the patients in care.  For the job that makes the audit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from registry import calendar, time_words
from registry.audit_limits import Limits
from registry.models import CaseReview, Consent, Episode, Measure, Practice, ServiceMonth, TimeEntry
from registry.selectors import consents
from registry.selectors.log_audit_found import Found
from registry.vocabulary import (
    CONTACT_ACTIVITIES,
    EntryStatus,
    Finding,
    Instrument,
    Program,
)

#: A call that runs or waits for somebody's look has reached the patient all the same.
_DONE = (EntryStatus.CONFIRMED, EntryStatus.NEEDS_REVIEW, EntryStatus.RUNNING)
REVIEW_MISSING = [{"kind": "hold", "rule": "consultant_review_missing"}]


def findings(practice: Practice, limits: Limits, now: dt.datetime) -> list[Found]:
    """Everything found among the patients as they stand now, in one query."""
    today = calendar.local_date(now, practice.timezone)
    rows = _in_care(practice, today, now)
    return [
        Found(
            kind=kind,
            text=text,
            patient_id=episode.patient_id,
            worker_id=episode.care_manager_id,
        )
        for episode in rows.iterator(chunk_size=2000)
        for kind, text in _of(episode, practice.timezone, today, limits)
    ]


def _in_care(practice: Practice, today: dt.date, now: dt.datetime) -> QuerySet[Episode, Any]:
    month = calendar.month_of(today)
    rows = Episode.objects.filter(
        patient__practice=practice, patient__died_on=None, ended_on=None, started_on__lte=today
    )
    return rows.order_by("pk").annotate(
        contact_at=Subquery(_contacts().values("started_at")[:1]),
        scored_on=Subquery(_scores().values("scored_on")[:1]),
        is_reviewed=Exists(_reviews(month)),
        is_consented=Exists(_consents(now)),
        next_step=Subquery(_months(month).values("standing__next")[:1]),
        review_awaited=Exists(
            _months(month).filter(
                standing__outcome="held", standing__reasons__contains=REVIEW_MISSING
            )
        ),
    )


def _contacts() -> QuerySet[TimeEntry]:
    reached = TimeEntry.objects.filter(
        patient=OuterRef("patient"),
        activity__in=CONTACT_ACTIVITIES,
        status__in=_DONE,
    )
    return reached.order_by("-started_at")


def _scores() -> QuerySet[Measure]:
    scored = Measure.objects.filter(
        patient=OuterRef("patient"),
        instrument__in=(Instrument.PHQ9, Instrument.GAD7),
        voided_at=None,
    )
    return scored.order_by("-scored_on")


def _reviews(month: dt.date) -> QuerySet[CaseReview]:
    return CaseReview.objects.filter(
        patient=OuterRef("patient"),
        withdrawn_at=None,
        reviewed_on__gte=month,
        reviewed_on__lt=calendar.shift_month(month, 1),
    )


def _consents(now: dt.datetime) -> QuerySet[Consent]:
    return Consent.objects.filter(consents.standing(now), patient=OuterRef("patient"))


def _months(month: dt.date) -> QuerySet[ServiceMonth]:
    return ServiceMonth.objects.filter(patient=OuterRef("patient"), month=month)


def _of(
    episode: Any, timezone: str, today: dt.date, limits: Limits
) -> Iterator[tuple[Finding, str]]:
    if not episode.is_consented:
        yield Finding.NO_CONSENT, "No consent is in force: time does not count until it is given."
    if _review_missing(episode, today, limits):
        waits = " The month's claim waits for it." if episode.review_awaited else ""
        month = time_words.month(calendar.month_of(today))
        yield Finding.NO_REVIEW, f"No consultant review in {month} so far.{waits}"
    contact = _contact_gap(episode, timezone, today, limits)
    if contact:
        yield Finding.NO_CONTACT, f"{contact}."
    due = _due(episode, contact, today, limits)
    if due and 0 < _minutes_to_next(episode) <= limits.near_minutes:
        yield Finding.CLINICALLY_DUE, _near(episode, due)


def _review_missing(episode: Any, today: dt.date, limits: Limits) -> bool:
    young = today.day <= limits.review_grace_days
    return episode.program == Program.COCM and not episode.is_reviewed and not young


def _contact_gap(episode: Any, timezone: str, today: dt.date, limits: Limits) -> str:
    """ "No contact for 16 days, since Sep 28, 2026"; empty where there was one lately."""
    last = calendar.local_date(episode.contact_at, timezone) if episode.contact_at else None
    days = (today - (last or episode.started_on)).days
    if days < limits.no_contact_days:
        return ""
    if last is None or last < episode.started_on:
        return f"No contact since care began on {time_words.date(episode.started_on)}"
    return f"No contact for {days} days, since {time_words.date(last)}"


def _due(episode: Any, contact: str, today: dt.date, limits: Limits) -> list[str]:
    """What the patient's care asks for now, whatever the minutes are."""
    due = [contact] if contact else []
    if episode.scored_on is None:
        due.append("No PHQ-9 or GAD-7 yet")
    elif (today - episode.scored_on).days >= limits.measure_days:
        due.append(f"Last score on {time_words.date(episode.scored_on)}")
    if _review_missing(episode, today, limits):
        due.append("No consultant review this month")
    return due


def _minutes_to_next(episode: Any) -> int:
    return int((episode.next_step or {}).get("minutes_needed") or 0)


def _near(episode: Any, due: list[str]) -> str:
    step = episode.next_step
    minutes = "1 minute" if step["minutes_needed"] == 1 else f"{step['minutes_needed']} minutes"
    return f"Clinically due: {'. '.join(due)}. The month stands {minutes} below {step['code']}."
