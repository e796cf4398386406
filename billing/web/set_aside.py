"""Setting a claim aside, and taking it up again."""

from __future__ import annotations

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone

from billing.selectors import claims as claim_rows
from billing.services import set_aside
from billing.web.doors import BILLERS
from registry.errors import Refused
from registry.web import access, rows
from registry.web.access import PracticeRequest

_TOLD = {
    "look": "Held back: it is under Needs attention, and is not approved with the others.",
    "no": "Not to be billed: it is listed with the months that are not.",
}


@access.page(BILLERS, methods=("POST",))
def claim_set_aside(request: PracticeRequest, claim_id: int) -> HttpResponseBase:
    """`how` is `look` or `no`, with a `reason`; without `how` it is taken up again."""
    found = rows.found(claim_rows.get, request, claim_id)
    how, reason = request.POST.get("how", ""), request.POST.get("reason", "")
    by, now = request.user, timezone.now()
    try:
        if how:
            set_aside.put(found, how=how, reason=reason, by=by, now=now)
        else:
            set_aside.take_up(found, by=by, now=now)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _TOLD.get(how, "Taken up again: it stands where the rules say."))
    return redirect("claim", slug=request.practice.slug, claim_id=found.pk)


urlpatterns = [path("<int:claim_id>/set-aside/", claim_set_aside, name="claim_set_aside")]
