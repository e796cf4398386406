"""What the registry does by itself.  Each task asks what is due, and calls one service."""

from __future__ import annotations

import logging

from celery import shared_task
from django.utils import timezone

from registry.selectors import practices
from registry.services import digests, log_audit, people, sign_ins, time_watch

logger = logging.getLogger(__name__)


@shared_task(name="registry.tasks.audit_where_due")
def audit_where_due(**_: object) -> None:
    """Audit last week's log in each practice that has reached Monday morning.  Hourly.

    One practice that cannot be audited never keeps another waiting; it is tried again next hour.
    """
    now, system = timezone.now(), people.system()
    for practice in practices.for_jobs():
        try:
            week = log_audit.due_week(practice, now)
            if week is not None:
                log_audit.run(practice, week, by=system, now=now)
        except Exception:
            logger.exception("The log audit of practice %s failed.", practice.pk)


@shared_task(name="registry.tasks.send_digests")
def send_digests(**_: object) -> None:
    """Mail how much waits, in each practice whose hour of a working day it is.  Every half hour."""
    now = timezone.now()
    for practice in practices.for_jobs():
        try:
            digests.send_where_due(practice, now=now)
        except Exception:
            logger.exception("The digests of practice %s failed.", practice.pk)


@shared_task(name="registry.tasks.stop_left_timers", expires=50)
def stop_left_timers(**_: object) -> None:
    """Stop the timers that were left running, each at its last sign of life.  Every minute."""
    stopped = time_watch.sweep(by=people.system(), now=timezone.now())
    if stopped:
        logger.info("Stopped %s timers that were left running.", len(stopped))


@shared_task(name="registry.tasks.forget_ended_sessions")
def forget_ended_sessions(**_: object) -> None:
    """Take away the rows of sign-ins that are over.  Daily."""
    gone = sign_ins.forget_ended(now=timezone.now())
    logger.info("Took away %s ended sessions.", gone)
