"""Claims on paper: the CMS-1500 as PDF, for a claim or for all of a file, and its alignment."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone

from billing.selectors import claims as claim_rows
from billing.selectors import submissions as files
from billing.services import cms1500
from billing.services import submission as submissions
from billing.web.doors import READERS
from registry.errors import Refused
from registry.web import access, duties, rows
from registry.web.access import PracticeRequest


@access.page(READERS)
def claim_cms1500(request: PracticeRequest, claim_id: int) -> HttpResponseBase:
    """Data for the printed form; with `?read=yes` a copy to read."""
    found = rows.found(claim_rows.get, request, claim_id)
    now, to_read = timezone.now(), _to_read(request)
    rows.note_look(request, found.patient, now)
    content = _made(request, lambda: cms1500.of_claim(found, to_read=to_read, now=now))
    if content is None:
        return redirect("claim", slug=request.practice.slug, claim_id=found.pk)
    return _pdf(content, f"claim-{found.pk}{'-copy' if to_read else ''}.pdf")


@access.page(READERS)
def submission_cms1500(request: PracticeRequest, submission_id: int) -> HttpResponseBase:
    """All claims of a file; remembered as a download of the file is."""
    found = rows.found(files.get, request, submission_id)
    now, to_read = timezone.now(), _to_read(request)
    content = _made(request, lambda: cms1500.of_file(found, to_read=to_read, now=now))
    if content is None:
        return redirect("submission", slug=request.practice.slug, submission_id=found.pk)
    submissions.download(found, by=request.user, now=now)
    return _pdf(content, found.file_name.removesuffix(".837") + ".pdf")


@access.page(duties.SEES_SET_UP)
def cms1500_alignment(request: PracticeRequest) -> HttpResponseBase:
    """A sheet with every field filled to its edges, to be held against a form."""
    return _pdf(cms1500.alignment(request.practice), "cms1500-alignment.pdf")


def _to_read(request: PracticeRequest) -> bool:
    return request.GET.get("read") == "yes"


def _made(request: PracticeRequest, make: Callable[[], bytes]) -> bytes | None:
    """What was made; None where it is refused, and why is said on the next page."""
    try:
        return make()
    except Refused as refused:
        for sentence in refused.problems.values():
            messages.error(request, f"Not printed. {sentence}")
        return None


def _pdf(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response


urlpatterns = [
    path("settings/alignment.pdf", cms1500_alignment, name="cms1500_alignment"),
    path("claims/<int:claim_id>/cms1500.pdf", claim_cms1500, name="claim_cms1500"),
    path(
        "submissions/<int:submission_id>/cms1500.pdf",
        submission_cms1500,
        name="submission_cms1500",
    ),
]
