"""What people type into the forms of patients, enrolment and scores; and how answers are read."""

from __future__ import annotations

import datetime as dt
import html
import re

#: A clinic's noon on the day of the tests, 2026-10-14.
NOON = "12:00"

CONSENT = {
    "method": "verbal",
    "given_on": "2026-10-14",
    "given_time": "09:30",
    "told_consultant": "on",
    "told_cost_sharing": "on",
    "told_one_practitioner": "on",
    "told_may_stop": "on",
}


def enrolment(alice, sam, dr_priya, priya, **fields):
    """A complete enrolment as Priya sends it."""
    return {
        "program": "cocm",
        "diagnoses": ["F32.1"],
        "diagnosis_text": "",
        "initiating_visit_on": "2026-10-01",
        "started_on": "2026-10-14",
        "care_manager": alice.pk,
        "consultant": sam.pk,
        "treating_practitioner": dr_priya.pk,
        "therapy": "no",
        "non_duplication_note": "",
        "consent_choice": "now",
        "taken_by": priya.pk,
        **CONSENT,
        **fields,
    }


def patient(**fields):
    return {
        "record_number": "E0001",
        "first_name": "Maria",
        "middle_name": "",
        "last_name": "Rivera",
        "birth_date": "1980-05-06",
        "sex": "F",
        "address": "5 Maple Avenue",
        "city": "Albany",
        "state": "ny",
        "zip_code": "12208-1234",
        "phone": "",
        "next": "patient",
        **fields,
    }


def url(name, practice="elm-street", **kwargs):
    from django.urls import reverse

    return reverse(name, kwargs={"slug": practice, **kwargs})


def text(response):
    """What a person reads on the page."""
    bare = re.sub(r"<[^>]+>", " ", response.content.decode())
    return re.sub(r"\s+", " ", html.unescape(bare))


def day(text_of_day):
    return dt.date.fromisoformat(text_of_day)
