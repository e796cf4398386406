"""What billing asks of a person: where it is done, and the answer where it cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone

from registry.selectors import errands as selectors
from registry.services import errands as services
from registry.web import access, answers, mending, rows
from registry.web.forms import base
from registry.web.forms import errands as forms
from registry.web.mending import Rows

if TYPE_CHECKING:
    from registry.models import Errand
    from registry.web.access import PracticeRequest


@access.page(access.CLINICAL, methods=("GET", "POST"))
def errand(request: PracticeRequest, errand_id: int) -> HttpResponseBase:
    """Asked of the person who opens it, and of nobody else."""
    row, now = rows.found(selectors.get, request, errand_id), timezone.now()
    if row.asked_of_id != request.user.pk:
        raise Http404
    form = forms.AnswerForm(request.POST or None)

    def write(data: dict[str, Any]) -> Errand:
        return services.answer(row, by=request.user, now=now, **data)

    if base.saved(request, form, write):
        messages.success(request, f"{row.asked_by.full_name} reads your answer on the claim's row.")
        return redirect("tasks", slug=request.practice.slug)
    rows.note_look(request, row.patient, now)
    shown = {"form": form, "errand": row, "patient": row.patient, "mend": _mend(request, row)}
    return answers.form_page(request, "registry/errands/errand.html", shown)


def _mend(request: PracticeRequest, row: Errand) -> mending.Mend:
    """Where the person does what is asked."""
    return mending.of_rule(
        row.rule,
        Rows(
            slug=request.practice.slug,
            roles=request.roles,
            patient_id=row.patient_id,
            episode_id=row.episode_id,
        ),
    )


urlpatterns = [path("p/<slug:slug>/errands/<int:errand_id>/", errand, name="errand")]
