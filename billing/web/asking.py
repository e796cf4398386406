"""Asking whoever alone can mend a claim: with one press, its state on the claim's row."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone

from billing.selectors import asked_people
from billing.selectors import claims as claim_rows
from billing.web import decide_again
from billing.web.doors import BILLERS, of_month
from billing.web.review_form import kept
from registry import calendar, time_words
from registry.errors import Refused, refuse
from registry.services import errands
from registry.services.errands import Cause
from registry.templatetags.formats import plural
from registry.web import access

if TYPE_CHECKING:
    from billing.models import Claim
    from registry.models import Errand
    from registry.web.access import PracticeRequest

Errands = Mapping[tuple[int, str], "Errand"]


def beside(reason: dict[str, Any], claim: Claim, known: Errands, zone: str) -> dict[str, Any]:
    """A reason with whom to ask, and what became of it where somebody was asked already."""
    person = asked_people.whom(claim, reason["rule"])
    if person is None or reason["kind"] == "note":
        return reason
    errand = known.get((claim.patient_id, reason["rule"]))
    ask = {"ask": person.full_name, "ask_value": f"{claim.pk}:{reason['rule']}"}
    if errand is None:
        return {**reason, **ask}
    said = {"said": _said(errand, zone), "is_answered": errand.answered_at is not None}
    return {**reason, **said, **(ask if errand.answered_at else {})}


def _said(errand: Errand, zone: str) -> str:
    asked = f"Asked {errand.asked_of.full_name} on {time_words.day(errand.asked_at, zone)}."
    if errand.answered_at is None or errand.answered_by is None:
        return asked
    on = time_words.day(errand.answered_at, zone)
    return f"{asked} {errand.answered_by.full_name} on {on}: “{errand.answer}”"


@access.page(BILLERS, methods=("POST",))
@of_month
def claims_ask(request: PracticeRequest, month: dt.date) -> HttpResponseBase:
    """One cause of one claim (`ask`: `12:consent_missing`), or a `cause` of all that are listed."""
    asked: Counter[str] = Counter()
    try:
        for claim, rule in _causes(request, month):
            asked[_ask(request, claim, rule)] += 1
        if not asked:
            raise refuse("", "There is nobody to ask: name the patient's team first.")
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _told(asked))
    where = {"slug": request.practice.slug, "month": calendar.month_text(month)}
    return redirect(reverse("billing_month", kwargs=where) + kept(request.GET))


def _causes(request: PracticeRequest, month: dt.date) -> Iterable[tuple[Claim, str]]:
    pk, _, rule = request.POST.get("ask", "").partition(":")
    if pk:
        rows = claim_rows.of_month(request.user, request.practice, month)
        found = rows.filter(pk=int(pk) if pk.isdecimal() and len(pk) < 19 else 0)
    else:
        rule, found = request.POST.get("cause", ""), decide_again.asked(request, month)
    loaded = found.filter(rules__contains=[rule]).select_related(
        "patient__practice", *asked_people.RELATED
    )
    for claim in loaded:
        if asked_people.whom(claim, rule) is not None:
            yield claim, rule


def _ask(request: PracticeRequest, claim: Claim, rule: str) -> str:
    """The name of who was asked."""
    person = asked_people.whom(claim, rule)
    assert person is not None
    cause = Cause(
        patient=claim.patient,
        episode=claim.episode,
        month=claim.month,
        rule=rule,
        words=_words(claim, rule),
    )
    errands.ask(cause, of=person, by=request.user, now=timezone.now())
    return person.full_name


def _words(claim: Claim, rule: str) -> str:
    said = [*claim.verdict.get("reasons", ()), *claim.own_holds]
    return next((str(each["text"]) for each in said if each["rule"] == rule), "")


def _told(asked: Counter[str]) -> str:
    names = ", ".join(f"{name} ({plural(count, 'patient')})" for name, count in asked.items())
    return f"Asked: {names}. It stands among their tasks until it is done."


urlpatterns = [path("<str:month>/ask/", claims_ask, name="claims_ask")]
