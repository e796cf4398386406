"""A practice as the billing provider of its claims, and how its claims leave it."""

from __future__ import annotations

import datetime as dt
import re
from typing import TypedDict, Unpack
from zoneinfo import available_timezones

import pghistory
from django.db import transaction

from registry import chart_link, checks, clock_limits
from registry.models import ClaimBatching, Practice, ServiceMonth, User
from registry.services import consent_script
from registry.vocabulary import Activity

#: CMS place of service codes at which a clinic works, in our words.
PLACES = {
    "11": "Office",
    "02": "Telehealth, not at the patient's home",
    "10": "Telehealth, at the patient's home",
    "19": "Off-campus outpatient hospital",
    "22": "On-campus outpatient hospital",
    "49": "Independent clinic",
    "50": "Federally qualified health center",
    "53": "Community mental health center",
    "71": "Public health clinic",
    "72": "Rural health clinic",
}


BATCHINGS = ClaimBatching.choices
#: Hours of the day at which the daily mail may go out; its people work by day.
MAIL_HOURS = range(4, 19)
#: A month that is open for longer meets the next one's end.
MOST_GRACE = 28


#: A consent that nobody asks for again in so long is asked for never.
MOST_CONSENT_MONTHS = 60


class Details(TypedDict, total=False):
    """Everything that a claim says of the practice.  Only the name and the zone are needed here;
    what a claim lacks, billing's checks say before a file is made."""

    name: str
    timezone: str
    npi: str
    tax_id: str
    taxonomy: str
    address: str
    city: str
    state: str
    zip_code: str
    phone: str
    place_of_service: str
    submitter_id: str
    contact_name: str
    contact_phone: str
    claim_batching: str
    clearinghouse_name: str
    clearinghouse_id: str
    sends_production_claims: bool
    consent_script: str
    consent_script_es: str
    other_language: str
    consent_script_other: str
    consent_months: int
    ehr_url: str
    mails_recommendations: bool
    clock_call_minutes: int
    clock_idle_minutes: int
    clock_grace_minutes: int
    month_grace_days: int
    by_hand_percent: int
    digest_hour: int
    activities: list[str]


_NEEDED = {
    "name": "The practice's name is missing. Enter it as the payers know it.",
    "timezone": "The time zone is missing. Choose one.",
}
_SCRIPT = f"The script is longer than {consent_script.MOST} characters. Shorten it."
_LINES = {
    "name": (60, "The practice's name"),
    "address": (55, "The street address"),
    "city": (30, "The city"),
    "contact_name": (60, "The contact's name"),
    "clearinghouse_name": (60, "The clearinghouse's name"),
    "other_language": (40, "The language"),
}
_PARAGRAPHS = ("consent_script", "consent_script_es", "consent_script_other")
_NUMBERS = ("npi", "tax_id", "zip_code", "phone", "contact_phone")
_CAPITALS = ("state", "taxonomy", "submitter_id", "clearinghouse_id")


@transaction.atomic
def change(
    practice: Practice, *, by: User, now: dt.datetime, **details: Unpack[Details]
) -> Practice:
    """Write a practice's settings; what is not named stays as it was.  Raises Refused by field.

    The time zone stands once a month was lived in it: its days and months would move.
    """
    kept = Practice.objects.select_for_update().get(pk=practice.pk)
    moved = _zone(kept, details.get("timezone", kept.timezone))
    for field, value in details.items():
        setattr(kept, field, _normal(field, value) if isinstance(value, str) else value)
    checks.stop_if(_problems(kept) | ({"timezone": moved} if moved else {}))
    with pghistory.context(reason="practice settings"):
        kept.save()
    return kept


def _normal(field: str, value: str) -> str:
    if field in _PARAGRAPHS:
        return value.strip()
    if field in _NUMBERS:
        return re.sub(r"[\s().-]", "", value)
    value = checks.one_line(value)
    return value.upper() if field in _CAPITALS else value


def _zone(practice: Practice, timezone: str) -> str | None:
    if timezone == practice.timezone:
        return None
    if timezone and timezone not in available_timezones():
        return "This is no time zone. Choose one from the list."
    if ServiceMonth.objects.filter(practice=practice).exists():
        return (
            f"Months were already kept in {practice.timezone}; their days would move. "
            "The time zone can change only before the first patient is enrolled."
        )
    return None


