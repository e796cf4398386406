"""What waits for the person, and how many things that are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from registry import time_words
from registry.selectors import tasks as selectors
from registry.services import people as people_services
from registry.web import access, csv_file, mending

if TYPE_CHECKING:
    from registry.models import Patient
    from registry.selectors.tasks import Group, Kind
    from registry.web.access import PracticeRequest


class Line(NamedTuple):
    """One thing that waits: about whom, what to say of it, where it is done."""

    patient: Patient
    text: str
    url: str
    action: str


COLUMNS = ("kind", "record_number", "last_name", "first_name", "task")


@access.page(access.CLINICAL)
def tasks(request: PracticeRequest) -> HttpResponseBase:
    if csv_file.asked(request):
        return _as_csv(request)
    found = selectors.groups(request.user, request.practice, request.roles, timezone.now())
    shown = [
        {"group": group, "lines": [_line(request, group, row) for row in group.rows]}
        for group in found
    ]
    context = {
        "groups": shown,
        "waiting": sum(group.count for group in found),
        "mail_hour": time_words.hour(request.practice.digest_hour),
    }
    return render(request, "registry/tasks/list.html", context)


def _as_csv(request: PracticeRequest) -> HttpResponseBase:
    """All that waits, also what the page has no room for."""
    found = selectors.everything(request.user, request.practice, request.roles, timezone.now())
    cells = (_cells(kind, _SAID[kind.name](request, row)) for kind, row in found)
    return csv_file.of_list(request, "tasks", COLUMNS, cells)


def _cells(kind: Kind, line: Line) -> list[Any]:
    patient = line.patient
    return [kind.title, patient.record_number, patient.last_name, patient.first_name, line.text]


@access.page(access.CLINICAL)
def tasks_count(request: PracticeRequest) -> HttpResponseBase:
    """The number beside the word in the navigation, which asks for it by itself."""
    counts = selectors.counts(request.user, request.practice, request.roles, timezone.now())
    return render(request, "registry/tasks/_count.html", {"count": sum(counts.values())})


@access.page(access.CLINICAL, methods=("POST",))
def digest_choice(request: PracticeRequest) -> HttpResponseBase:
    """Whether a mail each working day says how much waits."""
    wants = request.POST.get("wants_digest") == "on"
    people_services.choose_digest(request.user, wants=wants, by=request.user)
    hour = time_words.hour(request.practice.digest_hour)
    said = f"You get a mail on working days at {hour}." if wants else "You get no daily mail."
    messages.success(request, said)
    return redirect("tasks", slug=request.practice.slug)


def of_patient(request: PracticeRequest, patient: Patient, now: dt.datetime) -> list[Line]:
    """What waits for the person in this patient's care, the most pressing first."""
    found = selectors.of_patient(request.user, request.practice, request.roles, patient, now)
    return [_line(request, group, row) for group in found for row in group.rows]


def _line(request: PracticeRequest, group: Group, row: Any) -> Line:
    return _SAID[group.kind.name](request, row)


def _to(request: PracticeRequest, name: str, **ids: Any) -> str:
    return mending.address(request, name, **ids)


def _flag(request: PracticeRequest, row: Any) -> Line:
    since = time_words.day(row.raised_at, request.practice.timezone)
    return Line(row.patient, f"PHQ-9 item 9 above zero, since {since}",
                _to(request, "safety_flag", flag_id=row.pk), "Open the flag")  # fmt: skip


def _question(request: PracticeRequest, row: Any) -> Line:
    since = time_words.day(row.requested_at, request.practice.timezone)
    return Line(row.episode.patient, f"Asked by {row.requested_by.full_name}, {since}",
                _to(request, "review", episode_id=row.episode_id), "Open the case")  # fmt: skip


def _errand(request: PracticeRequest, row: Any) -> Line:
    since = time_words.day(row.asked_at, request.practice.timezone)
    return Line(row.patient, f"{row.words} Asked by {row.asked_by.full_name}, {since}",
                _to(request, "errand", errand_id=row.pk), "See what is asked")  # fmt: skip


