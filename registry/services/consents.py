"""Consent to care management: given, with all that was said; revoked, never deleted.

Given or revoked, it counts at once: the patient's open months are refreshed in the transaction.
One that is recorded late needs a reason, and counts for the time before its recording only once a
second person has agreed to it: nobody alone moves the day on which time begins to count.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from registry import audit_limits, calendar, checks
from registry.errors import refuse
from registry.models import Consent, Membership, Patient, User
from registry.services import consent_files, consent_script, service_month
from registry.services.constraints import refusing
from registry.vocabulary import ConsentMethod

#: What a patient must have been told, by field.
STATEMENTS = {
    "told_consultant": "a psychiatric consultant may be involved",
    "told_cost_sharing": "cost sharing may apply",
    "told_one_practitioner": "only one practitioner may bill for this care in a month",
    "told_may_stop": "they may stop at any time",
}
MOST_REASON = 200


@dataclass(frozen=True, kw_only=True)
class ConsentInput:
    """A consent as it was taken.  Incomplete ones can be built: `problems` says what they lack."""

    method: str = ""
    given_at: dt.datetime | None = None
    taken_by: User | None = None
    told_consultant: bool = False
    told_cost_sharing: bool = False
    told_one_practitioner: bool = False
    told_may_stop: bool = False
    file: UploadedFile | None = None
    language: str = ""
    late_reason: str = ""


def give(*, patient: Patient, consent: ConsentInput, by: User, now: dt.datetime) -> Consent:
    """Record a consent.  Raises Refused by field (those of ConsentInput)."""
    checks.stop_if(problems(patient, consent, now=now))
    with consent_files.stored(consent.file) as file, transaction.atomic():
        given = write(patient, consent, file, by=by, now=now)
        service_month.refresh_patient(patient, now=now, since=_day(patient, given.given_at))
    return given


def write(
    patient: Patient, consent: ConsentInput, file: str, *, by: User, now: dt.datetime
) -> Consent:
    """The row of a consent without problems; `file` is its stored name.  Refreshes no month."""
    assert consent.given_at is not None
    assert consent.taken_by is not None
    return Consent.objects.create(
        patient=patient,
        method=consent.method,
        given_at=consent.given_at,
        taken_by=consent.taken_by,
        file=file,
        file_name=consent_files.shown_name(consent.file),
        recorded_at=now,
        recorded_by=by,
        language=consent.language,
        late_reason=checks.one_line(consent.late_reason) if is_late(consent, now) else "",
        **{field: getattr(consent, field) for field in STATEMENTS},
    )


def problems(patient: Patient, consent: ConsentInput, *, now: dt.datetime) -> dict[str, str | None]:
    """What keeps this consent from being recorded, by field."""
    given = _given(patient, consent, now)
    found: dict[str, str | None] = {
        "method": _method(consent.method),
        "given_at": given,
        "taken_by": _taken_by(patient, consent.taken_by),
        "file": consent_files.problem(consent.file),
        "language": _language(patient, consent.language),
        "late_reason": None if given else _late_reason(consent, now),
    }
    for field, statement in STATEMENTS.items():
        if not getattr(consent, field):
            found[field] = f"Tell the patient that {statement}, then tick this statement."
    return found


def _method(method: str) -> str | None:
    return None if method in ConsentMethod.values else "Say whether it was verbal or written."


def _given(patient: Patient, consent: ConsentInput, now: dt.datetime) -> str | None:
    if consent.given_at is None:
        return "When the consent was given is missing. Enter day and time."
    if consent.given_at > now:
        return "The consent lies in the future. Enter when it was given."
    day = _day(patient, consent.given_at)
    if day < patient.birth_date:
        return "The consent lies before the patient's birth. Correct the day."
    if patient.died_on and day > patient.died_on:
        return "The consent lies after the patient's death. Correct the day."
    same = patient.consents.filter(given_at=consent.given_at, method=consent.method)
    if same.exists():
        return "This consent is recorded already."
    return None


def is_late(consent: ConsentInput, now: dt.datetime) -> bool:
    """Whether it is recorded so long after it was given that somebody else has to agree."""
    return consent.given_at is not None and now - consent.given_at > audit_limits.current().late


def _late_reason(consent: ConsentInput, now: dt.datetime) -> str | None:
    if not is_late(consent, now):
        return None
    if not consent.late_reason.strip():
        hours = audit_limits.current().late // dt.timedelta(hours=1)
        return (
            f"The consent is recorded more than {hours} hours after it was given. Say why; it "
            "counts from now, and from its own day once a second person has agreed."
        )
    return checks.text(checks.one_line(consent.late_reason), most=MOST_REASON, called="The reason")


def _language(patient: Patient, language: str) -> str | None:
    spoken = [each.name for each in consent_script.languages(patient.practice)]
    return None if language in ("", *spoken) else "Choose a language from the list."


def _taken_by(patient: Patient, person: User | None) -> str | None:
    if person is None:
        return "Who took the consent is missing. Choose a person."
    roles = Membership.objects.filter(practice_id=patient.practice_id, user=person)
    return None if roles.exists() else "This person has no role in the practice. Choose another."


def _day(patient: Patient, at: dt.datetime) -> dt.date:
    return calendar.local_date(at, patient.practice.timezone)


@transaction.atomic
def agree(consent: Consent, *, by: User, now: dt.datetime) -> Consent:
    """A second person agrees to the day of a consent that was recorded late: it counts from then.

    Refused for who recorded it, and where it needs nobody's word.
    """
    rows = Consent.objects.select_for_update(of=("self",)).select_related("patient__practice")
    row = rows.get(pk=consent.pk)
    checks.stop_if({"": _disagreement(row, by)})
    row.agreed_at, row.agreed_by = now, by
    row.save(update_fields=["agreed_at", "agreed_by"])
    row.refresh_from_db(fields=["counts_from"])
    service_month.refresh_patient(row.patient, now=now, since=_day(row.patient, row.given_at))
    return row


def _disagreement(row: Consent, by: User) -> str | None:
    if not row.late_reason:
        return "This consent was recorded in time: it needs no second person."
    if row.revoked_at is not None:
        return "This consent was revoked: nobody can agree to it any more."
    if row.agreed_at is not None:
        return "A second person has agreed to this consent already."
    if row.recorded_by_id == by.pk:
        return "You recorded this consent: another person has to agree to its day."
    return None


@transaction.atomic
def revoke(
    consent: Consent, *, reason: str, by: User, now: dt.datetime, at: dt.datetime | None = None
) -> Consent:
    """End a consent at `at` (now, unless said): from that second on no time counts on it."""
    rows = Consent.objects.select_for_update(of=("self",)).select_related("patient__practice")
    row, at = rows.get(pk=consent.pk), at or now
    checks.stop_if({"reason": _reason(reason), "at": _revocation(row, at, now)})
    row.revoked_at, row.revoked_by, row.revoke_reason = at, by, checks.one_line(reason)
    with refusing("consent_revoked_after_given", "at", _TOO_EARLY):
        row.save(update_fields=["revoked_at", "revoked_by", "revoke_reason"])
    service_month.refresh_patient(row.patient, now=now, since=_day(row.patient, at))
    return row


_TOO_EARLY = "The consent cannot end before it was given. Correct the time."


def _reason(reason: str) -> str | None:
    if not reason.strip():
        return "The reason is missing. Say why the consent was revoked."
    return checks.text(checks.one_line(reason), most=MOST_REASON, called="The reason")


def _revocation(consent: Consent, at: dt.datetime, now: dt.datetime) -> str | None:
    if consent.revoked_at is not None:
        raise refuse("", "This consent was revoked already.")
    if at > now:
        return "The time lies in the future. Enter when the patient revoked the consent."
    return _TOO_EARLY if at < consent.given_at else None
