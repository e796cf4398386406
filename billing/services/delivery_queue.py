"""Handing deliveries to the workers, by name: services know no tasks."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Sequence

from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError

from billing.models import OPEN, Delivery

logger = logging.getLogger(__name__)

TASK = "billing.tasks.deliver"


def send(delivery_ids: Sequence[int]) -> None:
    """Ask the workers for these, once the transaction at hand is written."""
    if delivery_ids:
        transaction.on_commit(lambda: _send(list(delivery_ids)))


def send_where_due(*, now: dt.datetime) -> None:
    """Each minute: what is to be tried now, be it new, put off, or left by a dead worker.

    One that is in the queue twice does no harm: it is done once.
    """
    due = Delivery.objects.filter(state__in=OPEN, try_at__lte=now)
    _send(list(due.order_by("try_at").values_list("pk", flat=True)))


def _send(delivery_ids: list[int]) -> None:
    try:
        for delivery_id in delivery_ids:
            current_app.send_task(TASK, args=[delivery_id])
    except OperationalError:
        logger.warning("The queue does not answer: the next minute's tick sends what is left.")
