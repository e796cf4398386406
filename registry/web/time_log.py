"""A person's own time: the week by day, time by hand, one entry with its history."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone

from registry import calendar
from registry.selectors import log_audit, log_sign_offs, my_time
from registry.services import people, time_cuts, time_log
from registry.vocabulary import EntryStatus
from registry.web import access, answers, months, rows, time_overlaps, timer_bar
from registry.web.forms import base
from registry.web.forms import time_log as forms

if TYPE_CHECKING:
    from registry.models import Patient, TimeCut, TimeEntry
    from registry.web.access import PracticeRequest

MOST_WAITING = 20


@access.page(access.CLINICAL)
def my_week(request: PracticeRequest) -> HttpResponseBase:
    """The signed-in person's entries of a week (`?week=` any day in it), and those that wait."""
    now = timezone.now()
    today = calendar.local_date(now, request.practice.timezone)
    first = my_time.week_of(_day(request.GET.get("week", ""), today))
    waiting = my_time.waiting(request.user, request.practice)
    week = my_time.week(request.user, request.practice, first, now)
    context = {
        "week": week,
        "now": now,
        "running": _running(week),
        "today": today,
        "kept": log_audit.own_week(request.user, request.practice, first),
        "signed": log_sign_offs.of_week(request.user, request.practice, first),
        "waiting": [(entry, time_log.standing_in_the_way(entry, now=now))
                    for entry in waiting[:MOST_WAITING]],
        "more_waiting": max(0, len(waiting) - MOST_WAITING),
        "recent_cuts": time_overlaps.recent(request, now),
        "before": first - dt.timedelta(days=7),
        "after": first + dt.timedelta(days=7) if first + dt.timedelta(days=7) <= today else None,
    }  # fmt: skip
    return render(request, "registry/time_log/week.html", context)


def _running(week: my_time.Week) -> int | None:
    """The entry of the week whose clock runs: totals that hold its seconds grow with it."""
    lines = [line for day in week.days for line in day.lines]
    return next((line.entry.pk for line in lines if line.entry.ended_at is None), None)


def _day(text: str, otherwise: dt.date) -> dt.date:
    """The day that an address names; another one where it names none that is likely."""
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return otherwise
    return day if months.EARLIEST <= day < months.LATEST else otherwise


@access.page(access.CLINICAL, methods=("POST",))
def clock_choice(request: PracticeRequest) -> HttpResponseBase:
    """Whether opening a chart starts the clock."""
    wants = request.POST.get("starts_on_chart") == "on"
    people.choose_clock(request.user, starts_on_chart=wants, by=request.user)
    said = "Opening the chart of a patient in care starts your clock, where none runs."
    messages.success(request, said if wants else "Your clock starts only when you press Start.")
    return redirect("time_log", slug=request.practice.slug)


@access.page(access.CLINICAL, methods=("GET", "POST"))
def time_entry_add(request: PracticeRequest, patient_id: int) -> HttpResponseBase:
    """Time by hand, with a reason."""
    patient, now = rows.patient(request, patient_id), timezone.now()
    form, choice = _time_form(request, now), request.POST.get("cut", "")

    def write(data: dict[str, Any]) -> TimeEntry | TimeCut:
        if choice:
            wanted = time_overlaps.wanted(request, patient, data)
            return time_cuts.settle(wanted, choice, by=request.user, now=now)
        return time_log.record(
            patient=patient,
            worker=request.user,
            role=data["role"],
            activity=data["activity"],
            started_at=data["started_at"],
            ended_at=data["ended_at"],
            note=data["note"],
            reason=data["reason"],
            outside_care_is_meant=data["meant"],
            by=request.user,
            now=now,
        )

    made = base.attempt(form, write, by_field=form.by_field) if request.method == "POST" else None
    if made is not None and choice:
        return time_overlaps.to_result(request, made)  # type: ignore[arg-type]
    if made is not None:
        messages.success(request, _kept(made))  # type: ignore[arg-type]
        return _to_month(request, patient, form.cleaned_data["started_at"])
    rows.note_look(request, patient, now)
    context: dict[str, Any] = {"form": form, "patient": patient}
    if form.is_bound:
        context["figure"] = time_overlaps.asked(request, patient, form.cleaned_data)
    return answers.form_page(request, "registry/time_log/add.html", context)


def _time_form(
    request: PracticeRequest, now: dt.datetime, initial: dict[str, Any] | None = None
) -> forms.TimeForm:
    zone = request.practice.timezone
    return forms.TimeForm(
        request.POST or None,
        roles=timer_bar.worker_roles(request),
        activities=timer_bar.activities(request.practice),
        timezone=zone,
        initial=initial or {"day": calendar.local_date(now, zone)},
    )


def _to_month(request: PracticeRequest, patient: Patient, at: dt.datetime) -> HttpResponseBase:
    """To the patient's page, with the month in which the time lies."""
    month = calendar.month_text(calendar.local_month(at, request.practice.timezone))
    kwargs = {"slug": request.practice.slug, "patient_id": patient.pk}
    return redirect(f"{reverse('patient', kwargs=kwargs)}?month={month}#time")


def _kept(made: TimeEntry) -> str:
    if made.status == EntryStatus.NEEDS_REVIEW:
        return f"Kept for review. {made.review_reason}"
    return "The time is in the log."


urlpatterns = [
    *time_overlaps.urlpatterns,
    path("p/<slug:slug>/time/", my_week, name="time_log"),
    path("p/<slug:slug>/time/clock/", clock_choice, name="clock_choice"),
    path(
        "p/<slug:slug>/patients/<int:patient_id>/time/add/", time_entry_add, name="time_entry_add"
    ),
]
