"""A patient's authorizations: what the payer has permitted, and until when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone

from registry.errors import Refused
from registry.selectors import authorizations as selectors
from registry.services import authorizations as services
from registry.web import access, answers, duties, rows
from registry.web.forms import authorizations as forms
from registry.web.forms import base

if TYPE_CHECKING:
    from registry.models import Authorization, Patient
    from registry.web.access import PracticeRequest


@access.page(duties.IDENTIFIES, methods=("GET", "POST"))
def authorizations(request: PracticeRequest, patient_id: int) -> HttpResponseBase:
    """Those there are, and a form for another."""
    return _page(request, rows.patient(request, patient_id), None)


@access.page(duties.IDENTIFIES, methods=("GET", "POST"))
def authorization_edit(request: PracticeRequest, authorization_id: int) -> HttpResponseBase:
    row = rows.found(selectors.get, request, authorization_id)
    return _page(request, row.patient, row)


def _page(
    request: PracticeRequest, patient: Patient, row: Authorization | None
) -> HttpResponseBase:
    now = timezone.now()
    form = forms.AuthorizationForm(request.POST or None, initial=forms.initial(row) if row else {})

    def write(data: dict[str, Any]) -> Authorization:
        if row:
            return services.change(row, by=request.user, now=now, **data)
        return services.add(patient=patient, by=request.user, now=now, **data)

    if base.saved(request, form, write):
        messages.success(request, "The authorization was saved.")
        return _to_list(request, patient)
    rows.note_look(request, patient, now)
    shown = {"form": form, "patient": patient, "row": row, "found": selectors.of(patient)}
    return answers.form_page(request, "registry/authorizations/page.html", shown)


@access.page(duties.IDENTIFIES, methods=("POST",))
def authorization_remove(request: PracticeRequest, authorization_id: int) -> HttpResponseBase:
    row = rows.found(selectors.get, request, authorization_id)
    reason = request.POST.get("reason", "")
    try:
        services.remove(row, reason=reason, by=request.user, now=timezone.now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "The authorization was removed.")
    return _to_list(request, row.patient)


def _to_list(request: PracticeRequest, patient: Patient) -> HttpResponseBase:
    return redirect("authorizations", slug=request.practice.slug, patient_id=patient.pk)


urlpatterns = [
    path(
        "p/<slug:slug>/patients/<int:patient_id>/authorizations/",
        authorizations,
        name="authorizations",
    ),
    path(
        "p/<slug:slug>/authorizations/<int:authorization_id>/",
        authorization_edit,
        name="authorization_edit",
    ),
    path(
        "p/<slug:slug>/authorizations/<int:authorization_id>/remove/",
        authorization_remove,
        name="authorization_remove",
    ),
]
