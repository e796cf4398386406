"""One time entry: what it is, what came of it, and what its worker may do with it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone

from registry.errors import Refused
from registry.selectors import chart, entry_history, phases
from registry.selectors import time_log as entries
from registry.services import time_cuts, time_log
from registry.web import (
    access,
    answers,
    local_time,
    patient_story,
    rows,
    time_overlaps,
    timer_bar,
)
from registry.web.forms import base
from registry.web.forms import time_log as forms

if TYPE_CHECKING:
    from registry.models import TimeCut, TimeEntry
    from registry.web.access import PracticeRequest

NOT_YOURS = "Only the person who did the work can change this entry. Ask {name}."


@access.page(access.EVERY_ROLE)
def time_entry(request: PracticeRequest, entry_id: int) -> HttpResponseBase:
    entry = rows.found(entries.get, request, entry_id)
    rows.note_look(request, entry.patient, timezone.now())
    return _page(request, entry, timezone.now())


def _page(
    request: PracticeRequest, entry: TimeEntry, now: dt.datetime, **more: Any
) -> HttpResponseBase:
    is_own = entry.worker_id == request.user.pk and bool(request.roles & access.CLINICAL)
    waits = is_own and entry.status == "needs_review"
    line = chart.line(entry, now)
    context = {
        "entry": entry,
        "text": patient_story.entry_text(line, request.practice.timezone),
        "overlap": time_overlaps.of_entry(entry) if waits else None,
        "cuts": time_overlaps.of_history(entry),
        "recent_cuts": time_overlaps.recent(request, now) if is_own else [],
        "patient": entry.patient,
        "line": line,
        "phases": chart.lines(phases.of(entry), now),
        "history": entry_history.of(entry),
        "is_own": is_own,
        "in_the_way": time_log.standing_in_the_way(entry, now=now) if is_own else {},
        "describe": forms.DescribeForm(initial={"activity": entry.activity, "note": entry.note}),
        "correct": _correct_form(request, entry),
    }
    return answers.form_page(request, "registry/time_log/entry.html", context | more)


def _correct_form(request: PracticeRequest, entry: TimeEntry) -> forms.TimeForm:
    """The true time in place of what was logged; filled with what was logged."""
    zone = request.practice.timezone
    day, start = local_time.day_and_time(entry.started_at, zone)
    end_day, end = local_time.day_and_time(entry.ended_at or entry.started_at, zone)
    initial = {
        "day": day,
        "start": start,
        "end": end,
        "end_day": end_day if end_day != day else None,
        "role": entry.role,
        "activity": entry.activity,
        "note": entry.note,
    }
    roles = timer_bar.worker_roles(request)
    offered = timer_bar.activities(request.practice, entry.activity)
    return forms.TimeForm(
        request.POST or None, roles=roles, activities=offered, timezone=zone, initial=initial
    )


def _own(request: PracticeRequest, entry_id: int) -> TimeEntry:
    """An entry of one's own.  403 where it is a colleague's."""
    entry = rows.found(entries.get, request, entry_id)
    if entry.worker_id != request.user.pk:
        raise PermissionDenied(NOT_YOURS.format(name=entry.worker.full_name))
    return entry


def _back(request: PracticeRequest, entry: TimeEntry) -> HttpResponseBase:
    return redirect("time_entry", slug=request.practice.slug, entry_id=entry.pk)


@access.page(access.CLINICAL, methods=("POST",))
def time_entry_describe(request: PracticeRequest, entry_id: int) -> HttpResponseBase:
    entry, now = _own(request, entry_id), timezone.now()
    form = forms.DescribeForm(request.POST)

    def write(data: dict[str, Any]) -> TimeEntry:
        return time_log.describe(entry, by=request.user, now=now, **data)

    if base.saved(request, form, write):
        messages.success(request, "Saved.")
        return _back(request, entry)
    return _page(request, entry, now, describe=form)


@access.page(access.CLINICAL, methods=("POST",))
def time_entry_confirm(request: PracticeRequest, entry_id: int) -> HttpResponseBase:
    """One press, no form: what is in the way comes back as a message."""
    entry = _own(request, entry_id)
    try:
        time_log.confirm(entry, by=request.user, now=timezone.now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "Confirmed: the time stands in the log.")
    return _back(request, entry)


@access.page(access.CLINICAL, methods=("POST",))
def time_entry_void(request: PracticeRequest, entry_id: int) -> HttpResponseBase:
    entry = _own(request, entry_id)
    try:
        time_log.void(
            entry, reason=request.POST.get("reason", ""), by=request.user, now=timezone.now()
        )
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "The entry is void. It stays visible, and counts no more.")
    return _back(request, entry)


@access.page(access.CLINICAL, methods=("POST",))
def time_entry_correct(request: PracticeRequest, entry_id: int) -> HttpResponseBase:
    """The true time in the entry's place."""
    entry, now = _own(request, entry_id), timezone.now()
    form, choice = _correct_form(request, entry), request.POST.get("cut", "")

    def write(data: dict[str, Any]) -> TimeEntry | TimeCut:
        if choice:
            wanted = time_overlaps.wanted(request, entry.patient, data, entry)
            return time_cuts.settle(wanted, choice, by=request.user, now=now)
        return time_log.correct(
            entry,
            started_at=data["started_at"],
            ended_at=data["ended_at"],
            role=data["role"],
            activity=data["activity"],
            note=data["note"],
            reason=data["reason"],
            outside_care_is_meant=data["meant"],
            by=request.user,
            now=now,
        )

    new = base.attempt(form, write, by_field=form.by_field)
    if new is not None and choice:
        return time_overlaps.to_result(request, new)  # type: ignore[arg-type]
    if new is not None:
        messages.success(request, "The true time is in the log; the earlier entry is void.")
        return _back(request, new)  # type: ignore[arg-type]
    figure = (
        time_overlaps.asked(request, entry.patient, form.cleaned_data, entry)
        if form.is_bound
        else None
    )
    return _page(request, entry, now, correct=form, correcting=True, figure=figure)


@access.page(access.CLINICAL, methods=("POST",))
def time_entry_cut(request: PracticeRequest, entry_id: int) -> HttpResponseBase:
    """An entry that waits for review is confirmed by cutting it, or the other (`cut`)."""
    entry, now = _own(request, entry_id), timezone.now()
    try:
        wanted = time_overlaps.as_it_is(entry)
        cut = time_cuts.settle(wanted, request.POST.get("cut", ""), by=request.user, now=now)
    except Refused as refused:
        messages.error(request, str(refused))
        return _back(request, entry)
    return time_overlaps.to_result(request, cut)


_ENTRY = "p/<slug:slug>/time/<int:entry_id>"
urlpatterns = [
    path(f"{_ENTRY}/", time_entry, name="time_entry"),
    path(f"{_ENTRY}/describe/", time_entry_describe, name="time_entry_describe"),
    path(f"{_ENTRY}/confirm/", time_entry_confirm, name="time_entry_confirm"),
    path(f"{_ENTRY}/void/", time_entry_void, name="time_entry_void"),
    path(f"{_ENTRY}/correct/", time_entry_correct, name="time_entry_correct"),
    path(f"{_ENTRY}/cut/", time_entry_cut, name="time_entry_cut"),
]
