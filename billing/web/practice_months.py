"""A month over all practices of an organization that a person reads: dollars, and what waits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone

from billing.selectors import practice_months
from billing.selectors.claims import LANES
from billing.selectors.practice_months import PracticeMonth, Whole
from billing.web.doors import FIRST, LAST, READERS, of_month
from billing.web.review_form import kept
from billing.web.review_page import LABELS
from registry import calendar
from registry.services import access_log
from registry.templatetags.formats import plural
from registry.web import access, csv_file

if TYPE_CHECKING:
    from registry.web.access import PracticeRequest

PER_PAGE = 100
#: What waits: the tab above the list, and of one practice the words with the page they lead to.
TABS = {
    "true_up": "Final true-up",
    "failures": "Charts undecided",
    "held": "Needs attention",
    "clean": "To approve",
    "changed": "Changed since",
    "approved": "To send",
    "files": "Not delivered",
    "close": "To close",
}
COLUMNS = (
    "practice", "month", "true_up", "true_up_at",
    *(f"{lane}_{what}" for lane in LANES for what in ("claims", "dollars")),
    "charts_undecided", "files_not_delivered", "open_denials", "closed_at", "waits",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Row:
    """A practice's line: its lanes with their addresses, and what is next."""

    found: PracticeMonth
    url: str
    lanes: list[dict[str, Any]]
    next_text: str
    next_url: str
    denials_url: str


@access.page(READERS)
@of_month
def practices_month(request: PracticeRequest, month: dt.date) -> HttpResponseBase:
    """`?waits=` and `?q=` narrow the list, `?sort=` orders it; `?as=csv` for a download."""
    now = timezone.now()
    organization_id = request.practice.organization_id
    everything = practice_months.of(request.user, organization_id, month, roles=READERS, now=now)
    shown = _sorted(_narrowed(everything, request), request.GET.get("sort", "name"))
    if request.GET.get("as") == "csv":
        access_log.note(request.user, request.practice, None, "practices_month_csv", now)
        name = f"practices-{calendar.month_text(month)}"
        return csv_file.answer(name, COLUMNS, (_cells(each, month) for each in shown))
    page = Paginator(shown, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "month": month,
        "month_text": calendar.month_text(month),
        "whole": _stats(practice_months.whole(shown)),
        "tabs": _tabs(request, everything),
        "waits": _waits(request),
        "search": request.GET.get("q", ""),
        "number": len(everything),
        "page": page,
        "rows": [_row(each, month) for each in page.object_list],
        "csv_url": kept(request.GET, **{"as": "csv"}),
        **_neighbours(request, month),
    }
    return render(request, "billing/review/practices.html", context)


def _waits(request: PracticeRequest) -> str:
    asked = request.GET.get("waits", "")
    return asked if asked in TABS or asked == "closed" else ""


def _narrowed(months: Sequence[PracticeMonth], request: PracticeRequest) -> list[PracticeMonth]:
    waits, words = _waits(request), request.GET.get("q", "").casefold().split()
    return [
        each
        for each in months
        if _is_in(each, waits) and all(word in each.practice.name.casefold() for word in words)
    ]


def _is_in(each: PracticeMonth, waits: str) -> bool:
    if waits == "closed":
        return each.closed_at is not None
    return not waits or waits in each.waits


def _sorted(months: list[PracticeMonth], asked: str) -> list[PracticeMonth]:
    """By name, or by the dollars of a lane; those of one worth by name."""
    key = asked.removeprefix("-")
    if key in LANES:

        def worth(each: PracticeMonth) -> tuple[Decimal, int]:
            return each.dollars(key) or Decimal(), each.count(key)

        return sorted(months, key=worth, reverse=asked.startswith("-"))
    return list(reversed(months)) if asked == "-name" else months


def _tabs(request: PracticeRequest, months: Sequence[PracticeMonth]) -> list[dict[str, Any]]:
    """What waits where, each with how many practices; what waits nowhere is left out."""
    whole, current = practice_months.whole(months), _waits(request)
    counts = {"": len(months), **whole.waits, "closed": whole.closed}
    labels = {"": "All practices", **TABS, "closed": "Closed"}
    return [
        {
            "label": label,
            "url": kept(request.GET, waits=name),
            "current": name == current,
            "count": counts[name],
        }
        for name, label in labels.items()
        if counts[name] or name in ("", current)
    ]


def _stats(whole: Whole) -> list[dict[str, Any]]:
    return [
        {"label": LABELS[lane], "count": whole.counts[lane], "dollars": whole.dollars[lane]}
        for lane in LANES
    ]


def _row(found: PracticeMonth, month: dt.date) -> Row:
    where = {"slug": found.practice.slug, "month": calendar.month_text(month)}
    url = reverse("billing_month", kwargs=where)
    lanes = [
        {
            "label": LABELS[lane],
            "count": found.count(lane),
            "dollars": found.dollars(lane),
            "url": f"{url}?lane={lane}",
        }
        for lane in LANES
    ]
    text, next_url = _next(found, url, where)
    return Row(
        found=found,
        url=url,
        lanes=lanes,
        next_text=text,
        next_url=next_url,
        denials_url=reverse("denials", kwargs={"slug": found.practice.slug}),
    )


def _next(found: PracticeMonth, url: str, where: dict[str, str]) -> tuple[str, str]:
    """What is to be done first, in words, and the page where it is done."""
    number = found.waits.get(found.next, 0)
    files = f"{reverse('submissions', kwargs={'slug': where['slug']})}?month={where['month']}"
    decided = "approved" if found.lanes["approved"].changed_since else "sent"
    said = {
        "true_up": ("Run the final true-up", url),
        "failures": (f"{plural(number, 'chart')} could not be decided", f"{url}#failures"),
        "held": (f"Mend {plural(number, 'claim')}", f"{url}?lane=held"),
        "clean": (f"Approve {plural(number, 'claim')}", f"{url}?lane=clean"),
        "changed": (
            f"Look at {plural(number, 'changed claim')}",
            f"{url}?lane={decided}&changed=1",
        ),
        "approved": (f"Send {plural(number, 'claim')}", f"{url}?lane=approved"),
        "files": (f"{plural(number, 'file')} not delivered", files),
        "close": ("Close the month", reverse("month_closing", kwargs=where)),
    }
    return said.get(found.next, ("", ""))


def _cells(found: PracticeMonth, month: dt.date) -> list[Any]:
    run = found.run
    lanes: list[int | Decimal | None] = []
    for lane in LANES:
        lanes += [found.count(lane), found.dollars(lane)]
    return [
        found.practice.name,
        calendar.month_text(month),
        run.kind if run else "",
        csv_file.instant(run.asked_at if run else None),
        *lanes,
        found.failures,
        found.undelivered,
        found.denials,
        csv_file.instant(found.closed_at),
        " ".join(found.waits),
    ]


def _neighbours(request: PracticeRequest, month: dt.date) -> dict[str, Any]:
    before, after = calendar.shift_month(month, -1), calendar.shift_month(month, 1)
    return {
        "previous": _link(request, before) if before >= FIRST else None,
        "next": _link(request, after) if after < LAST else None,
    }


def _link(request: PracticeRequest, month: dt.date) -> dict[str, Any]:
    where = {"slug": request.practice.slug, "month": calendar.month_text(month)}
    return {"month": month, "url": reverse("practices_month", kwargs=where)}


urlpatterns = [path("<str:month>/practices/", practices_month, name="practices_month")]
