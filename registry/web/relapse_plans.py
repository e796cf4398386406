"""The relapse-prevention plan: read, printed, copied, written anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from registry import calendar
from registry.selectors import episodes as episodes_of
from registry.selectors import relapse_plans as selectors
from registry.services import relapse_plans as services
from registry.web import access, answers, duties, mending, rows
from registry.web.forms import base
from registry.web.forms import relapse_plans as forms

if TYPE_CHECKING:
    from registry.models import RelapsePlan
    from registry.web.access import PracticeRequest

_FIELDS = ("warning_signs", "what_helps", "treatment", "who_to_call")


@access.page(access.EVERY_ROLE)
def relapse_plan(request: PracticeRequest, episode_id: int) -> HttpResponseBase:
    """The plan that stands, for reading and printing, and how it came."""
    episode, now = rows.found(episodes_of.get, request, episode_id), timezone.now()
    rows.note_look(request, episode.patient, now)
    plans = selectors.of_episode(episode)
    context = {
        "episode": episode,
        "patient": episode.patient,
        "plan": plans[0] if plans else None,
        "earlier": plans[1:],
        "write_url": mending.address(request, "relapse_plan_write", episode_id=episode.pk),
    }
    return render(request, "registry/relapse_plans/plan.html", context)


@access.page(duties.ENROLS, methods=("GET", "POST"))
def relapse_plan_write(request: PracticeRequest, episode_id: int) -> HttpResponseBase:
    """A first plan, or a changed one that begins with the words of the last."""
    episode, now = rows.found(episodes_of.get, request, episode_id), timezone.now()
    plans = selectors.of_episode(episode)
    initial: dict[str, Any] = {"made_on": calendar.local_date(now, request.practice.timezone)}
    if plans:
        initial |= {field: getattr(plans[0], field) for field in _FIELDS}
    form = forms.PlanForm(request.POST or None, initial=initial)

    def write(data: dict[str, Any]) -> RelapsePlan:
        return services.write(episode, services.Plan(**data), by=request.user, now=now)

    if base.saved(request, form, write):
        messages.success(request, "The plan is kept.")
        return redirect("relapse_plan", slug=request.practice.slug, episode_id=episode.pk)
    rows.note_look(request, episode.patient, now)
    context = {"form": form, "episode": episode, "patient": episode.patient}
    return answers.form_page(request, "registry/relapse_plans/write.html", context)


_PLAN = "p/<slug:slug>/episodes/<int:episode_id>/relapse-plan"
urlpatterns = [
    path(f"{_PLAN}/", relapse_plan, name="relapse_plan"),
    path(f"{_PLAN}/write/", relapse_plan_write, name="relapse_plan_write"),
]
