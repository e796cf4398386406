"""Large files from payers: kept at once, read by a worker while nobody waits for a page."""

from __future__ import annotations

import datetime as dt
import logging

from celery import current_app
from django.db import OperationalError, transaction
from kombu.exceptions import OperationalError as QueueError

from billing.models import ReceivedFile
from billing.services import received
from billing.services.received import Outcome
from registry.models import Practice, User

logger = logging.getLogger(__name__)

TASK = "billing.tasks.read_received"
#: A file of so many bytes, some 600 claims, is read in about a second; a larger one by a worker.
AT_ONCE = 96 * 1024


def receive(
    practice: Practice, *, name: str, content: bytes, by: User, now: dt.datetime
) -> Outcome:
    """Take a file in; a large one waits for a worker.  Raises as `received.receive`."""
    if len(content) <= AT_ONCE:
        return received.receive(practice, name=name, content=content, by=by, now=now)
    outcome = received.keep(practice, name=name, content=content, by=by, now=now)
    if outcome.file.is_waiting:
        transaction.on_commit(lambda: _send([outcome.file.pk]))
    return outcome


def work(file_id: int, *, now: dt.datetime) -> None:
    """Read one file.  What fails for another reason than a lost connection is not tried again."""
    try:
        received.read(file_id, now=now)
    except OperationalError:
        raise
    except Exception as error:
        logger.exception("Reading file %s failed: %s", file_id, type(error).__name__)
        received.give_up(file_id, now=now)


def send_waiting() -> None:
    """Each five minutes: send again what waits, be it new or left by a dead worker.

    A file that is in the queue twice does no harm: it is read once.
    """
    waiting = ReceivedFile.objects.filter(read_at=None).order_by("received_at")
    _send(list(waiting.values_list("pk", flat=True)))


def _send(file_ids: list[int]) -> None:
    try:
        for file_id in file_ids:
            current_app.send_task(TASK, args=[file_id])
    except QueueError:
        logger.warning("The queue does not answer: the next tick sends what is left.")
