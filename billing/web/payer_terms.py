"""A payer's terms: how it reads the codes over time; its fees are in `fees`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from billing.selectors import policies as policy_rows
from billing.services import policies
from billing.web import payer_terms_change, payer_terms_page
from billing.web.doors import READERS
from billing.web.payer_terms_form import EndForm, PolicyForm
from registry.errors import Refused
from registry.selectors import payers
from registry.web import access, answers, rows
from registry.web.access import PracticeRequest
from registry.web.duties import SETS_UP
from registry.web.forms import base

if TYPE_CHECKING:
    from billing.models import PayerPolicy

_FORM = "billing/payer_terms/form.html"
_BOTH = ("GET", "POST")


@access.page(READERS)
def payer_terms(request: PracticeRequest, payer_id: int) -> HttpResponseBase:
    payer = rows.found(payers.get, request, payer_id)
    shown = payer_terms_page.context(request, payer, timezone.now())
    return render(request, "billing/payer_terms/page.html", shown)


@access.page(SETS_UP, methods=_BOTH)
def policy_add(request: PracticeRequest, payer_id: int) -> HttpResponseBase:
    payer = rows.found(payers.get, request, payer_id)
    form = PolicyForm(request.POST or None)

    def write(data: dict[str, Any]) -> PayerPolicy:
        return policies.draft(payer, policies.Terms(**data), by=request.user, now=timezone.now())

    if base.saved(request, form, write):
        messages.success(request, "The draft is kept. It counts once another person approves it.")
        return redirect(payer_terms_change.page(request, payer.pk, "#policies"))
    return answers.form_page(request, _FORM, {"form": form, "payer": payer})


@access.page(SETS_UP, methods=("POST",))
def policy_approve(request: PracticeRequest, policy_id: int) -> HttpResponseBase:
    """Put somebody else's draft in force."""
    policy = rows.found(policy_rows.get, request, policy_id)
    now = timezone.now()
    try:
        policies.approve(policy, by=request.user, now=now)
    except Refused as refused:
        messages.error(request, f"Not approved. {refused}")
        return redirect(payer_terms_change.page(request, policy.payer_id, "#policies"))
    said = "The policy is approved."
    return payer_terms_change.done(request, policy, policy.payer_id, said, now)


@access.page(SETS_UP, methods=("POST",))
def policy_discard(request: PracticeRequest, policy_id: int) -> HttpResponseBase:
    """Throw a draft away."""
    policy = rows.found(policy_rows.get, request, policy_id)
    try:
        policies.discard(policy, by=request.user, now=timezone.now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "The draft was thrown away.")
    return redirect(payer_terms_change.page(request, policy.payer_id, "#policies"))


@access.page(SETS_UP, methods=_BOTH)
def policy_end(request: PracticeRequest, policy_id: int) -> HttpResponseBase:
    policy = rows.found(policy_rows.get, request, policy_id)
    form = EndForm(request.POST or None)
    now = timezone.now()

    def write(data: dict[str, Any]) -> PayerPolicy:
        return policies.end(policy, ends_on=data["ends_on"], by=request.user, now=now)

    if request.method == "POST" and (ended := base.attempt(form, write)):
        said = "The policy has its last day."
        return payer_terms_change.done(request, ended, policy.payer_id, said, now)
    shown = {"form": form, "payer": policy.payer, "ending": policy}
    return answers.form_page(request, _FORM, shown)


_OF_PAYER = "payers/<int:payer_id>/terms/"
urlpatterns = [
    path(_OF_PAYER, payer_terms, name="payer_terms"),
    path(f"{_OF_PAYER}policies/add/", policy_add, name="payer_policy_add"),
    path("policies/<int:policy_id>/approve/", policy_approve, name="payer_policy_approve"),
    path("policies/<int:policy_id>/discard/", policy_discard, name="payer_policy_discard"),
    path("policies/<int:policy_id>/end/", policy_end, name="payer_policy_end"),
]
