"""The second step of a sign-in: whether this one had it, and whether it needs to.

allauth asks for the code (`allauth.mfa`); here is what a practice or its organization demands.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from registry import session_clock

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.http.response import HttpResponseBase

METHOD = "mfa"
SENTENCE = "A sign-in here needs a second step. Set it up, then go on."


def had(request: Any) -> bool:
    """Whether the person showed a second step in this session."""
    records = get_authentication_records(request, request.user)
    return any(record.get("method") == METHOD for record in records)


def lacks(request: Any, since: dt.datetime | None) -> bool:
    """Whether this sign-in should have had a second step, and had none.

    One from before it was demanded goes on until it ends: nobody is put out amid a call.
    """
    if since is None or had(request):
        return False
    began = request.session.get(session_clock.SIGNED_IN_AT)
    return began is None or began > int(since.timestamp())


def was_shown(request: Any) -> None:
    """The person has just shown a code in this session."""
    if not had(request):
        record_authentication(request, request.user, METHOD)


def to_set_up(request: HttpRequest) -> HttpResponseBase:
    """To the page that sets it up; a partial leads its whole page there."""
    url = reverse("mfa_index")
    if request.headers.get("HX-Request") or request.headers.get("X-Background"):
        return HttpResponse(SENTENCE, status=403, headers={"HX-Redirect": url})
    messages.warning(request, SENTENCE)
    return redirect(url)
