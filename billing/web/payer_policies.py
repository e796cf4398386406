"""How each payer of the practice reads the codes, at a glance."""

from __future__ import annotations

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from billing.web import lists_csv, payer_policies_page
from billing.web.doors import READERS
from registry.web import access, csv_file
from registry.web.access import PracticeRequest


@access.page(READERS)
def payer_policies(request: PracticeRequest) -> HttpResponseBase:
    shown = payer_policies_page.context(request, timezone.now())
    if csv_file.asked(request):
        return lists_csv.policies(request, shown["payers"], shown["month"])
    return render(request, "billing/payer_policy/list.html", shown)


urlpatterns = [path("policies/", payer_policies, name="payer_policies")]
