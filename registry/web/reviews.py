"""The consultant's queue, the page of one case, the question that brings a case there."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from registry.errors import Refused
from registry.selectors import episodes, reviews
from registry.services import case_reviews, review_drafts
from registry.vocabulary import Role
from registry.web import access, answers, caseload_meetings, review_page, rows
from registry.web.forms import base
from registry.web.forms import reviews as forms

if TYPE_CHECKING:
    from registry.models import CaseReview, Episode, ReviewRequest
    from registry.web.access import PracticeRequest

READS = access.CLINICAL | {Role.SUPERVISOR, Role.AUDITOR}
PAGE = 25
TABS = (("needs", "Needs review"), ("reviewed", "Reviewed this month"), ("all", "All"))


@access.page(READS)
def queue(request: PracticeRequest) -> HttpResponseBase:
    """Who needs review, the most pressing first."""
    now, whose = timezone.now(), review_page.whose(request)
    show = request.GET.get("show", "needs")
    show = show if show in reviews.SHOWN else "needs"
    found = reviews.queue(request.user, request.practice, show=show, whose=whose, now=now)
    coverage = reviews.coverage(request.user, request.practice, whose=whose, now=now)
    paginator = Paginator(found, PAGE)
    paginator.count = coverage.shown[show]  # counted already: the list need not be walked again
    page = paginator.get_page(request.GET.get("page"))
    lines = reviews.rows(request.practice, list(page.object_list), now)
    context = {
        "page": page,
        "rows": lines,
        "show": show,
        "whose": whose,
        "coverage": coverage,
        "tabs": _tabs(show, whose, coverage),
        "is_consultant": Role.CONSULTANT in request.roles,
        "may_ask": bool(request.roles & review_page.ASKS),
    }
    return render(request, "registry/reviews/queue.html", context)


def _tabs(show: str, whose: str, coverage: reviews.Coverage) -> list[dict[str, Any]]:
    return [
        {
            "label": label,
            "url": f"?show={name}&whose={whose}",
            "count": coverage.shown[name],
            "current": name == show,
        }
        for name, label in TABS
    ]


@access.page(READS, methods=("GET", "POST"))
def review(request: PracticeRequest, episode_id: int) -> HttpResponseBase:
    """One case.  Everybody of the care team reads it, the consultant signs."""
    episode, now = rows.found(episodes.get, request, episode_id), timezone.now()
    if request.method == "GET":
        rows.note_look(request, episode.patient, now)
        return review_page.show(request, episode, review_page.form(request, episode, now), now)
    if Role.CONSULTANT not in request.roles:
        raise PermissionDenied("Only a psychiatric consultant signs a review.")
    form = review_page.form(request, episode, now)
    signed = base.attempt(form, review_page.signing(request, episode, now), by_field=form.by_field)
    if signed is None:
        return review_page.show(request, episode, form, now)
    return _signed(request, episode, signed, now)


def _signed(
    request: PracticeRequest, episode: Episode, signed: CaseReview, now: dt.datetime
) -> HttpResponseBase:
    messages.success(request, "The review is signed.")
    for sentence in signed.told:  # type: ignore[attr-defined]
        messages.warning(request, sentence)
    slug = request.practice.slug
    if request.POST.get("then") != "next":
        return redirect("review", slug=slug, episode_id=episode.pk)
    in_a_meeting = caseload_meetings.go_on(request, now)
    if in_a_meeting is not None:
        return in_a_meeting
    whose = review_page.whose(request)
    following = reviews.queue(request.user, request.practice, show="needs", whose=whose, now=now)
    after = following.exclude(pk=episode.pk).values_list("pk", flat=True).first()
    if after is None:
        messages.info(request, "Nobody else waits for a review.")
        return redirect("reviews", slug=slug)
    return redirect("review", slug=slug, episode_id=after)


@access.page(Role.CONSULTANT)
def review_clock(request: PracticeRequest, episode_id: int) -> HttpResponseBase:
    """The clock's line of the form alone, anew after the clock was started or stopped."""
    episode, now = rows.found(episodes.get, request, episode_id), timezone.now()
    context = {"clock": review_page.clock(request, episode, now), "episode": episode}
    return render(request, "registry/reviews/_clock.html", context)


@access.page(Role.CONSULTANT, methods=("POST",))
def review_draft(request: PracticeRequest, episode_id: int) -> HttpResponseBase:
    """Keep what the consultant has typed so far; the form's line on it, anew."""
    episode, now = rows.found(episodes.get, request, episode_id), timezone.now()
    refused, status = "", 200
    try:
        review_drafts.keep(episode, by=request.user, now=now, **review_page.typed(request))
    except Refused as refusal:
        refused, status = " ".join(refusal.problems.values()), 422
    context = {**review_page.drafts(request, episode), "draft_refused": refused}
    return render(request, "registry/reviews/_draft.html", context, status=status)


@access.page(review_page.ASKS, methods=("GET", "POST"))
def review_request(request: PracticeRequest, episode_id: int) -> HttpResponseBase:
    """A question to the consultant."""
    episode, now = rows.found(episodes.get, request, episode_id), timezone.now()
    form = forms.RequestForm(request.POST or None)

    def write(data: dict[str, Any]) -> ReviewRequest:
        return case_reviews.request(episode, by=request.user, now=now, **data)

    if base.saved(request, form, write):
        messages.success(request, "The question waits in the consultant's queue.")
        return redirect("patient", slug=request.practice.slug, patient_id=episode.patient_id)
    rows.note_look(request, episode.patient, now)
    context = {
        "form": form,
        "episode": episode,
        "patient": episode.patient,
        "waiting": reviews.open_requests(episode),
    }
    return answers.form_page(request, "registry/reviews/request.html", context)


@access.page(Role.CONSULTANT, methods=("GET", "POST"))
def review_withdraw(request: PracticeRequest, review_id: int) -> HttpResponseBase:
    """Take a signed review back; only who signed it may."""
    signed, now = rows.found(reviews.get, request, review_id), timezone.now()
    form = forms.WithdrawForm(request.POST or None)

    def write(data: dict[str, Any]) -> CaseReview:
        return case_reviews.withdraw(signed, by=request.user, now=now, **data)

    if base.saved(request, form, write):
        messages.success(request, "The review is withdrawn. It stays visible, as evidence of none.")
        return redirect("review", slug=request.practice.slug, episode_id=signed.episode_id)
    rows.note_look(request, signed.patient, now)
    context = {"form": form, "review": signed, "patient": signed.patient}
    return answers.form_page(request, "registry/reviews/withdraw.html", context)


_CASE = "p/<slug:slug>/reviews/<int:episode_id>"
urlpatterns = [
    path("p/<slug:slug>/reviews/", queue, name="reviews"),
    path(f"{_CASE}/", review, name="review"),
    path(f"{_CASE}/clock/", review_clock, name="review_clock"),
    path(f"{_CASE}/draft/", review_draft, name="review_draft"),
    path(f"{_CASE}/ask/", review_request, name="review_request"),
    path(
        "p/<slug:slug>/reviews/signed/<int:review_id>/withdraw/",
        review_withdraw,
        name="review_withdraw",
    ),
]
