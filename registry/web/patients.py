"""The practice's patients: find one, add one, correct who they are.

What is searched for is a name: it comes by POST and waits in the session, so that no address and
no log ever holds it.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone

from registry import calendar
from registry.selectors import coverages, episodes, patient_list
from registry.selectors import patients as patients_of
from registry.services import patients as services
from registry.web import access, answers, duties, rows
from registry.web.forms import base
from registry.web.forms import patients as forms

if TYPE_CHECKING:
    from registry.models import Patient
    from registry.web.access import PracticeRequest

PAGE = 50
TABS = (
    ("all", "All"),
    ("cocm", "Collaborative care"),
    ("bhi", "General BHI"),
    ("not_enrolled", "Not enrolled"),
    ("discharged", "Discharged"),
)
#: Where the button that saved a new patient leads.
NEXT = {"enrol": "enrol", "coverage": "coverage_add"}


@access.page(access.EVERY_ROLE, methods=("GET", "POST"))
def patient_list_page(request: PracticeRequest) -> HttpResponseBase:
    """The list.  POST keeps what is searched for; GET shows it, page by page."""
    if request.method == "POST":
        keep_search(request, request.POST.get("search", ""))
        if not request.htmx:  # type: ignore[attr-defined]
            return redirect(request.get_full_path())
    part = request.htmx and not request.htmx.boosted  # type: ignore[attr-defined]
    name = "registry/patients/_list.html" if part else "registry/patients/list.html"
    return render(request, name, list_context(request, timezone.now()))


def keep_search(request: PracticeRequest, text: str) -> None:
    request.session["patient_search"] = {request.practice.slug: text.strip()[:100]}


def list_context(request: PracticeRequest, now: dt.datetime) -> dict[str, Any]:
    text = request.session.get("patient_search", {}).get(request.practice.slug, "")
    show = request.GET.get("show", "all")
    today = calendar.local_date(now, request.practice.timezone)
    found = patient_list.rows(
        request.user,
        request.practice,
        show=show,
        text=text,
        sort=request.GET.get("sort", "name"),
        today=today,
    )
    counts = patient_list.counts(request.user, request.practice, text=text)
    pages = Paginator(found, PAGE)
    pages.count = counts.get(show, counts["all"])  # counted already
    page = pages.get_page(request.GET.get("page"))
    return {
        "page": page,
        "patients": [(row, patients_of.age(row, today)) for row in page],
        "search": text,
        "show": show,
        "tabs": _tabs(request, counts, show),
        "may_add": bool(request.roles & duties.ENROLS),
        "may_score": bool(request.roles & duties.SCORES),
        "total": counts["all"],
    }


def _tabs(request: PracticeRequest, counts: dict[str, int], show: str) -> list[dict[str, Any]]:
    url = reverse("patients", kwargs={"slug": request.practice.slug})
    return [
        {
            "label": label,
            "url": url if name == "all" else f"{url}?show={name}",
            "current": name == show,
            "count": counts[name],
        }
        for name, label in TABS
    ]


@access.page(duties.ENROLS, methods=("GET", "POST"))
def patient_add(request: PracticeRequest) -> HttpResponseBase:
    """A new patient.  One who may be there already is shown first."""
    form = forms.PatientForm(request.POST or None)
    twins: list[Patient] = []
    if request.method == "POST" and form.is_valid():
        twins = [] if "anyway" in request.POST else _twins(request, form.cleaned_data)
        added = None if twins else base.attempt(form, lambda data: _add(request, data))
        if added:
            messages.success(request, "The patient was added.")
            to = NEXT.get(request.POST.get("next", ""), "patient")
            return redirect(to, slug=request.practice.slug, patient_id=added.pk)
    context = {"form": form, "twins": twins}
    return answers.form_page(request, "registry/patients/add.html", context)


def _twins(request: PracticeRequest, data: dict[str, Any]) -> list[Patient]:
    wanted = {name: data[name] for name in ("first_name", "last_name", "birth_date")}
    return patients_of.look_alikes(request.user, request.practice, **wanted)


def _add(request: PracticeRequest, data: dict[str, Any]) -> Patient:
    return services.add(practice=request.practice, by=request.user, now=timezone.now(), **data)


@access.page(duties.IDENTIFIES, methods=("GET", "POST"))
def patient_edit(request: PracticeRequest, patient_id: int) -> HttpResponseBase:
    """Who the patient is, and beside it the insurance."""
    patient, now = rows.patient(request, patient_id), timezone.now()
    form = forms.PatientForm(request.POST or None, initial=forms.initial(patient))

    def change(data: dict[str, Any]) -> Patient:
        return services.change(patient, by=request.user, now=now, **data)

    if base.saved(request, form, change):
        messages.success(request, "The changes were saved.")
        _ask_for_discharge(request, patient, form.cleaned_data)
        return redirect("patient", slug=request.practice.slug, patient_id=patient.pk)
    rows.note_look(request, patient, now)
    context = {"form": form, "patient": patient, "coverages": coverages.of(patient)}
    return answers.form_page(request, "registry/patients/edit.html", context)


def _ask_for_discharge(request: PracticeRequest, patient: Patient, data: dict[str, Any]) -> None:
    if data["died_on"] and episodes.current(patient):
        messages.warning(request, "The episode is still open. Discharge the patient from it.")


urlpatterns = [
    path("p/<slug:slug>/patients/", patient_list_page, name="patients"),
    path("p/<slug:slug>/patients/add/", patient_add, name="patient_add"),
    path("p/<slug:slug>/patients/<int:patient_id>/edit/", patient_edit, name="patient_edit"),
]
