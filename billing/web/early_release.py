"""Letting a claim go before its month ends."""

from __future__ import annotations

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone

from billing.selectors import claims as claim_rows
from billing.services import early_release
from billing.web.doors import BILLERS
from registry.errors import Refused
from registry.web import access, rows
from registry.web.access import PracticeRequest


@access.page(BILLERS, methods=("POST",))
def claim_release(request: PracticeRequest, claim_id: int) -> HttpResponseBase:
    """Approve a provisional claim, by a person who was told what is lost."""
    found = rows.found(claim_rows.get, request, claim_id)
    seen = request.POST.get("mark", "")
    try:
        early_release.approve(found, seen=seen, by=request.user, now=timezone.now())
    except Refused as refused:
        messages.error(request, f"Not approved. {refused}")
    else:
        messages.success(request, "Approved before the month's end. The patient's month is closed.")
    return redirect("claim", slug=request.practice.slug, claim_id=found.pk)


urlpatterns = [path("<int:claim_id>/release/", claim_release, name="claim_release")]
