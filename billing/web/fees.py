"""The practice's fees, and those of a payer, entered one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from billing.selectors import fees as rows_of
from billing.services import fees
from billing.web import fee_file, fees_page, payer_terms_change, published_fees
from billing.web.doors import READERS
from billing.web.fees_form import EndForm, FeeForm
from registry.selectors import payers
from registry.web import access, answers, rows
from registry.web.access import PracticeRequest
from registry.web.duties import SETS_UP
from registry.web.forms import base

if TYPE_CHECKING:
    from billing.models import Fee
    from registry.models import Payer, Practice, User

_BOTH = ("GET", "POST")


@access.page(READERS)
def fee_list(request: PracticeRequest) -> HttpResponseBase:
    return render(request, "billing/fees/list.html", fees_page.context(request, timezone.now()))


@access.page(SETS_UP, methods=_BOTH)
def fee_add(request: PracticeRequest, payer_id: int) -> HttpResponseBase:
    payer = rows.found(payers.get, request, payer_id)
    known = rows_of.codes(request.practice)
    form = FeeForm(
        request.POST or None,
        payer_name=payer.name,
        codes=known,
        initial={"kind": request.GET.get("kind", "charge")},
    )
    now = timezone.now()

    def write(data: dict[str, Any]) -> Fee:
        whose = payer if data.pop("whose") == "payer" else None
        terms = fees.Terms(**data)
        return fees.enter(request.practice, terms, payer=whose, by=request.user, now=now)

    if request.method == "POST" and (entered := base.attempt(form, write)):
        return payer_terms_change.done(request, entered, payer.pk, "The fee was entered.", now)
    return answers.form_page(request, "billing/fees/form.html", {"form": form, "payer": payer})


@access.page(SETS_UP, methods=_BOTH)
def fee_end(request: PracticeRequest, payer_id: int, fee_id: int) -> HttpResponseBase:
    payer, fee = _fee(request, payer_id, fee_id)
    form = EndForm(request.POST or None)
    now = timezone.now()

    def write(data: dict[str, Any]) -> Fee:
        return fees.end(fee, ends_on=data["ends_on"], by=request.user, now=now)

    if request.method == "POST" and (ended := base.attempt(form, write)):
        return payer_terms_change.done(request, ended, payer.pk, "The fee has its last day.", now)
    shown = {"form": form, "payer": payer, "ending": fee}
    return answers.form_page(request, "billing/fees/end.html", shown)


@access.page(SETS_UP, methods=("POST",))
def fee_remove(request: PracticeRequest, payer_id: int, fee_id: int) -> HttpResponseBase:
    """Take out a fee that was entered wrongly."""
    payer, fee = _fee(request, payer_id, fee_id)
    now = timezone.now()
    fees.remove(fee, by=request.user, now=now)
    return payer_terms_change.done(request, fee, payer.pk, "The fee was taken out.", now)


def _fee(request: PracticeRequest, payer_id: int, fee_id: int) -> tuple[Payer, Fee]:
    """A fee on the page of a payer that it is charged to."""
    payer = rows.found(payers.get, request, payer_id)

    def get(user: User, practice: Practice, row_id: int) -> Fee:
        return rows_of.of_payer(user, payer).get(pk=row_id)

    return payer, rows.found(get, request, fee_id)


_OF_PAYER = "payers/<int:payer_id>/terms/fees/"
urlpatterns = [
    path("fees/", fee_list, name="fees"),
    path(f"{_OF_PAYER}add/", fee_add, name="payer_fee_add"),
    path(f"{_OF_PAYER}<int:fee_id>/end/", fee_end, name="payer_fee_end"),
    path(f"{_OF_PAYER}<int:fee_id>/remove/", fee_remove, name="payer_fee_remove"),
    *fee_file.urlpatterns,
    *published_fees.urlpatterns,
]
