"""The practice as claims name it, and how its claims leave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone

from registry.services import practice_settings as services
from registry.web import access, answers, duties
from registry.web.forms import base
from registry.web.forms import practice_settings as forms

if TYPE_CHECKING:
    from registry.models import Practice
    from registry.web.access import PracticeRequest


@access.page(duties.SEES_SET_UP, methods=("GET", "POST"))
def practice_settings(request: PracticeRequest) -> HttpResponseBase:
    """Auditors read; whoever sets up writes."""
    practice, may_change = request.practice, bool(request.roles & duties.SETS_UP)
    if request.method == "POST" and not may_change:
        raise PermissionDenied("Your role in this practice reads the settings only.")
    form = forms.PracticeSettingsForm(
        request.POST or None, initial=forms.initial(practice), zone=practice.timezone
    )

    def write(data: dict[str, Any]) -> Practice:
        return services.change(practice, by=request.user, now=timezone.now(), **data)

    if base.saved(request, form, write):
        messages.success(request, "The settings were saved.")
        return redirect("practice_settings", slug=practice.slug)
    context = {"form": form, "may_change": may_change}
    return answers.form_page(request, "registry/practice_settings/form.html", context)


urlpatterns = [path("p/<slug:slug>/settings/", practice_settings, name="practice_settings")]
