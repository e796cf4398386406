"""Enrolment: an episode begins with program, diagnoses, visit, team and consent; it ends with a
reason.  Each act is one transaction, and refreshes the months it touches."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypedDict, Unpack

import pghistory
from django.db import transaction

from registry import calendar, checks
from registry.models import Clinician, Episode, Patient, Site, User
from registry.services import (
    consent_files,
    consents,
    diagnoses,
    enrolment_rules,
    referrals,
    service_month,
)
from registry.services.consents import ConsentInput
from registry.services.constraints import refusing
from registry.services.enrolment_rules import Enrolment
from registry.vocabulary import EpisodeEnd


class Further(TypedDict, total=False):
    """Where care is given: None at the practice's own address.  Therapy given elsewhere: None
    where nobody asked."""

    site: Site | None
    outside_therapy_same_condition: bool | None
    non_duplication_note: str


def enrol(
    *,
    patient: Patient,
    program: str,
    diagnoses: Sequence[str],
    started_on: dt.date | None,
    initiating_visit_on: dt.date | None,
    care_manager: User | None,
    consultant: User | None,
    treating_practitioner: Clinician | None,
    consent: ConsentInput | None,
    by: User,
    now: dt.datetime,
    **further: Unpack[Further],
) -> Episode:
    """Enrol a patient.  Raises Refused with every problem, by field.

    Without a `consent` the episode begins all the same; no month of it can be billed until one is
    given (`consents.give`), unless one is in force.
    """
    enrolment = Enrolment(
        program=program,
        diagnoses=tuple(diagnoses),
        started_on=started_on,
        initiating_visit_on=initiating_visit_on,
        care_manager=care_manager,
        consultant=consultant,
        treating_practitioner=treating_practitioner,
        **further,
    )
    checks.stop_if(problems(patient, enrolment, consent, now=now))
    with consent_files.stored(consent.file if consent else None) as file, transaction.atomic():
        episode = _begin(patient, enrolment, by=by, now=now)
        referrals.close_with(episode, by=by, now=now)
        if consent:
            consents.write(patient, consent, file, by=by, now=now)
        service_month.refresh_patient(patient, now=now, since=_since(patient, episode, consent))
    return episode


def problems(
    patient: Patient, enrolment: Enrolment, consent: ConsentInput | None, *, now: dt.datetime
) -> dict[str, str | None]:
    """What keeps this enrolment from being saved: the episode's fields and the consent's."""
    today = calendar.local_date(now, patient.practice.timezone)
    found = enrolment_rules.problems(patient, enrolment, today=today)
    return found | (consents.problems(patient, consent, now=now) if consent else {})


def _begin(patient: Patient, enrolment: Enrolment, *, by: User, now: dt.datetime) -> Episode:
    episode = Episode(patient=patient, enrolled_at=now, enrolled_by=by)
    _fill(episode, enrolment)
    with refusing("episode_no_two_at_once", "started_on", enrolment_rules.OVERLAPS):
        episode.save()
    diagnoses.replace(episode, enrolment.diagnoses, by=by, now=now)
    return episode


def _fill(episode: Episode, enrolment: Enrolment) -> None:
    for field in enrolment_rules.KEPT:
        setattr(episode, field, getattr(enrolment, field))
    episode.non_duplication_note = enrolment.non_duplication_note.strip()


def _since(patient: Patient, episode: Episode, consent: ConsentInput | None) -> dt.date:
    given = consent.given_at if consent else None
    zone = patient.practice.timezone
    return min(episode.started_on, calendar.local_date(given, zone) if given else dt.date.max)


def amend_problems(
    episode: Episode, enrolment: Enrolment, *, now: dt.datetime
) -> dict[str, str | None]:
    """What keeps this episode from being changed so, by field."""
    patient = episode.patient
    today = calendar.local_date(now, patient.practice.timezone)
    return enrolment_rules.problems(patient, enrolment, today=today, episode=episode)


@transaction.atomic
def amend(episode: Episode, enrolment: Enrolment, *, by: User, now: dt.datetime) -> Episode:
    """Correct an episode: visit, diagnoses, team, start, program.  Raises Refused by field."""
    row = _locked(episode)
    patient, began = row.patient, row.started_on
    checks.stop_if(amend_problems(row, enrolment, now=now))
    _fill(row, enrolment)
    with refusing("episode_no_two_at_once", "started_on", enrolment_rules.OVERLAPS):
        row.save()
    diagnoses.replace(row, enrolment.diagnoses, by=by, now=now)
    service_month.refresh_patient(patient, now=now, since=min(began, row.started_on))
    return row


def amend_some(episode: Episode, *, by: User, now: dt.datetime, **changed: Any) -> Episode:
    """Correct some fields of an episode (those of `Enrolment`); the others stay as they are."""
    standing = episode.diagnoses.filter(removed_at=None).order_by("rank", "pk")
    as_it_is = Enrolment(
        **{field: getattr(episode, field) for field in enrolment_rules.KEPT},
        diagnoses=tuple(standing.values_list("code", flat=True)),
        non_duplication_note=episode.non_duplication_note,
    )
    return amend(episode, replace(as_it_is, **changed), by=by, now=now)


@transaction.atomic
def discharge(
    episode: Episode, *, ended_on: dt.date | None, reason: str, by: User, now: dt.datetime
) -> Episode:
    """End an episode with its last day and a reason (EpisodeEnd).  Time after that day is no
    longer the episode's."""
    row = _locked(episode)
    today = calendar.local_date(now, row.patient.practice.timezone)
    checks.stop_if(_end_problems(row, ended_on, reason, today))
    row.ended_on, row.end_reason, row.closed_at, row.closed_by = ended_on, reason, now, by
    with pghistory.context(reason=f"discharged: {reason}"):
        row.save(update_fields=["ended_on", "end_reason", "closed_at", "closed_by"])
    service_month.refresh_patient(row.patient, now=now, since=ended_on)
    return row


def _end_problems(
    episode: Episode, ended_on: dt.date | None, reason: str, today: dt.date
) -> dict[str, str | None]:
    if episode.ended_on is not None:
        return {"": "The patient was discharged from this episode already."}
    reasons = None if reason in EpisodeEnd.values else "The reason is missing. Choose one."
    if ended_on is None:
        return {"ended_on": "The last day is missing. Enter it.", "reason": reasons}
    late = checks.not_future(ended_on, today, called="The last day")
    early = "The episode cannot end before it started." if ended_on < episode.started_on else None
    return {"ended_on": late or early, "reason": reasons}


def _locked(episode: Episode) -> Episode:
    rows = Episode.objects.select_for_update(of=("self",)).select_related("patient__practice")
    return rows.get(pk=episode.pk)
