"""Answering a recommendation without an account: the link is made here, and opened here.

The page that a link leads to shows nothing until somebody presses its button: what looks into mails
and follows their links sees no chart, and writes no look.  The token travels in the form alone.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from registry.selectors import answer_links as selectors
from registry.selectors import reviews
from registry.services import answer_links as services
from registry.web import access, answers, patient_story, rows
from registry.web.forms import answer_links as forms
from registry.web.forms import base

if TYPE_CHECKING:
    from registry.models import AnswerLink, ReviewAnswer
    from registry.web.access import PracticeRequest


@access.page(access.CLINICAL, methods=("GET", "POST"))
def review_link(request: PracticeRequest, review_id: int) -> HttpResponseBase:
    """Make a link for the practitioner; the words of the recommendation, to be copied."""
    review, now = rows.found(reviews.get, request, review_id), timezone.now()
    clinician = review.episode.treating_practitioner
    address = services.address_of(clinician)
    way = forms.MAIL if address else forms.SHOW
    form = forms.LinkForm(request.POST or None, initial={"way": way})

    def write(data: dict[str, Any]) -> services.Made:
        mails = data["way"] == forms.MAIL
        return services.make(review, mails=mails, by=request.user, now=now)

    made = base.attempt(form, write) if request.method == "POST" else None
    rows.note_look(request, review.patient, now)
    here = request.build_absolute_uri(reverse("answer_link"))
    shown = f"{here}#{made.token}" if made and not made.link.sent_to else ""
    context = {
        "form": form,
        "review": review,
        "patient": review.patient,
        "clinician": clinician,
        "address": address,
        "made": made,
        "links": [(row, services.is_live(row, now)) for row in selectors.of_review(review)],
        "address_shown": shown,
        "as_text": patient_story.review_text(review, shown),
    }
    if made is not None:
        return render(request, "registry/answer_links/make.html", context)
    return answers.form_page(request, "registry/answer_links/make.html", context)


@access.public
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("answer_token", "note")
def answer_link(request: HttpRequest) -> HttpResponseBase:
    """The door, which asks for the link; then the recommendation, and its one answer."""
    if request.method != "POST":
        return _private(render(request, "registry/answer_links/door.html", {"found": True}))
    if not ratelimit.consume(request, action="answer_link"):
        return _closed(request, "often", 429)
    token = request.POST.get("answer_token", "").rsplit("#", 1)[-1].strip()
    link, now = selectors.by_mark(services.mark_of(token)), timezone.now()
    if link is None:
        context = {"found": False}
        return _private(render(request, "registry/answer_links/door.html", context, status=422))
    if not services.is_live(link, now):
        return _closed(request, "ended", 410, link)
    return _opened(request, link, token, now)


def _opened(
    request: HttpRequest, link: AnswerLink, token: str, now: dt.datetime
) -> HttpResponseBase:
    sent = "sent" in request.POST
    form = forms.AnswerForm(request.POST if sent else None)
    if sent and _answered(form, link, now):
        return _private(render(request, "registry/answer_links/thanks.html", {"link": link}))
    services.look(link, now=now)
    context = {
        "form": form,
        "link": link,
        "review": link.review,
        "patient": link.review.patient,
        "answer_token": token,
    }
    status = 422 if sent else 200
    return _private(render(request, "registry/answer_links/answer.html", context, status=status))


def _answered(form: forms.AnswerForm, link: AnswerLink, now: dt.datetime) -> ReviewAnswer | None:
    return base.attempt(form, lambda data: services.answer(link, now=now, **data))


def _closed(
    request: HttpRequest, why: str, status: int, link: AnswerLink | None = None
) -> HttpResponse:
    context = {"why": why, "link": link}
    return _private(render(request, "registry/answer_links/closed.html", context, status=status))


def _private(response: HttpResponse) -> HttpResponse:
    """Kept by no cache, and found by no search."""
    response["Cache-Control"] = "no-store, private"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


urlpatterns = [
    path("p/<slug:slug>/reviews/signed/<int:review_id>/link/", review_link, name="review_link"),
    path("answer/", answer_link, name="answer_link"),
]
