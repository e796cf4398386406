"""The files of claims: making them, what keeps claims from leaving, and having a file again."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone

from billing.selectors import claims as claim_rows
from billing.selectors import submissions as files
from billing.services import deliveries
from billing.services import submission as service
from billing.web import lists_csv, submissions_page
from billing.web.doors import BILLERS, READERS, no_month, of_month, parse_month
from registry import calendar
from registry.services import access_log
from registry.templatetags.formats import plural
from registry.web import access, csv_file, rows
from registry.web.access import PracticeRequest

if TYPE_CHECKING:
    from billing.models import Submission


@access.page(READERS)
def submissions(request: PracticeRequest) -> HttpResponseBase:
    """A month's files (`?month=`, else the month that is reviewed now) and what waits."""
    now = timezone.now()
    try:
        month = (
            parse_month(request.GET["month"])
            if "month" in request.GET
            else claim_rows.month_to_review(request.user, request.practice, now)
        )
    except ValueError as error:
        return no_month(request, str(error))
    if csv_file.asked(request):
        return lists_csv.files(request, month)
    shown = submissions_page.context(request, month, now)
    return render(request, "billing/submissions/list.html", shown)


@access.page(BILLERS, methods=("POST",))
@of_month
def submissions_make(request: PracticeRequest, month: dt.date) -> HttpResponseBase:
    """Make the files of the month's approved claims; what stayed is shown with its reasons."""
    built = service.build(
        practice=request.practice, month=month, by=request.user, now=timezone.now()
    )
    stayed = len({gap.claim_id for gap in built.gaps})
    if built.made:
        messages.success(request, f"{plural(len(built.made), 'file')} made. Download them below.")
    if stayed or built.practice_gaps:
        count = plural(stayed, "claim") if stayed else "Everything"
        messages.warning(request, f"{count} stayed behind: see below what is missing.")
    elif not built.made:
        messages.warning(request, "No approved claim is waiting in this month.")
    where = reverse("submissions", kwargs={"slug": request.practice.slug})
    return redirect(f"{where}?month={calendar.month_text(month)}")


@access.page(READERS)
def submission(request: PracticeRequest, submission_id: int) -> HttpResponseBase:
    """One file: whom it went to, its claims, and who fetched it."""
    found = rows.found(files.get, request, submission_id)
    access_log.note(request.user, request.practice, None, "submission", timezone.now())
    shown = {
        "file": found,
        "month_text": calendar.month_text(found.month),
        "places": files.places(found),
        "downloads": files.downloads(found),
        "deliveries": list(files.deliveries(found)),
        **_sending(request, found),
    }
    return render(request, "billing/submissions/file.html", shown)


def _sending(request: PracticeRequest, found: Submission) -> dict[str, bool]:
    """Whether the file has a destination, and the person may send it there now."""
    has_destination = deliveries.destination_of(found) is not None
    is_under_way = any(way.state in ("queued", "placing") for way in files.deliveries(found))
    may = bool(request.roles & BILLERS) and has_destination and not is_under_way
    return {"has_destination": has_destination, "may_send": may}


@access.page(READERS)
def submission_download(request: PracticeRequest, submission_id: int) -> HttpResponseBase:
    """The file's bytes as they were made.  Each look is remembered."""
    found = rows.found(files.get, request, submission_id)
    content = service.download(found, by=request.user, now=timezone.now())
    response = HttpResponse(content, content_type="application/edi-x12")
    response["Content-Disposition"] = f'attachment; filename="{found.file_name}"'
    response["Cache-Control"] = "no-store"
    return response


urlpatterns = [
    path("submissions/", submissions, name="submissions"),
    path("submissions/<int:submission_id>/", submission, name="submission"),
    path(
        "submissions/<int:submission_id>/download/",
        submission_download,
        name="submission_download",
    ),
    path("<str:month>/files/", submissions_make, name="submissions_make"),
]
