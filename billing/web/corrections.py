"""Correcting a claim that was sent: replacing it, voiding it, or leaving it as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone

from billing.selectors import claim_terms, payer_numbers
from billing.selectors import claims as claim_rows
from billing.services import corrections
from billing.web import later
from billing.web.corrections_form import ReplaceForm, VoidForm
from billing.web.doors import BILLERS
from registry.errors import Refused
from registry.web import access, answers, rows
from registry.web.forms import base

if TYPE_CHECKING:
    from billing.models import Claim
    from registry.web.access import PracticeRequest


@access.page(BILLERS, methods=("GET", "POST"))
def claim_replace(request: PracticeRequest, claim_id: int) -> HttpResponseBase:
    """A further claim in place of a sent one, decided anew from the chart as it stands."""
    claim, now = rows.found(claim_rows.get, request, claim_id), timezone.now()
    form = ReplaceForm(request.POST or None, initial=_initial(claim, "7", "1"))

    def write(data: dict[str, Any]) -> Claim:
        made = corrections.replace(claim, by=request.user, now=now, **data)
        form.made = made  # type: ignore[attr-defined]
        return made

    if base.saved(request, form, write):
        messages.success(request, "The month is decided anew. Review and approve the replacement.")
        made = form.made  # type: ignore[attr-defined]
        return redirect("claim", slug=request.practice.slug, claim_id=made.pk)
    return _page(request, claim, form, "replace")


@access.page(BILLERS, methods=("GET", "POST"))
def claim_void(request: PracticeRequest, claim_id: int) -> HttpResponseBase:
    """Take back what a sent claim asked for."""
    claim, now = rows.found(claim_rows.get, request, claim_id), timezone.now()
    form = VoidForm(request.POST or None, initial=_initial(claim, "8", ""))

    def write(data: dict[str, Any]) -> Claim:
        return corrections.void(claim, by=request.user, now=now, **data)

    if base.saved(request, form, write):
        told = form.cleaned_data["how"] == "8"
        messages.success(request, "The void leaves with the next file." if told else "Voided.")
        return redirect("claim", slug=request.practice.slug, claim_id=claim.pk)
    return _page(request, claim, form, "void")


def _initial(claim: Claim, electronically: str, otherwise: str) -> dict[str, Any]:
    """By the payer's row: electronically where it takes corrections so, or where nobody knows."""
    takes = claim_terms.of(claim).takes_replacement
    return {
        "how": otherwise if takes is False else electronically,
        "payer_number": payer_numbers.of(claim),
    }


def _page(request: PracticeRequest, claim: Claim, form: Any, what: str) -> HttpResponseBase:
    rows.note_look(request, claim.patient, timezone.now())
    terms = claim_terms.of(claim)
    context = {
        "claim": claim,
        "patient": claim.patient,
        "form": form,
        "later": later.sentences(claim.later),
        "takes": terms.takes_replacement,
        "takes_source": terms.sources.get("takes_replacement", ""),
        "takes_doubt": terms.unconfirmed.get("takes_replacement", ""),
    }
    return answers.form_page(request, f"billing/corrections/{what}.html", context)


@access.page(BILLERS, methods=("POST",))
def claim_take_back(request: PracticeRequest, claim_id: int) -> HttpResponseBase:
    """Drop a replacement that nobody has approved."""
    claim, now = rows.found(claim_rows.get, request, claim_id), timezone.now()
    try:
        earlier = corrections.take_back(claim, by=request.user, now=now)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("claim", slug=request.practice.slug, claim_id=claim.pk)
    messages.success(request, "The replacement is gone: the claim stands as it was sent.")
    return redirect("claim", slug=request.practice.slug, claim_id=earlier.pk)


@access.page(BILLERS, methods=("POST",))
def claim_leave(request: PracticeRequest, claim_id: int) -> HttpResponseBase:
    """Leave a decided claim as it is, whatever came since."""
    claim = rows.found(claim_rows.get, request, claim_id)
    try:
        corrections.leave(claim, by=request.user, now=timezone.now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "Left as it is. It is told again only when more comes.")
    return redirect("claim", slug=request.practice.slug, claim_id=claim.pk)


urlpatterns = [
    path("<int:claim_id>/replace/", claim_replace, name="claim_replace"),
    path("<int:claim_id>/void/", claim_void, name="claim_void"),
    path("<int:claim_id>/take-back/", claim_take_back, name="claim_take_back"),
    path("<int:claim_id>/leave/", claim_leave, name="claim_leave"),
]
