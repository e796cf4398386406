"""What those who log time are told of the month before: until when it is open, or that it is not.

Pages that ask include `registry/_month_lock.html`; it costs no query, since the practice comes
with its latest closed month.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from registry import calendar, time_words
from registry.selectors import practice_month
from registry.selectors.practice_month import Lock

#: For so many days nobody needs to be told again: a month that was closed, or was to be.
QUIET_AFTER = 14


def context(request: HttpRequest) -> dict[str, Any]:
    """`month_lock`, the sentence, where a practice's page is drawn; empty on other days."""
    if getattr(request, "practice", None) is None:
        return {}
    return {"month_lock": SimpleLazyObject(lambda: sentence(request.practice, timezone.now()))}  # type: ignore[attr-defined]


def sentence(practice: Any, now: dt.datetime) -> str:
    lock = practice_month.before(practice, now)
    today = calendar.local_date(now, practice.timezone)
    name = time_words.month(lock.month)
    if lock.closed_at is not None:
        since = calendar.local_date(lock.closed_at, practice.timezone)
        if (today - since).days > QUIET_AFTER:
            return ""
        day = time_words.date(since)
        return f"{name} is closed since {day}. Time that you enter for it waits for review."
    return _open(name, lock, today)


def _open(name: str, lock: Lock, today: dt.date) -> str:
    left = lock.days_left(today)
    day = time_words.date(lock.closes_on)
    if left > 0:
        days = "1 day" if left == 1 else f"{left} days"
        return f"{name}'s log closes on {day}: {days} left to enter, confirm and sign its time."
    if left > -QUIET_AFTER:
        return f"{name}'s log was open until {day}: billing may close it at any time."
    return ""
