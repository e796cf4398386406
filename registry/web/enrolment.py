"""Enrolment on one page, its correction, and its end."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.utils.formats import date_format

from registry import calendar
from registry.selectors import consents as consents_of
from registry.selectors import diagnoses, people, referrals, relapse_plans, sites
from registry.selectors import episodes as selectors
from registry.services import consent_script, enrolment_rules
from registry.services import episodes as services
from registry.vocabulary import EpisodeEnd, Role
from registry.web import access, answers, duties, mending, rows
from registry.web.forms import base
from registry.web.forms import consents as consent_forms
from registry.web.forms import enrolment as forms

if TYPE_CHECKING:
    from registry.models import Episode, Patient
    from registry.standing import Beginning
    from registry.web.access import PracticeRequest


@access.page(duties.ENROLS, methods=("GET", "POST"))
def enrol(request: PracticeRequest, patient_id: int) -> HttpResponseBase:
    patient, now = rows.patient(request, patient_id), timezone.now()
    form = _enrol_form(request, patient, now)
    if request.method == "POST":
        episode = _enrolled(request, form, patient, now)
        if episode:
            messages.success(request, "The patient is enrolled.")
            return _to_patient(request, episode)
    rows.note_look(request, patient, now)
    context = {
        "form": form,
        "patient": patient,
        "picked": _picked(form),
        "latest": selectors.latest(patient),
        "referral": referrals.under_way(patient),
        "beginning": _beginning(form, patient),
        "scripts": consent_script.languages(request.practice),
        "today": calendar.local_date(now, request.practice.timezone),
    }
    return answers.form_page(request, "registry/enrolment/enrol.html", context)


def _beginning(form: forms.EnrolForm, patient: Patient) -> Beginning | None:
    """How the first month would be read, for a patient who was in care before."""
    asked = form["started_on"].value()
    try:
        day = asked if isinstance(asked, dt.date) else dt.date.fromisoformat(asked or "")
    except ValueError:
        return None
    found = enrolment_rules.beginning(patient, day)
    return found if found and found["last_month"] else None


def _enrol_form(request: PracticeRequest, patient: Patient, now: dt.datetime) -> forms.EnrolForm:
    zone, standing = request.practice.timezone, consents_of.in_force(patient, now)
    later = "Later: until then no time counts"
    if standing:
        day = date_format(consents_of.local_day(standing, zone), "M j, Y")
        later = f"The consent of {day} stays in force"
    initial = _first_guess(request, now) | {
        "consent_choice": forms.LATER if standing else forms.NOW
    }
    return forms.EnrolForm(
        request.POST or None,
        request.FILES or None,
        initial=initial,
        team=_team(request),
        people=people.everybody(request.practice),
        scripts=consent_script.languages(request.practice),
        timezone=zone,
        now=now,
        later=later,
    )


def _first_guess(request: PracticeRequest, now: dt.datetime) -> dict[str, Any]:
    """What is meant unless said: today, the one who asks, and whoever is the only one."""
    team = _team(request)
    guess: dict[str, Any] = {
        "started_on": calendar.local_date(now, request.practice.timezone),
        "taken_by": request.user.pk,
        "care_manager": request.user.pk if Role.CARE_MANAGER in request.roles else None,
        "treating_practitioner": team["treating_practitioner"].filter(user=request.user).first(),
    }
    for name, rows_ in team.items():
        if name == "site":
            continue  # the practice's own address is a choice too
        some = list(rows_[:2])
        if not guess.get(name) and len(some) == 1:
            guess[name] = some[0]
    return guess


def _team(request: PracticeRequest, episode: Episode | None = None) -> dict[str, QuerySet[Any]]:
    """Who and what a form offers; the site where the episode is now, closed or not."""
    beside = episode.site_id if episode else None
    return {
        "site": sites.offered(request.user, request.practice, beside=beside),
        "care_manager": people.with_role(request.practice, Role.CARE_MANAGER),
        "consultant": people.with_role(request.practice, Role.CONSULTANT),
        "treating_practitioner": people.treating_practitioners(request.practice),
    }


def _enrolled(
    request: PracticeRequest, form: forms.EnrolForm, patient: Patient, now: dt.datetime
) -> Episode | None:
    """The episode; None with every problem in the form: the fields' own and the service's."""
    form.full_clean()
    problems = services.problems(patient, form.enrolment, form.consent, now=now)
    _show(form, problems)

    def write(_: dict[str, Any]) -> Episode:
        return services.enrol(
            patient=patient, consent=form.consent, by=request.user, now=now, **vars(form.enrolment)
        )

    return base.attempt(form, write)


def _show(form: forms.EpisodeForm, problems: dict[str, str | None]) -> None:
    moved = consent_forms.beside(form, problems)
    moved["diagnosis_text"] = moved.pop("diagnoses", None)
    base.show(form, moved)


def _picked(form: forms.EpisodeForm) -> list[dict[str, Any]]:
    """The picked codes with their official words; one that is none is drawn as it was typed."""
    return [{"text": text, "code": diagnoses.named(text)} for text in form.picked]


def _to_patient(request: PracticeRequest, episode: Episode) -> HttpResponseBase:
    for sentence in selectors.warnings(episode):
        messages.warning(request, sentence)
    return redirect("patient", slug=request.practice.slug, patient_id=episode.patient_id)


@access.page(duties.ENROLS, methods=("GET", "POST"))
def episode_edit(request: PracticeRequest, episode_id: int) -> HttpResponseBase:
    """Visit, diagnoses, team: where a held claim's reason is mended."""
    episode, now = rows.found(selectors.get, request, episode_id), timezone.now()
    initial = forms.initial(episode, selectors.codes(episode))
    form = forms.EpisodeForm(request.POST or None, initial=initial, team=_team(request, episode))
    if request.method == "POST":
        amended = _amended(request, form, episode, now)
        if amended:
            messages.success(request, "The episode was changed.")
            return _to_patient(request, amended)
    rows.note_look(request, episode.patient, now)
    context = {
        "form": form,
        "episode": episode,
        "patient": episode.patient,
        "picked": _picked(form),
    }
    return answers.form_page(request, "registry/enrolment/edit.html", context)


