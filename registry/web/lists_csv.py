"""The practice's lists as CSV, each as it is narrowed on its page; columns: docs/lists_csv.md."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.http.response import HttpResponseBase
from django.urls import path
from django.utils import timezone

from registry import calendar
from registry.selectors import my_time, patient_list, referrals, reviews
from registry.vocabulary import Role
from registry.web import access, csv_file, months, review_page

if TYPE_CHECKING:
    from registry.models import Patient
    from registry.selectors.reviews import Row
    from registry.web.access import PracticeRequest

_CHUNK = 500
PATIENTS = (
    "record_number", "last_name", "first_name", "birth_date", "program", "episode_started_on",
    "care_manager", "payer", "member_id",
)  # fmt: skip
REVIEWS = (
    "record_number", "last_name", "first_name", "care_manager", "score", "reasons",
    "open_questions", "phq9_last", "gad7_last", "last_reviewed_on",
)  # fmt: skip
TIME = (
    "entry_id", "started_at", "ended_at", "record_number", "activity", "role", "status", "origin",
    "worked_seconds", "counted_seconds", "why_not", "documented_late", "note",
)  # fmt: skip
REFERRALS = (
    "record_number", "last_name", "first_name", "program", "state", "referred_at", "referred_by",
    "answered_at", "answered_by", "reason", "answer",
)  # fmt: skip


@access.page(access.EVERY_ROLE)
def patients_csv(request: PracticeRequest) -> HttpResponseBase:
    """The patients as the list shows them: `?show=` and what was searched for."""
    today = calendar.local_date(timezone.now(), request.practice.timezone)
    found = patient_list.rows(
        request.user,
        request.practice,
        show=request.GET.get("show", "all"),
        text=request.session.get("patient_search", {}).get(request.practice.slug, ""),
        sort=request.GET.get("sort", "name"),
        today=today,
    )
    rows = (_patient(row) for row in found.iterator(chunk_size=_CHUNK))
    return csv_file.of_list(request, "patients", PATIENTS, rows)


def _patient(row: Patient) -> list[Any]:
    episode = next(iter(row.episodes_open), None)  # type: ignore[attr-defined]
    coverage = next(iter(row.coverages_today), None)  # type: ignore[attr-defined]
    return [
        row.record_number, row.last_name, row.first_name, row.birth_date,
        episode.program if episode else None, episode.started_on if episode else None,
        episode.care_manager.full_name if episode else None,
        coverage.payer.name if coverage else None, coverage.member_id if coverage else None,
    ]  # fmt: skip


@access.page(access.CLINICAL | {Role.SUPERVISOR, Role.AUDITOR})
def reviews_csv(request: PracticeRequest) -> HttpResponseBase:
    """The consultant's queue as it is narrowed (`?show=`, `?whose=`), in its order."""
    now, show = timezone.now(), request.GET.get("show", "needs")
    found = reviews.queue(
        request.user,
        request.practice,
        show=show if show in reviews.SHOWN else "needs",
        whose=review_page.whose(request),
        now=now,
    )
    return csv_file.of_list(request, "reviews", REVIEWS, _queue(request, list(found), now))


def _queue(request: PracticeRequest, found: list[Any], now: dt.datetime) -> Iterator[list[Any]]:
    for first in range(0, len(found), _CHUNK):
        for row in reviews.rows(request.practice, found[first : first + _CHUNK], now):
            yield _review(row)


def _review(row: Row) -> list[Any]:
    episode, patient = row.episode, row.episode.patient
    return [
        patient.record_number, patient.last_name, patient.first_name,
        episode.care_manager.full_name, row.score, "; ".join(term.text for term in row.terms),
        len(row.requests), row.phq9[-1][1] if row.phq9 else None,
        row.gad7[-1][1] if row.gad7 else None, episode.last_reviewed_on,
    ]  # fmt: skip


@access.page(access.CLINICAL)
def time_csv(request: PracticeRequest) -> HttpResponseBase:
    """The person's own week (`?week=` any day in it)."""
    now = timezone.now()
    today = calendar.local_date(now, request.practice.timezone)
    try:
        day = dt.date.fromisoformat(request.GET.get("week", ""))
    except ValueError:
        day = today
    day = day if months.EARLIEST <= day < months.LATEST else today
    week = my_time.week(request.user, request.practice, my_time.week_of(day), now)
    rows = (_entry(line) for each in week.days for line in each.lines)
    return csv_file.of_list(request, "time", TIME, rows)


def _entry(line: Any) -> list[Any]:
    entry = line.entry
    return [
        entry.pk, csv_file.instant(entry.started_at), csv_file.instant(entry.ended_at),
        entry.patient.record_number, entry.activity, entry.role, entry.status, entry.origin,
        line.worked, line.counted,
        "; ".join(f"{n} s: {words}" if n else words for n, words in line.excluded),
        "yes" if line.is_late else "no", entry.note,
    ]  # fmt: skip


@access.page(access.CLINICAL | {Role.SUPERVISOR, Role.AUDITOR})
def referrals_csv(request: PracticeRequest) -> HttpResponseBase:
    """Every referral, the latest first."""
    found = referrals.visible_to(request.user, request.practice).order_by("-referred_at", "-pk")
    rows = (_referral(row) for row in found.iterator(chunk_size=_CHUNK))
    return csv_file.of_list(request, "referrals", REFERRALS, rows)


def _referral(row: Any) -> list[Any]:
    patient = row.patient
    return [
        patient.record_number, patient.last_name, patient.first_name, row.program, row.state,
        csv_file.instant(row.referred_at), row.referred_by.full_name,
        csv_file.instant(row.answered_at),
        row.answered_by.full_name if row.answered_by else None, row.reason, row.answer_note,
    ]  # fmt: skip


urlpatterns = [
    path("p/<slug:slug>/patients.csv", patients_csv, name="patients_csv"),
    path("p/<slug:slug>/reviews.csv", reviews_csv, name="reviews_csv"),
    path("p/<slug:slug>/time.csv", time_csv, name="time_csv"),
    path("p/<slug:slug>/referrals.csv", referrals_csv, name="referrals_csv"),
]
