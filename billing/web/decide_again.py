"""Deciding some claims of a month again, once what stood against them is mended."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone

from billing.selectors import claims as claim_rows
from billing.services import true_up
from billing.web.doors import BILLERS, of_month
from billing.web.review_form import ReviewFilter, kept
from registry import calendar
from registry.errors import Refused, refuse
from registry.templatetags.formats import plural
from registry.web import access
from registry.web.access import PracticeRequest

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from billing.models import Claim

#: Lanes whose claims may change when their charts are looked at again.
LANES = ("held", "not_billable")
_NOW = {"billable": "clean", "held": "held", "not_billable": "not billable"}


@access.page(BILLERS, methods=("POST",))
@of_month
def claims_decide_again(request: PracticeRequest, month: dt.date) -> HttpResponseBase:
    """One claim (`claim`), or all of the lane and the filters in the address."""
    rows = asked(request, month)
    before = dict(rows.values_list("patient_id", "outcome"))
    try:
        if not before:
            raise refuse("", "No claim of this lane fits: there is nothing to look at again.")
        true_up.again(
            practice=request.practice,
            month=month,
            patient_ids=sorted(before),
            by=request.user,
            now=timezone.now(),
        )
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        _say(request, month, before)
    where = {"slug": request.practice.slug, "month": calendar.month_text(month)}
    page = reverse("billing_month", kwargs=where) + kept(request.GET)
    if request.headers.get("HX-Request"):  # the page's own press, after a form was saved
        return HttpResponse(status=204, headers={"HX-Redirect": page})
    return redirect(page)


def asked(request: PracticeRequest, month: dt.date) -> QuerySet[Claim]:
    everything = claim_rows.of_month(request.user, request.practice, month)
    one = request.POST.get("claim", "")
    if one:
        is_number = one.isdecimal() and len(one) < 19
        found = everything.filter(pk=int(one) if is_number else 0)
    else:
        chosen = ReviewFilter(request.GET, claim_rows.options(everything)).chosen(request.GET)
        found = claim_rows.narrowed(everything, chosen)
    lane = request.GET.get("lane", "")
    return found.filter(claim_rows.WHERE[lane if lane in LANES else LANES[0]])


def _say(request: PracticeRequest, month: dt.date, before: dict[int, str]) -> None:
    """What became of them: each new place with how many, and how many stand as they did."""
    rows = claim_rows.of_month(request.user, request.practice, month)
    after = dict(rows.filter(patient__in=before).values_list("patient_id", "outcome"))
    moved = Counter(now for patient_id, now in after.items() if now != before[patient_id])
    said = [f"{plural(count, 'claim')} now {_NOW[outcome]}" for outcome, count in moved.items()]
    left = len(before) - sum(moved.values())
    if left:
        said.append(f"{plural(left, 'claim')} as before: see what still stands against it")
    tone = messages.success if moved else messages.info
    tone(request, f"Looked at again: {', '.join(said)}.")


urlpatterns = [path("<str:month>/decide-again/", claims_decide_again, name="claims_decide_again")]
