"""A payer's terms: how it reads the codes over time, and what the practice charges it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone

from billing.selectors import fees as fee_rows
from billing.selectors import policies as policy_rows
from billing.services import fees, policies
from billing.web import payer_terms_page
from billing.web.doors import READERS
from billing.web.payer_terms_form import EndForm, FeeForm, PolicyForm
from registry.errors import Refused
from registry.selectors import payers
from registry.web import access, answers, rows
from registry.web.access import PracticeRequest
from registry.web.duties import SETS_UP
from registry.web.forms import base

if TYPE_CHECKING:
    from billing.models import Fee, PayerPolicy
    from registry.models import Payer, Practice, User

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
        return redirect(_page(request, payer.pk, "#policies"))
    return answers.form_page(request, _FORM, {"form": form, "payer": payer, "what": "policy"})


@access.page(SETS_UP, methods=("POST",))
def policy_approve(request: PracticeRequest, policy_id: int) -> HttpResponseBase:
    """Put somebody else's draft in force."""
    policy = rows.found(policy_rows.get, request, policy_id)
    now = timezone.now()
    try:
        policies.approve(policy, by=request.user, now=now)
    except Refused as refused:
        messages.error(request, f"Not approved. {refused}")
        return redirect(_page(request, policy.payer_id, "#policies"))
    return _changed(request, policy, policy.payer_id, "The policy is approved.")


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
    return redirect(_page(request, policy.payer_id, "#policies"))


@access.page(SETS_UP, methods=_BOTH)
def policy_end(request: PracticeRequest, policy_id: int) -> HttpResponseBase:
    policy = rows.found(policy_rows.get, request, policy_id)
    return _end(request, policy, policy.payer_id, policies.end, "policy")


@access.page(SETS_UP, methods=_BOTH)
def fee_add(request: PracticeRequest, payer_id: int) -> HttpResponseBase:
    payer = rows.found(payers.get, request, payer_id)
    known = fee_rows.codes(request.practice)
    form = FeeForm(request.POST or None, payer_name=payer.name, codes=known)
    now = timezone.now()

    def write(data: dict[str, Any]) -> Fee:
        whose = payer if data.pop("whose") == "payer" else None
        terms = fees.Terms(**data)
        return fees.enter(request.practice, terms, payer=whose, by=request.user, now=now)

    if request.method == "POST" and (entered := base.attempt(form, write)):
        return _changed(request, entered, payer.pk, "The fee was entered.")
    return answers.form_page(request, _FORM, {"form": form, "payer": payer, "what": "fee"})


@access.page(SETS_UP, methods=_BOTH)
def fee_end(request: PracticeRequest, payer_id: int, fee_id: int) -> HttpResponseBase:
    payer, fee = _fee(request, payer_id, fee_id)
    return _end(request, fee, payer.pk, fees.end, "fee")


@access.page(SETS_UP, methods=("POST",))
def fee_remove(request: PracticeRequest, payer_id: int, fee_id: int) -> HttpResponseBase:
    """Take out a fee that was entered wrongly."""
    payer, fee = _fee(request, payer_id, fee_id)
    fees.remove(fee, by=request.user, now=timezone.now())
    return _changed(request, fee, payer.pk, "The fee was taken out.")


def _fee(request: PracticeRequest, payer_id: int, fee_id: int) -> tuple[Payer, Fee]:
    """A fee on the page of a payer that it is charged to."""
    payer = rows.found(payers.get, request, payer_id)

    def get(user: User, practice: Practice, row_id: int) -> Fee:
        return fee_rows.of_payer(user, payer).get(pk=row_id)

    return payer, rows.found(get, request, fee_id)


def _end(
    request: PracticeRequest,
    row: PayerPolicy | Fee,
    payer_id: int,
    end: Callable[..., PayerPolicy | Fee],
    what: str,
) -> HttpResponseBase:
    form = EndForm(request.POST or None)
    now = timezone.now()

    def write(data: dict[str, Any]) -> PayerPolicy | Fee:
        return end(row, ends_on=data["ends_on"], by=request.user, now=now)

    if request.method == "POST" and (ended := base.attempt(form, write)):
        return _changed(request, ended, payer_id, f"The {what} has its last day.")
    payer = rows.found(payers.get, request, payer_id)
    shown = {"form": form, "payer": payer, "what": what, "ending": row}
    return answers.form_page(request, _FORM, shown)


def _changed(
    request: PracticeRequest, row: PayerPolicy | Fee, payer_id: int, sentence: str
) -> HttpResponseRedirect:
    """Back to the terms, which say for which month the true-up runs again."""
    messages.success(request, sentence)
    month = payer_terms_page.month_to_run(request, row, timezone.now())
    return redirect(_page(request, payer_id, f"?run={month}"))


def _page(request: PracticeRequest, payer_id: int, rest: str = "") -> str:
    where = {"slug": request.practice.slug, "payer_id": payer_id}
    return reverse("payer_terms", kwargs=where) + rest


_OF_PAYER = "payers/<int:payer_id>/terms/"
urlpatterns = [
    path(_OF_PAYER, payer_terms, name="payer_terms"),
    path(f"{_OF_PAYER}policies/add/", policy_add, name="payer_policy_add"),
    path(f"{_OF_PAYER}fees/add/", fee_add, name="payer_fee_add"),
    path(f"{_OF_PAYER}fees/<int:fee_id>/end/", fee_end, name="payer_fee_end"),
    path(f"{_OF_PAYER}fees/<int:fee_id>/remove/", fee_remove, name="payer_fee_remove"),
    path("policies/<int:policy_id>/approve/", policy_approve, name="payer_policy_approve"),
    path("policies/<int:policy_id>/discard/", policy_discard, name="payer_policy_discard"),
    path("policies/<int:policy_id>/end/", policy_end, name="payer_policy_end"),
]
