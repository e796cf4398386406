"""What happens by itself, and what is too long for a page.  The clock is read here."""

from __future__ import annotations

from functools import partial
from typing import Any

from celery import shared_task
from django.db import OperationalError
from django.utils import timezone

from billing.services import (
    deliveries,
    delivery_queue,
    inbox,
    packet_queue,
    packet_samples,
    received_queue,
    sandbox,
    true_up,
    true_up_queue,
)
from registry.selectors import practices
from registry.services import people

#: A piece of long work: a worker that dies gives it back, a lost connection tries it again.
_piece = partial(
    shared_task,
    acks_late=True,
    reject_on_worker_lost=True,
    autoretry_for=(OperationalError,),
    retry_backoff=True,
)


@shared_task
def true_up_where_due(*_: Any, **__: Any) -> None:
    """Each hour: run the month of every practice where it is time, and finish what was left."""
    true_up_queue.ask_where_due(by=people.system(), now=timezone.now())


@shared_task
def take_in_received(*_: Any, **__: Any) -> None:
    """Every five minutes: read what was put into the practices' inboxes, and what still waits."""
    for practice in practices.for_jobs():
        inbox.take_in(practice, by=people.system(), now=timezone.now())
    received_queue.send_waiting()


@_piece(max_retries=8)
def read_received(file_id: int, **_: Any) -> None:
    """Read one large file.  Sent twice, or cut off half-way, it is still posted once."""
    received_queue.work(file_id, now=timezone.now())


@shared_task
def resume_packets(*_: Any, **__: Any) -> None:
    """Each hour: send again what is left of samples whose worker or message was lost."""
    packet_queue.resend_stalled(now=timezone.now())


@_piece(max_retries=8)
def packet_place(place_id: int, **_: Any) -> None:
    """Build one packet of a sample.  Sent twice, or cut off half-way, it is still built once."""
    packet_samples.work(place_id, now=timezone.now())


@_piece(max_retries=8)
def true_up_chunk(chunk_id: int, **_: Any) -> None:
    """Do one chunk of a run.  Sent twice, or cut off half-way, it is still done once."""
    true_up.work(chunk_id, now=timezone.now())


@_piece(max_retries=4)
def policy_test_chunk(
    user_id: int, practice_id: int, test_id: str, position: int, **_: Any
) -> None:
    """Do one chunk of a policy's test.  Only reads; sent twice, it is still done once."""
    sandbox.work(user_id, practice_id, test_id, position, now=timezone.now())


@shared_task
def deliver_where_due(*_: Any, **__: Any) -> None:
    """Each minute: send on what the outbox holds, and what a dead worker left."""
    delivery_queue.send_where_due(now=timezone.now())


@_piece(max_retries=8)
def deliver(delivery_id: int, **_: Any) -> None:
    """Bring one file to its destination.  Sent twice, or cut off half-way, it arrives once."""
    deliveries.work(delivery_id, now=timezone.now())