def _amended(
    request: PracticeRequest, form: forms.EpisodeForm, episode: Episode, now: dt.datetime
) -> Episode | None:
    form.full_clean()
    _show(form, services.amend_problems(episode, form.enrolment, now=now))
    return base.attempt(
        form, lambda _: services.amend(episode, form.enrolment, by=request.user, now=now)
    )


@access.page(duties.ENROLS, methods=("GET", "POST"))
def discharge(request: PracticeRequest, episode_id: int) -> HttpResponseBase:
    episode, now = rows.found(selectors.get, request, episode_id), timezone.now()
    today = calendar.local_date(now, request.practice.timezone)
    form = forms.DischargeForm(request.POST or None, initial={"ended_on": today})

    def write(data: dict[str, Any]) -> Episode:
        return services.discharge(episode, by=request.user, now=now, **data)

    if base.saved(request, form, write):
        messages.success(request, "The patient was discharged.")
        _ask_for_day_of_death(request, episode, form.cleaned_data["reason"])
        return redirect("patient", slug=request.practice.slug, patient_id=episode.patient_id)
    rows.note_look(request, episode.patient, now)
    context = {
        "form": form,
        "episode": episode,
        "patient": episode.patient,
        "plan_url": ""
        if relapse_plans.of_episode(episode)
        else mending.address(request, "relapse_plan_write", episode_id=episode.pk),
    }
    return answers.form_page(request, "registry/enrolment/discharge.html", context)


def _ask_for_day_of_death(request: PracticeRequest, episode: Episode, reason: str) -> None:
    if reason == EpisodeEnd.DIED and not episode.patient.died_on:
        messages.warning(request, "Enter the date of death with the patient's details.")


@access.page(duties.ENROLS, methods=("POST",))
def diagnosis_lookup(request: PracticeRequest) -> HttpResponseBase:
    """Codes that the typed text may mean, as a list to pick from."""
    text = request.POST.get("diagnosis_text", "")[:200].strip()
    context = {"found": diagnoses.suggestions(text), "text": text}
    return render(request, "registry/enrolment/_suggestions.html", context)


_EPISODE = "p/<slug:slug>/episodes/<int:episode_id>"
urlpatterns = [
    path("p/<slug:slug>/patients/<int:patient_id>/enrol/", enrol, name="enrol"),
    path(f"{_EPISODE}/edit/", episode_edit, name="episode_edit"),
    path(f"{_EPISODE}/discharge/", discharge, name="discharge"),
    path("p/<slug:slug>/diagnoses/lookup/", diagnosis_lookup, name="diagnosis_lookup"),
]
