"""What the page of minutes shows: what became of worked time, its picture, where numbers lead."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from billing.rules import rule_names, words
from billing.selectors.reports import minutes
from billing.web import reports_picture
from billing.web.reports_table import Table
from registry.templatetags import formats

if TYPE_CHECKING:
    from billing.selectors.reports.minutes import Minutes, Spent
    from billing.web.reports_form import Asked

COLUMNS = ("kind", "reason", "reason_in_words", "seconds", "claims")
KINDS = {
    minutes.EARNED: "Earned a claim",
    minutes.HELD: "On held claims",
    minutes.RUNNING: "In the running month, no code yet",
    minutes.NOT_BILLABLE: "In months that earned no code",
    minutes.EXCLUDED: "Not counted",
}

BRIEFLY = {
    minutes.HELD: "held",
    minutes.NOT_BILLABLE: "no code",
    minutes.EXCLUDED: "not counted",
}


def reason_name(kind: str, reason: str) -> str:
    """What a reason is called; earned time has none."""
    if kind == minutes.EXCLUDED and reason:
        said = words.EXCLUSIONS.get(reason, reason)
        return said[0].upper() + said[1:]
    if reason:
        return rule_names.name(reason)
    return "Clean, approved or sent" if kind == minutes.EARNED else KINDS.get(kind, "All of it")


def context(asked: Asked, found: Minutes) -> dict[str, Any]:
    return {
        "found": found,
        "all_url": asked.query(what="minutes"),
        "stats": [
            {
                "label": label,
                "seconds": found.of_kind(kind),
                "part": part(found.of_kind(kind), found.worked),
                "url": asked.query(what="minutes", kind=kind),
            }
            for kind, label in KINDS.items()
            if kind != minutes.RUNNING or found.of_kind(kind)
        ],
        "rows": [
            {
                "kind": KINDS[each.kind],
                "reason": reason_name(each.kind, each.reason),
                "spent": each,
                "part": part(each.seconds, found.worked),
                "url": asked.query(what="minutes", kind=each.kind, reason=each.reason),
            }
            for each in found.spent
        ],
        "bars": bars(found),
        "why": _why(found),
    }


def _why(found: Minutes) -> reports_picture.Picture | None:
    """Time that earned nothing, the most first; a month that runs may still earn."""
    return reports_picture.draw(
        "Time that earned nothing so far, and why",
        [
            (
                reason_name(each.kind, each.reason),
                [(each.kind, _bar_words(each), Decimal(each.seconds))],
            )
            for each in found.spent
            if each.kind not in (minutes.EARNED, minutes.RUNNING)
        ],
    )


def _bar_words(each: Spent) -> str:
    """Short enough to stand beside its bar on a phone."""
    return f"{formats.duration(each.seconds)}, {BRIEFLY[each.kind]}"


def bars(found: Minutes) -> list[dict[str, Any]]:
    """One bar of all the worked time, cut by kind: beginnings and lengths in percent."""
    told, at = [], Decimal()
    for kind in KINDS:
        if not found.worked or not found.of_kind(kind):
            continue
        length = Decimal(found.of_kind(kind)) * 100 / found.worked
        told.append(
            {
                "kind": kind,
                "x": f"{at:.2f}%",
                "width": f"{length:.2f}%",
                "words": f"{KINDS[kind]}: {formats.duration(found.of_kind(kind))}",
            }
        )
        at += length
    return told


def part(seconds: int, worked: int) -> str:
    return f"{Decimal(seconds) * 100 / worked:.1f} %" if worked else formats.NOTHING


def table(found: Minutes) -> Table:
    return Table(
        COLUMNS,
        ([each.kind, each.reason, reason_name(each.kind, each.reason), each.seconds, each.claims]
         for each in found.spent),
    )  # fmt: skip
