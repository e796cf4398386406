"""The caseload's tabs, a person's own views among them, as addresses with counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, QueryDict
from django.urls import reverse

from registry.selectors import caseload
from registry.web import access

if TYPE_CHECKING:
    from registry.selectors.caseload import Wanted
    from registry.selectors.caseload_choices import Choices
    from registry.web.access import PracticeRequest

VIEWS = {
    "not_improved": "Not improving",
    "no_contact": "No contact 14 days",
    "no_consent": "Consent missing",
    "no_review": "Review missing",
    "near": "Near a threshold, and due",
}
FLAGS = (
    ("flagged", "Safety flag open"),
    ("no_contact", "Contact due"),
    ("no_score", "Score due"),
    ("asked", "Review asked for"),
    ("not_improved", "Not improving"),
    ("no_consent", "Consent missing"),
    ("no_review", "Review missing"),
)
BANDS = (
    ("none", "None"),
    ("1-19", "1 to 19"),
    ("20-39", "20 to 39"),
    ("40-59", "40 to 59"),
    ("60-89", "60 to 89"),
    ("90-", "90 and more"),
)
#: Orders that are looked for by name; a column's head offers both ways of its own.
ORDERS = (
    ("", "Most pressing"),
    ("since", "Longest in care"),
    ("contact", "Longest without contact"),
    ("-phq9", "Highest PHQ-9"),
    ("-gad7", "Highest GAD-7"),
    ("-minutes", "Most minutes"),
    ("next", "Fewest minutes to go"),
    ("name", "By name"),
)
assert tuple(name for name, _ in BANDS) == tuple(caseload.BANDS)
assert tuple(VIEWS) == caseload.VIEWS


def tabs(
    request: PracticeRequest, wanted: Wanted, counts: dict[str, int], choices: Choices
) -> list[dict[str, Any]]:
    """Everybody of whom the list is, then what is due among them, then the person's own views."""
    own_name = _own_view(request, choices)
    found = [] if wanted.whose == "mine" or not request.roles & access.CLINICAL else [
        {"label": "Mine", "url": with_query(request, whose="mine", view=""), "current": False}
    ]  # fmt: skip
    found.append(
        {
            "label": _whose(wanted, choices),
            "url": with_query(request, view="", whose=wanted.whose),
            "count": counts[""],
            "current": not own_name and wanted.view not in VIEWS,
        }
    )
    for view, label in VIEWS.items():
        found.append(
            {
                "label": label,
                "url": with_query(request, view=view),
                "count": counts[view],
                "current": not own_name and wanted.view == view,
            }
        )
    return found + [
        {"label": name, "url": _address(kept), "current": name == own_name, "count": None}
        for _, name, kept in choices.views
    ]


def own(request: PracticeRequest, choices: Choices) -> list[dict[str, Any]]:
    """The person's own views, to rename or delete."""
    slug = request.practice.slug
    return [
        {"name": name, "url": reverse("caseload_view", kwargs={"slug": slug, "view_id": pk})}
        for pk, name, _ in choices.views
    ]


def _own_view(request: PracticeRequest, choices: Choices) -> str:
    """The own view that the address is, if it is one."""
    now = {key: value for key, value in request.GET.items() if value and key not in _PLACE}
    return next((name for _, name, kept in choices.views if kept and kept == now), "")


#: Where in a list one is, and of which month: no part of a view.
_PLACE = ("page", "month")


def _whose(wanted: Wanted, choices: Choices) -> str:
    names = {str(pk): name for pk, name in choices.care_managers}
    return {"mine": "Mine", "all": "Everybody's"}.get(wanted.whose) or names.get(
        wanted.whose, "Theirs"
    )


def orders(now: str) -> list[tuple[str, str]]:
    """What the list can be ordered by; the order of now among it, where a column's head gave it."""
    known = dict(ORDERS)
    known.setdefault(now, "As its column says")
    return list(known.items())


def sizes(request: PracticeRequest, offered: tuple[int, ...], now: int) -> list[dict[str, Any]]:
    return [
        {"size": size, "url": with_query(request, size=str(size)), "current": size == now}
        for size in offered
    ]


def with_query(request: HttpRequest, **values: str) -> str:
    """This list's address with some of its parameters otherwise, from its first page."""
    query = request.GET.copy()
    query.pop("page", None)
    for name, value in values.items():
        query.pop(name, None)
        if value:
            query[name] = value
    return f"?{query.urlencode()}" if query else "?whose=mine"


def _address(kept: dict[str, str]) -> str:
    query = QueryDict(mutable=True)
    query.update(kept or {"whose": "mine"})
    return f"?{query.urlencode()}"
