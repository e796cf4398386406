"""A claim's ways out beside its file: to later payers, and on paper."""

from __future__ import annotations

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from billing.selectors import claims as claim_rows
from billing.selectors import second_payer
from billing.services import secondary_claims
from billing.web.doors import BILLERS, READERS
from registry.errors import Refused
from registry.web import access, rows
from registry.web.access import PracticeRequest


@access.page(READERS)
def claim_ways_out(request: PracticeRequest, claim_id: int) -> HttpResponseBase:
    """Part of the claim's page, or a page of its own."""
    found = rows.found(claim_rows.get, request, claim_id)
    rows.note_look(request, found.patient, timezone.now())
    shown = {
        "claim": found,
        "later_payers": second_payer.standings(found),
        "reasons": second_payer.REASONS,
        "is_biller": bool(request.roles & BILLERS),
    }
    name = "_ways_out" if request.headers.get("HX-Request") else "ways_out"
    return render(request, f"billing/claim/{name}.html", shown)


@access.page(BILLERS, methods=("POST",))
def claim_second_payer(request: PracticeRequest, claim_id: int) -> HttpResponseBase:
    """Make the file to the second or third payer; what keeps it here is said."""
    found = rows.found(claim_rows.get, request, claim_id)
    turn = request.POST.get("turn", second_payer.TURN)
    why = request.POST.get("insurance_type", "")
    try:
        made = secondary_claims.make(
            found, turn=turn, insurance_type=why, by=request.user, now=timezone.now()
        )
    except Refused as refused:
        for sentence in refused.problems.values():
            messages.error(request, sentence)
        return redirect("claim", slug=request.practice.slug, claim_id=found.pk)
    messages.success(request, f"The file to the {second_payer.WORDS[turn]} payer is made.")
    return redirect("submission", slug=request.practice.slug, submission_id=made.pk)


urlpatterns = [
    path("claims/<int:claim_id>/ways-out/", claim_ways_out, name="claim_ways_out"),
    path("claims/<int:claim_id>/second-payer/", claim_second_payer, name="claim_second_payer"),
]