def _problems(practice: Practice) -> dict[str, str | None]:
    values = {field: getattr(practice, field) for field in Details.__annotations__}
    found: dict[str, str | None] = {
        field: checks.text(values[field], most=most, called=called)
        for field, (most, called) in _LINES.items()
    }
    found |= {
        "npi": checks.npi(practice.npi),
        "tax_id": checks.tax_id(practice.tax_id),
        "taxonomy": checks.taxonomy(practice.taxonomy),
        "state": checks.state(practice.state),
        "zip_code": checks.zip_code(practice.zip_code, plus_four=True),
        "phone": checks.phone(practice.phone),
        "contact_phone": checks.phone(practice.contact_phone),
        "submitter_id": _partner(practice.submitter_id, "The submitter id"),
        "clearinghouse_id": _partner(practice.clearinghouse_id, "The clearinghouse's id"),
        "place_of_service": _place(practice.place_of_service),
    }
    found |= _consent(practice)
    found["ehr_url"] = chart_link.problem(practice.ehr_url)
    found["address"] = found["address"] or checks.street(practice.address)
    found |= _clock(practice)
    found["activities"] = _activities(practice.activities)
    return found | _batching(practice) | checks.missing(values, _NEEDED)


def _activities(chosen: list[str]) -> str | None:
    """Nothing chosen is everything; else at least what a clock starts with."""
    if not set(chosen) <= set(Activity.values):
        return "Choose from the list."
    if chosen and Activity.PATIENT_CONTACT not in chosen:
        return "Leave Patient contact among them: the clock starts with it."
    return None


def _consent(practice: Practice) -> dict[str, str | None]:
    """What is said in each language, and how long a consent stands before it is asked anew."""
    found: dict[str, str | None] = {
        field: _SCRIPT if len(getattr(practice, field)) > consent_script.MOST else None
        for field in _PARAGRAPHS
    }
    if practice.other_language and not practice.consent_script_other:
        found["consent_script_other"] = "Enter what to say in that language."
    if practice.consent_script_other and not practice.other_language:
        found["other_language"] = "Say which language these words are in."
    if practice.other_language.lower() in ("english", "spanish"):
        found["other_language"] = "This language has its own field above. Enter another."
    if practice.consent_months > MOST_CONSENT_MONTHS:
        found["consent_months"] = f"Enter months from 0 to {MOST_CONSENT_MONTHS}."
    return found


def _clock(practice: Practice) -> dict[str, str | None]:
    """How long a timer may run without a sign, and a month be open: no nuisance, and no hole."""
    low, high = clock_limits.SHORTEST, clock_limits.LONGEST
    bounds = {
        "clock_call_minutes": (low, high),
        "clock_idle_minutes": (low, high),
        "clock_grace_minutes": (1, 60),
    }
    found = {
        field: None
        if least <= getattr(practice, field) <= most
        else f"Enter minutes from {least} to {most}."
        for field, (least, most) in bounds.items()
    }
    days_fit = practice.month_grace_days <= MOST_GRACE
    sentence = f"Enter days from 0 to {MOST_GRACE}."
    found |= {"month_grace_days": None if days_fit else sentence}
    share_fits = 1 <= practice.by_hand_percent <= 100
    found |= {"by_hand_percent": None if share_fits else "Enter percent from 1 to 100."}
    hour_is_there = practice.digest_hour in MAIL_HOURS
    return found | {"digest_hour": None if hour_is_there else "Choose an hour from the list."}


def _place(value: str) -> str | None:
    return None if value in PLACES else "Choose the place of service from the list."


def _partner(value: str, called: str) -> str | None:
    """ISA06 and ISA08 of an interchange carry 2 to 15 characters."""
    if value and not re.fullmatch(r"[A-Z0-9 ]{2,15}", value):
        return f"{called} has 2 to 15 letters and digits. Correct it."
    return None


def _batching(practice: Practice) -> dict[str, str | None]:
    if practice.claim_batching not in ClaimBatching.values:
        return {"claim_batching": "Choose what one file holds."}
    if practice.claim_batching == ClaimBatching.PAYER:
        return {}
    return {
        field: sentence
        for field, sentence in _CLEARINGHOUSE.items()
        if not getattr(practice, field)
    }


_CLEARINGHOUSE: dict[str, str | None] = {
    "clearinghouse_name": "One file per clearinghouse needs its name. Enter it.",
    "clearinghouse_id": "One file per clearinghouse needs its id. Enter the one it gave you.",
}
