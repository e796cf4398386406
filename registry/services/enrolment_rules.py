"""What an enrolment must say, and what it must not: the same when it is made and when mended.

What a payer may mend later (an old visit, a diagnosis of another chapter) is no problem here; it
is told as a warning (`selectors.episodes.warnings`), and the billing rules hold the claim.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from registry.models import Clinician, Episode, Membership, Patient, Site, User
from registry.services import diagnoses
from registry.standing import Beginner, Beginning
from registry.vocabulary import ClinicianKind, Program, Role

_beginner: Beginner | None = None

OVERLAPS = "The patient has another episode in these days. Correct the start."
MOST_NOTE = 2000
#: The fields that an episode keeps as they are said.
KEPT = (
    "program",
    "started_on",
    "initiating_visit_on",
    "care_manager",
    "consultant",
    "treating_practitioner",
    "site",
    "outside_therapy_same_condition",
)


@dataclass(frozen=True, kw_only=True)
class Enrolment:
    """An episode as somebody wants it; incomplete ones can be built."""

    program: str = ""
    diagnoses: tuple[str, ...] = ()
    started_on: dt.date | None = None
    initiating_visit_on: dt.date | None = None
    care_manager: User | None = None
    consultant: User | None = None
    treating_practitioner: Clinician | None = None
    site: Site | None = None
    outside_therapy_same_condition: bool | None = None
    non_duplication_note: str = ""


def begin_with(beginner: Beginner) -> None:
    """Connect the port: billing says at start-up how a first month would be read."""
    global _beginner
    _beginner = beginner


def beginning(patient: Patient, started_on: dt.date) -> Beginning | None:
    """Whether care that begins on this day begins anew, by what the patient's payer wants."""
    return _beginner(patient.pk, started_on) if _beginner else None


def problems(
    patient: Patient, enrolment: Enrolment, *, today: dt.date, episode: Episode | None = None
) -> dict[str, str | None]:
    """Every problem by field; `episode` is the one being mended, if any."""
    return {
        "": _alive(patient, episode),
        "program": _program(enrolment.program),
        "diagnoses": diagnoses.problem(enrolment.diagnoses),
        "started_on": _start(patient, enrolment, today, episode),
        "initiating_visit_on": _visit(patient, enrolment, today),
        "care_manager": _care_manager(patient, enrolment.care_manager),
        "consultant": _consultant(patient, enrolment),
        "treating_practitioner": _practitioner(patient, enrolment.treating_practitioner),
        "site": _site(patient, enrolment.site, episode),
        "non_duplication_note": _note(enrolment.non_duplication_note),
    }


def _alive(patient: Patient, episode: Episode | None) -> str | None:
    if episode is None and patient.died_on:
        return f"The patient died on {_said(patient.died_on)} and cannot be enrolled."
    return None


def _program(program: str) -> str | None:
    return None if program in Program.values else "The program is missing. Choose one."


def _start(
    patient: Patient, enrolment: Enrolment, today: dt.date, episode: Episode | None
) -> str | None:
    start = enrolment.started_on
    if start is None:
        return "The start is missing. Enter the first day of the episode."
    if start > today:
        return "The start lies in the future. Enrol the patient on that day, or correct it."
    if start < patient.birth_date:
        return "The start lies before the patient's birth. Correct it."
    if episode and episode.ended_on and start > episode.ended_on:
        return f"The start lies after the episode's end, {_said(episode.ended_on)}. Correct it."
    return _overlap(patient, start, episode)


def _overlap(patient: Patient, start: dt.date, episode: Episode | None) -> str | None:
    others = patient.episodes.order_by("started_on")
    if episode:
        others = others.exclude(pk=episode.pk)
    end = (episode.ended_on if episode else None) or dt.date.max
    for other in others:
        if other.started_on <= end and start <= (other.ended_on or dt.date.max):
            return _shared(other)
    return None


def _shared(other: Episode) -> str:
    program = Program(other.program).label
    if other.ended_on is None:
        since = _said(other.started_on)
        return f"The patient is enrolled in {program} since {since}. Discharge them first."
    span = f"{_said(other.started_on)} to {_said(other.ended_on)}"
    return f"Another episode ({program}) ran from {span}. Start after it."


def _visit(patient: Patient, enrolment: Enrolment, today: dt.date) -> str | None:
    visit, start = enrolment.initiating_visit_on, enrolment.started_on
    if visit is None:
        return "The initiating visit is missing. Enter the day the practitioner saw the patient."
    if visit > today:
        return "The initiating visit lies in the future. Enter a visit that took place."
    if visit < patient.birth_date:
        return "The initiating visit lies before the patient's birth. Correct it."
    if start and visit > start:
        return (
            "The initiating visit comes before care starts. Start on "
            f"{_said(visit)} or later, or correct the visit."
        )
    return None


def _care_manager(patient: Patient, person: User | None) -> str | None:
    if person is None:
        return "The care manager is missing. Choose one."
    return _has_role(patient, person, Role.CARE_MANAGER)


def _consultant(patient: Patient, enrolment: Enrolment) -> str | None:
    if enrolment.consultant is None:
        if enrolment.program == Program.COCM:
            return "Collaborative care needs a psychiatric consultant. Choose one."
        return None
    return _has_role(patient, enrolment.consultant, Role.CONSULTANT)


def _has_role(patient: Patient, person: User, role: Role) -> str | None:
    found = Membership.objects.filter(practice_id=patient.practice_id, user=person, role=role)
    if found.exists():
        return None
    return f"This person is no {role.label.lower()} of the practice. Choose another."


def _practitioner(patient: Patient, clinician: Clinician | None) -> str | None:
    if clinician is None:
        return "The treating practitioner is missing. Choose who bills for the care."
    if clinician.practice_id != patient.practice_id or clinician.kind != ClinicianKind.TREATING:
        return "This clinician is no treating practitioner of the practice. Choose another."
    return None


def _site(patient: Patient, site: Site | None, episode: Episode | None) -> str | None:
    """None is the practice's own address; a site that was closed since may stay."""
    if site is None:
        return None
    if site.practice_id != patient.practice_id:
        return "This site is none of the practice's. Choose another."
    if not site.is_open and (episode is None or episode.site_id != site.pk):
        return "No care is given at this site any more. Choose another."
    return None


def _note(note: str) -> str | None:
    if len(note) > MOST_NOTE:
        return f"The note is longer than {MOST_NOTE} characters. Shorten it."
    return None


def _said(day: dt.date) -> str:
    return f"{day:%b} {day.day}, {day.year}"
