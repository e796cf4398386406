"""The caseload: who is due, how each month stands, one press to start the clock.

What is searched for is a name: it comes by POST and waits in the session, so that no address and
no log ever holds it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import path
from django.utils import timezone

from registry import calendar
from registry.selectors import caseload, caseload_choices, caseload_rows
from registry.services import access_log, caseload_views, service_month
from registry.vocabulary import Program, Role
from registry.web import (
    access,
    caseload_lines,
    caseload_steps,
    caseload_tabs,
    csv_file,
    mending,
    months,
)
from registry.web import caseload_row as caseload_row_html

if TYPE_CHECKING:
    from registry.selectors.caseload import Wanted
    from registry.selectors.caseload_rows import Row
    from registry.web.access import PracticeRequest

READS = access.CLINICAL | {Role.SUPERVISOR, Role.AUDITOR}
SIZES = (50, 100, 500)
#: What the session remembers of the address, besides what a saved view keeps.
KEPT = (*caseload_views.KEPT, "page")
#: The export's columns, each with what it means: the page documents them.
COLUMNS = (
    ("record_number", "The patient's record number"),
    ("last_name", "Last name"),
    ("first_name", "First name"),
    ("program", "cocm (collaborative care) or bhi (general BHI)"),
    ("episode_started_on", "First day of the episode of care"),
    ("care_manager", "Who manages the episode"),
    ("month", "The calendar month that the figures are of, in the practice's time zone"),
    ("counted_minutes", "Minutes that count, cut to whole minutes once"),
    ("worked_minutes", "Minutes worked, counted or not"),
    ("next_code", "The code that is reached next"),
    ("minutes_to_next", "Minutes until then"),
    ("lacks", "What the month lacks, separated by semicolons"),
    ("last_contact_on", "Local day of the last contact with the patient; attempts are none"),
    ("phq9_first", "First PHQ-9 of the last two years"),
    ("phq9_last", "Last PHQ-9"),
    ("phq9_last_on", "Its day"),
    ("gad7_first", "First GAD-7 of the last two years"),
    ("gad7_last", "Last GAD-7"),
    ("gad7_last_on", "Its day"),
    ("open_safety_flag", "yes while a PHQ-9 item 9 flag waits for a clinician"),
    ("flags", "Why the patient is looked at, in words, separated by semicolons"),
    ("next_step", "The one most pressing thing to do"),
    ("weeks_in_care", "Whole weeks since the episode's first day"),
)


@access.page(READS, methods=("GET", "POST"))
def caseload_page(request: PracticeRequest) -> HttpResponseBase:
    """The list.  POST keeps what is searched for; GET shows it, page by page."""
    if request.method == "POST":
        text = request.POST.get("search", "").strip()[:100]
        request.session["caseload_search"] = {request.practice.slug: text}
        if not request.htmx:  # type: ignore[attr-defined]
            return redirect(request.get_full_path())
    _remember(request)
    part = request.htmx and not request.htmx.boosted  # type: ignore[attr-defined]
    name = "registry/caseload/_list.html" if part else "registry/caseload/list.html"
    context = _context(request, timezone.now())
    return caseload_row_html.placed(render_to_string(name, context, request), context["drawn"])


def _remember(request: PracticeRequest) -> None:
    """What the list is narrowed to survives a look at a patient: the bare address brings it back.

    The month is not kept: tomorrow one means the present one again.
    """
    kept, slug = request.session.get("caseload_kept", {}), request.practice.slug
    if not request.GET:
        request.GET = QueryDict(kept.get(slug, ""))  # type: ignore[misc]
        return
    query = QueryDict(mutable=True)
    for name in KEPT:
        if request.GET.get(name):
            query[name] = request.GET[name][: caseload_views.MOST_VALUE]
    if kept.get(slug, "") != query.urlencode():
        request.session["caseload_kept"] = kept | {slug: query.urlencode()}


def _wanted(request: PracticeRequest, now: dt.datetime) -> Wanted:
    mine, asked = "mine" if request.roles & access.CLINICAL else "all", request.GET
    return caseload.Wanted(
        month=months.asked(request, now),
        roles=request.roles,
        whose=asked.get("whose", "") or mine,
        view=asked.get("view", ""),
        flag=asked.get("flag", ""),
        payer=asked.get("payer", ""),
        program=asked.get("program", ""),
        band=asked.get("band", ""),
        text=request.session.get("caseload_search", {}).get(request.practice.slug, ""),
        sort=asked.get("sort", ""),
    )


def _size(request: PracticeRequest) -> int:
    text = request.GET.get("size", "")
    return next((size for size in SIZES if text == str(size)), SIZES[0])


def _context(request: PracticeRequest, now: dt.datetime) -> dict[str, Any]:
    wanted, size = _wanted(request, now), _size(request)
    counts = caseload.counts(request.user, request.practice, wanted, now)
    paginator = Paginator((), size)
    paginator.count = counts.get(wanted.view, counts[""])  # counted already, once for every view
    page = paginator.get_page(request.GET.get("page"))
    first = size * (page.number - 1)
    found = caseload.rows(request.user, request.practice, wanted, now, first=first, size=size)
    rows = caseload_rows.rows(request.practice, _decided(request, found, wanted, now), now)
    choices = caseload_choices.of(request.user, request.practice)
    lines, look = caseload_lines.lines(request, rows, wanted.month), _look(request, wanted, now)
    return {
        "page": page,
        "rows": lines,
        "drawn": [caseload_row_html.drawn(line, look) for line in lines],
        "drawn_here": caseload_row_html.HERE,
        "has_whole": any(mark["kind"] == "whole" for row in rows for mark in row.marks),
        "wanted": wanted,
        "search": wanted.text,
        "size": size,
        "sizes": caseload_tabs.sizes(request, SIZES, size),
        "tabs": caseload_tabs.tabs(request, wanted, counts, choices),
        "views": caseload_tabs.own(request, choices),
        "months": months.around(wanted.month, now, request.practice.timezone),
        "is_present": wanted.month == calendar.local_month(now, request.practice.timezone),
        "choices": choices,
        "programs": Program.choices,
        "flags": caseload_tabs.FLAGS,
        "bands": caseload_tabs.BANDS,
        "orders": caseload_tabs.orders(wanted.sort),
        "may_log": bool(request.roles & access.CLINICAL),
        "columns": COLUMNS,
        "transfer_url": _transfer(request, wanted),
    }


def _transfer(request: PracticeRequest, wanted: Wanted) -> str:
    """Where the caseload that is shown is passed on, if it is one person's."""
    whose = wanted.whose
    if whose == "mine" and Role.CARE_MANAGER in request.roles:
        whose = str(request.user.pk)
    if not whose.isdecimal() or len(whose) > 17:
        return ""
    return mending.address(request, "transfer_caseload", user_id=int(whose))


