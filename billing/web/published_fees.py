"""Published amounts, taken as a payer's: shown first, then written, all or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http.response import HttpResponseBase
from django.urls import path
from django.utils import timezone

from billing.rules import words
from billing.selectors import fees as selectors
from billing.services import published_fees
from billing.services.published_fees import Offer, Wish
from billing.web import fee_plan_page
from billing.web.fees_form import PublishedForm
from registry import calendar
from registry.selectors import payers
from registry.web import access, answers, rows
from registry.web.access import PracticeRequest
from registry.web.duties import SETS_UP
from registry.web.forms import base

if TYPE_CHECKING:
    from registry.models import Payer

_TEMPLATE = "billing/fees/published.html"


@access.page(SETS_UP, methods=("GET", "POST"))
def payer_fees_published(request: PracticeRequest, payer_id: int) -> HttpResponseBase:
    payer = rows.found(payers.get, request, payer_id)
    form = PublishedForm(
        request.POST if request.method == "POST" else None,
        payer_name=payer.name,
        place=request.practice.place_of_service,
        today=calendar.local_date(timezone.now(), request.practice.timezone),
        initial={"kind": request.GET.get("kind", "allowed")},
    )
    shown = {"form": form, "payer": payer}
    offer = _offer(request, payer, form)
    if offer is None:
        return answers.form_page(request, _TEMPLATE, shown)
    if written := fee_plan_page.written(request, form, offer.proposed):
        return fee_plan_page.done(request, written)
    plan = fee_plan_page.planned(request, form, offer.proposed)
    shown |= {"plan": fee_plan_page.shown(plan, offer.unconfirmed), **_beside(offer)}
    return fee_plan_page.preview(request, _TEMPLATE, shown)


def _offer(request: PracticeRequest, payer: Payer, form: PublishedForm) -> Offer | None:
    """What can be taken; None where nothing was asked for yet, or wrongly."""
    known = selectors.codes(request.practice)

    def make(data: dict[str, Any]) -> Offer:
        wish = Wish(
            schedule=data["schedule"],
            setting=data["setting"],
            kind=data["kind"],
            percent=data["percent"],
            payer=payer if data["whose"] == "payer" else None,
            active_from=data["active_from"],
            active_to=data["active_to"],
        )
        return published_fees.offer(wish, known)

    return base.attempt(form, make) if request.method == "POST" else None


def _beside(offer: Offer) -> dict[str, str]:
    """What is missing from the offer, as sentences."""
    found = {}
    if offer.not_published:
        found["not_published"] = (
            f"Nothing is published here on these days for {words.listed(offer.not_published)}: "
            "enter the payer's own amounts for them."
        )
    if offer.left_out:
        found["left_out"] = (
            f"Published too, and left out, for no claim of this practice can hold them: "
            f"{words.listed(offer.left_out)}."
        )
    return found


urlpatterns = [
    path(
        "payers/<int:payer_id>/terms/fees/published/",
        payer_fees_published,
        name="payer_fees_published",
    ),
]
