"""A policy tried on a past month: each claim by what stands now and by another reading.

A few hundred months are decided at once; more go to the workers in chunks.  Nothing is written to
the practice's data: the database is asked for a transaction that only reads, and what is found
waits in the cache for an hour.  The one thing kept is on the tested draft: that it was tested.
"""

from __future__ import annotations

import datetime as dt
import logging
from dataclasses import dataclass

from celery import current_app
from django.utils.formats import date_format
from kombu.exceptions import OperationalError

from billing.selectors import sandbox
from billing.selectors.policies import UnreadablePolicy
from billing.services import policies, sandbox_chunk, sandbox_result, sandbox_sides, sandbox_store
from billing.services.sandbox_result import Result
from billing.services.sandbox_store import Side, Test
from registry import calendar
from registry.errors import Refused, refuse
from registry.models import Payer, Practice, User

logger = logging.getLogger(__name__)

#: Patients in a chunk; up to one chunk is decided while the person waits.
CHUNK = 500
CHUNK_TASK = "billing.tasks.policy_test_chunk"
#: After so long without a chunk done, the page says that nobody seems to be at work.
PATIENCE = dt.timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a test is."""

    patients_done: int
    patients_total: int
    is_finished: bool
    is_stalled: bool


def start(
    *,
    practice: Practice,
    payer: Payer,
    month: dt.date,
    before: Side,
    after: Side,
    by: User,
    now: dt.datetime,
    noted_on: int | None = None,
) -> Test:
    """Decide the payer's month by both readings, or hand it to the workers where it is large.

    Refused for a month that has not begun, for a reading beside itself, for one that cannot be
    read, and where a large month finds no worker's queue.
    """
    _check(practice, month, before, after, now)
    ids = sandbox.concerned(payer, practice.timezone, month)
    test = Test(
        id=sandbox_store.new_id(),
        user_id=by.pk,
        practice_id=practice.pk,
        payer_id=payer.pk,
        month=month,
        before=before,
        after=after,
        chunks=tuple(tuple(ids[at : at + CHUNK]) for at in range(0, len(ids), CHUNK)),
        asked_at=now,
        noted_on=noted_on,
    )
    sandbox_store.keep(test)
    if len(test.chunks) > 1:
        _send(test)
    else:
        _finish(test, now=now)
    return test


def get(user: User, practice: Practice, test_id: str) -> Test | None:
    """A test that this person asked for in this practice; None once it is gone."""
    return sandbox_store.get(user.pk, practice.pk, test_id)


def work(user_id: int, practice_id: int, test_id: str, position: int, *, now: dt.datetime) -> bool:
    """Do one chunk of a test: false where it is done already, or the test is gone."""
    test = sandbox_store.get(user_id, practice_id, test_id)
    if test is None or position in sandbox_store.done(test):
        return False
    _work(test, position, now=now)
    if len(sandbox_store.done(test)) == len(test.chunks):
        _note(test, now=now)
    return True


def progress(test: Test, *, now: dt.datetime) -> Progress:
    """How far it is.  It is stalled where no chunk was done for longer than `PATIENCE`."""
    done = sandbox_store.done(test)
    last_sign = max(done.values(), default=test.asked_at)
    is_finished = len(done) == len(test.chunks)
    return Progress(
        patients_done=sum(len(test.chunks[position]) for position in done),
        patients_total=test.patients,
        is_finished=is_finished,
        is_stalled=not is_finished and now - last_sign > PATIENCE,
    )


def result(test: Test) -> Result | None:
    """What it came to; None where a part of it is gone from the cache."""
    parts = sandbox_store.parts(test)
    return sandbox_result.of(parts) if len(parts) == len(test.chunks) else None


def _check(practice: Practice, month: dt.date, before: Side, after: Side, now: dt.datetime) -> None:
    if now < calendar.month_bounds(month, practice.timezone)[0]:
        present = calendar.local_month(now, practice.timezone)
        raise refuse(
            "month",
            f"{date_format(month, 'F Y')} has not begun at {practice.name}. Choose a month up to "
            f"{date_format(present, 'F Y')}.",
        )
    if before.name == after.name:
        raise refuse("after", "Both are the same reading. Choose another one for one of the two.")
    for field, side in (("before", before), ("after", after)):
        _check_readable(field, side, month)


def _check_readable(field: str, side: Side, month: dt.date) -> None:
    try:
        if side.reading:
            side.reading.applied(month)
    except UnreadablePolicy as error:
        raise refuse(field, str(error)) from error


def _finish(test: Test, *, now: dt.datetime) -> None:
    for position in range(len(test.chunks)):
        _work(test, position, now=now)
    _note(test, now=now)


def _work(test: Test, position: int, *, now: dt.datetime) -> None:
    part = sandbox_chunk.decide(test.pair, test.chunks[position])
    sandbox_store.keep_part(test, position, part, now)


def _send(test: Test) -> None:
    """Hand the chunks to the workers, by ids alone."""
    try:
        for position in range(len(test.chunks)):
            given = [test.user_id, test.practice_id, test.id, position]
            current_app.send_task(CHUNK_TASK, args=given)
    except OperationalError as error:
        raise refuse(
            "", "The workers cannot be reached at this moment. Try again in a minute."
        ) from error


def _note(test: Test, *, now: dt.datetime) -> None:
    """Keep on the draft that it was tested, and what that found, if it is still what was tested."""
    draft = sandbox.draft(test.noted_on) if test.noted_on else None
    found = result(test)
    if draft is None or found is None or sandbox_sides.of_policy(draft) != test.after:
        return
    said = sandbox_result.sentence(found)
    try:
        by = sandbox.who_asked(test.user_id)
        policies.note_test(draft, month=test.month, found=said, by=by, now=now)
    except Refused:
        logger.info("policy %s was approved or thrown away while it was tested", draft.pk)
