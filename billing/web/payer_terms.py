"""A payer's terms: how it reads the codes today and over time; its fees are in `fees`."""

from __future__ import annotations

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from billing.web import payer_terms_page
from billing.web.doors import READERS
from registry.selectors import payers
from registry.web import access, rows
from registry.web.access import PracticeRequest


@access.page(READERS)
def payer_terms(request: PracticeRequest, payer_id: int) -> HttpResponseBase:
    payer = rows.found(payers.get, request, payer_id)
    shown = payer_terms_page.context(request, payer, timezone.now())
    return render(request, "billing/payer_terms/page.html", shown)


urlpatterns = [path("payers/<int:payer_id>/terms/", payer_terms, name="payer_terms")]
