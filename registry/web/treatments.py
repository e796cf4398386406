"""What a patient is treated with: begin, change the dose, stop, void."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django import forms as django_forms
from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone

from registry import calendar
from registry.selectors import treatments as selectors
from registry.services import treatments as services
from registry.web import access, answers, duties, rows
from registry.web.forms import base
from registry.web.forms import treatments as forms

if TYPE_CHECKING:
    import datetime as dt

    from registry.models import Patient, Treatment
    from registry.web.access import PracticeRequest

Write = Callable[[dict[str, Any]], object]


@access.page(duties.SCORES, methods=("GET", "POST"))
def treatment_add(request: PracticeRequest, patient_id: int) -> HttpResponseBase:
    patient, now = rows.patient(request, patient_id), timezone.now()
    form = forms.TreatmentForm(request.POST or None)

    def write(data: dict[str, Any]) -> Treatment:
        return services.add(patient, services.Begun(**data), by=request.user, now=now)

    words = {"title": "Add a treatment", "submit": "Add", "icon": "plus"}
    return _page(request, patient, form, write, words, "The treatment was recorded.")


@access.page(duties.SCORES, methods=("GET", "POST"))
def treatment_dose(request: PracticeRequest, treatment_id: int) -> HttpResponseBase:
    """One form ends the dose there was and begins the next."""
    row, now = rows.found(selectors.get, request, treatment_id), timezone.now()
    form = forms.DoseForm(request.POST or None, initial=_today(request, now))

    def write(data: dict[str, Any]) -> Treatment:
        return services.change_dose(row, by=request.user, now=now, **data)

    words = {"title": "Change the dose", "submit": "Change the dose", "icon": "pencil", "row": row}
    return _page(request, row.patient, form, write, words, "The dose was changed.")


@access.page(duties.SCORES, methods=("GET", "POST"))
def treatment_stop(request: PracticeRequest, treatment_id: int) -> HttpResponseBase:
    row, now = rows.found(selectors.get, request, treatment_id), timezone.now()
    form = forms.StopForm(request.POST or None, initial=_today(request, now))

    def write(data: dict[str, Any]) -> Treatment:
        return services.stop(row, by=request.user, now=now, **data)

    words = {"title": "Stop a treatment", "submit": "Stop", "icon": "player-stop", "row": row}
    return _page(request, row.patient, form, write, words, "The treatment has ended.")


@access.page(duties.SCORES, methods=("GET", "POST"))
def treatment_void(request: PracticeRequest, treatment_id: int) -> HttpResponseBase:
    row, now = rows.found(selectors.get, request, treatment_id), timezone.now()
    form = forms.VoidForm(request.POST or None)

    def write(data: dict[str, Any]) -> Treatment:
        return services.void(row, by=request.user, now=now, **data)

    words = {"title": "Void a treatment", "submit": "Void", "icon": "ban", "tone": "danger",
             "row": row}  # fmt: skip
    return _page(request, row.patient, form, write, words, "The entry is void; it stays visible.")


def _today(request: PracticeRequest, now: dt.datetime) -> dict[str, Any]:
    return {"on": calendar.local_date(now, request.practice.timezone)}


def _page(
    request: PracticeRequest,
    patient: Patient,
    form: django_forms.Form,
    write: Write,
    words: dict[str, Any],
    done: str,
) -> HttpResponseBase:
    if base.saved(request, form, write):
        messages.success(request, done)
        return redirect("patient", slug=request.practice.slug, patient_id=patient.pk)
    rows.note_look(request, patient, timezone.now())
    context = {"form": form, "patient": patient, **words}
    return answers.form_page(request, "registry/treatments/form.html", context)


_ROW = "p/<slug:slug>/treatments/<int:treatment_id>"
urlpatterns = [
    path(
        "p/<slug:slug>/patients/<int:patient_id>/treatments/add/",
        treatment_add,
        name="treatment_add",
    ),
    path(f"{_ROW}/dose/", treatment_dose, name="treatment_dose"),
    path(f"{_ROW}/stop/", treatment_stop, name="treatment_stop"),
    path(f"{_ROW}/void/", treatment_void, name="treatment_void"),
]
