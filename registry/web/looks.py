"""Who looked at which chart: the practice's access log, and one patient's."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone

from registry import calendar
from registry.selectors import looks as selectors
from registry.selectors import patients
from registry.selectors.looks import Look, Wanted
from registry.web import access, csv_file, look_words, rows
from registry.web.forms.looks import LookFilter

if TYPE_CHECKING:
    from registry.models import Patient
    from registry.web.access import PracticeRequest

PAGE, MOST_FOUND = 50, 10
#: Without a patient and without days, so much of the log is shown.
RECENT = dt.timedelta(days=30)
COLUMNS = (
    "looked_at", "person_id", "person", "page", "page_in_words", "record_number", "last_name",
    "first_name",
)  # fmt: skip


@access.page(selectors.READERS, methods=("GET", "POST"))
def access_log(request: PracticeRequest) -> HttpResponseBase:
    """The log by person, patient and days (`?as=csv`: all of it).  POST looks for a patient: no
    address holds a name."""
    now = timezone.now()
    if request.method == "POST":
        return _search(request, now)
    form, patient = _asked(request)
    wanted = _wanted(form, patient, calendar.local_date(now, request.practice.timezone))
    found = selectors.visible_to(request.user, request.practice, wanted)
    if csv_file.asked(request):
        cells = map(_cells, selectors.all_named(request.practice, found))
        return csv_file.of_list(request, "access-log", COLUMNS, cells)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    shown = [
        (look, look_words.of(look.page))
        for look in selectors.named(request.practice, list(page.object_list))
    ]
    if patient:
        rows.note_look(request, patient, now)
    context = {"form": form, "patient": patient, "wanted": wanted, "page": page, "looks": shown}
    return render(request, "registry/looks/list.html", context)


def _asked(request: PracticeRequest) -> tuple[LookFilter, Patient | None]:
    """The filter as it was filled in, and the patient that it names: 404 for another's."""
    given = request.GET.get("person", "")
    people = selectors.people(request.practice, [int(given)] if _is_id(given) else [])
    form = LookFilter(request.GET, people)
    form.is_valid()
    chosen = form.cleaned_data.get("patient")
    return form, rows.patient(request, chosen) if chosen else None


def _is_id(text: str) -> bool:
    return text.isdecimal() and len(text) < 18


def _wanted(form: LookFilter, patient: Patient | None, today: dt.date) -> Wanted:
    given = form.cleaned_data
    first, last = given.get("first"), given.get("last")
    if patient is None and first is None and last is None:
        first = today - RECENT
    chosen = patient.pk if patient else None
    return Wanted(first=first, last=last, person=given.get("person"), patient=chosen)


def _search(request: PracticeRequest, now: dt.datetime) -> HttpResponseBase:
    """The one patient who answers to what was typed, or those to choose from."""
    text = request.POST.get("search", "").strip()[:100]
    everybody = patients.of_practice(request.user, request.practice)
    found = list(patients.search(everybody, text)[: MOST_FOUND + 1]) if text else []
    if len(found) == 1:
        address = reverse("access_log", kwargs={"slug": request.practice.slug})
        return redirect(f"{address}?patient={found[0].pk}")
    context = {"text": text, "found": found[:MOST_FOUND], "more": len(found) > MOST_FOUND}
    return render(request, "registry/looks/search.html", context)


def _cells(look: Look) -> list[Any]:
    patient = look.patient
    return [
        csv_file.instant(look.at), look.person_id, look.person, look.page,
        look_words.of(look.page), patient.record_number if patient else None,
        patient.last_name if patient else None, patient.first_name if patient else None,
    ]  # fmt: skip


urlpatterns = [path("p/<slug:slug>/access-log/", access_log, name="access_log")]
