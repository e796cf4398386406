"""The caseload in numbers, by care manager: each leads to its patients."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone

from registry.selectors import caseload_numbers as selectors
from registry.web import access, csv_file
from registry.web.caseload import READS

if TYPE_CHECKING:
    from registry.selectors.caseload_numbers import Numbers
    from registry.web.access import PracticeRequest

COLUMNS = (
    "care_manager", "patients", "new_this_month", "consent_missing", "contact_due", "score_due",
    "review_missing", "not_improving", "scored_again", "response", "remission",
    "due_and_near", "minutes_to_next", "counted_minutes", "working_days_left",
)  # fmt: skip
#: What the caseload is narrowed to where a number leads to it.
LEADS = {
    "patients": {},
    "no_consent": {"view": "no_consent"},
    "no_contact": {"view": "no_contact"},
    "no_score": {"flag": "no_score"},
    "no_review": {"view": "no_review"},
    "not_improved": {"view": "not_improved"},
    "near": {"view": "near"},
}


@access.page(READS)
def caseload_numbers(request: PracticeRequest) -> HttpResponseBase:
    now = timezone.now()
    clinic, people = selectors.of(request.user, request.practice, now)
    days = selectors.working_days_left(request.practice, now)
    if csv_file.asked(request):
        cells = (_cells(row, days) for row in people)
        return csv_file.of_list(request, "caseload-numbers", COLUMNS, cells)
    context = {
        "clinic": clinic,
        "rows": [_shown(request, row, str(row.user_id)) for row in people],
        "all": _shown(request, clinic, "all"),
        "days": days,
        "a_day": -(-clinic.near_minutes // days) if days else clinic.near_minutes,
    }
    return render(request, "registry/caseload/numbers.html", context)


def _shown(request: PracticeRequest, row: Numbers, whose: str) -> dict[str, Any]:
    """A row with the address of the patients behind each number."""
    base = reverse("caseload", kwargs={"slug": request.practice.slug})
    urls = {name: f"{base}?{urlencode({'whose': whose} | more)}" for name, more in LEADS.items()}
    return {"numbers": row, "urls": urls}


def _cells(row: Numbers, days: int) -> list[Any]:
    return [
        row.name, row.patients, row.new, row.no_consent, row.no_contact, row.no_score,
        row.no_review, row.not_improved, row.scored, row.response, row.remission, row.near,
        row.near_minutes, row.counted // 60, days,
    ]  # fmt: skip


urlpatterns = [
    path("p/<slug:slug>/caseload/numbers/", caseload_numbers, name="caseload_numbers"),
]
