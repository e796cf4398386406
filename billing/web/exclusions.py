"""Services that exclude each other: the lists by which claims are held or warned of."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from billing.selectors import code_pairs, code_releases
from billing.web import lists_csv
from billing.web.doors import READERS
from billing.web.exclusions_form import ExclusionFilter
from registry import calendar
from registry.templatetags.formats import day, plural
from registry.web import access, csv_file
from registry.web.access import PracticeRequest

if TYPE_CHECKING:
    from billing.models import CodePair, CodeRelease

PER_PAGE = 25
_EFFECTS = {"hold": ("warning", "Holds"), "warn": ("info", "Warns")}
_MODIFIERS = {
    0: "No modifier helps",
    1: "An NCCI modifier (59, XE, XP, XS, XU) lifts it",
    9: "Taken back: it never applies",
}
_CAP_INDICATORS = {
    1: "Each line by itself",
    2: "The whole day; nothing lifts it",
    3: "The whole day; more may be paid on appeal",
}


@access.page(READERS)
def exclusions(request: PracticeRequest) -> HttpResponseBase:
    today = calendar.local_date(timezone.now(), request.practice.timezone)
    asked = ExclusionFilter(request.GET, today)
    if csv_file.asked(request):
        return lists_csv.exclusions(request, asked.wanted())
    return render(request, "billing/exclusions/list.html", context(request, asked, today))


def context(request: PracticeRequest, asked: ExclusionFilter, today: dt.date) -> dict[str, Any]:
    """Everything that the template names."""
    wanted = asked.wanted()
    page = Paginator(code_pairs.pairs(wanted), PER_PAGE).get_page(request.GET.get("page"))
    loaded = code_releases.cms()
    return {
        "filter": asked,
        "on": wanted.on,
        "page": page,
        "pairs": [_pair(row) for row in page],
        "caps": [(row, _CAP_INDICATORS[row.indicator]) for row in code_pairs.caps(wanted)],
        "releases": loaded,
        **_release(loaded, wanted.on, today),
    }


def _pair(row: CodePair) -> dict[str, Any]:
    indicator = row.modifier_indicator
    return {
        "row": row,
        "effect": _EFFECTS[row.effect],
        "modifier": "" if indicator is None else _MODIFIERS[indicator],
        "denied": {row.code_a: row.code_b, row.code_b: row.code_a}.get(row.pays, ""),
    }


def _release(loaded: list[CodeRelease], on: dt.date, today: dt.date) -> dict[str, Any]:
    """The quarter of the day that is looked at, and whether today's is too old to rely on."""
    current = _of(loaded, today)
    behind = code_releases.quarters_behind(current, today) if current else 0
    return {
        "release": _of(loaded, on),
        "old": _old(current, behind) if current and behind > code_releases.OLD else "",
        "none": "" if _of(loaded, on) else f"No quarter of CMS is loaded for {day(on)}: {_NONE}",
    }


_NONE = "its edits and unit caps are not looked at for claims of that day."


def _of(loaded: list[CodeRelease], on: dt.date) -> CodeRelease | None:
    return next((release for release in loaded if release.active_from <= on), None)


def _old(release: CodeRelease, behind: int) -> str:
    return (
        f"{release} is the newest that is in force, and {plural(behind, 'quarter')} have begun "
        "since. Edits may have come or gone: have the current one loaded (manage.py load_cms)."
    )


urlpatterns = [path("exclusions/", exclusions, name="exclusions")]
