"""Services billed apart: an office visit with its modifiers, therapy, crisis care."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone

from registry.errors import Refused
from registry.selectors import other_services as selectors
from registry.services import other_services as services
from registry.web import access, answers, duties, rows
from registry.web.forms import base
from registry.web.forms import other_services as forms

if TYPE_CHECKING:
    from registry.models import OtherService, Patient
    from registry.web.access import PracticeRequest


@access.page(duties.IDENTIFIES, methods=("GET", "POST"))
def other_service_add(request: PracticeRequest, patient_id: int) -> HttpResponseBase:
    return _page(request, rows.patient(request, patient_id), None)


@access.page(duties.IDENTIFIES, methods=("GET", "POST"))
def other_service_edit(request: PracticeRequest, service_id: int) -> HttpResponseBase:
    """One service; `?modifier=25` writes the modifier that a prompt asks for into the form."""
    service = rows.found(selectors.get, request, service_id)
    return _page(request, service.patient, service)


def _page(
    request: PracticeRequest, patient: Patient, service: OtherService | None
) -> HttpResponseBase:
    now, givers = timezone.now(), selectors.givers(request.practice)
    initial = _initial(request, service, givers) if service else {}
    form = forms.ServiceForm(request.POST or None, initial=initial, givers=givers)

    def write(_: dict[str, Any]) -> OtherService:
        if service:
            return services.change(service, now=now, **form.details())
        return services.record(patient=patient, by=request.user, now=now, **form.details())

    if base.saved(request, form, write, by_field=form.by_field):
        messages.success(request, "The service was saved.")
        return _to_patient(request, patient)
    rows.note_look(request, patient, now)
    context = {"form": form, "patient": patient, "service": service}
    return answers.form_page(request, "registry/other_services/form.html", context)


def _initial(
    request: PracticeRequest, service: OtherService, givers: list[tuple[str, str]]
) -> dict[str, Any]:
    giver = selectors.giver_of(service)
    is_known = giver in dict(givers)
    asked = request.GET.get("modifier", "")[:2]
    modifiers = [*service.modifiers, *([asked] if asked not in (*service.modifiers, "") else [])]
    return {
        "code": service.code,
        "served_on": service.served_on,
        "giver": giver if is_known else forms.OUTSIDE,
        "outside": "" if is_known else service.practitioner,
        "modifiers": ", ".join(modifiers),
    }


@access.page(duties.IDENTIFIES, methods=("POST",))
def other_service_void(request: PracticeRequest, service_id: int) -> HttpResponseBase:
    service = rows.found(selectors.get, request, service_id)
    reason = request.POST.get("reason", "")
    try:
        services.void(service, reason=reason, by=request.user, now=timezone.now())
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("other_service_edit", slug=request.practice.slug, service_id=service.pk)
    messages.success(request, "The service is void. The months that it bore on were read anew.")
    return _to_patient(request, service.patient)


def _to_patient(request: PracticeRequest, patient: Patient) -> HttpResponseBase:
    return redirect("patient", slug=request.practice.slug, patient_id=patient.pk)


_PATIENT = "p/<slug:slug>/patients/<int:patient_id>"
_SERVICE = "p/<slug:slug>/services/<int:service_id>"
urlpatterns = [
    path(f"{_PATIENT}/services/add/", other_service_add, name="other_service_add"),
    path(f"{_SERVICE}/", other_service_edit, name="other_service_edit"),
    path(f"{_SERVICE}/void/", other_service_void, name="other_service_void"),
]