def _decided(
    request: PracticeRequest, found: list[Any], wanted: Wanted, now: dt.datetime
) -> list[Any]:
    """The same episodes; months that nobody has reckoned yet are, before the first look at them.

    On the first of a month no entry has made its rows: without this the page would show bars
    without marks until the nightly run.
    """
    new = caseload_rows.undecided(request.practice, found)
    if not new or wanted.month > calendar.local_month(now, request.practice.timezone):
        return found
    service_month.refresh(new, [wanted.month], now=now)
    ids = [episode.pk for episode in found]
    return caseload.some(request.user, request.practice, wanted, now, ids)


def _look(request: PracticeRequest, wanted: Wanted, now: dt.datetime) -> caseload_row_html.Look:
    """What the rows share, their own address among it."""
    query = {"month": calendar.month_text(wanted.month), "whose": wanted.whose}
    return caseload_row_html.look(
        query=urlencode(query),
        names_manager=wanted.whose != "mine",
        is_present=wanted.month == calendar.local_month(now, request.practice.timezone),
        may_log=bool(request.roles & access.CLINICAL),
    )


@access.page(READS)
def caseload_row(request: PracticeRequest, episode_id: int) -> HttpResponseBase:
    """One row anew, after its patient's clock has changed."""
    now = timezone.now()
    wanted = caseload.Wanted(month=months.asked(request, now), whose="all")
    found = caseload.some(request.user, request.practice, wanted, now, [episode_id])
    rows = caseload_rows.rows(request.practice, found, now)
    if not rows:
        raise Http404
    (line,) = caseload_lines.lines(request, rows, wanted.month)
    shown = replace(wanted, whose=request.GET.get("whose", "all"))
    return HttpResponse(caseload_row_html.drawn(line, _look(request, shown, now)))


@access.page(READS)
def caseload_csv(request: PracticeRequest) -> HttpResponseBase:
    """The list as it is narrowed and sorted, every page of it."""
    now = timezone.now()
    wanted = _wanted(request, now)
    access_log.note(request.user, request.practice, None, "caseload_csv", now)
    rows = caseload_rows.all_rows(request.user, request.practice, wanted, now)
    name = f"caseload-{request.practice.slug}-{calendar.month_text(wanted.month)}"
    header = [column for column, _ in COLUMNS]
    to = caseload_lines.Addresses(request, wanted.month)
    return csv_file.answer(name, header, (_cells(row, wanted.month, to) for row in rows))


def _cells(row: Row, month: dt.date, to: caseload_lines.Addresses) -> list[Any]:
    episode = row.episode
    flags = caseload_lines.flags(row, to)
    return [
        episode.patient_record_number,
        episode.patient_last_name,
        episode.patient_first_name,
        episode.program,
        episode.started_on,
        episode.care_manager_full_name,
        calendar.month_text(month),
        row.counted // 60,
        row.worked // 60,
        row.next["code"] if row.next else None,
        row.next["minutes_needed"] if row.next else None,
        "; ".join(words for _, words in caseload_lines.lacks(row)),
        row.contact_on,
        *_score_cells(row.phq9),
        *_score_cells(row.gad7),
        "yes" if row.has_flag else "no",
        "; ".join(flag.text for flag in flags),
        caseload_steps.of_row(row, to).text,
        row.weeks,
    ]


def _score_cells(points: caseload_rows.Points) -> list[Any]:
    return [points[0][1], points[-1][1], points[-1][0]] if points else [None, None, None]


urlpatterns = [
    path("p/<slug:slug>/caseload/", caseload_page, name="caseload"),
    path("p/<slug:slug>/caseload/<int:episode_id>/row/", caseload_row, name="caseload_row"),
    path("p/<slug:slug>/caseload.csv", caseload_csv, name="caseload_csv"),
]
