"""Whether consent and enrolment covered a stretch of time: what a person is told of it.

What then counts is the rules' to say; these sentences warn before a claim is in question.
"""

from __future__ import annotations

import datetime as dt

from django.db.models import Q

from registry import calendar, time_words
from registry.models import Consent, Episode, Patient


def gap(patient: Patient, start: dt.datetime, end: dt.datetime) -> str:
    """One sentence on what did not cover [start, end); empty where everything did."""
    return care_gap(patient, start, end) or consent_gap(patient, start, end)


def care_gap(patient: Patient, start: dt.datetime, end: dt.datetime) -> str:
    """A day on which the patient was not in care management."""
    zone = patient.practice.timezone
    first = calendar.local_date(start, zone)
    last = calendar.local_date(max(start, end - dt.timedelta(microseconds=1)), zone)
    episodes = list(Episode.objects.filter(patient=patient).order_by("started_on"))
    if any(_covers(episode, first, last) for episode in episodes):
        return ""
    return _care_sentence(episodes, first)


def _covers(episode: Episode, first: dt.date, last: dt.date) -> bool:
    ended = episode.ended_on or dt.date.max
    return episode.started_on <= first and last <= ended


def _care_sentence(episodes: list[Episode], day: dt.date) -> str:
    if not episodes:
        return "The patient is not enrolled in care management, so these minutes do not count."
    if day < episodes[0].started_on:
        began = time_words.date(episodes[0].started_on)
        return f"Care management began on {began}, after this time, so these minutes do not count."
    return "No episode of care management covers this time, so these minutes do not count."


def consent_gap(patient: Patient, start: dt.datetime, end: dt.datetime) -> str:
    """A second at which no consent was in force."""
    consents = Consent.objects.filter(patient=patient)
    covered = consents.filter(Q(revoked_at=None) | Q(revoked_at__gte=end), counts_from__lte=start)
    if covered.exists():
        return ""
    return _consent_sentence(list(consents.order_by("counts_from")), patient, start)


def _consent_sentence(consents: list[Consent], patient: Patient, start: dt.datetime) -> str:
    zone = patient.practice.timezone
    if not consents:
        return (
            "No consent is on record for this patient, so these minutes do not count until it is."
        )
    late = next((each for each in consents if each.awaits_agreement), None)
    if late and late.given_at <= start < late.counts_from:
        recorded = time_words.when(late.recorded_at, zone)
        return (
            f"The consent was recorded only on {recorded}: the minutes before do not count until "
            "a second person has agreed to its day."
        )
    if start < consents[0].counts_from:
        given = time_words.when(consents[0].counts_from, zone)
        return (
            f"Consent was given on {given}, after this time began, "
            "so the minutes before it do not count."
        )
    return "Consent was revoked, so the minutes after that do not count."
