"""The practice's fees as a CSV file, down and up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone

from billing.selectors import fee_file as rows_of
from billing.selectors import fees as selectors
from billing.selectors.fee_file import HEADER, Payers
from billing.services import fee_file, fee_plan
from billing.web import fee_plan_page
from billing.web.doors import READERS
from billing.web.fees_form import UploadForm
from registry.errors import Refused
from registry.selectors import payers
from registry.web import access, answers, csv_file
from registry.web.access import PracticeRequest
from registry.web.duties import SETS_UP
from registry.web.forms import base

if TYPE_CHECKING:
    from billing.services.fee_file import Read
    from billing.services.fee_plan import Plan

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
    makes_room = form.cleaned_data["makes_room"]
    if mark := request.POST.get("mark", ""):
        written = _written(request, form, read, makes_room=makes_room, mark=mark)
        if written:
            return done(request, written)
    plan = fee_plan.make(request.practice, read.proposed, makes_room=makes_room)
    confirm = UploadForm(initial={"makes_room": makes_room, "text": data.decode("utf-8-sig")})
    shown = {"form": form, "confirm": confirm, "plan": fee_plan_page.shown(plan)}
    return fee_plan_page.preview(request, _TEMPLATE, shown)


def done(request: PracticeRequest, plan: Plan) -> HttpResponseBase:
    """Back to the fees, which say for which month the true-up runs again."""
    messages.success(request, fee_plan_page.summary(plan))
    month = fee_plan_page.month_to_run(request, timezone.now())
    return redirect(f"{reverse('fees', kwargs={'slug': request.practice.slug})}?run={month}")


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


def _written(
    request: PracticeRequest, form: UploadForm, read: Read, *, makes_room: bool, mark: str
) -> Plan | None:
    try:
        return fee_plan.write(
            request.practice,
            read.proposed,
            makes_room=makes_room,
            mark=mark,
            by=request.user,
            now=timezone.now(),
        )
    except Refused as refused:
        base.show(form, refused.problems)
        return None


urlpatterns = [
    path("fees/fees.csv", fees_csv, name="fees_csv"),
    path("fees/upload/", fees_upload, name="fees_upload"),
]
