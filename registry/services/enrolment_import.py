"""Many enrolments at once, from a file: all of them, or none.

Each row is an enrolment as the form makes one, with the same rules.  A patient who is in the
registry is found by the record number; the others are added.  The same file again changes nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Q

from registry.errors import Refused
from registry.models import Clinician, Episode, Patient, Practice, Site, User
from registry.services import consents, enrolment_file, episodes, patients
from registry.services.consents import ConsentInput
from registry.services.enrolment_file import Problem, Row, Unreadable
from registry.vocabulary import ClinicianKind

#: What a service's field is called in the file.
_CALLED = {
    "method": "consent_method",
    "given_at": "consent_given_at",
    "taken_by": "consent_taken_by",
    "language": "consent_language",
    "late_reason": "consent_late_reason",
    **dict.fromkeys(consents.STATEMENTS, "consent_statements"),
}


_UNTOLD = "Write yes once all four statements were made to the patient."


@dataclass(kw_only=True)
class Outcome:
    """What came of a file: written only where there is no problem."""

    enrolled: int = 0
    added: int = 0
    unchanged: int = 0
    problems: list[Problem] = field(default_factory=list)


def run(data: bytes, *, practice: Practice, by: User, now: dt.datetime) -> Outcome:
    """Enrol everybody whom a file names, or nobody, with every problem by row and column."""
    outcome = Outcome()
    try:
        rows = enrolment_file.read(data)
    except Unreadable as found:
        return Outcome(problems=[found.problem])
    with transaction.atomic():
        for row in rows:
            _take(row, outcome, practice, by, now)
        if outcome.problems:
            transaction.set_rollback(True)
    return outcome


def _take(row: Row, outcome: Outcome, practice: Practice, by: User, now: dt.datetime) -> None:
    """One row, in a step of its own, so that the next is still read where this one fails."""
    try:
        with transaction.atomic():
            _enrol(row, outcome, practice, by, now)
    except Unreadable as found:
        outcome.problems.append(found.problem)
    except Refused as refused:
        outcome.problems += _told(row, refused.problems)


def _told(row: Row, problems: Mapping[str, str]) -> list[Problem]:
    """A service's problems by the file's columns, each column once."""
    found: dict[str, str] = {}
    for name, sentence in problems.items():
        said = _UNTOLD if name in consents.STATEMENTS else sentence
        found.setdefault(_CALLED.get(name, name), said)
    return [Problem(row=row.number, column=name, sentence=found[name]) for name in found]


def _enrol(row: Row, outcome: Outcome, practice: Practice, by: User, now: dt.datetime) -> None:
    patient, is_new = _patient(row, practice, by, now)
    started_on = row.day("started_on")
    same = Episode.objects.filter(patient=patient, program=row["program"])
    if started_on and same.filter(started_on=started_on).exists():
        outcome.unchanged += 1
        return
    episodes.enrol(
        patient=patient,
        program=row["program"],
        diagnoses=[code for code in row["diagnoses"].replace(";", " ").split() if code],
        started_on=started_on,
        initiating_visit_on=row.day("initiating_visit_on"),
        care_manager=_person(row, "care_manager", practice),
        consultant=_person(row, "consultant", practice),
        treating_practitioner=_practitioner(row, practice),
        consent=_consent(row, practice, by),
        by=by,
        now=now,
        site=_site(row, practice),
        outside_therapy_same_condition=row.answer("therapy_elsewhere"),
        non_duplication_note=row["non_duplication_note"],
    )
    outcome.enrolled += 1
    outcome.added += is_new


def _patient(row: Row, practice: Practice, by: User, now: dt.datetime) -> tuple[Patient, bool]:
    """Whoever has the record number, if that is who the row names; else somebody new."""
    known = Patient.objects.filter(practice=practice, record_number=row["record_number"])
    found = known.select_related("practice").first()
    if found is None:
        details = {name: row[name] for name in enrolment_file.PATIENT if name != "birth_date"}
        added = patients.add(
            practice=practice,
            by=by,
            now=now,
            record_number=row["record_number"],
            birth_date=row.day("birth_date"),
            **details,  # type: ignore[arg-type]
        )
        return added, True
    if row["last_name"] and row["last_name"].casefold() != found.last_name.casefold():
        raise row.refusal("last_name", "Another patient has this record number. Correct it.")
    if row["birth_date"] and row.day("birth_date") != found.birth_date:
        raise row.refusal(
            "birth_date", "The patient with this record number was born on another day."
        )
    return found, False


def _person(row: Row, column: str, practice: Practice) -> User | None:
    """By email; whether the person has the role is the enrolment's to say."""
    if not row[column]:
        return None
    found = User.objects.filter(email__iexact=row[column], memberships__practice=practice)
    person = found.distinct().first()
    if person is None:
        raise row.refusal(column, "Nobody in the practice signs in with this email. Correct it.")
    return person


def _practitioner(row: Row, practice: Practice) -> Clinician | None:
    """By NPI, or by the email of the sign-in."""
    text = row["treating_practitioner"]
    if not text:
        return None
    treating = Clinician.objects.filter(practice=practice, kind=ClinicianKind.TREATING)
    found = treating.filter(Q(npi=text) | Q(user__email__iexact=text)).first()
    if found is None:
        sentence = "No treating practitioner here has this NPI or email. Correct it."
        raise row.refusal("treating_practitioner", sentence)
    return found


def _site(row: Row, practice: Practice) -> Site | None:
    if not row["site"]:
        return None
    found = Site.objects.filter(practice=practice, name__iexact=row["site"]).first()
    if found is None:
        raise row.refusal("site", "The practice has no site of this name. Correct it.")
    return found


def _consent(row: Row, practice: Practice, by: User) -> ConsentInput | None:
    """The consent that a row names; None where it says neither how nor when it was given."""
    given = row.moment("consent_given_at")
    if given is None and not row["consent_method"]:
        return None
    told = row.answer("consent_statements") is True
    return ConsentInput(
        method=row["consent_method"].lower(),
        given_at=given.replace(tzinfo=ZoneInfo(practice.timezone)) if given else None,
        taken_by=_person(row, "consent_taken_by", practice) or by,
        language=row["consent_language"],
        late_reason=row["consent_late_reason"],
        **dict.fromkeys(consents.STATEMENTS, told),  # type: ignore[arg-type]
    )
