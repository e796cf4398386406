"""Consent: given, revoked, and the paper it stands on."""

from __future__ import annotations

import datetime as dt
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import FileResponse, Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone

from registry.selectors import consents as selectors
from registry.selectors import people
from registry.services import consent_files, consent_script
from registry.services import consents as services
from registry.vocabulary import Role
from registry.web import access, answers, duties, rows
from registry.web.forms import base
from registry.web.forms import consents as forms

if TYPE_CHECKING:
    from registry.models import Consent, Patient
    from registry.web.access import PracticeRequest


#: Who may be the second person.
AGREES = duties.ENROLS | {Role.SUPERVISOR}


@access.page(duties.ENROLS, methods=("GET", "POST"))
def consent_add(request: PracticeRequest, patient_id: int) -> HttpResponseBase:
    patient, now = rows.patient(request, patient_id), timezone.now()
    form = forms.ConsentForm(
        request.POST or None,
        request.FILES or None,
        initial={"taken_by": request.user.pk},
        people=people.everybody(request.practice),
        scripts=consent_script.languages(request.practice),
        timezone=request.practice.timezone,
        now=now,
    )
    if request.method == "POST" and _given(request, form, patient, now):
        messages.success(request, "The consent was recorded.")
        return redirect("patient", slug=request.practice.slug, patient_id=patient.pk)
    rows.note_look(request, patient, now)
    context = {
        "form": form,
        "patient": patient,
        "standing": selectors.in_force(patient, now),
        "scripts": consent_script.languages(request.practice),
    }
    return answers.form_page(request, "registry/consents/add.html", context)


def _given(
    request: PracticeRequest, form: forms.ConsentForm, patient: Patient, now: dt.datetime
) -> Consent | None:
    """The consent; None with every problem in the form: the fields' own and the service's."""
    form.full_clean()
    consent = form.cleaned_data["consent"]
    base.show(form, forms.beside(form, services.problems(patient, consent, now=now)))
    return base.attempt(
        form, lambda _: services.give(patient=patient, consent=consent, by=request.user, now=now)
    )


@access.page(AGREES, methods=("GET", "POST"))
def consent_agree(request: PracticeRequest, consent_id: int) -> HttpResponseBase:
    """The second person's word on the day of a consent that was recorded late."""
    consent, now = rows.found(selectors.get, request, consent_id), timezone.now()
    form = base.Form(request.POST if request.method == "POST" else None)

    def write(_: dict[str, Any]) -> Consent:
        return services.agree(consent, by=request.user, now=now)

    if base.saved(request, form, write):
        messages.success(request, "The consent counts from the day on which it was given.")
        return redirect("patient", slug=request.practice.slug, patient_id=consent.patient_id)
    rows.note_look(request, consent.patient, now)
    context = {
        "form": form,
        "consent": consent,
        "patient": consent.patient,
        "is_own": consent.recorded_by_id == request.user.pk,
    }
    return answers.form_page(request, "registry/consents/agree.html", context)


@access.page(duties.ENROLS, methods=("GET", "POST"))
def consent_revoke(request: PracticeRequest, consent_id: int) -> HttpResponseBase:
    consent, now = rows.found(selectors.get, request, consent_id), timezone.now()
    form = forms.RevokeForm(request.POST or None, timezone=request.practice.timezone, now=now)

    def write(data: dict[str, Any]) -> Consent:
        return services.revoke(
            consent, reason=data["reason"], at=data["at"], by=request.user, now=now
        )

    if base.saved(request, form, write, by_field=forms.by_field):
        messages.success(request, "The consent was revoked. From now on no time counts on it.")
        return redirect("patient", slug=request.practice.slug, patient_id=consent.patient_id)
    rows.note_look(request, consent.patient, now)
    context = {"form": form, "consent": consent, "patient": consent.patient}
    return answers.form_page(request, "registry/consents/revoke.html", context)


@access.page(access.EVERY_ROLE)
def consent_file(request: PracticeRequest, consent_id: int) -> HttpResponseBase:
    """The paper, as a download: it is kept outside of everything that is served by address."""
    consent = rows.found(selectors.get, request, consent_id)
    name = consent.file.name or ""
    if not name or not consent.file.storage.exists(name):
        raise Http404
    rows.note_look(request, consent.patient, timezone.now())
    kind = PurePath(name).suffix.removeprefix(".")
    return FileResponse(
        consent.file.open("rb"),
        as_attachment=True,
        filename=consent.file_name,
        content_type=consent_files.CONTENT_TYPES.get(kind, "application/octet-stream"),
        headers={"Cache-Control": "private, no-store"},
    )


_PATIENT = "p/<slug:slug>/patients/<int:patient_id>"
_CONSENT = "p/<slug:slug>/consents/<int:consent_id>"
urlpatterns = [
    path(f"{_PATIENT}/consents/add/", consent_add, name="consent_add"),
    path(f"{_CONSENT}/agree/", consent_agree, name="consent_agree"),
    path(f"{_CONSENT}/revoke/", consent_revoke, name="consent_revoke"),
    path(f"{_CONSENT}/file/", consent_file, name="consent_file"),
]
