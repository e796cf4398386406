"""The weekly caseload review as a session: begun, from patient to patient, ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from registry.errors import Refused
from registry.selectors import caseload_meetings as selectors
from registry.selectors import episodes, people
from registry.services import caseload_meetings as services
from registry.vocabulary import Role
from registry.web import access, csv_file, rows

if TYPE_CHECKING:
    import datetime as dt

    from registry.models import CaseloadMeeting, Episode
    from registry.web.access import PracticeRequest

READS = access.CLINICAL | {Role.SUPERVISOR, Role.AUDITOR, Role.BILLER}
PAGE = 25
COLUMNS = ("started_at", "ended_at", "consultant", "care_manager", "patients", "signed")


@access.page(READS)
def meetings(request: PracticeRequest) -> HttpResponseBase:
    """When caseloads were reviewed, by whom, and how many patients."""
    found = selectors.visible_to(request.user, request.practice)
    if csv_file.asked(request):
        return csv_file.of_list(request, "caseload-reviews", COLUMNS, map(_cells, found))
    context = {
        "page": Paginator(found, PAGE).get_page(request.GET.get("page")),
        "care_managers": people.with_role(request.practice, Role.CARE_MANAGER).exclude(
            pk=request.user.pk
        ),
        "is_consultant": Role.CONSULTANT in request.roles,
        "under_way": selectors.under_way(request.user, request.practice),
    }
    return render(request, "registry/caseload_meetings/list.html", context)


def _cells(row: Any) -> list[Any]:
    return [
        csv_file.instant(row.started_at), csv_file.instant(row.ended_at),
        row.consultant.full_name, row.care_manager.full_name, row.patients, row.signatures,
    ]  # fmt: skip


@access.page(READS)
def meeting(request: PracticeRequest, meeting_id: int) -> HttpResponseBase:
    """One review: the patients it went through, in order, and what each came to."""
    found = rows.found(selectors.get, request, meeting_id)
    context = {"meeting": found, "cases": list(selectors.cases(found))}
    return render(request, "registry/caseload_meetings/meeting.html", context)


@access.page(Role.CONSULTANT, methods=("POST",))
def meeting_begin(request: PracticeRequest) -> HttpResponseBase:
    """Begin with the most pressing patient of the chosen caseload."""
    chosen = request.POST.get("care_manager", "")
    managers = people.with_role(request.practice, Role.CARE_MANAGER)
    person = managers.filter(pk=int(chosen)).first() if chosen.isdecimal() else None
    now = timezone.now()
    try:
        begun = services.begin(request.practice, care_manager=person, by=request.user, now=now)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("meetings", slug=request.practice.slug)
    return _go_on(request, begun, now)


@access.page(Role.CONSULTANT, methods=("POST",))
def meeting_next(request: PracticeRequest) -> HttpResponseBase:
    """On to the next patient; what was on screen keeps its minutes, signed or not."""
    found = selectors.under_way(request.user, request.practice)
    if found is None:
        messages.info(request, "No caseload review is under way. Begin one.")
        return redirect("meetings", slug=request.practice.slug)
    return _go_on(request, found, timezone.now())


@access.page(Role.CONSULTANT, methods=("POST",))
def meeting_case(request: PracticeRequest, episode_id: int) -> HttpResponseBase:
    """Turn to this patient within the review that is under way."""
    episode = rows.found(episodes.get, request, episode_id)
    found = selectors.under_way(request.user, request.practice)
    if found is None:
        messages.info(request, "No caseload review is under way. Begin one.")
        return redirect("review", slug=request.practice.slug, episode_id=episode.pk)
    return _turn(request, found, episode, timezone.now())


@access.page(Role.CONSULTANT, methods=("POST",))
def meeting_end(request: PracticeRequest) -> HttpResponseBase:
    found = selectors.under_way(request.user, request.practice)
    if found is None:
        return redirect("meetings", slug=request.practice.slug)
    for sentence in services.end(found, by=request.user, now=timezone.now()):
        messages.warning(request, sentence)
    messages.success(request, "The caseload review is over.")
    return redirect("meeting", slug=request.practice.slug, meeting_id=found.pk)


def go_on(request: PracticeRequest, now: dt.datetime) -> HttpResponseBase | None:
    """After a signature: the next patient of the review that is under way, None without one."""
    found = selectors.under_way(request.user, request.practice)
    return _go_on(request, found, now) if found else None


def _go_on(request: PracticeRequest, found: CaseloadMeeting, now: dt.datetime) -> HttpResponseBase:
    following = selectors.following(request.user, found, now)
    if following is None:
        messages.info(request, "Every patient of this caseload was on screen. End the review.")
        return redirect("meeting", slug=request.practice.slug, meeting_id=found.pk)
    return _turn(request, found, following, now)


def _turn(
    request: PracticeRequest, found: CaseloadMeeting, episode: Episode, now: dt.datetime
) -> HttpResponseBase:
    try:
        _, told = services.turn_to(found, episode, by=request.user, now=now)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("meetings", slug=request.practice.slug)
    for sentence in told:
        messages.warning(request, sentence)
    return redirect("review", slug=request.practice.slug, episode_id=episode.pk)


_MEETINGS = "p/<slug:slug>/caseload-reviews"
urlpatterns = [
    path(f"{_MEETINGS}/", meetings, name="meetings"),
    path(f"{_MEETINGS}/begin/", meeting_begin, name="meeting_begin"),
    path(f"{_MEETINGS}/next/", meeting_next, name="meeting_next"),
    path(f"{_MEETINGS}/end/", meeting_end, name="meeting_end"),
    path(f"{_MEETINGS}/<int:meeting_id>/", meeting, name="meeting"),
    path(f"{_MEETINGS}/cases/<int:episode_id>/", meeting_case, name="meeting_case"),
]
