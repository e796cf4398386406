"""'My log of this week is complete': said by the person whose time it is, and by nobody else."""

from __future__ import annotations

import datetime as dt

import pghistory
from django.db import transaction

from registry import time_words
from registry.errors import refuse
from registry.models import LogSignOff, Practice, TimeEntry, User
from registry.services.constraints import refusing
from registry.vocabulary import EntryStatus
from registry.weeks import Week

_OPEN = (EntryStatus.RUNNING, EntryStatus.NEEDS_REVIEW)


@transaction.atomic
def sign(practice: Practice, week_starts_on: dt.date, *, by: User, now: dt.datetime) -> LogSignOff:
    """Sign the own log of a week.

    Refused where the week has not begun, where time in it runs or needs review, or where it is
    signed already.
    """
    week = Week(week_starts_on, practice.timezone)
    _check(practice, week, by, now)
    with refusing("log_sign_off_once_a_week", "week", "You have signed this week already."):
        return LogSignOff.objects.create(
            practice=practice, worker=by, week_starts_on=week.starts_on, signed_at=now
        )


def _check(practice: Practice, week: Week, by: User, now: dt.datetime) -> None:
    said = time_words.date(week.starts_on)
    if week.starts_on.weekday() != 0:
        raise refuse("week", f"{said} is no Monday. A week of the log begins on a Monday.")
    if week.start > now:
        raise refuse("week", f"The week of {said} has not begun yet.")
    waiting = TimeEntry.objects.filter(
        practice=practice,
        worker=by,
        status__in=_OPEN,
        started_at__gte=week.start,
        started_at__lt=week.end,
    ).count()
    if waiting:
        many = f"{waiting} entries of this week run or need"
        what = "1 entry of this week runs or needs" if waiting == 1 else many
        raise refuse("week", f"{what} review. Decide on it first, then sign.")


@transaction.atomic
def withdraw(practice: Practice, week_starts_on: dt.date, *, by: User, now: dt.datetime) -> None:
    """Take the own signature back; where there is none, nothing changes."""
    rows = LogSignOff.objects.select_for_update().filter(
        practice=practice, worker=by, week_starts_on=week_starts_on, withdrawn_at=None
    )
    with pghistory.context(user=by.pk, reason="sign-off taken back"):
        rows.update(withdrawn_at=now, withdrawn_by=by)
