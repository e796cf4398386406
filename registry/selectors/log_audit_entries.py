"""What the weekly audit finds among a week's time entries.  For the job that makes the audit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import (
    BooleanField,
    Case,
    DurationField,
    ExpressionWrapper,
    F,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Greatest

from registry import audit_limits, time_words
from registry.audit_limits import Limits
from registry.models import Practice, TimeEntry
from registry.selectors import entry_marks
from registry.selectors.log_audit_found import Found
from registry.vocabulary import Activity, EntryStatus, Finding, Origin
from registry.weeks import Week

_TIMED = (Origin.TIMER, Origin.TIMER_CORRECTED)


def findings(practice: Practice, week: Week, limits: Limits, now: dt.datetime) -> list[Found]:
    """Everything found among the entries, in one query.

    An entry belongs to the week in which it started; one that was documented late to the week in
    which that was done; what still runs or waits for review to every week until it is decided.
    """
    rows = _suspects(practice, week, limits, now)
    return [found for row in rows for found in _of(row, practice.timezone, limits, now)]


def _suspects(
    practice: Practice, week: Week, limits: Limits, now: dt.datetime
) -> QuerySet[TimeEntry]:
    marks = {
        Finding.LATE: _late(week, limits),
        Finding.TIMER_LEFT_RUNNING: _left_running(week, limits, now),
        Finding.NEEDS_REVIEW: Q(status=EntryStatus.NEEDS_REVIEW),
        Finding.LONG: _long(week, limits),
        Finding.NIGHT: _in(week) & entry_marks.at_night(limits),
    }
    any_mark = Q()
    for mark in marks.values():
        any_mark |= mark
    rows = TimeEntry.objects.filter(practice=practice, started_at__lt=week.end)
    rows = rows.exclude(status=EntryStatus.VOIDED).annotate(**_clock_of(practice.timezone))
    rows = rows.filter(any_mark).annotate(
        overlaps=entry_marks.overlaps(),
        **{f"is_{kind.value}": _true_where(mark) for kind, mark in marks.items()},
    )
    return rows.select_related("patient").order_by("started_at", "pk")


def _true_where(condition: Q) -> ExpressionWrapper:
    return ExpressionWrapper(condition, output_field=BooleanField())


def _clock_of(timezone: str) -> dict[str, Any]:
    """The local hours and days on which the questions below rest."""
    return {
        "documented_at": Greatest("created_at", "ended_entry_at"),
        **entry_marks.clock_of(timezone),
        "may_run": Case(
            *[
                When(activity=activity, then=Value(limit))
                for activity, limit in audit_limits.ACTIVITY_LIMITS.items()
            ],
            output_field=DurationField(),
        ),
    }


def _in(week: Week) -> Q:
    return Q(started_at__gte=week.start)


def _late(week: Week, limits: Limits) -> Q:
    """Imported time was documented elsewhere, nobody here knows when."""
    return Q(
        documented_at__gt=F("ended_at") + _duration(limits.late),
        documented_at__gte=week.start,
        documented_at__lt=week.end,
    ) & ~Q(origin=Origin.IMPORTED)


def _left_running(week: Week, limits: Limits, now: dt.datetime) -> Q:
    running = Q(status=EntryStatus.RUNNING, started_at__lt=Value(now) - F("may_run"))
    ran = Q(
        origin__in=_TIMED,
        ended_at__gt=F("started_at") + _duration(limits.left_running),
    )
    return running | (ran & _in(week))


def _long(week: Week, limits: Limits) -> Q:
    """Long, but not a forgotten timer, which is found as such."""
    long = Q(ended_at__gt=F("started_at") + _duration(limits.long_entry))
    forgotten = Q(origin__in=_TIMED, ended_at__gt=F("started_at") + _duration(limits.left_running))
    return _in(week) & long & ~forgotten


def _duration(length: dt.timedelta) -> Value:
    return Value(length, output_field=DurationField())


Say = Callable[[Any, str, Limits, dt.datetime], str]


def _of(row: Any, timezone: str, limits: Limits, now: dt.datetime) -> Iterator[Found]:
    for kind, say in _SENTENCES.items():
        if getattr(row, f"is_{kind.value}"):
            yield Found(
                kind=Finding.OVERLAP if kind == Finding.NEEDS_REVIEW and row.overlaps else kind,
                text=say(row, timezone, limits, now),
                patient_id=row.patient_id,
                time_entry_id=row.pk,
                worker_id=row.worker_id,
            )


def _span(row: TimeEntry, timezone: str) -> str:
    return time_words.span(row.started_at, row.ended_at, timezone)


def _say_late(row: Any, timezone: str, limits: Limits, now: dt.datetime) -> str:
    after = time_words.lasted(row.ended_at, row.documented_at)
    written = time_words.when(row.documented_at, timezone)
    return f"{_span(row, timezone)} was documented on {written}, {after} after it ended."


def _say_running(row: Any, timezone: str, limits: Limits, now: dt.datetime) -> str:
    if row.ended_at is not None:
        lasted = time_words.lasted(row.started_at, row.ended_at)
        return f"The timer ran for {lasted}: {_span(row, timezone)}."
    lasted = time_words.lasted(row.started_at, now)
    usual = int(row.may_run.total_seconds()) // 60
    label = Activity(row.activity).label.lower()
    return (
        f"Has run since {time_words.when(row.started_at, timezone)}, for {lasted}. "
        f"More than {usual} minutes are unusual for {label}."
    )


def _say_needs_review(row: Any, timezone: str, limits: Limits, now: dt.datetime) -> str:
    return f"{_span(row, timezone)}. {row.review_reason}"


def _say_long(row: Any, timezone: str, limits: Limits, now: dt.datetime) -> str:
    lasted = time_words.lasted(row.started_at, row.ended_at or now)
    return f"One entry of {lasted}: {_span(row, timezone)}."


def _say_night(row: Any, timezone: str, limits: Limits, now: dt.datetime) -> str:
    return f"{_span(row, timezone)}: at least part of it at night."


_SENTENCES: dict[Finding, Say] = {
    Finding.TIMER_LEFT_RUNNING: _say_running,
    Finding.NEEDS_REVIEW: _say_needs_review,
    Finding.LATE: _say_late,
    Finding.LONG: _say_long,
    Finding.NIGHT: _say_night,
}
