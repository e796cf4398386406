"""The treating practitioner's answer to a recommendation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone

from registry.selectors import reviews
from registry.services import review_answers as services
from registry.vocabulary import Role
from registry.web import access, answers, rows
from registry.web.forms import base
from registry.web.forms import review_answers as forms

if TYPE_CHECKING:
    from registry.models import ReviewAnswer
    from registry.web.access import PracticeRequest


@access.page(Role.TREATING_PRACTITIONER, methods=("GET", "POST"))
def review_answer(request: PracticeRequest, review_id: int) -> HttpResponseBase:
    review, now = rows.found(reviews.get, request, review_id), timezone.now()
    form = forms.AnswerForm(request.POST or None)

    def write(data: dict[str, Any]) -> ReviewAnswer:
        return services.answer(review, by=request.user, now=now, **data)

    if base.saved(request, form, write):
        messages.success(request, "The answer is kept with the recommendation.")
        return redirect("patient", slug=request.practice.slug, patient_id=review.patient_id)
    rows.note_look(request, review.patient, now)
    context = {
        "form": form,
        "review": review,
        "patient": review.patient,
        "earlier": reviews.answers(review),
    }
    return answers.form_page(request, "registry/reviews/answer.html", context)


urlpatterns = [
    path("p/<slug:slug>/reviews/<int:review_id>/answer/", review_answer, name="review_answer"),
]
