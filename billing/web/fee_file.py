"""The practice's fees as a CSV file, down and up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http.response import HttpResponseBase
from django.urls import path

from billing.selectors import fee_file as rows_of
from billing.selectors import fees as selectors
from billing.selectors.fee_file import HEADER, Payers
from billing.services import fee_file
from billing.web import fee_plan_page
from billing.web.doors import READERS
from billing.web.fees_form import UploadForm
from registry.selectors import payers
from registry.web import access, answers, csv_file
from registry.web.access import PracticeRequest
from registry.web.duties import SETS_UP

if TYPE_CHECKING:
    from billing.services.fee_file import Read

_TEMPLATE = "billing/fees/upload.html"
#: More problems than these are counted, and not listed.
_MOST = 100


@access.page(READERS)
def fees_csv(request: PracticeRequest) -> HttpResponseBase:
    found = rows_of.rows(request.user, request.practice)
    return csv_file.answer(f"{request.practice.slug}-fees", HEADER, found)


@access.page(SETS_UP, methods=("GET", "POST"))
def fees_upload(request: PracticeRequest) -> HttpResponseBase:
    """A file is read and shown first; it is written once the person has confirmed what they saw."""
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = UploadForm(*sent)
    if not form.is_valid():
        return answers.form_page(request, _TEMPLATE, {"form": form})
    data = form.data_given()
    read = _read(request, data)
    if read.problems:
        return answers.form_page(request, _TEMPLATE, {"form": form, **_wrong(read)})
    if written := fee_plan_page.written(request, form, read.proposed):
        return fee_plan_page.done(request, written)
    plan = fee_plan_page.planned(request, form, read.proposed)
    confirm = UploadForm(
        initial={
            "makes_room": form.cleaned_data["makes_room"],
            "text": data.decode("utf-8-sig"),
        }
    )
    shown = {"form": form, "confirm": confirm, "plan": fee_plan_page.shown(plan)}
    return fee_plan_page.preview(request, _TEMPLATE, shown)


def _read(request: PracticeRequest, data: bytes) -> Read:
    mine = payers.of_practice(request.user, request.practice)
    known = selectors.codes(request.practice)
    return fee_file.read(data, known=known, payers=Payers(mine))


def _wrong(read: Read) -> dict[str, Any]:
    return {
        "problems": read.problems[:_MOST],
        "more_problems": max(0, len(read.problems) - _MOST),
        "number_of_problems": len(read.problems),
    }


urlpatterns = [
    path("fees/fees.csv", fees_csv, name="fees_csv"),
    path("fees/upload/", fees_upload, name="fees_upload"),
]
