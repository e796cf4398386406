"""Two entries that share time: shown on a small timeline, settled with one press, taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone

from registry import time_words
from registry.errors import Refused
from registry.selectors import time_cuts as cuts
from registry.selectors import time_log as entries
from registry.services import time_cuts
from registry.vocabulary import EntryStatus, Origin
from registry.web import access, rows

if TYPE_CHECKING:
    from registry.models import Patient, TimeCut, TimeEntry
    from registry.web.access import PracticeRequest

#: Height of a row of the figure, and where its bar lies in it, in pixels.
ROW, BAR = 34, 18


@dataclass(frozen=True, kw_only=True)
class Row:
    """A stretch on the timeline: where it lies in percent, and what is said of it."""

    tone: str
    words: str
    x: str
    width: str
    text_y: int
    bar_y: int


@dataclass(frozen=True, kw_only=True)
class Figure:
    rows: list[Row]
    height: int
    label: str
    #: What of this entry would be left if this one were cut; empty where nothing would.
    left: str


def figure(
    patient: Patient, start: dt.datetime, end: dt.datetime, others: Sequence[TimeEntry]
) -> Figure:
    """The new stretch above those that it shares time with."""
    spans = [(patient, start, end, "this")]
    spans += [(other.patient, other.started_at, other.ended_at or end, "that") for other in others]
    first, last = min(span[1] for span in spans), max(span[2] for span in spans)
    zone = patient.practice.timezone
    drawn = [_row(number, span, first, last, zone) for number, span in enumerate(spans)]
    taken = [(other.started_at, other.ended_at or end) for other in others]
    left = time_cuts.left_over((start, end), taken)
    return Figure(
        rows=drawn,
        height=ROW * len(drawn),
        label="On a line of time: " + "; ".join(row.words for row in drawn) + ".",
        left=", ".join(_times(*part, zone) for part in left),
    )


def _row(
    number: int,
    span: tuple[Patient, dt.datetime, dt.datetime, str],
    first: dt.datetime,
    last: dt.datetime,
    zone: str,
) -> Row:
    patient, start, end, tone = span
    whole = (last - first).total_seconds() or 1
    return Row(
        tone=tone,
        words=f"{patient.full_name}, {_times(start, end, zone)}",
        x=f"{100 * (start - first).total_seconds() / whole:.2f}%",
        width=f"{max(0.5, 100 * (end - start).total_seconds() / whole):.2f}%",
        text_y=ROW * number + 12,
        bar_y=ROW * number + BAR,
    )


def _times(start: dt.datetime, end: dt.datetime, zone: str) -> str:
    return f"{time_words.clock(start, zone)}–{time_words.clock(end, zone)}"


def asked(
    request: PracticeRequest, patient: Patient, data: dict[str, Any], entry: TimeEntry | None = None
) -> Figure | None:
    """The figure, where a form's time is refused because the person's own other time is there."""
    start, end = data.get("started_at"), data.get("ended_at")
    if not start or not end or end <= start:
        return None
    apart_from = entry.pk if entry else None
    others = entries.all_overlapping(request.user, start, end, apart_from=apart_from)
    return figure(patient, start, end, others) if others else None


def of_entry(entry: TimeEntry) -> Figure | None:
    """The figure of an entry that waits because it shares time with confirmed ones."""
    if entry.ended_at is None:
        return None
    others = entries.all_overlapping(
        entry.worker, entry.started_at, entry.ended_at, apart_from=entry.pk
    )
    return figure(entry.patient, entry.started_at, entry.ended_at, others) if others else None


def wanted(
    request: PracticeRequest, patient: Patient, data: dict[str, Any], entry: TimeEntry | None = None
) -> time_cuts.Wanted:
    """What a form asks to have in the log."""
    timed = entry is not None and entry.origin in (Origin.TIMER, Origin.TIMER_CORRECTED)
    return time_cuts.Wanted(
        patient=patient,
        worker=request.user,
        role=data["role"],
        activity=data["activity"],
        started_at=data["started_at"],
        ended_at=data["ended_at"],
        note=data["note"],
        reason=data["reason"],
        origin=Origin.TIMER_CORRECTED if timed else Origin.BY_HAND,
        outside_care_is_meant=data["meant"] or entry is not None,
        entry=entry,
    )


def to_result(request: PracticeRequest, cut: TimeCut) -> HttpResponseBase:
    """To the entry that came of it, where it can be taken back."""
    messages.success(request, "Settled: no second is in the log twice.")
    return redirect("time_entry", slug=request.practice.slug, entry_id=cut.created[-1])


def recent(request: PracticeRequest, now: dt.datetime) -> list[TimeCut]:
    return cuts.recent(request.user, request.practice, now - time_cuts.UNDO_FOR)


def of_history(entry: TimeEntry) -> list[TimeCut]:
    return cuts.about(entry)


def as_it_is(entry: TimeEntry) -> time_cuts.Wanted:
    """An entry that waits for review, as what its worker wants in the log.  Refused where not."""
    if entry.ended_at is None or entry.status != EntryStatus.NEEDS_REVIEW:
        raise Refused({"": "Only an entry that needs review is settled here."})
    return time_cuts.Wanted(
        patient=entry.patient,
        worker=entry.worker,
        role=entry.role,
        activity=entry.activity,
        started_at=entry.started_at,
        ended_at=entry.ended_at,
        note=entry.note,
        reason=entry.reason,
        origin=entry.origin,
        outside_care_is_meant=True,
        entry=entry,
    )


@access.page(access.CLINICAL, methods=("POST",))
def time_cut_undo(request: PracticeRequest, cut_id: int) -> HttpResponseBase:
    """Take a cut back, while that is one press."""
    cut = rows.found(lambda user, _, row_id: cuts.own(user, row_id), request, cut_id)
    try:
        time_cuts.undo(cut, by=request.user, now=timezone.now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "Taken back: both entries stand as they were.")
    return redirect("time_log", slug=request.practice.slug)


urlpatterns = [
    path("p/<slug:slug>/time/cuts/<int:cut_id>/undo/", time_cut_undo, name="time_cut_undo"),
]
