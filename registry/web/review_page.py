"""What the page of one case is drawn from, and how its form becomes a signed review."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse

from registry import chart_link, time_words
from registry.selectors import (
    caseload_meetings,
    patients,
    people,
    review_case,
    review_drafts,
    reviews,
)
from registry.selectors import clock as clocks
from registry.services import case_reviews, review_time
from registry.vocabulary import Instrument, Program, Role
from registry.web import answers, local_time, patient_story, score_chart
from registry.web.forms import reviews as forms

if TYPE_CHECKING:
    from registry.models import CaseloadMeeting, CaseReview, Episode
    from registry.selectors.review_case import Case
    from registry.web.access import PracticeRequest

ASKS = frozenset({Role.CARE_MANAGER, Role.TREATING_PRACTITIONER})
#: Whom the consultant's last review of this session was held with: a weekly meeting goes on.
_WITH_WHOM = "review_with_whom"
_PROGRAMS: dict[str, str] = {Program.COCM: "CoCM", Program.BHI: "General BHI"}


def whose(request: PracticeRequest) -> str:
    """Consultants begin with their own cases; `?whose=all` shows everybody's."""
    asked = request.GET.get("whose", "")
    if asked in ("mine", "all"):
        return asked
    return "mine" if Role.CONSULTANT in request.roles else "all"


def form(request: PracticeRequest, episode: Episode, now: dt.datetime) -> forms.SignForm:
    zone = request.practice.timezone
    day, _ = local_time.day_and_time(now, zone)
    colleagues = people.with_role(request.practice, Role.CARE_MANAGER).exclude(pk=request.user.pk)
    found = forms.SignForm(
        request.POST or None,
        timezone=zone,
        initial={
            "day": day,
            "with_whom": _with_whom(request),
            **_begun(request, episode),
        },
    )
    found.fields["with_whom"].offer(colleagues)  # type: ignore[attr-defined]
    return found


def _begun(request: PracticeRequest, episode: Episode) -> dict[str, str]:
    """What this consultant has typed on the case before, and not signed."""
    own = drafts(request, episode)["draft"]
    return {"advice": own.advice, "recommendation": own.recommendation} if own else {}


def drafts(request: PracticeRequest, episode: Episode) -> dict[str, Any]:
    """The consultant's own draft, and who else has begun one: a notice, never a lock."""
    if not hasattr(request, "_review_drafts"):
        request._review_drafts = review_drafts.of_case(request.user, episode)  # type: ignore[attr-defined]
    found = request._review_drafts  # type: ignore[attr-defined]
    own = next((row for row in found if row.author_id == request.user.pk), None)
    return {"draft": own, "begun_by_others": [row for row in found if row is not own]}


def typed(request: PracticeRequest) -> dict[str, str]:
    """The part of the form that a draft keeps."""
    return {name: request.POST.get(name, "") for name in ("advice", "recommendation")}


def _under_way(request: PracticeRequest) -> CaseloadMeeting | None:
    """The caseload review that this person holds, asked once an answer."""
    if not hasattr(request, "_caseload_meeting"):
        held = Role.CONSULTANT in request.roles
        found = caseload_meetings.under_way(request.user, request.practice) if held else None
        request._caseload_meeting = found  # type: ignore[attr-defined]
    return request._caseload_meeting  # type: ignore[attr-defined]


def _with_whom(request: PracticeRequest) -> int | None:
    """Whoever the caseload review is held with, else with whom the last case was."""
    found = _under_way(request)
    if found is not None:
        return found.care_manager_id
    return request.session.get(_WITH_WHOM, {}).get(request.practice.slug)


def signing(
    request: PracticeRequest, episode: Episode, now: dt.datetime
) -> Callable[[dict[str, Any]], CaseReview]:
    """What signs the form's data."""

    def write(data: dict[str, Any]) -> CaseReview:
        other = data["with_whom"]
        signed = case_reviews.sign(
            episode,
            advice=data["advice"],
            recommendation=data["recommendation"],
            follow_up_on=data["follow_up_on"],
            started_at=data["started_at"],
            ended_at=data["ended_at"],
            reason=data["reason"],
            with_clock=data["time"] == forms.CLOCK,
            participants=[other] if other else [],
            by=request.user,
            now=now,
        )
        request.session[_WITH_WHOM] = {request.practice.slug: other.pk if other else None}
        return signed

    return write


