"""A person's week, for whoever answers for the log; and the person's own word that it is whole."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone

from registry import weeks
from registry.errors import Refused
from registry.selectors import log_sign_offs, people, worker_week
from registry.services import access_log
from registry.services import log_sign_offs as services
from registry.vocabulary import Role
from registry.web import access, csv_file, months

if TYPE_CHECKING:
    from registry.web.access import PracticeRequest

READS = frozenset({Role.SUPERVISOR, Role.BILLER, Role.AUDITOR})
PAGE = 100
COLUMNS = (
    "entry_id", "started_at", "ended_at", "worked_seconds", "record_number", "activity", "role",
    "status", "origin", "documented_at", "reason",
)  # fmt: skip


@access.page(READS)
def worker_entries(request: PracticeRequest, user_id: int) -> HttpResponseBase:
    """The entries of one week (`?week=`), all or of one kind (`?kind=`)."""
    now, practice = timezone.now(), request.practice
    worker = people.somebody(practice, user_id)
    if worker is None:
        raise Http404
    access_log.note(request.user, practice, None, "worker_entries", now)
    latest = weeks.week_of(now, practice.timezone).starts_on
    week = weeks.Week(_monday(request.GET.get("week", "")) or latest, practice.timezone)
    kind = request.GET.get("kind", "all")
    kind = kind if kind in worker_week.KINDS else "all"
    found = worker_week.entries(practice, worker, week, kind)
    if csv_file.asked(request):
        return csv_file.of_list(request, "worker-week", COLUMNS, map(_cells, found))
    seven = dt.timedelta(days=7)
    context = {
        "worker": worker,
        "week": week,
        "before": week.starts_on - seven,
        "after": week.starts_on + seven if week.starts_on < latest else None,
        "page": Paginator(found, PAGE).get_page(request.GET.get("page")),
        "tabs": [
            {
                "label": label,
                "url": f"?week={week.starts_on}&kind={name}",
                "current": name == kind,
            }
            for name, label in worker_week.KINDS.items()
        ],
        "signed": log_sign_offs.of_week(worker, practice, week.starts_on),
    }
    return render(request, "registry/time_log/worker_week.html", context)


def _cells(entry: Any) -> list[Any]:
    seconds = (entry.ended_at - entry.started_at).total_seconds() if entry.ended_at else None
    return [
        entry.pk, csv_file.instant(entry.started_at), csv_file.instant(entry.ended_at),
        None if seconds is None else int(seconds), entry.patient.record_number, entry.activity,
        entry.role, entry.status, entry.origin, csv_file.instant(entry.documented_at),
        entry.reason,
    ]  # fmt: skip


@access.page(access.CLINICAL, methods=("POST",))
def log_sign(request: PracticeRequest) -> HttpResponseBase:
    """'My log of this week is complete', or the same taken back (`take_back`)."""
    now, monday = timezone.now(), _monday(request.POST.get("week", ""))
    if monday is None:
        messages.error(request, "Name the week by a day in it, as 2026-10-05.")
        return redirect("time_log", slug=request.practice.slug)
    try:
        if request.POST.get("take_back"):
            services.withdraw(request.practice, monday, by=request.user, now=now)
            messages.success(request, "Your signature is taken back.")
        else:
            services.sign(request.practice, monday, by=request.user, now=now)
            messages.success(request, "The week is signed as complete.")
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect(f"{reverse('time_log', kwargs={'slug': request.practice.slug})}?week={monday}")


def _monday(text: str) -> dt.date | None:
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return None
    return weeks.monday_of(day) if months.EARLIEST <= day < months.LATEST else None


urlpatterns = [
    path("p/<slug:slug>/time/sign/", log_sign, name="log_sign"),
    path("p/<slug:slug>/time/of/<int:user_id>/", worker_entries, name="worker_entries"),
]
