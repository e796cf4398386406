"""What must be mended before a claim may go. Each rule answers with a sentence, or None."""

from __future__ import annotations

from datetime import date

from billing.rules import codes, words
from billing.rules.facts import Authorization, OtherService
from billing.rules.findings import Findings
from billing.rules.month import Month
from billing.rules.policy_fields import CASELOAD_MEETING, EACH_MONTH, INITIAL_MONTH
from billing.rules.windows import ConsentState
from billing.rules.words import counted, listed


def consent_missing(found: Findings) -> str | None:
    """No consent was in force at any second of the month."""
    if found.windows.consent is not ConsentState.NONE:
        return None
    return f"No consent was in force at any time in {found.facts.month}; {_stake(found)} on it."


def _stake(found: Findings) -> str:
    """Return what depends on a consent: the month's minutes, or its days of contact."""
    number, noun = found.count.minutes, "minute"
    if found.monthly is not None:
        number, noun = len(found.contact_days), "day of contact"
    many = noun.replace("minute", "minutes").replace("day", "days")
    return f"1 {noun} depends" if number == 1 else f"{number} {many} depend"


def consent_method_not_accepted(found: Findings) -> str | None:
    """Consents were in force, none of them by a method that the payer accepts."""
    if found.windows.consent is not ConsentState.OTHER_METHOD:
        return None
    methods = listed(found.policy.consent_methods, "or")
    if not methods:
        return "This payer accepts no method of consent."
    return f"No consent in force this month is {methods}, as this payer asks."


def initiating_visit_missing(found: Findings) -> str | None:
    """No initiating visit is on record."""
    if found.facts.initiating_visit_on is not None:
        return None
    return "No initiating visit with the billing practitioner is on record."


def initiating_visit_stale(found: Findings) -> str | None:
    """The initiating visit lies too long before the episode's start, or after it."""
    visit, began = found.facts.initiating_visit_on, found.facts.episode.started_on
    if visit is None:
        return None
    days, allowed = (began - visit).days, found.policy.initiating_visit_lookback_days
    if days < 0:
        return f"The initiating visit on {visit} came after the episode began on {began}."
    if days <= allowed:
        return None
    return (
        f"The initiating visit on {visit} was {counted(days, 'day')} before the episode began "
        f"on {began}; this payer allows {allowed}."
    )


def diagnosis_missing(found: Findings) -> str | None:
    """No diagnosis begins with a prefix that the payer accepts."""
    if any(map(found.policy.takes_diagnosis, found.facts.diagnoses)):
        return None
    prefixes = listed(found.policy.diagnosis_prefixes, "or")
    given = listed(found.facts.diagnoses) or "none"
    return f"No diagnosis begins with {prefixes or 'an accepted prefix'} (on record: {given})."


def measure_missing(found: Findings) -> str | None:
    """Collaborative care: a validated scale is required this month, and none is dated in it."""
    if not _required(found, found.policy.measure_required):
        return None
    for measure in found.facts.measures:
        if measure.on in found.facts.month and found.policy.takes_scale(measure.instrument):
            return None
    scale = listed(found.policy.scales, "or") or "validated scale, such as the PHQ-9,"
    return f"No {scale} was scored in {found.facts.month}."


def consultant_review_missing(found: Findings) -> str | None:
    """Collaborative care: a consultant's review is required this month, and none is dated in it."""
    facts, asked = found.facts, found.policy.consultant_review
    if not _required(found, asked):
        return None
    if any(review.on in facts.month for review in facts.reviews):
        return None
    if asked != CASELOAD_MEETING:
        return f"No psychiatric consultant's review of this patient is dated in {facts.month}."
    if any(day in facts.month for day in facts.caseload_meetings):
        return None
    return f"Neither a consultant's review nor a caseload meeting is dated in {facts.month}."


def _required(found: Findings, asked: str) -> bool:
    if found.month_type is None:
        return False
    if asked == INITIAL_MONTH:
        return found.month_type == words.INITIAL
    return asked in (EACH_MONTH, CASELOAD_MEETING)


def same_person_therapy(found: Findings) -> str | None:
    """Psychotherapy by the care manager, or by anyone who worked as one this month."""
    services = found.services()
    if not services:
        return None
    people, day = _care_managers(found), found.facts.month.first_day
    for service in services:
        if service.practitioner in people and codes.is_among(
            service.code, codes.PSYCHOTHERAPY, day
        ):
            return (
                f"{service.practitioner}, who worked as care manager this month, also gave "
                f"psychotherapy ({service.code} on {service.on})."
            )
    return None


def _care_managers(found: Findings) -> set[str]:
    worked = {entry.id for entry in found.count.entries if entry.worked}
    confirmed = {
        entry.worker
        for entry in found.facts.time
        if entry.role == words.CARE_MANAGER
        and entry.status == words.CONFIRMED
        and entry.id in worked
    }
    return {found.facts.care_manager, *confirmed}


def non_duplication_note_missing(found: Findings) -> str | None:
    """Someone outside treats the same condition, and no note says that care is separate."""
    therapy = found.facts.outside_therapy
    if therapy is None or not therapy.same_condition or therapy.non_duplication_note:
        return None
    return (
        "An outside therapist treats the same condition, and no note says that this care is "
        "separate and does not duplicate it."
    )


def already_billed(found: Findings) -> str | None:
    """A code of this family is billed, or to be billed, for the same month."""
    for service in found.services():
        if _is_of_the_family(service, found):
            return (
                f"{service.code} on {service.on} is billed apart; one of its kind is paid a month."
            )
    return None


def _is_of_the_family(service: OtherService, found: Findings) -> bool:
    """Return whether a service is of this family, or the very program that the payer pays for."""
    if found.monthly is not None and words.plain(service.code) == found.monthly.code:
        return True
    return codes.is_among(service.code, codes.FAMILY, found.facts.month.first_day)


def authorization_missing(found: Findings) -> str | None:
    """The episode has run past the months that need none, and no authorization covers the claim."""
    allowed = found.policy.authorization_after_months
    if allowed is None:
        return None
    nth = found.facts.month.index - Month.of(found.facts.episode.started_on).index + 1
    if nth <= allowed or _covered(found.facts.authorizations, found.served_on):
        return None
    when = "the claim" if found.served_on is None else f"{found.served_on}, its date of service"
    return (
        f"This is month {nth} of the episode; past month {allowed} the payer asks for an "
        f"authorization, and none covers {when}."
    )


def _covered(authorizations: tuple[Authorization, ...], day: date | None) -> bool:
    return day is not None and any(given.first <= day <= given.last for given in authorizations)
