"""What payers and clearinghouses send back: files taken in, what they said, payments posted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from billing.selectors import claims as claim_rows
from billing.selectors import denials
from billing.selectors import received as selectors
from billing.services import received, received_queue
from billing.web import lists_csv
from billing.web.doors import BILLERS, READERS
from billing.web.received_form import UploadForm
from registry.errors import Refused
from registry.services import access_log
from registry.web import access, csv_file, rows

if TYPE_CHECKING:
    from registry.web.access import PracticeRequest

PAGE = 25
MOST_REJECTED = 100


@access.page(READERS)
def received_files(request: PracticeRequest) -> HttpResponseBase:
    """The files, the latest first; what waits on top."""
    if csv_file.asked(request):
        return lists_csv.received_files(request)
    who, practice = request.user, request.practice
    context = {
        "page": Paginator(selectors.listed(who, practice), PAGE).get_page(request.GET.get("page")),
        "strays": selectors.strays(who, practice).count(),
        "denied": denials.open_sum(who, practice),
        "rejected": selectors.rejected(who, practice)[:MOST_REJECTED],
        "form": UploadForm(),
        "is_biller": bool(request.roles & BILLERS),
    }
    return render(request, "billing/received/list.html", context)


@access.page(BILLERS, methods=("POST",))
def received_upload(request: PracticeRequest) -> HttpResponseBase:
    """Take in the chosen files, each by itself: one that is refused keeps no other out."""
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, "Choose the files that the payer or clearinghouse sent.")
        return redirect("received_files", slug=request.practice.slug)
    for upload in form.cleaned_data["sent"]:
        # One byte more than the most says that it is too large, without reading the rest.
        _take(request, upload.name or "file", upload.read(received.MOST_BYTES + 1))
    return redirect("received_files", slug=request.practice.slug)


def _take(request: PracticeRequest, name: str, content: bytes) -> None:
    try:
        outcome = received_queue.receive(
            request.practice, name=name, content=content, by=request.user, now=timezone.now()
        )
    except Refused as refused:
        messages.error(request, f"{name[:80]}: {refused}")
        return
    if not outcome.is_new:
        messages.info(request, f"{outcome.file.name} is here already: nothing was posted twice.")
    elif outcome.file.is_waiting:
        messages.info(
            request, f"{outcome.file.name} is large, and is being read. You may leave this page."
        )
    elif outcome.file.problem:
        messages.error(request, f"{outcome.file.name} was not read. {outcome.file.problem}")
    else:
        messages.success(request, f"{outcome.file.name} was read and posted.")


@access.page(READERS)
def received_file(request: PracticeRequest, file_id: int) -> HttpResponseBase:
    """One file: what it says of our files and claims, its remittances, and what was odd.

    The bar alone for the page that asks again while the file is read.
    """
    found = rows.found(selectors.get, request, file_id)
    if request.headers.get("HX-Request"):
        return render(request, "billing/received/_reading.html", {"file": found})
    access_log.note(request.user, request.practice, None, "received_file", timezone.now())
    remittances = selectors.remittances(request.user, request.practice).filter(file=found)
    context = {
        "file": found,
        "page": Paginator(selectors.answers(found), 100).get_page(request.GET.get("page")),
        "remittances": remittances,
    }
    return render(request, "billing/received/file.html", context)


@access.page(READERS)
def received_download(request: PracticeRequest, file_id: int) -> HttpResponseBase:
    """The file's bytes, as they came."""
    found = rows.found(selectors.get, request, file_id)
    access_log.note(request.user, request.practice, None, "received_download", timezone.now())
    response = HttpResponse(bytes(found.content), content_type="application/edi-x12")
    response["Content-Disposition"] = f'attachment; filename="received-{found.pk}.edi"'
    response["Cache-Control"] = "no-store"
    return response


@access.page(READERS)
def remittance(request: PracticeRequest, remittance_id: int) -> HttpResponseBase:
    """One payment: what it is for, line by line, and whether it adds up."""
    found = rows.found(selectors.get_remittance, request, remittance_id)
    access_log.note(request.user, request.practice, None, "remittance", timezone.now())
    page = Paginator(selectors.payments(found), 50).get_page(request.GET.get("page"))
    context = {"remittance": found, "page": page}
    return render(request, "billing/received/remittance.html", context)


@access.page(READERS)
def claim_answers(request: PracticeRequest, claim_id: int) -> HttpResponseBase:
    """What came back about one claim: a part of its page, or a page of its own."""
    claim = rows.found(claim_rows.get, request, claim_id)
    rows.note_look(request, claim.patient, timezone.now())
    answers, payments = selectors.of_claim(claim)
    context = {
        "claim": claim,
        "patient": claim.patient,
        "answers": answers,
        "payments": payments,
        "paid": selectors.paid(claim),
    }
    name = "_claim" if request.headers.get("HX-Request") else "claim"
    return render(request, f"billing/received/{name}.html", context)


urlpatterns = [
    path("received/", received_files, name="received_files"),
    path("received/upload/", received_upload, name="received_upload"),
    path("received/<int:file_id>/", received_file, name="received_file"),
    path("received/<int:file_id>/download/", received_download, name="received_download"),
    path("remittances/<int:remittance_id>/", remittance, name="remittance"),
    path("claims/<int:claim_id>/answers/", claim_answers, name="claim_answers"),
]
