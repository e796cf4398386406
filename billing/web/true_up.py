"""Asking for a true-up, and watching it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from billing.selectors import true_up_runs
from billing.services import true_up_queue
from billing.web.doors import BILLERS, READERS, of_month
from registry import calendar
from registry.errors import Refused
from registry.templatetags.formats import month_name, plural
from registry.web import access, rows
from registry.web.access import PracticeRequest

if TYPE_CHECKING:
    from billing.models import TrueUpRun


@access.page(BILLERS, methods=("POST",))
@of_month
def true_up_start(request: PracticeRequest, month: dt.date) -> HttpResponseBase:
    """Hand the month to the workers.  It is final where the month is over."""
    try:
        run = true_up_queue.ask(
            practice=request.practice,
            month=month,
            kind="final",
            by=request.user,
            now=timezone.now(),
        )
    except Refused as refused:
        messages.error(request, str(refused))
        text = calendar.month_text(month)
        return redirect("billing_month", slug=request.practice.slug, month=text)
    return redirect("true_up_run", slug=request.practice.slug, run_id=run.pk)


@access.page(READERS)
def true_up_run(request: PracticeRequest, run_id: int) -> HttpResponseBase:
    """How far a run is; its bar alone for the page that asks again and again."""
    run = rows.found(true_up_runs.get, request, run_id)
    is_partial = bool(request.headers.get("HX-Request"))
    shown = {"run": run, "month_text": calendar.month_text(run.month), **progress(run)}
    return render(request, f"billing/true_up/{'_progress' if is_partial else 'run'}.html", shown)


def progress(run: TrueUpRun) -> dict[str, str]:
    """What stands above and below a run's bar."""
    detail = f"{run.patients_done} of {plural(run.patients_total, 'chart')}"
    if run.failed:
        detail += f", {run.failed} could not be decided"
    return {"run_label": f"True-up of {month_name(run.month)}", "run_detail": detail}


urlpatterns = [
    path("true-ups/<int:run_id>/", true_up_run, name="true_up_run"),
    path("<str:month>/true-up/", true_up_start, name="true_up_start"),
]