def clock(request: PracticeRequest, episode: Episode, now: dt.datetime) -> dict[str, Any]:
    """The consultant's clock on this case: whether it runs, and what its line says."""
    entry = reviews.clock_of(request.user, episode.patient, now - review_time.CLOCK_WAITS)
    if entry is None:
        return {"entry": None, "runs": False, "words": "not started"}
    zone = request.practice.timezone
    if entry.ended_at is None:
        since = time_words.clock(entry.started_at, zone)
        return {"entry": entry, "runs": True, "words": f"runs since {since}"}
    span = time_words.span(entry.started_at, entry.ended_at, zone)
    lasted = time_words.lasted(entry.started_at, entry.ended_at)
    return {"entry": entry, "runs": False, "words": f"{lasted}, {span}"}


def show(
    request: PracticeRequest, episode: Episode, form: forms.SignForm, now: dt.datetime
) -> HttpResponse:
    case = review_case.of(request.user, request.practice, episode, now)
    is_consultant = Role.CONSULTANT in request.roles
    before, after = reviews.around(
        request.user, request.practice, episode.pk, whose=whose(request), now=now
    )
    drawn = scores(case)
    context = {
        "case": case,
        "past": _numbered(case, drawn),
        "episode": episode,
        "patient": episode.patient,
        "age": patients.age(episode.patient, case.today),
        "form": form,
        "scores": drawn,
        "facts": facts(case),
        "header_flags": _flags(case),
        "marks": clocks.marks(case.month.standing if case.month else None),
        "is_consultant": is_consultant,
        "chart_url": chart_link.of(request.practice.ehr_url, episode.patient.record_number),
        "may_ask": bool(request.roles & ASKS) and episode.ended_on is None,
        "clock": clock(request, episode, now) if is_consultant else None,
        "chosen_time": form["time"].value(),
        **drafts(request, episode),
        **_meeting(request, episode, is_consultant=is_consultant),
        "before": before,
        "after": after,
    }
    return answers.form_page(request, "registry/reviews/review.html", context)


def _meeting(request: PracticeRequest, episode: Episode, *, is_consultant: bool) -> dict[str, Any]:
    """The caseload review that the consultant holds, and whether this patient is on screen."""
    found = _under_way(request) if is_consultant else None
    if found is None:
        return {"under_way": None}
    on_screen = found.cases.filter(closed_at=None, episode=episode).exists()
    return {"under_way": found, "on_screen": on_screen}


def scores(case: Case) -> score_chart.Chart | None:
    """The scores with the start, advice, treatment and the scores to be reached on one axis."""
    changed = patient_story.treatment_changes(case.treatments)
    done = [*patient_story.advice(case.reviews), *changed]
    return score_chart.draw(
        [
            ("PHQ-9", "circle", case.points(Instrument.PHQ9)),
            ("GAD-7", "square", case.points(Instrument.GAD7)),
        ],
        started_on=case.episode.started_on,
        events=sorted(done, key=lambda event: event.on),
        levels=patient_story.levels(case.targets),
        size=score_chart.NARROW,
    )


def _numbered(case: Case, drawn: score_chart.Chart | None) -> list[tuple[CaseReview, int | None]]:
    """The reviews with their numbers on the scores' axis, the latest first."""
    numbers = {mark.key: mark.number for mark in drawn.marks} if drawn else {}
    return [(row, numbers.get(row.pk)) for row in case.reviews]


def facts(case: Case) -> list[tuple[str, str]]:
    """The line under the name."""
    episode = case.episode
    weeks = "1 week" if case.weeks == 1 else f"{case.weeks} weeks"
    since = f"{time_words.date(episode.started_on)} ({weeks})"
    return [
        ("Program", _PROGRAMS[episode.program]),
        ("In care since", since),
        ("Care manager", episode.care_manager.full_name),
        ("Treating practitioner", str(episode.treating_practitioner)),
    ]


def _flags(case: Case) -> list[tuple[str, str]]:
    found = [("danger", "Safety flag open")] if case.flags else []
    if not case.has_consent and case.episode.ended_on is None:
        found.append(("warning", "No consent in force"))
    if case.episode.ended_on:
        ended = time_words.date(case.episode.ended_on)
        found.append(("neutral", f"Discharged on {ended}"))
    return found
