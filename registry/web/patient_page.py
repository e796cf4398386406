"""The patient's page: one page that tells the story."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from registry import calendar, chart_link
from registry.selectors import (
    chart,
    clock,
    coverages,
    other_services,
    referrals,
    relapse_plans,
    time_log,
    transfers,
    treatment,
    treatments,
)
from registry.selectors import patients as patients_of
from registry.selectors import reviews as reviews_of
from registry.vocabulary import Instrument, Role
from registry.web import access, mending, months, patient_story, rows, score_chart, tasks
from registry.web import consents as consents_page
from registry.web import referrals as referral_pages
from registry.web.mending import Rows

if TYPE_CHECKING:
    from registry.models import Consent, Coverage, Episode, Patient
    from registry.web.access import PracticeRequest

#: How far back scores are drawn: older ones would press this episode's into a corner.
CHARTED = dt.timedelta(days=730)
SCALES = (Instrument.PHQ9, Instrument.GAD7)


@access.page(access.EVERY_ROLE)
def patient_page(request: PracticeRequest, patient_id: int) -> HttpResponseBase:
    patient, now = rows.patient(request, patient_id), timezone.now()
    rows.note_look(request, patient, now)
    context = _whole(request, patient, now) | {"opens_chart": True}
    return render(request, "registry/patient/page.html", context)


@access.page(access.EVERY_ROLE)
def patient_time(request: PracticeRequest, patient_id: int) -> HttpResponseBase:
    """The month's time alone, anew after the clock has changed."""
    patient, now = rows.patient(request, patient_id), timezone.now()
    context = _whole(request, patient, now)
    return render(request, "registry/patient/_time.html", context)


def _whole(request: PracticeRequest, patient: Patient, now: dt.datetime) -> dict[str, Any]:
    context, zone = _story(request, patient, now), request.practice.timezone
    insured = next(iter(context["coverages"]), None)
    month = months.asked(request, now)
    context |= _time(request, patient, context["episode"], insured, month, now)
    text = patient_story.month_text(patient, context["time"], context, zone)
    return context | {"month_text": text}


def _story(request: PracticeRequest, patient: Patient, now: dt.datetime) -> dict[str, Any]:
    today = calendar.local_date(now, request.practice.timezone)
    episodes, measures = chart.episodes(patient), chart.measures(patient)
    consents, reviews = chart.consents(patient), chart.reviews(patient)
    episode, insured = next(iter(episodes), None), list(coverages.of(patient))
    flags = chart.open_flags(patient)
    targets = treatment.targets(episode, measures, today)
    points = {str(scale): chart.points(measures, scale) for scale in SCALES}
    treated = treatments.of(patient)
    zone = request.practice.timezone
    done = patient_story.events(episodes, consents, reviews, treated, zone)
    referral = referrals.latest(patient)
    return {
        "patient": patient,
        "age": patients_of.age(patient, today),
        "episodes": episodes,
        "episode": episode,
        "is_enrolled": bool(episode and episode.ended_on is None),
        "header_flags": _flags(patient, episode, consents, len(flags), now),
        "open_flags": flags,
        "consents": [(row, _consent_state(row, now)) for row in consents],
        "measures": measures,
        "scores": _scores(points, done, targets, today, score_chart.WIDE),
        "scores_narrow": _scores(points, done, targets, today, score_chart.NARROW),
        "targets": targets,
        "treatments": treated,
        "points": points,
        "reviews": reviews,
        "reviewed": patient_story.outcomes(reviews, points),
        "contacts": reviews_of.contacts(patient, limit=8),
        "todo": tasks.of_patient(request, patient, now),
        "may_agree": bool(request.roles & consents_page.AGREES),
        "chart_url": chart_link.of(request.practice.ehr_url, patient.record_number),
        "may_answer": Role.TREATING_PRACTITIONER in request.roles,
        "requests": chart.open_requests(patient),
        "coverages": [row for row in insured if _lasts(row, today)],
        "coverages_before": [row for row in insured if not _lasts(row, today)],
        "services": other_services.of(patient),
        "stays": chart.stays(patient),
        "transfers": transfers.of_episodes(episodes),
        "plan": next(iter(relapse_plans.of_episode(episode)), None) if episode else None,
        "referral": referral,
        "referral_urls": referral_pages.urls(request, referral) if referral else {},
        "urls": _urls(request, patient, episode),
        "may_log": bool(request.roles & access.CLINICAL),
        "weeks": (today - episode.started_on).days // 7 if episode else None,
    }


