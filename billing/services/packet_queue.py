"""Handing the places of a sample to the workers, by name: services know no tasks."""

from __future__ import annotations

import datetime as dt
import logging

from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError

from billing.models import PacketPlace, PacketSample
from billing.selectors.packet_samples import Wanted
from billing.services import packet_samples
from registry.models import Practice, User

logger = logging.getLogger(__name__)

PLACE_TASK = "billing.tasks.packet_place"
#: A sample that is older than this and not finished has lost a worker, or its messages.
PATIENCE = dt.timedelta(minutes=30)


@transaction.atomic
def ask(
    wanted: Wanted, *, practice: Practice, label: str, by: User, now: dt.datetime
) -> PacketSample:
    """Have the workers build a sample's packets.  Refused where it would be empty or too large."""
    made = packet_samples.ask(wanted, practice=practice, label=label, by=by, now=now)
    send(made)
    return made


def send(sample: PacketSample) -> None:
    """Send what is not built of a sample, once the transaction at hand is written."""
    places = PacketPlace.objects.filter(sample=sample, done_at=None).order_by("position")
    place_ids = list(places.values_list("pk", flat=True))
    transaction.on_commit(lambda: _send(place_ids))


def resend_stalled(*, now: dt.datetime) -> None:
    """Send again what is left of samples that have been under way for too long.

    A place that is in a queue twice does no harm: it is built once.
    """
    for stalled in PacketSample.objects.filter(finished_at=None, asked_at__lt=now - PATIENCE):
        send(stalled)


def _send(place_ids: list[int]) -> None:
    try:
        for place_id in place_ids:
            current_app.send_task(PLACE_TASK, args=[place_id])
    except OperationalError:
        logger.warning("The queue does not answer: the next hour's tick sends what is left.")
