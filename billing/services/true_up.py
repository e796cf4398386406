"""The true-up: every patient's month of a practice becomes a claim, or the reason for none.

A run is split into chunks of patients, each one transaction.  It may be worked on here (`run`) or
by however many workers there are (`true_up_queue`): a chunk that is sent twice, or whose worker
died, is done once, with the same result.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

import pghistory
from django.db import connection, transaction
from django.db.models import Case, F, Value, When

from billing.models import TrueUpChunk, TrueUpKind, TrueUpRun
from billing.selectors import month_facts
from billing.services import collector, true_up_chunk
from billing.services.true_up_chunk import Tally
from registry import calendar
from registry.errors import refuse
from registry.models import Practice, User

#: Patients in a chunk: enough that a query's own cost does not matter, few enough that a worker
#: holds little, and that nobody waits long for a row it is writing.
CHUNK = 500

Progress = Callable[[TrueUpRun], None]


def run(
    *,
    practice: Practice,
    month: dt.date,
    kind: str,
    by: User,
    now: dt.datetime,
    progress: Progress | None = None,
) -> TrueUpRun:
    """Decide a practice's month here and now.  Refused for a month that has not begun.

    Where a run of the month is under way, it is brought to its end first.
    """
    while True:
        made, is_new = start(practice=practice, month=month, kind=kind, by=by, now=now)
        for chunk_id in unfinished(made):
            work(chunk_id, now=now)
            made.refresh_from_db()
            if progress is not None:
                progress(made)
        if is_new:
            return made


@transaction.atomic
def start(
    *, practice: Practice, month: dt.date, kind: str, by: User, now: dt.datetime
) -> tuple[TrueUpRun, bool]:
    """Open a run with its chunks; the one under way, and false, where there is one.

    A month that is not over where the practice is can have a provisional run only.
    """
    if now < calendar.month_bounds(month, practice.timezone)[0]:
        raise refuse("month", f"{calendar.month_text(month)} has not begun at {practice.name}.")
    hold(practice, month)
    under_way = TrueUpRun.objects.filter(practice=practice, month=month, finished_at=None).first()
    if under_way is not None:
        return under_way, False
    if now < calendar.month_bounds(month, practice.timezone)[1]:
        kind = TrueUpKind.PROVISIONAL
    ids = month_facts.concerned(practice.pk, practice.timezone, month)
    return _open(practice, month, kind, ids, by=by, now=now), True


@transaction.atomic
def again(
    *, practice: Practice, month: dt.date, patient_ids: Sequence[int], by: User, now: dt.datetime
) -> TrueUpRun:
    """Decide some charts of a month anew, here and now: what somebody has mended since its run.

    Of the kind of the last whole run.  Refused before there is one, while a run is under way, and
    for more charts than `CHUNK`, which are a run's work.
    """
    hold(practice, month)
    runs = TrueUpRun.objects.filter(practice=practice, month=month).order_by("-asked_at", "-pk")
    if runs.filter(finished_at=None).exists():
        raise refuse("", "A true-up is under way. Wait until it has ended, then look again.")
    last = runs.filter(is_partial=False).first()
    if last is None or len(patient_ids) > CHUNK:
        raise refuse("", "Run the true-up of the whole month.")
    made = _open(practice, month, last.kind, patient_ids, by=by, now=now, is_partial=True)
    for chunk_id in unfinished(made):
        work(chunk_id, now=now)
    made.refresh_from_db()
    return made


def unfinished(under_way: TrueUpRun) -> list[int]:
    """The chunks of a run that are not done, in order."""
    chunks = TrueUpChunk.objects.filter(run=under_way, done_at=None)
    return list(chunks.order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def work(chunk_id: int, *, now: dt.datetime) -> bool:
    """Do a chunk, once: false where another has done it, or the run is gone.

    Two workers that were sent the same chunk wait for one another at its row.
    """
    chunks = TrueUpChunk.objects.select_for_update(of=("self",))
    chunk = chunks.select_related("run").filter(pk=chunk_id).first()
    if chunk is None or chunk.done_at is not None:
        return False
    by, why = chunk.run.asked_by_id, f"true-up run {chunk.run_id}"
    with collector.at_rest(), pghistory.context(user=by, reason=why):
        tally = true_up_chunk.decide(chunk.run, chunk.patient_ids, now=now)
    chunk.done_at = now
    chunk.save(update_fields=["done_at"])
    _count(chunk, tally, now)
    return True


def _open(
    practice: Practice,
    month: dt.date,
    kind: str,
    ids: Sequence[int],
    *,
    by: User,
    now: dt.datetime,
    is_partial: bool = False,
) -> TrueUpRun:
    chunks = [ids[first : first + CHUNK] for first in range(0, len(ids), CHUNK)]
    made = TrueUpRun.objects.create(
        practice=practice,
        month=month,
        kind=kind,
        is_partial=is_partial,
        asked_at=now,
        asked_by=by,
        chunks_total=len(chunks),
        patients_total=len(ids),
        finished_at=None if chunks else now,
    )
    TrueUpChunk.objects.bulk_create(TrueUpChunk(run=made, patient_ids=part) for part in chunks)
    return made


def hold(practice: Practice, month: dt.date) -> None:
    """Until this transaction ends, nobody else opens a run of this month, or closes it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))",
            [f"true-up {practice.pk} {calendar.month_text(month)}"],
        )


def _count(chunk: TrueUpChunk, tally: Tally, now: dt.datetime) -> None:
    """Add to the run's figures; the last chunk ends it.  Last, since others wait for that row."""
    is_last = When(chunks_total__lte=F("chunks_done") + 1, then=Value(now))
    TrueUpRun.objects.filter(pk=chunk.run_id).update(
        chunks_done=F("chunks_done") + 1,
        patients_done=F("patients_done") + len(chunk.patient_ids),
        written=F("written") + tally.written,
        unchanged=F("unchanged") + tally.unchanged,
        kept=F("kept") + tally.kept,
        failed=F("failed") + tally.failed,
        finished_at=Case(is_last, default=None),
    )