def _flags(
    patient: Patient,
    episode: Episode | None,
    consents: list[Consent],
    open_flags: int,
    now: dt.datetime,
) -> list[tuple[str, str]]:
    """What must not be overlooked, beside the name."""
    found = []
    if open_flags:
        found.append(("danger", "Safety flag open"))
    if patient.died_on:
        found.append(("neutral", "Died"))
    if episode is None:
        found.append(("neutral", "Not enrolled"))
    elif episode.ended_on is not None:
        found.append(("neutral", "Discharged"))
    elif not any(_consent_state(row, now) == "given" for row in consents):
        found.append(("warning", "No consent in force"))
    return found


def _consent_state(consent: Consent, now: dt.datetime) -> str:
    return "revoked" if consent.revoked_at and consent.revoked_at <= now else "given"


def _lasts(coverage: Coverage, today: dt.date) -> bool:
    return coverage.active_to is None or coverage.active_to >= today


def _scores(
    points: dict[str, chart.Points],
    done: list[score_chart.Event],
    targets: list[treatment.Target],
    today: dt.date,
    size: score_chart.Size,
) -> score_chart.Chart | None:
    """The last two years with what was done; what is older stands in the list of measures."""
    since = today - CHARTED
    shown = {
        scale: [point for point in found if point[0] >= since] for scale, found in points.items()
    }
    return score_chart.draw(
        [("PHQ-9", "circle", shown["PHQ-9"]), ("GAD-7", "square", shown["GAD-7"])],
        events=[event for event in done if event.on >= since],
        levels=patient_story.levels(targets),
        size=size,
    )


def _urls(request: PracticeRequest, patient: Patient, episode: Episode | None) -> dict[str, str]:
    """The forms that the person's roles open, by their names; the others are empty."""
    names = ("patient_edit", "enrol", "consent_add", "measure_add", "time_entry_add",
             "coverage_add", "referral_add", "other_service_add", "treatment_add")  # fmt: skip
    found = {name: mending.address(request, name, patient_id=patient.pk) for name in names}
    looks = mending.address(request, "access_log")
    found["looks"] = f"{looks}?patient={patient.pk}" if looks else ""
    for name in ("episode_edit", "discharge", "review", "review_request", "transfer",
                 "relapse_plan"):  # fmt: skip
        found[name] = mending.address(request, name, episode_id=episode.pk) if episode else ""
    return found


def _time(
    request: PracticeRequest,
    patient: Patient,
    episode: Episode | None,
    insured: Coverage | None,
    month: dt.date,
    now: dt.datetime,
) -> dict[str, Any]:
    time = chart.month(patient, month, now)
    asks = bool(time.standing and time.standing.get("prompts"))
    mended_at = Rows(
        slug=request.practice.slug,
        roles=request.roles,
        patient_id=patient.pk,
        episode_id=episode.pk if episode else None,
        coverage_id=insured.pk if insured else None,
        payer_id=insured.payer_id if insured else None,
    )
    running = time_log.running_in(request.practice, [patient.pk])
    present = calendar.local_month(now, request.practice.timezone)
    zone = request.practice.timezone
    return {
        "time": time,
        "days": patient_story.by_day(time, zone),
        "shares": patient_story.by_role(time),
        "lines": [(line, patient_story.entry_text(line, zone)) for line in time.lines],
        "months": months.around(month, now, request.practice.timezone),
        "is_present": month == present,
        "marks": clock.marks(time.standing),
        "reasons": other_services.settled(
            mending.reasons(time.standing, mended_at, is_over=month < present),
            other_services.of_month(patient, month) if asks else (),
        ),
        "running": running,
        "mine_runs": any(entry.worker_id == request.user.pk for entry in running),
        "may_log": bool(request.roles & access.CLINICAL),
        "time_entry_add": mending.address(request, "time_entry_add", patient_id=patient.pk),
    }


urlpatterns = [
    path("p/<slug:slug>/patients/<int:patient_id>/", patient_page, name="patient"),
    path("p/<slug:slug>/patients/<int:patient_id>/time/", patient_time, name="patient_time"),
]
