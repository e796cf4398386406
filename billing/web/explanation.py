"""Why a patient's month comes to what it does, computed now: behind every number on a chart."""

from __future__ import annotations

import datetime as dt

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from billing.services import month_explanation
from billing.web import explained
from billing.web.doors import of_month
from registry.web import access, rows
from registry.web.access import EVERY_ROLE, PracticeRequest


@access.page(EVERY_ROLE)
@of_month
def explanation(request: PracticeRequest, patient_id: int, month: dt.date) -> HttpResponseBase:
    patient = rows.patient(request, patient_id)
    now = timezone.now()
    rows.note_look(request, patient, now)
    found = month_explanation.of(patient, month)
    shown = {"patient": patient, **explained.of_month(request, patient, month, found, now)}
    name = "_explained" if request.headers.get("HX-Request") else "month"
    return render(request, f"billing/explanation/{name}.html", shown)


urlpatterns = [
    path("<int:patient_id>/<str:month>/why/", explanation, name="month_explanation"),
]
