"""The difference that a run made against the run before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from billing.rules import rule_names
from billing.selectors import month_snapshot, true_up_changes, true_up_runs
from billing.selectors.true_up_changes import Change
from billing.web.doors import READERS
from registry import calendar
from registry.services import access_log
from registry.templatetags.formats import plural
from registry.web import access, csv_file, rows

if TYPE_CHECKING:
    from registry.web.access import PracticeRequest

PER_PAGE = 50
LABELS = {
    "added": "Added",
    "removed": "Removed",
    "changed": "Changed",
    "moved": "Not billed, before or after",
}
TONES = {"added": "success", "removed": "danger", "changed": "info", "moved": "neutral"}
OUTCOMES = {"billable": "Clean", "held": "Held", "not_billable": "Not billable"}
COLUMNS = (
    "claim", "record_number", "kind", "outcome_before", "codes_before", "charge_before",
    "outcome_after", "codes_after", "charge_after", "why",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Row:
    change: Change
    label: str
    tone: str
    before: str
    after: str
    why: list[str]


@access.page(READERS)
def true_up_changes_page(request: PracticeRequest, run_id: int) -> HttpResponseBase:
    """`?kind=` narrows the list; `?as=csv` for a download of all."""
    run = rows.found(true_up_runs.get, request, run_id)
    found = true_up_changes.of_run(request.user, run)
    if request.GET.get("as") == "csv":
        access_log.note(request.user, request.practice, None, "true_up_changes_csv", timezone.now())
        return csv_file.answer(f"run-{run.pk}", COLUMNS, map(_cells, found.changes))
    kind = request.GET.get("kind", "")
    shown = [each for each in found.changes if kind in ("", each.kind)]
    page = Paginator(shown, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "run": run,
        "month_text": calendar.month_text(run.month),
        "found": found,
        "page": page,
        "rows": [_row(each) for each in page.object_list],
        "tabs": list(_tabs(found.counts, kind)),
    }
    return render(request, "billing/true_up/changes.html", context)


def _tabs(counts: dict[str, int], kind: str) -> Iterator[dict[str, Any]]:
    yield {"label": "All", "url": "?", "current": not kind, "count": sum(counts.values())}
    for name, label in LABELS.items():
        yield {
            "label": label, "url": f"?kind={name}", "current": name == kind, "count": counts[name],
        }  # fmt: skip


def _row(change: Change) -> Row:
    return Row(
        change=change,
        label=LABELS[change.kind],
        tone=TONES[change.kind],
        before=_said(change.before),
        after=_said(change.after),
        why=list(_why(change)),
    )


def _said(said: Any) -> str:
    if said is None:
        return "no claim"
    return f"{OUTCOMES[said['outcome']]}: {month_snapshot.codes(said['lines'])}"


def _why(change: Change) -> Iterator[str]:
    for word in true_up_changes.why(change):
        yield from _sentence(word, change)


def _sentence(word: str, change: Change) -> Iterator[str]:
    """What a word of the selector says of this change."""
    old, new = change.before or {}, change.after
    match word:
        case "counted":
            moved = new["counted"] - old["counted"]
            more = "more" if moved > 0 else "fewer"
            yield f"{_length(abs(moved))} {more} counted."
        case "rules":
            yield from _rules(old["rules"], new["rules"])
        case _:
            yield _WORDS[word]


_WORDS = {
    "new": "The patient's month had no claim before.",
    "payer": "The coverage leads to another payer.",
    "policy": "The payer's policy is another.",
    "engine": "The product's rules are another version.",
    "fees": "Charges or allowed amounts are others.",
    "facts": "The chart says something else, with the same result.",
}


def _rules(old: Iterable[str], new: Iterable[str]) -> Iterator[str]:
    known, found = set(old), set(new)
    if gone := sorted(known - found):
        yield f"No longer: {_causes(gone)}."
    if came := sorted(found - known):
        yield f"Now: {_causes(came)}."


def _causes(rules: Iterable[str]) -> str:
    return "; ".join(map(rule_names.within, rules))


def _length(seconds: int) -> str:
    return plural(seconds // 60, "minute") if seconds >= 60 else plural(seconds, "second")


def _cells(change: Change) -> list[Any]:
    old, new = change.before or {}, change.after
    return [
        change.claim.pk, change.claim.patient.record_number, change.kind,
        old.get("outcome"), month_snapshot.codes(old.get("lines", ())), old.get("charge"),
        new["outcome"], month_snapshot.codes(new["lines"]), new["charge"],
        " ".join(_why(change)),
    ]  # fmt: skip


urlpatterns = [
    path("true-ups/<int:run_id>/changes/", true_up_changes_page, name="true_up_changes"),
]
