"""Sending a file on its way once more, or for the first time where it had no destination."""

from __future__ import annotations

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone

from billing.selectors import submissions as files
from billing.services import deliveries
from billing.web.doors import BILLERS
from registry.errors import Refused
from registry.web import access, rows
from registry.web.access import PracticeRequest


@access.page(BILLERS, methods=("POST",))
def submission_send(request: PracticeRequest, submission_id: int) -> HttpResponseBase:
    """Queue a delivery of the file; a second one needs the reason that was typed."""
    found = rows.found(files.get, request, submission_id)
    reason = request.POST.get("reason", "")
    try:
        deliveries.send(found, reason=reason, by=request.user, now=timezone.now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "It is on its way. This page says when it has arrived.")
    return redirect("submission", slug=request.practice.slug, submission_id=found.pk)


urlpatterns = [
    path("submissions/<int:submission_id>/send/", submission_send, name="submission_send")
]
