"""Referral to care management: a practitioner's wish, answered by a care manager.

Waiting until a care manager accepts it (it is then theirs to enrol), declines it with a reason, or
the practice withdraws it.  Enrolment closes it, accepted or not.
"""

from __future__ import annotations

import datetime as dt

import pghistory
from django.db import transaction

from registry import checks
from registry.errors import refuse
from registry.models import Episode, Membership, Patient, Referral, User
from registry.services.constraints import refusing
from registry.vocabulary import Program, ReferralState, Role

MOST_REASON = 2000
UNDER_WAY = (ReferralState.WAITING, ReferralState.ACCEPTED)
_ONE = "referral_one_under_way"
_ALREADY = "The patient is referred already, and the referral is under way."


@transaction.atomic
def refer(
    patient: Patient,
    *,
    reason: str,
    program: str = "",
    wanted_care_manager: User | None = None,
    by: User,
    now: dt.datetime,
) -> Referral:
    """Refer a patient.  Raises Refused by field (`reason`, `program`, `wanted_care_manager`)."""
    checks.stop_if(
        {
            "": _standing(patient),
            "reason": _words(reason, "Say why the patient is referred, and what is hoped for."),
            "program": None if program in ("", *Program.values) else "Choose one of those listed.",
            "wanted_care_manager": _manager(patient, wanted_care_manager),
        }
    )
    with refusing(_ONE, "", _ALREADY):
        return Referral.objects.create(
            patient=patient,
            program=program,
            reason=reason.strip(),
            wanted_care_manager=wanted_care_manager,
            referred_at=now,
            referred_by=by,
        )


def accept(referral: Referral, *, by: User, now: dt.datetime) -> Referral:
    """Take a waiting referral on: the patient is this care manager's to enrol."""
    return _answer(referral, ReferralState.ACCEPTED, from_states=(ReferralState.WAITING,), by=by,
                   now=now)  # fmt: skip


def decline(referral: Referral, *, note: str, by: User, now: dt.datetime) -> Referral:
    """Say no, with the reason that the practitioner reads."""
    checks.stop_if({"note": _words(note, "Say why, for the one who referred the patient.")})
    return _answer(referral, ReferralState.DECLINED, note=note.strip(), by=by, now=now)


def withdraw(referral: Referral, *, note: str, by: User, now: dt.datetime) -> Referral:
    """Take a referral back."""
    checks.stop_if({"note": _words(note, "Say why it is withdrawn.")})
    return _answer(referral, ReferralState.WITHDRAWN, note=note.strip(), by=by, now=now)


def close_with(episode: Episode, *, by: User, now: dt.datetime) -> None:
    """The patient is enrolled: a referral that was under way has come to its end."""
    row = Referral.objects.select_for_update().filter(
        patient=episode.patient, state__in=UNDER_WAY
    ).first()  # fmt: skip
    if row is None:
        return
    row.state, row.episode = ReferralState.ENROLLED, episode
    if row.answered_at is None:
        row.answered_at, row.answered_by = now, by
    row.save(update_fields=["state", "episode", "answered_at", "answered_by"])


@transaction.atomic
def _answer(
    referral: Referral,
    state: ReferralState,
    *,
    note: str = "",
    from_states: tuple[ReferralState, ...] = UNDER_WAY,
    by: User,
    now: dt.datetime,
) -> Referral:
    row = Referral.objects.select_for_update().get(pk=referral.pk)
    if row.state not in from_states:
        raise refuse("", f"This referral is {row.get_state_display().lower()} already.")
    row.state, row.answer_note, row.answered_at, row.answered_by = state, note, now, by
    with pghistory.context(reason=f"referral {state}"):
        row.save(update_fields=["state", "answer_note", "answered_at", "answered_by"])
    return row


def _standing(patient: Patient) -> str | None:
    """What keeps anybody from being referred."""
    if patient.died_on:
        return "The patient has died and cannot be referred."
    if patient.episodes.filter(ended_on=None).exists():
        return "The patient is in care already."
    if patient.referrals.filter(state__in=UNDER_WAY).exists():
        return _ALREADY
    return None


def _words(text: str, empty: str) -> str | None:
    if not text.strip():
        return empty
    if len(text.strip()) > MOST_REASON:
        return f"This is longer than {MOST_REASON} characters. Shorten it."
    return None


def _manager(patient: Patient, person: User | None) -> str | None:
    if person is None:
        return None
    found = Membership.objects.filter(
        practice_id=patient.practice_id, user=person, role=Role.CARE_MANAGER
    )
    return None if found.exists() else "This person is no care manager of the practice."
