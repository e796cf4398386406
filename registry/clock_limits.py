"""When a timer asks "still working?", when it is stopped, and where.  Read by every layer.

A call has a length after which it is asked about, and no sign from the keyboard is expected while
it lasts.  Other work is asked about after a while without a sign.  Who gives no sign within the
grace is taken to have gone at the last one.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from registry.vocabulary import CALL_ACTIVITIES

if TYPE_CHECKING:
    from registry.models import ClockWatch, Practice, TimeEntry

#: No practice asks earlier or later than this, in minutes.
SHORTEST, LONGEST = 5, 240
#: So long after its end, work on a patient is gone on with; later it begins anew.
RESUMES_FOR = dt.timedelta(hours=12)
A_SECOND = dt.timedelta(seconds=1)


def is_call(activity: str) -> bool:
    return activity in CALL_ACTIVITIES


def limit(entry: TimeEntry, practice: Practice) -> dt.timedelta:
    """How long this work goes on before it is asked about."""
    minutes = (
        practice.clock_call_minutes if is_call(entry.activity) else practice.clock_idle_minutes
    )
    return dt.timedelta(minutes=minutes)


def prompt_at(entry: TimeEntry, practice: Practice, watch: ClockWatch | None) -> dt.datetime:
    """When the person is asked whether the work still goes on."""
    sign = watch.answered_at if watch else None
    if watch and not is_call(entry.activity):
        sign = _latest(watch.answered_at, watch.worked_at)
    return _not_before(entry, sign) + limit(entry, practice)


def stops_at(entry: TimeEntry, practice: Practice, watch: ClockWatch | None) -> dt.datetime:
    """When the timer is stopped, if no sign comes any more."""
    asked = prompt_at(entry, practice, watch)
    worked = watch.worked_at if watch else None
    return max(asked, worked or asked) + dt.timedelta(minutes=practice.clock_grace_minutes)


def last_sign(entry: TimeEntry, practice: Practice, watch: ClockWatch | None) -> dt.datetime:
    """Where a timer that was left is cut: at the last sign, a second after its start at least.

    During a call the open page is sign enough, up to the moment of the question.
    """
    signs = [watch.worked_at, watch.answered_at] if watch else []
    if watch and is_call(entry.activity):
        signs.append(min(watch.seen_at, prompt_at(entry, practice, watch)))
    return max(_not_before(entry, _latest(*signs)), entry.started_at + A_SECOND)


def _not_before(entry: TimeEntry, sign: dt.datetime | None) -> dt.datetime:
    return max(entry.started_at, sign) if sign else entry.started_at


def _latest(*moments: dt.datetime | None) -> dt.datetime | None:
    return max((moment for moment in moments if moment), default=None)
