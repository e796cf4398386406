"""Overlaps, settled: one of two entries that share time gives way, as the person chooses.

Nothing is edited.  What gives way is void, and what is left of it is entered again in its place;
a `TimeCut` keeps which rows belong together, so that one press takes it back.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from registry import time_words
from registry.errors import refuse
from registry.models import Patient, TimeCut, TimeEntry, User
from registry.selectors import time_log
from registry.services import time_corrections, time_record, time_stop, time_writes
from registry.vocabulary import CutChoice, EntryStatus, Origin

#: For so long a cut may be taken back with one press.
UNDO_FOR = dt.timedelta(minutes=10)
UNDONE = "The cut was taken back."
Span = tuple[dt.datetime, dt.datetime]


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """The time that a person wants in the log, in place of `entry` where there is one."""

    patient: Patient
    worker: User
    role: str
    activity: str
    started_at: dt.datetime
    ended_at: dt.datetime
    note: str = ""
    reason: str = ""
    origin: str = Origin.BY_HAND
    outside_care_is_meant: bool = False
    entry: TimeEntry | None = None


@dataclass
class _Rows:
    """What was voided and what was created so far."""

    voided: list[int] = field(default_factory=list)
    created: list[int] = field(default_factory=list)


def left_over(span: Span, taken: list[Span]) -> list[Span]:
    """The parts of a stretch that none of the others covers, in order."""
    parts, at = [], span[0]
    for start, end in sorted(taken):
        if start > at:
            parts.append((at, min(start, span[1])))
        at = max(at, end)
    if at < span[1]:
        parts.append((at, span[1]))
    return [(start, end) for start, end in parts if start < end]


def settle(wanted: Wanted, choice: str, *, by: User, now: dt.datetime) -> TimeCut:
    """Put the wanted time in the log by cutting this, or that.  All or nothing."""
    if choice not in CutChoice.values:
        raise refuse("", "Say which of the two entries is cut.")
    return time_writes.again(lambda: _settle(wanted, choice, by=by, now=now), by=by)


def _settle(wanted: Wanted, choice: str, *, by: User, now: dt.datetime) -> TimeCut:
    span, rows = (wanted.started_at, wanted.ended_at), _Rows()
    apart_from = wanted.entry.pk if wanted.entry else None
    others = time_log.all_overlapping(wanted.worker, *span, apart_from=apart_from)
    spans = [span]
    if choice == CutChoice.CUT_THAT:
        _cut(others, span, rows, by=by, now=now)
    else:
        spans = left_over(span, [_span(other) for other in others])
        if not spans:
            raise refuse("", "Nothing would be left of this entry. Cut the other, or cancel.")
    _place(wanted, spans, rows, by=by, now=now)
    return _kept(wanted, choice, others, rows, by=by, now=now)


def _span(entry: TimeEntry) -> Span:
    return entry.started_at, entry.ended_at or entry.started_at


def _cut(others: list[TimeEntry], taken: Span, rows: _Rows, *, by: User, now: dt.datetime) -> None:
    """Take a stretch out of other entries: each is void, and what is left of it entered again."""
    for other in others:
        zone = other.patient.practice.timezone
        reason = f"Cut for another entry, {time_words.span(*taken, zone)}."
        time_corrections.void(other, reason=reason, by=by, now=now, once=True)
        rows.voided.append(other.pk)
        for part in left_over(_span(other), [taken]):
            rows.created.append(_again(other, part, reason, by=by, now=now).pk)


def _again(entry: TimeEntry, span: Span, reason: str, *, by: User, now: dt.datetime) -> TimeEntry:
    """An entry once more, with another span: linked, and with its own origin made visible."""
    timed = entry.origin in (Origin.TIMER, Origin.TIMER_CORRECTED)
    whole = span == _span(entry)
    origin = Origin.TIMER_CORRECTED if timed and not whole else entry.origin
    waits = entry.status == EntryStatus.VOIDED and bool(entry.review_reason)
    return time_record.record(
        patient=entry.patient,
        worker=entry.worker,
        role=entry.role,
        activity=entry.activity,
        started_at=span[0],
        ended_at=span[1],
        note=entry.note,
        reason=entry.reason or reason,
        origin=origin,
        by=by,
        now=now,
        case_review=entry.case_review,
        replaces=entry,
        status=EntryStatus.NEEDS_REVIEW
        if waits and not entry.confirmed_at
        else (EntryStatus.CONFIRMED),
        review_reason=entry.review_reason if waits and not entry.confirmed_at else "",
        outside_care_is_meant=True,
    )


def _place(wanted: Wanted, spans: list[Span], rows: _Rows, *, by: User, now: dt.datetime) -> None:
    if wanted.entry is not None:
        reason = wanted.reason or "Shares time with another entry."
        time_corrections.void(wanted.entry, reason=reason, by=by, now=now, once=True)
        rows.voided.append(wanted.entry.pk)
    for start, end in spans:
        entry = time_record.record(
            patient=wanted.patient,
            worker=wanted.worker,
            role=wanted.role,
            activity=wanted.activity,
            started_at=start,
            ended_at=end,
            note=wanted.note,
            reason=wanted.reason or "Cut where it shared time with another entry.",
            origin=wanted.origin,
            by=by,
            now=now,
            case_review=wanted.entry.case_review if wanted.entry else None,
            replaces=wanted.entry,
            outside_care_is_meant=wanted.outside_care_is_meant,
        )
        rows.created.append(entry.pk)


def _kept(
    wanted: Wanted, choice: str, others: list[TimeEntry], rows: _Rows, *, by: User, now: dt.datetime
) -> TimeCut:
    zone = wanted.patient.practice.timezone
    names = "; ".join(time_words.entry(other, zone) for other in others) or "none"
    what = CutChoice(choice).label
    return TimeCut.objects.create(
        practice=wanted.patient.practice,
        worker=wanted.worker,
        choice=choice,
        said=time_stop.fitting(
            f"{what}: {time_words.span(wanted.started_at, wanted.ended_at, zone)} and {names}."
        ),
        voided=rows.voided,
        created=rows.created,
        made_at=now,
        made_by=by,
    )


def cut_for_start(
    entry: TimeEntry, at: dt.datetime, others: list[TimeEntry], *, by: User, now: dt.datetime
) -> TimeCut:
    """Cut other entries where a running timer's start is set back over them."""
    rows, zone = _Rows(), entry.patient.practice.timezone
    _cut(others, (at, entry.started_at), rows, by=by, now=now)
    names = "; ".join(time_words.entry(other, zone) for other in others)
    return TimeCut.objects.create(
        practice=entry.patient.practice,
        worker=entry.worker,
        choice=CutChoice.CUT_THAT,
        said=time_stop.fitting(
            f"The running clock's start was set back to {time_words.clock(at, zone)}; cut: {names}."
        ),
        voided=rows.voided,
        created=rows.created,
        moved=entry,
        moved_from=entry.started_at,
        made_at=now,
        made_by=by,
    )


