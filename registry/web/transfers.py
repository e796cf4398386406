"""Passing care on: one patient, or those of a care manager who leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone

from registry.selectors import episodes as episodes_of
from registry.selectors import people
from registry.selectors import transfers as selectors
from registry.services import transfers as services
from registry.vocabulary import Role
from registry.web import access, answers, rows
from registry.web.forms import base
from registry.web.forms import transfers as forms

if TYPE_CHECKING:
    from registry.models import Transfer, User
    from registry.web.access import PracticeRequest

PASSES_ON = frozenset({Role.CARE_MANAGER, Role.SUPERVISOR})


@access.page(PASSES_ON, methods=("GET", "POST"))
def transfer(request: PracticeRequest, episode_id: int) -> HttpResponseBase:
    episode, now = rows.found(episodes_of.get, request, episode_id), timezone.now()
    managers = people.with_role(request.practice, Role.CARE_MANAGER)
    others = managers.exclude(pk=episode.care_manager_id)
    form = forms.TransferForm(request.POST or None, care_managers=others)

    def write(data: dict[str, Any]) -> Transfer:
        return services.transfer(episode, by=request.user, now=now, **data)

    if base.saved(request, form, write):
        name = form.cleaned_data["to"].full_name
        messages.success(request, f"{name} is the care manager now.")
        return redirect("patient", slug=request.practice.slug, patient_id=episode.patient_id)
    rows.note_look(request, episode.patient, now)
    context = {"form": form, "episode": episode, "patient": episode.patient}
    return answers.form_page(request, "registry/transfers/one.html", context)


@access.page(PASSES_ON, methods=("GET", "POST"))
def transfer_caseload(request: PracticeRequest, user_id: int) -> HttpResponseBase:
    """A care manager's open episodes, those ticked passed on together."""
    leaving, now = _care_manager(request, user_id), timezone.now()
    found = selectors.open_caseload(request.user, request.practice, leaving)
    managers = people.with_role(request.practice, Role.CARE_MANAGER).exclude(pk=leaving.pk)
    form = forms.TransferAllForm(request.POST or None, care_managers=managers, episodes=found)

    def write(data: dict[str, Any]) -> list[Transfer]:
        return services.transfer_all(by=request.user, now=now, **data)

    if base.saved(request, form, write):
        count = len(form.cleaned_data["episodes"])
        said = "1 patient was" if count == 1 else f"{count} patients were"
        messages.success(request, f"{said} passed to {form.cleaned_data['to'].full_name}.")
        return redirect("caseload", slug=request.practice.slug)
    context = {"form": form, "leaving": leaving, "episodes": found, "ticked": _ticked(form)}
    return answers.form_page(request, "registry/transfers/caseload.html", context)


def _ticked(form: forms.TransferAllForm) -> set[str]:
    """What was ticked, so that a refused form comes back as it was sent."""
    return set(form.data.getlist("episodes")) if form.is_bound else set()  # type: ignore[attr-defined]


def _care_manager(request: PracticeRequest, user_id: int) -> User:
    """Whoever manages care here, or did: somebody who lost the role may still have patients."""
    found = people.managing(request.practice, user_id)
    if found is None:
        raise Http404
    return found


urlpatterns = [
    path("p/<slug:slug>/episodes/<int:episode_id>/transfer/", transfer, name="transfer"),
    path(
        "p/<slug:slug>/caseload/<int:user_id>/transfer/", transfer_caseload,
        name="transfer_caseload",
    ),
]  # fmt: skip
