"""A patient's insurance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone

from registry.selectors import coverages as selectors
from registry.selectors import payers
from registry.services import coverages as services
from registry.web import access, answers, duties, rows
from registry.web.forms import base
from registry.web.forms import coverages as forms

if TYPE_CHECKING:
    from registry.models import Coverage, Patient
    from registry.web.access import PracticeRequest


@access.page(duties.IDENTIFIES, methods=("GET", "POST"))
def coverage_add(request: PracticeRequest, patient_id: int) -> HttpResponseBase:
    patient = rows.patient(request, patient_id)
    return _page(request, patient, None)


@access.page(duties.IDENTIFIES, methods=("GET", "POST"))
def coverage_edit(request: PracticeRequest, coverage_id: int) -> HttpResponseBase:
    coverage = rows.found(selectors.get, request, coverage_id)
    return _page(request, coverage.patient, coverage)


def _page(
    request: PracticeRequest, patient: Patient, coverage: Coverage | None
) -> HttpResponseBase:
    form = forms.CoverageForm(
        request.POST or None,
        initial=forms.initial(coverage) if coverage else {},
        payers=payers.of_practice(request.user, request.practice),
    )
    now = timezone.now()

    def write(data: dict[str, Any]) -> Coverage:
        if coverage:
            return services.change(coverage, by=request.user, now=now, **data)
        return services.add(patient=patient, by=request.user, now=now, **data)

    if base.saved(request, form, write):
        messages.success(request, "The insurance was saved.")
        return redirect("patient", slug=request.practice.slug, patient_id=patient.pk)
    rows.note_look(request, patient, now)
    context = {"form": form, "patient": patient, "coverage": coverage}
    return answers.form_page(request, "registry/coverages/form.html", context)


_PATIENT = "p/<slug:slug>/patients/<int:patient_id>"
urlpatterns = [
    path(f"{_PATIENT}/coverages/add/", coverage_add, name="coverage_add"),
    path("p/<slug:slug>/coverages/<int:coverage_id>/", coverage_edit, name="coverage_edit"),
]
