"""Payments that matched no claim: each with proposals, matched or set aside by a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.core.paginator import Paginator
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from billing.selectors import claims as claim_rows
from billing.selectors import received as selectors
from billing.selectors import stray_proposals
from billing.services import posting
from billing.web import lists_csv
from billing.web.doors import BILLERS, READERS
from billing.web.received_form import MatchForm, SetAsideForm
from registry.errors import Refused
from registry.services import access_log
from registry.web import access, csv_file, rows

if TYPE_CHECKING:
    from registry.web.access import PracticeRequest

PAGE = 25


@access.page(READERS)
def strays(request: PracticeRequest) -> HttpResponseBase:
    if csv_file.asked(request):
        return lists_csv.strays(request)
    access_log.note(request.user, request.practice, None, "strays", timezone.now())
    found = selectors.strays(request.user, request.practice)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    listed = list(page.object_list)
    likely = stray_proposals.of(request.practice, listed)
    other = selectors.elsewhere(request.user, request.practice, listed)
    context = {
        "page": page,
        "rows": [
            {"row": row, "proposals": likely[row.pk], "elsewhere": other.get(row.pk, "")}
            for row in listed
        ],
        "is_biller": bool(request.roles & BILLERS),
    }
    return render(request, "billing/received/strays.html", context)


@access.page(BILLERS, methods=("POST",))
def payment_match(request: PracticeRequest, payment_id: int) -> HttpResponseBase:
    row = rows.found(selectors.get_stray, request, payment_id)
    form = MatchForm(request.POST)
    if not form.is_valid():
        return _back(request, "Enter the number of the claim that this payment is for.")
    try:
        claim = claim_rows.get(request.user, request.practice, form.cleaned_data["claim"])
    except ObjectDoesNotExist:
        return _back(request, "There is no such claim in this practice. Check the number.")
    return _tried(request, "The payment is posted to the claim.",
                  lambda **who: posting.match(row, claim, **who))  # fmt: skip


@access.page(BILLERS, methods=("POST",))
def payment_set_aside(request: PracticeRequest, payment_id: int) -> HttpResponseBase:
    row = rows.found(selectors.get_stray, request, payment_id)
    form = SetAsideForm(request.POST)
    if not form.is_valid():
        return _back(request, "Say whose payment it is, then set it aside.")
    reason = form.cleaned_data["reason"]
    return _tried(request, "The payment is set aside.",
                  lambda **who: posting.set_aside(row, reason=reason, **who))  # fmt: skip


def _tried(request: PracticeRequest, done: str, write: Any) -> HttpResponseBase:
    try:
        write(by=request.user, now=timezone.now())
    except Refused as refused:
        return _back(request, str(refused))
    messages.success(request, done)
    return redirect("strays", slug=request.practice.slug)


def _back(request: PracticeRequest, sentence: str) -> HttpResponseBase:
    messages.error(request, sentence)
    return redirect("strays", slug=request.practice.slug)


urlpatterns = [
    path("payments/unmatched/", strays, name="strays"),
    path("payments/<int:payment_id>/match/", payment_match, name="payment_match"),
    path("payments/<int:payment_id>/set-aside/", payment_set_aside, name="payment_set_aside"),
]
