"""Why a patient's month comes to what it does, computed now: behind every number on a chart."""

from __future__ import annotations

import datetime as dt

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from billing.services import month_explanation
from billing.web import mending
from billing.web.doors import of_month
from billing.web.mending import Rows
from registry import calendar
from registry.web import access
from registry.web import rows as found_rows
from registry.web.access import EVERY_ROLE, PracticeRequest


@access.page(EVERY_ROLE)
@of_month
def explanation(request: PracticeRequest, patient_id: int, month: dt.date) -> HttpResponseBase:
    patient = found_rows.patient(request, patient_id)
    found_rows.note_look(request, patient, timezone.now())
    explained = month_explanation.of(patient, month)
    rows = Rows(
        slug=request.practice.slug,
        roles=request.roles,
        patient_id=patient.pk,
        episode_id=explained.episode_id if explained else None,
        coverage_id=explained.coverage_id if explained else None,
        payer_id=explained.payer_id if explained else None,
    )
    shown = {
        "patient": patient,
        "patient_url": mending.address_if_open(
            "patient", request.roles, slug=request.practice.slug, patient_id=patient.pk
        ),
        "month": month,
        "month_text": calendar.month_text(month),
        "explained": explained,
        "node": explained.node if explained else None,
        "reasons": mending.with_mends(explained.reasons, rows) if explained else [],
        "depth": 2,
    }
    name = "_month" if request.headers.get("HX-Request") else "month"
    return render(request, f"billing/explanation/{name}.html", shown)


urlpatterns = [
    path("<int:patient_id>/<str:month>/why/", explanation, name="month_explanation"),
]