def undo(cut: TimeCut, *, by: User, now: dt.datetime) -> TimeCut:
    """Take a cut back: what came goes, what went void is entered again, linked to it."""
    return time_writes.again(lambda: _undo(cut.pk, by=by, now=now), by=by, reason=UNDONE)


def _undo(cut_id: int, *, by: User, now: dt.datetime) -> TimeCut:
    cut = TimeCut.objects.select_for_update(of=("self",)).get(pk=cut_id)
    if cut.undone_at is not None:
        return cut
    if now - cut.made_at > UNDO_FOR:
        raise refuse("", "This can no longer be taken back with one press. Correct the entries.")
    for entry_id in cut.created:
        _take_out(time_log.fresh(entry_id), by=by, now=now)
    if cut.moved_id is not None and cut.moved_from is not None:
        _move_back(time_log.fresh(cut.moved_id), cut.moved_from)
    for entry_id in cut.voided:
        entry = time_log.fresh(entry_id)
        _again(entry, _span(entry), UNDONE, by=by, now=now)
    cut.undone_at, cut.undone_by = now, by
    cut.save(update_fields=["undone_at", "undone_by"])
    return cut


def _take_out(entry: TimeEntry, *, by: User, now: dt.datetime) -> None:
    if entry.status == EntryStatus.VOIDED:
        raise refuse("", "One of these entries was changed since. Correct the entries instead.")
    time_corrections.void(entry, reason=UNDONE, by=by, now=now, once=True)


def _move_back(entry: TimeEntry, at: dt.datetime) -> None:
    if entry.status != EntryStatus.RUNNING:
        raise refuse("", "The clock has stopped since. Open the entry to correct its time.")
    time_stop.write(entry, {"started_at": at})
