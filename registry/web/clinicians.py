"""The practice's clinicians, as claims name them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from registry.selectors import clinicians as selectors
from registry.selectors import people
from registry.services import clinicians as services
from registry.web import access, answers, csv_file, duties, rows
from registry.web.forms import base
from registry.web.forms import clinicians as forms

if TYPE_CHECKING:
    from registry.models import Clinician
    from registry.web.access import PracticeRequest

COLUMNS = ("last_name", "first_name", "credentials", "kind", "npi", "taxonomy", "email")


@access.page(duties.SEES_SET_UP)
def clinician_list(request: PracticeRequest) -> HttpResponseBase:
    found = selectors.of_practice(request.user, request.practice)
    if csv_file.asked(request):
        return csv_file.of_list(request, "clinicians", COLUMNS, map(_cells, found))
    context = {
        "clinicians": found,
        "may_change": bool(request.roles & duties.SETS_UP),
    }
    return render(request, "registry/clinicians/list.html", context)


def _cells(row: Any) -> list[Any]:
    return [
        row.last_name, row.first_name, row.credentials, row.kind, row.npi, row.taxonomy,
        row.user.email if row.user else None,
    ]  # fmt: skip


@access.page(duties.SETS_UP, methods=("GET", "POST"))
def clinician_add(request: PracticeRequest) -> HttpResponseBase:
    return _page(request, None)


@access.page(duties.SETS_UP, methods=("GET", "POST"))
def clinician_edit(request: PracticeRequest, clinician_id: int) -> HttpResponseBase:
    return _page(request, rows.found(selectors.get, request, clinician_id))


def _page(request: PracticeRequest, clinician: Clinician | None) -> HttpResponseBase:
    form = forms.ClinicianForm(
        request.POST or None,
        initial=forms.initial(clinician) if clinician else {},
        people=people.everybody(request.practice),
    )
    now = timezone.now()

    def write(data: dict[str, Any]) -> Clinician:
        if clinician:
            return services.change(clinician, by=request.user, now=now, **data)
        return services.add(practice=request.practice, by=request.user, now=now, **data)

    if base.saved(request, form, write):
        messages.success(request, "The clinician was saved.")
        return redirect("clinicians", slug=request.practice.slug)
    context = {"form": form, "clinician": clinician}
    return answers.form_page(request, "registry/clinicians/form.html", context)


urlpatterns = [
    path("p/<slug:slug>/clinicians/", clinician_list, name="clinicians"),
    path("p/<slug:slug>/clinicians/add/", clinician_add, name="clinician_add"),
    path("p/<slug:slug>/clinicians/<int:clinician_id>/", clinician_edit, name="clinician_edit"),
]
