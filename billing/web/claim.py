"""One claim: what it says, why, from what, and what became of it."""

from __future__ import annotations

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from billing.selectors import claims as claim_rows
from billing.services import claims
from billing.web import claim_page, explained
from billing.web.doors import BILLERS, READERS
from registry.errors import Refused
from registry.web import access, rows
from registry.web.access import PracticeRequest


@access.page(READERS)
def claim(request: PracticeRequest, claim_id: int) -> HttpResponseBase:
    found = rows.found(claim_rows.get, request, claim_id)
    now = timezone.now()
    rows.note_look(request, found.patient, now)
    return render(request, "billing/claim/page.html", claim_page.context(request, found, now))


@access.page(READERS)
def claim_explanation(request: PracticeRequest, claim_id: int) -> HttpResponseBase:
    """The explanation alone: opened from a number, or as a page."""
    found = rows.found(claim_rows.get, request, claim_id)
    rows.note_look(request, found.patient, timezone.now())
    shown = {"claim": found, **explained.of_claim(request, found)}
    name = "_explained" if request.headers.get("HX-Request") else "claim"
    return render(request, f"billing/explanation/{name}.html", shown)


@access.page(BILLERS, methods=("POST",))
def claim_approve(request: PracticeRequest, claim_id: int) -> HttpResponseBase:
    """Approve this claim; without the time that needs review, where the person said so."""
    found = rows.found(claim_rows.get, request, claim_id)
    approval = claims.approve(
        [found.pk],
        practice=request.practice,
        month=found.month,
        by=request.user,
        now=timezone.now(),
        leave_unconfirmed=request.POST.get("leave_unconfirmed") == "yes",
        seen={found.pk: request.POST.get("mark", "")},
    )
    if approval.approved:
        messages.success(request, "Approved. The patient's month is locked for the log.")
    for sentence in approval.left.values():
        messages.error(request, f"Not approved. {sentence}")
    return redirect("claim", slug=request.practice.slug, claim_id=found.pk)


@access.page(BILLERS, methods=("POST",))
def claim_withdraw(request: PracticeRequest, claim_id: int) -> HttpResponseBase:
    """Take an approval back, while the claim has not been sent."""
    found = rows.found(claim_rows.get, request, claim_id)
    reason = request.POST.get("reason", "")
    try:
        claims.withdraw_approval(found, reason=reason, by=request.user, now=timezone.now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "The approval is withdrawn. The patient's month is open again.")
    return redirect("claim", slug=request.practice.slug, claim_id=found.pk)


urlpatterns = [
    path("<int:claim_id>/", claim, name="claim"),
    path("<int:claim_id>/why/", claim_explanation, name="claim_explanation"),
    path("<int:claim_id>/approve/", claim_approve, name="claim_approve"),
    path("<int:claim_id>/withdraw/", claim_withdraw, name="claim_withdraw"),
]
