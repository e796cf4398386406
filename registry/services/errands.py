"""Asking the person who alone can mend what stands against a patient's month."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db import transaction

from registry import checks
from registry.errors import refuse
from registry.models import Episode, Errand, Patient, User

MOST_WORDS = MOST_ANSWER = 300


@dataclass(frozen=True, kw_only=True)
class Cause:
    """What is to be mended: a rule (its short name) of a patient's month, and its sentence."""

    patient: Patient
    episode: Episode | None
    month: dt.date
    rule: str
    words: str


@transaction.atomic
def ask(cause: Cause, *, of: User, by: User, now: dt.datetime) -> Errand:
    """Ask one person.  Asked again, the same person has one errand; another takes its place."""
    if not of.memberships.filter(practice=cause.patient.practice).exists():
        raise refuse("", f"{of.full_name} has no role in this practice any more: ask another.")
    Patient.objects.select_for_update().get(pk=cause.patient.pk)
    rows = Errand.objects.filter(
        patient=cause.patient, month=cause.month, rule=cause.rule, answered_at=None
    )
    standing = rows.filter(withdrawn_at=None).first()
    if standing is not None and standing.asked_of_id == of.pk:
        return standing
    if standing is not None:
        withdraw(standing, by=by, now=now)
    return Errand.objects.create(
        patient=cause.patient,
        episode=cause.episode,
        month=cause.month,
        rule=cause.rule,
        words=cause.words[:MOST_WORDS],
        asked_of=of,
        asked_at=now,
        asked_by=by,
    )


@transaction.atomic
def answer(errand: Errand, *, answer: str, by: User, now: dt.datetime) -> Errand:
    """Why it cannot be done.  Raises Refused by field (`answer`)."""
    said = checks.one_line(answer)
    checks.stop_if(
        {
            "answer": checks.text(said, most=MOST_ANSWER, called="The answer")
            if said
            else "Say why it cannot be done, or what should be done instead."
        }
    )
    row = _open(errand)
    row.answer, row.answered_at, row.answered_by = said, now, by
    row.save(update_fields=["answer", "answered_at", "answered_by"])
    return row


@transaction.atomic
def withdraw(errand: Errand, *, by: User, now: dt.datetime) -> Errand:
    """It is not asked any more."""
    row = _open(errand)
    row.withdrawn_at, row.withdrawn_by = now, by
    row.save(update_fields=["withdrawn_at", "withdrawn_by"])
    return row


def _open(errand: Errand) -> Errand:
    row = Errand.objects.select_for_update().get(pk=errand.pk)
    if row.answered_at is not None:
        raise refuse("", "It was answered in the meantime. Reload the page to read the answer.")
    if row.withdrawn_at is not None:
        raise refuse("", "It is not asked any more: it was taken back in the meantime.")
    return row
