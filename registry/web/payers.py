"""The practice's payers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from registry.selectors import payer_notes
from registry.selectors import payers as selectors
from registry.services import payers as services
from registry.web import access, answers, csv_file, duties, rows
from registry.web.forms import base
from registry.web.forms import payers as forms

if TYPE_CHECKING:
    from registry.models import Payer
    from registry.web.access import PracticeRequest

COLUMNS = (
    "name", "payer_id", "claim_filing_code", "address", "city", "state", "zip_code", "patients",
)  # fmt: skip


@access.page(duties.SEES_SET_UP)
def payer_list(request: PracticeRequest) -> HttpResponseBase:
    found = selectors.of_practice(request.user, request.practice)
    if csv_file.asked(request):
        return csv_file.of_list(request, "payers", COLUMNS, map(_cells, found))
    kinds = services.FILING_CODES
    notes = payer_notes.of(request.user, request.practice, timezone.now())
    context = {
        "payers": [
            (row, kinds.get(row.claim_filing_code, ""), notes.get(row.pk, [])) for row in found
        ],
        "may_change": bool(request.roles & duties.SETS_UP),
    }
    return render(request, "registry/payers/list.html", context)


def _cells(row: Any) -> list[Any]:
    return [
        row.name, row.payer_id, row.claim_filing_code, row.address, row.city, row.state,
        row.zip_code, row.patients,
    ]  # fmt: skip


@access.page(duties.SETS_UP, methods=("GET", "POST"))
def payer_add(request: PracticeRequest) -> HttpResponseBase:
    return _page(request, None)


@access.page(duties.SETS_UP, methods=("GET", "POST"))
def payer_edit(request: PracticeRequest, payer_id: int) -> HttpResponseBase:
    return _page(request, rows.found(selectors.get, request, payer_id))


def _page(request: PracticeRequest, payer: Payer | None) -> HttpResponseBase:
    form = forms.PayerForm(request.POST or None, initial=forms.initial(payer) if payer else {})
    now = timezone.now()

    def write(data: dict[str, Any]) -> Payer:
        if payer:
            return services.change(payer, by=request.user, now=now, **data)
        return services.add(practice=request.practice, by=request.user, now=now, **data)

    if base.saved(request, form, write):
        messages.success(request, "The payer was saved.")
        return redirect("payers", slug=request.practice.slug)
    context = {"form": form, "payer": payer}
    return answers.form_page(request, "registry/payers/form.html", context)


urlpatterns = [
    path("p/<slug:slug>/payers/", payer_list, name="payers"),
    path("p/<slug:slug>/payers/add/", payer_add, name="payer_add"),
    path("p/<slug:slug>/payers/<int:payer_id>/", payer_edit, name="payer_edit"),
]
