"""How the practice's claims are written, what a payer wants otherwise, and where files go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from billing.selectors import claim_form, claim_terms
from billing.services import claim_settings as service
from billing.services import destinations
from billing.web import claim_settings_form as forms
from billing.web import clocks
from registry import calendar
from registry.errors import Refused
from registry.selectors import clinicians, payers
from registry.web import access, answers, duties, rows
from registry.web.forms import base

if TYPE_CHECKING:
    from registry.models import Payer
    from registry.web.access import PracticeRequest


def _may_change(request: PracticeRequest) -> bool:
    """Whether the person may write; auditors read.  Raises where one of them sends the form."""
    may = bool(request.roles & duties.SETS_UP)
    if request.method == "POST" and not may:
        raise PermissionDenied("Your role in this practice reads the settings only.")
    return may


@access.page(duties.SEES_SET_UP, methods=("GET", "POST"))
def claim_settings(request: PracticeRequest) -> HttpResponseBase:
    """Service facility, a clinic's bill type and revenue code, and where a form is printed."""
    may_change = _may_change(request)
    settings = claim_form.of_practice(request.practice)
    form = forms.ClaimSettingsForm(request.POST or None, initial=forms.initial(settings))

    def write(data: dict[str, Any]) -> object:
        return service.change(request.practice, by=request.user, now=timezone.now(), **data)

    if base.saved(request, form, write):
        messages.success(request, "The settings were saved. Files made from now on follow them.")
        return redirect("claim_settings", slug=request.practice.slug)
    shown = {"form": form, "may_change": may_change}
    return answers.form_page(request, "billing/claim_settings/practice.html", shown)


@access.page(duties.SETS_UP, methods=("GET", "POST"))
def payer_claims(request: PracticeRequest, payer_id: int) -> HttpResponseBase:
    """What a payer wants on its claims."""
    payer = rows.found(payers.get, request, payer_id)
    settings = claim_form.get_of_payer(request.user, payer)
    form = forms.PayerClaimsForm(
        request.POST or None,
        initial=forms.initial_of_payer(settings),
        clinicians=clinicians.of_practice(request.user, request.practice),
    )

    def write(data: dict[str, Any]) -> object:
        return service.change_payer(payer, by=request.user, now=timezone.now(), **data)

    if base.saved(request, form, write):
        messages.success(request, "The settings were saved. Files made from now on follow them.")
        return redirect("payer_claims", slug=request.practice.slug, payer_id=payer.pk)
    today = calendar.local_date(timezone.now(), request.practice.timezone)
    said = clocks.sentence(claim_terms.of_policy(payer, today))
    shown = {"form": form, "payer": payer, "policy_days": said}
    return answers.form_page(request, "billing/claim_settings/payer.html", shown)


@access.page(duties.SEES_SET_UP, methods=("GET", "POST"))
def destination(request: PracticeRequest) -> HttpResponseBase:
    """Where files go that have no destination of their payer's."""
    return _destination(request, None)


@access.page(duties.SETS_UP, methods=("GET", "POST"))
def payer_destination(request: PracticeRequest, payer_id: int) -> HttpResponseBase:
    """Where a payer's files go."""
    return _destination(request, rows.found(payers.get, request, payer_id))


def _destination(request: PracticeRequest, payer: Payer | None) -> HttpResponseBase:
    may_change = _may_change(request)
    row = destinations.of(request.practice, payer)
    of_payer = payer is not None
    initial = forms.initial_destination(row, of_payer=of_payer)
    form = forms.DestinationForm(request.POST or None, initial=initial, of_payer=of_payer)

    def write(data: dict[str, Any]) -> object:
        return destinations.change(
            request.practice, payer, by=request.user, now=timezone.now(), **data
        )

    if base.saved(request, form, write):
        messages.success(request, "The destination was saved. Try the connection now.")
        return _to_destination(request, payer)
    asked = form["host_key_asked"].value() in (True, "True", "on")
    shown = {
        "form": form,
        "payer": payer,
        "row": row,
        "has_secret": bool(row and row.secret),
        "may_change": may_change,
        "fingerprint": destinations.fingerprint(form["host_key"].value() or "") if asked else "",
    }
    return answers.form_page(request, "billing/claim_settings/destination.html", shown)


@access.page(duties.SETS_UP, methods=("POST",))
def destination_try(request: PracticeRequest) -> HttpResponseBase:
    return _try_out(request, None)


@access.page(duties.SETS_UP, methods=("POST",))
def payer_destination_try(request: PracticeRequest, payer_id: int) -> HttpResponseBase:
    return _try_out(request, rows.found(payers.get, request, payer_id))


def _try_out(request: PracticeRequest, payer: Payer | None) -> HttpResponseBase:
    """Connect as a delivery would; nothing is put there."""
    row = destinations.of(request.practice, payer)
    try:
        if row is None:
            messages.error(request, "There is no destination yet. Save one first.")
        else:
            messages.success(request, destinations.try_out(row))
    except Refused as refused:
        messages.error(request, str(refused))
    return _to_destination(request, payer)


@access.page(duties.SETS_UP, methods=("POST",))
def destination_host_key(request: PracticeRequest) -> HttpResponseBase:
    return _host_key(request, None)


@access.page(duties.SETS_UP, methods=("POST",))
def payer_destination_host_key(request: PracticeRequest, payer_id: int) -> HttpResponseBase:
    return _host_key(request, rows.found(payers.get, request, payer_id))


def _host_key(request: PracticeRequest, payer: Payer | None) -> HttpResponseBase:
    """The field with the key that the server shows, to be compared; nothing is kept yet."""
    host, port = request.POST.get("host", ""), request.POST.get("port", "")
    shown: dict[str, Any] = {"payer": payer, "may_change": True}
    initial = {"host_key": request.POST.get("host_key", "")}
    try:
        key = destinations.host_key_of(host, int(port) if port.isdecimal() else None)
    except Refused as refused:
        shown["trouble"] = str(refused)
    else:
        initial = {"host_key": key, "host_key_asked": "True"}
        shown["fingerprint"] = destinations.fingerprint(key)
    shown["form"] = forms.DestinationForm(initial=initial)
    return render(request, "billing/claim_settings/_host_key.html", shown)


def _to_destination(request: PracticeRequest, payer: Payer | None) -> HttpResponseRedirect:
    if payer is None:
        return redirect("destination", slug=request.practice.slug)
    return redirect("payer_destination", slug=request.practice.slug, payer_id=payer.pk)


urlpatterns = [
    path("settings/", claim_settings, name="claim_settings"),
    path("destination/", destination, name="destination"),
    path("destination/try/", destination_try, name="destination_try"),
    path("destination/host-key/", destination_host_key, name="destination_host_key"),
    path("payers/<int:payer_id>/claims/", payer_claims, name="payer_claims"),
    path("payers/<int:payer_id>/destination/", payer_destination, name="payer_destination"),
    path(
        "payers/<int:payer_id>/destination/try/",
        payer_destination_try,
        name="payer_destination_try",
    ),
    path(
        "payers/<int:payer_id>/destination/host-key/",
        payer_destination_host_key,
        name="payer_destination_host_key",
    ),
]