def _recommendation(request: PracticeRequest, row: Any) -> Line:
    on = time_words.date(row.reviewed_on)
    return Line(row.patient, f"{row.get_advice_display()}: {row.consultant.full_name}, {on}",
                _to(request, "review_answer", review_id=row.pk), "Answer")  # fmt: skip


def _referral(request: PracticeRequest, row: Any) -> Line:
    since = time_words.day(row.referred_at, request.practice.timezone)
    return Line(row.patient, f"Referred by {row.referred_by.full_name}, {since}",
                _to(request, "referrals"), "Open the referrals")  # fmt: skip


def _to_enrol(request: PracticeRequest, row: Any) -> Line:
    since = time_words.day(row.answered_at, request.practice.timezone)
    return Line(row.patient, f"Accepted on {since}",
                _to(request, "enrol", patient_id=row.patient_id), "Enrol")  # fmt: skip


def _consent(request: PracticeRequest, row: Any) -> Line:
    url = _to(request, "consent_add", patient_id=row.patient_id)
    return Line(row.patient, "No time counts until a consent is given", url, "Record a consent")


def _late_consent(request: PracticeRequest, row: Any) -> Line:
    on = time_words.day(row.recorded_at, request.practice.timezone)
    text = f"Recorded on {on} by {row.recorded_by.full_name}: {row.late_reason}"
    return Line(row.patient, text, _to(request, "consent_agree", consent_id=row.pk), "Look at it")


def _due_consent(request: PracticeRequest, row: Any) -> Line:
    text = (
        f"Given on {time_words.day(row.given_at, request.practice.timezone)}; it goes on counting"
    )
    url = _to(request, "consent_add", patient_id=row.patient_id)
    return Line(row.patient, text, url, "Record a consent")


def _contact(request: PracticeRequest, row: Any) -> Line:
    text = "No contact yet"
    if row.contacted_at:
        text = f"Last contact on {time_words.day(row.contacted_at, request.practice.timezone)}"
    return Line(row.patient, text, _to(request, "patient", patient_id=row.patient_id), "Open")


def _score(request: PracticeRequest, row: Any) -> Line:
    url = _to(request, "measure_add", patient_id=row.patient_id)
    return Line(row.patient, "No PHQ-9 or GAD-7 for four weeks", url, "Enter a score")


def _follow_up(request: PracticeRequest, row: Any) -> Line:
    text = f"Follow up, due {time_words.date(row.follow_up_on)}: {row.get_advice_display()}"
    return Line(row.patient, text, _to(request, "patient", patient_id=row.patient_id), "Open")


def _plan(request: PracticeRequest, row: Any) -> Line:
    patient = row.episode.patient
    text = f"Next score wanted on {time_words.date(row.next_score_on)}"
    return Line(patient, text, _to(request, "measure_add", patient_id=patient.pk), "Enter a score")


def _own_time(request: PracticeRequest, row: Any) -> Line:
    text = f"{row.get_activity_display()}, {time_words.day(row.started_at, row.practice.timezone)}"
    return Line(row.patient, text, _to(request, "time_entry", entry_id=row.pk), "Look at it")


_SAID: dict[str, Callable[[Any, Any], Line]] = {
    "flags": _flag,
    "questions": _question,
    "errands": _errand,
    "recommendations": _recommendation,
    "referrals": _referral,
    "to_enrol": _to_enrol,
    "consents": _consent,
    "late_consents": _late_consent,
    "due_consents": _due_consent,
    "contacts": _contact,
    "scores": _score,
    "follow_ups": _follow_up,
    "plans": _plan,
    "own_time": _own_time,
}

urlpatterns = [
    path("p/<slug:slug>/tasks/", tasks, name="tasks"),
    path("p/<slug:slug>/tasks/count/", tasks_count, name="tasks_count"),
    path("p/<slug:slug>/tasks/digest/", digest_choice, name="digest_choice"),
]
