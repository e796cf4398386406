"""Many enrolments from one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone

from registry.services import enrolment_file
from registry.services import enrolment_import as services
from registry.web import access, answers, csv_file, duties
from registry.web.forms.enrolment_import import ImportForm

if TYPE_CHECKING:
    from registry.services.enrolment_import import Outcome
    from registry.web.access import PracticeRequest


@access.page(duties.ENROLS, methods=("GET", "POST"))
def enrolment_import(request: PracticeRequest) -> HttpResponseBase:
    """All of a file, or nothing of it with every problem; `?as=csv`: the header to fill in."""
    if csv_file.asked(request):
        return csv_file.answer("enrolments", enrolment_file.COLUMNS, [])
    form = ImportForm(request.POST or None, request.FILES or None)
    outcome = None
    if request.method == "POST" and form.is_valid():
        outcome = services.run(
            form.cleaned_data["file"].read(),
            practice=request.practice,
            by=request.user,
            now=timezone.now(),
        )
        if not outcome.problems:
            messages.success(request, _said(outcome))
            return redirect("patients", slug=request.practice.slug)
    context = {
        "form": form,
        "outcome": outcome,
        "needed": enrolment_file.NEEDED,
        "further": (*enrolment_file.PATIENT, *enrolment_file.FURTHER),
        "most": enrolment_file.MOST_ROWS,
    }
    return answers.form_page(request, "registry/enrolment/import.html", context)


def _said(outcome: Outcome) -> str:
    return (
        f"Enrolled: {outcome.enrolled}, of whom new in the registry: {outcome.added}. "
        f"Enrolled before, and left as they were: {outcome.unchanged}."
    )


urlpatterns = [
    path("p/<slug:slug>/patients/import/", enrolment_import, name="enrolment_import"),
]
