"""Handing the true-up's chunks to the workers, by name: services know no tasks."""

from __future__ import annotations

import datetime as dt
import logging

from celery import current_app
from django.conf import settings
from django.db import transaction
from kombu.exceptions import OperationalError

from billing.models import TrueUpRun
from billing.services import true_up, true_up_due
from billing.services.true_up_due import Asked, Hours
from registry.models import Practice, User
from registry.selectors import practices

logger = logging.getLogger(__name__)

CHUNK_TASK = "billing.tasks.true_up_chunk"
#: A run that is older than this and not finished has lost a worker, or its messages.
PATIENCE = dt.timedelta(minutes=30)


@transaction.atomic
def ask(*, practice: Practice, month: dt.date, kind: str, by: User, now: dt.datetime) -> TrueUpRun:
    """Have the workers run a practice's month; the run under way, where there is one.

    Refused for a month that has not begun.
    """
    made, is_new = true_up.start(practice=practice, month=month, kind=kind, by=by, now=now)
    if is_new:
        send(made)
    return made


def send(under_way: TrueUpRun) -> None:
    """Send what is not done of a run, once the transaction at hand is written."""
    chunk_ids = true_up.unfinished(under_way)
    transaction.on_commit(lambda: _send(chunk_ids))


def ask_where_due(*, by: User, now: dt.datetime) -> list[TrueUpRun]:
    """Ask for every run whose hour has come at its practice, and for what a dead worker left."""
    resend_stalled(now=now)
    hours = Hours(
        night=settings.TRUE_UP_NIGHT_HOUR,
        month_end=settings.TRUE_UP_MONTH_END_HOUR,
        late_days=settings.TRUE_UP_LATE_DAYS,
    )
    made = []
    for practice in practices.for_jobs():
        for slot in true_up_due.due(_asked(practice, now), practice.timezone, now, hours):
            made.append(ask(practice=practice, month=slot.month, kind=slot.kind, by=by, now=now))
    return made


def resend_stalled(*, now: dt.datetime) -> None:
    """Send again what is left of runs that have been under way for too long.

    A chunk that is in a queue twice does no harm: it is done once.
    """
    for stalled in TrueUpRun.objects.filter(finished_at=None, asked_at__lt=now - PATIENCE):
        send(stalled)


def _asked(practice: Practice, now: dt.datetime) -> list[Asked]:
    """The whole runs of the last two months or so: no slot lies further back."""
    runs = TrueUpRun.objects.filter(practice=practice, asked_at__gte=now - dt.timedelta(days=70))
    runs = runs.filter(is_partial=False)
    return [Asked(*row) for row in runs.values_list("month", "kind", "asked_at")]


def _send(chunk_ids: list[int]) -> None:
    try:
        for chunk_id in chunk_ids:
            current_app.send_task(CHUNK_TASK, args=[chunk_id])
    except OperationalError:
        logger.warning("The queue does not answer: the next hour's tick sends what is left.")
