"""Referral to care management: a practitioner refers, a care manager accepts or declines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from registry.errors import Refused
from registry.selectors import people
from registry.selectors import referrals as selectors
from registry.services import referrals as services
from registry.vocabulary import ReferralState, Role
from registry.web import access, answers, duties, mending, rows
from registry.web.forms import base
from registry.web.forms import referrals as forms

if TYPE_CHECKING:
    from registry.models import Referral
    from registry.web.access import PracticeRequest

READS = access.CLINICAL | {Role.SUPERVISOR, Role.AUDITOR}
PAGE = 25
#: What each refusal is called on its page: heading, text, the button.
_REFUSALS = {
    "decline": ("Decline the referral", "The one who referred the patient reads why."),
    "withdraw": ("Withdraw the referral", "It leaves the care managers' list."),
}


@access.page(READS)
def referrals(request: PracticeRequest) -> HttpResponseBase:
    """Who waits for a care manager, who waits for enrolment, and what came of the others."""
    who, practice = request.user, request.practice
    page = Paginator(selectors.closed(who, practice), PAGE).get_page(request.GET.get("page"))
    context = {
        "waiting": [_shown(request, row) for row in selectors.waiting(who, practice)],
        "accepted": [_shown(request, row) for row in selectors.accepted(who, practice)],
        "page": page,
        "closed": [_shown(request, row) for row in page.object_list],
    }
    return render(request, "registry/referrals/list.html", context)


def _shown(request: PracticeRequest, row: Referral) -> dict[str, Any]:
    return {"row": row, "urls": urls(request, row)}


def urls(request: PracticeRequest, row: Referral) -> dict[str, str]:
    """What this person can do with a referral: addresses by name, the others empty."""
    at = {"referral_id": row.pk}
    waits, open_ = row.state == ReferralState.WAITING, row.state in selectors.UNDER_WAY
    address = mending.address
    return {
        "accept": address(request, "referral_accept", **at) if waits else "",
        "decline": address(request, "referral_decline", **at) if open_ else "",
        "withdraw": address(request, "referral_withdraw", **at) if open_ else "",
        "enrol": address(request, "enrol", patient_id=row.patient_id) if open_ else "",
    }


@access.page(duties.ENROLS, methods=("GET", "POST"))
def referral_add(request: PracticeRequest, patient_id: int) -> HttpResponseBase:
    patient, now = rows.patient(request, patient_id), timezone.now()
    managers = people.with_role(request.practice, Role.CARE_MANAGER)
    form = forms.ReferralForm(request.POST or None, care_managers=managers)

    def write(data: dict[str, Any]) -> Referral:
        return services.refer(patient, by=request.user, now=now, **data)

    if base.saved(request, form, write):
        messages.success(request, "The patient is referred. A care manager takes it from here.")
        return redirect("patient", slug=request.practice.slug, patient_id=patient.pk)
    rows.note_look(request, patient, now)
    context = {"form": form, "patient": patient}
    return answers.form_page(request, "registry/referrals/add.html", context)


@access.page(Role.CARE_MANAGER, methods=("POST",))
def referral_accept(request: PracticeRequest, referral_id: int) -> HttpResponseBase:
    """Take it on, and go on to enrolment."""
    row = rows.found(selectors.get, request, referral_id)
    try:
        services.accept(row, by=request.user, now=timezone.now())
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("referrals", slug=request.practice.slug)
    messages.success(request, "The referral is yours. Enrol the patient when consent is given.")
    return redirect("enrol", slug=request.practice.slug, patient_id=row.patient_id)


@access.page(Role.CARE_MANAGER, methods=("GET", "POST"))
def referral_decline(request: PracticeRequest, referral_id: int) -> HttpResponseBase:
    return _refuse(request, referral_id, "decline", "The referral is declined.")


@access.page(duties.ENROLS, methods=("GET", "POST"))
def referral_withdraw(request: PracticeRequest, referral_id: int) -> HttpResponseBase:
    return _refuse(request, referral_id, "withdraw", "The referral is withdrawn.")


def _refuse(request: PracticeRequest, referral_id: int, what: str, done: str) -> HttpResponseBase:
    row, now = rows.found(selectors.get, request, referral_id), timezone.now()
    form = forms.NoteForm(request.POST or None)
    service = {"decline": services.decline, "withdraw": services.withdraw}[what]

    def write(data: dict[str, Any]) -> Referral:
        return service(row, note=data["note"], by=request.user, now=now)

    if base.saved(request, form, write):
        messages.success(request, done)
        return redirect("referrals", slug=request.practice.slug)
    heading, text = _REFUSALS[what]
    context = {
        "form": form, "row": row, "patient": row.patient, "heading": heading, "text": text,
        "verb": what.capitalize(),
    }  # fmt: skip
    return answers.form_page(request, "registry/referrals/refuse.html", context)


_ROW = "p/<slug:slug>/referrals/<int:referral_id>"
urlpatterns = [
    path("p/<slug:slug>/referrals/", referrals, name="referrals"),
    path("p/<slug:slug>/patients/<int:patient_id>/refer/", referral_add, name="referral_add"),
    path(f"{_ROW}/accept/", referral_accept, name="referral_accept"),
    path(f"{_ROW}/decline/", referral_decline, name="referral_decline"),
    path(f"{_ROW}/withdraw/", referral_withdraw, name="referral_withdraw"),
]
