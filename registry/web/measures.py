"""Scores of validated scales, and the safety flags that item 9 raises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from registry import calendar, instruments
from registry.selectors import measures as selectors
from registry.services import measures as services
from registry.vocabulary import Instrument
from registry.web import access, answers, duties, rows
from registry.web.forms import base
from registry.web.forms import measures as forms

if TYPE_CHECKING:
    from registry.models import Measure, SafetyFlag
    from registry.web.access import PracticeRequest


@access.page(duties.SCORES, methods=("GET", "POST"))
def measure_add(request: PracticeRequest, patient_id: int) -> HttpResponseBase:
    """One scale; `?scale=GAD-7` says which, PHQ-9 unless said."""
    patient, now = rows.patient(request, patient_id), timezone.now()
    scale = instruments.scale(request.GET.get("scale", "")) or instruments.SCALES[Instrument.PHQ9]
    today = calendar.local_date(now, request.practice.timezone)
    form = forms.MeasureForm(request.POST or None, initial={"scored_on": today}, scale=scale)

    def write(data: dict[str, Any]) -> Measure:
        return services.record(
            patient=patient, instrument=scale.name, by=request.user, now=now, **data
        )

    measure = base.attempt(form, write) if request.method == "POST" else None
    if measure:
        return _recorded(request, measure)
    rows.note_look(request, patient, now)
    context = {"form": form, "patient": patient, "scale": scale, "scales": _scales(scale)}
    return answers.form_page(request, "registry/measures/add.html", context)


def _scales(current: instruments.Scale) -> list[dict[str, Any]]:
    return [
        {"label": name, "url": f"?scale={name}", "current": name == current.name}
        for name in (Instrument.PHQ9, Instrument.GAD7, Instrument.PHQ2)
    ]


def _recorded(request: PracticeRequest, measure: Measure) -> HttpResponseBase:
    """To the patient; straight to the flag where one was raised, for it must not wait."""
    word = instruments.severity(measure.instrument, measure.total)
    messages.success(request, f"{measure.instrument} {measure.total} was recorded: {word}.")
    slug, flag = request.practice.slug, getattr(measure, "safety_flag", None)
    if flag:
        return redirect("safety_flag", slug=slug, flag_id=flag.pk)
    return redirect("patient", slug=slug, patient_id=measure.patient_id)


@access.page(duties.SCORES, methods=("GET", "POST"))
def measure_void(request: PracticeRequest, measure_id: int) -> HttpResponseBase:
    measure, now = rows.found(selectors.get, request, measure_id), timezone.now()
    form = forms.VoidForm(request.POST or None)

    def write(data: dict[str, Any]) -> Measure:
        return services.void(measure, reason=data["reason"], by=request.user, now=now)

    if base.saved(request, form, write):
        messages.success(request, "The score is void. It stays visible, and counts no more.")
        return redirect("patient", slug=request.practice.slug, patient_id=measure.patient_id)
    rows.note_look(request, measure.patient, now)
    context = {"form": form, "measure": measure, "patient": measure.patient}
    return answers.form_page(request, "registry/measures/void.html", context)


@access.page(access.EVERY_ROLE)
def safety_flags(request: PracticeRequest) -> HttpResponseBase:
    """Flags that wait for a clinician, the newest first, and below those answered lately."""
    flags = selectors.flags(request.user, request.practice)
    context = {
        "waiting": flags.filter(acknowledged_at=None),
        "answered": flags.exclude(acknowledged_at=None)[:20],
    }
    return render(request, "registry/measures/flags.html", context)


@access.page(access.EVERY_ROLE, methods=("GET", "POST"))
def safety_flag(request: PracticeRequest, flag_id: int) -> HttpResponseBase:
    """One flag: everybody of the practice sees it, a clinician answers for it."""
    flag, now = rows.found(selectors.get_flag, request, flag_id), timezone.now()
    form = forms.AcknowledgeForm(request.POST or None)

    def write(data: dict[str, Any]) -> SafetyFlag:
        return services.acknowledge(flag, by=request.user, now=now, **data)

    if base.saved(request, form, write):
        messages.success(request, "The safety flag was acknowledged.")
        return redirect("patient", slug=request.practice.slug, patient_id=flag.patient_id)
    rows.note_look(request, flag.patient, now)
    context = {
        "form": form,
        "flag": flag,
        "patient": flag.patient,
        "may_answer": bool(request.roles & duties.SCORES),
        "answer": dict(instruments.ANSWERS)[flag.answer],
    }
    return answers.form_page(request, "registry/measures/flag.html", context)


_PATIENT = "p/<slug:slug>/patients/<int:patient_id>"
urlpatterns = [
    path(f"{_PATIENT}/measures/add/", measure_add, name="measure_add"),
    path("p/<slug:slug>/measures/<int:measure_id>/void/", measure_void, name="measure_void"),
    path("p/<slug:slug>/safety-flags/", safety_flags, name="safety_flags"),
    path("p/<slug:slug>/safety-flags/<int:flag_id>/", safety_flag, name="safety_flag"),
]
