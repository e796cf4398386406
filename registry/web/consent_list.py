"""The practice's consents as one list, and as CSV."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from registry import calendar
from registry.selectors import consent_list as selectors
from registry.web import access, consents, csv_file, duties

if TYPE_CHECKING:
    from registry.web.access import PracticeRequest

PAGE = 50
TABS = {
    "in_force": "In force",
    "agree": "Recorded late, to agree to",
    "due": "Due again",
    "revoked": "Revoked",
    "missing": "In care without one",
}
COLUMNS = (
    "record_number", "last_name", "first_name", "state", "method", "language", "given_at",
    "taken_by", "recorded_at", "recorded_by", "late_reason", "agreed_at", "agreed_by",
    "counts_from", "due_on", "has_paper", "revoked_at", "revoked_by", "revoke_reason",
)  # fmt: skip


@access.page(access.EVERY_ROLE)
def consent_list(request: PracticeRequest) -> HttpResponseBase:
    """Narrowed by `?show=`; `?as=csv`: all of it."""
    now, show = timezone.now(), request.GET.get("show", "")
    show = show if show in selectors.SHOWN else "in_force"
    found = selectors.rows(request.user, request.practice, show=show, now=now)
    if csv_file.asked(request):
        cells = (_cells(request, row, show, now) for row in found.iterator(chunk_size=500))
        return csv_file.of_list(request, "consents", COLUMNS, cells)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {
        "show": show,
        "tabs": list(_tabs(request, show, now)),
        "page": page,
        "lines": [_line(request, row, show, now) for row in page.object_list],
        "may_record": bool(request.roles & duties.ENROLS),
        "may_agree": bool(request.roles & consents.AGREES),
    }
    return render(request, "registry/consents/list.html", context)


def _tabs(request: PracticeRequest, show: str, now: dt.datetime) -> Iterator[dict[str, Any]]:
    counts = selectors.counts(request.user, request.practice, now)
    for name, label in TABS.items():
        yield {"label": label, "url": f"?show={name}", "current": name == show,
               "count": counts[name]}  # fmt: skip


def _line(request: PracticeRequest, row: Any, show: str, now: dt.datetime) -> dict[str, Any]:
    if show == "missing":
        return {"patient": row.patient, "state": "missing", "consent": None, "episode": row}
    on = selectors.due_on(row, request.practice) if row.revoked_at is None else None
    today = calendar.local_date(now, request.practice.timezone)
    return {
        "patient": row.patient,
        "state": _state(row, now),
        "consent": row,
        "due_on": on,
        "is_due": bool(on and on <= today),
        "is_own": row.recorded_by_id == request.user.pk,
    }


def _state(consent: Any, now: dt.datetime) -> str:
    return "revoked" if consent.revoked_at and consent.revoked_at <= now else "given"


def _cells(request: PracticeRequest, row: Any, show: str, now: dt.datetime) -> list[Any]:
    patient = row.patient
    who = [patient.record_number, patient.last_name, patient.first_name]
    if show == "missing":
        return [*who, "missing", *[None] * (len(COLUMNS) - 4)]
    at, named = csv_file.instant, _named
    return [
        *who, _state(row, now), row.method, row.language, at(row.given_at), named(row.taken_by),
        at(row.recorded_at), named(row.recorded_by), row.late_reason, at(row.agreed_at),
        named(row.agreed_by), at(row.counts_from), selectors.due_on(row, request.practice),
        "yes" if row.file else "no", at(row.revoked_at), named(row.revoked_by), row.revoke_reason,
    ]  # fmt: skip


def _named(person: Any) -> str | None:
    return person.full_name if person else None


urlpatterns = [path("p/<slug:slug>/consents/", consent_list, name="consents")]
