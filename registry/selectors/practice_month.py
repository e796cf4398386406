"""Whether a practice's month is closed for the log, and until when it is expected to be open."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from registry import calendar
from registry.models import ClosedMonth, Practice


@dataclass(frozen=True, kw_only=True)
class Lock:
    """The month before the present one: closed since an instant, or open up to and with a day."""

    month: dt.date
    closed_at: dt.datetime | None = None
    closes_on: dt.date

    def days_left(self, today: dt.date) -> int:
        """Whole days up to the one on which billing expects to close; below zero once past."""
        return (self.closes_on - today).days


def closes_on(practice: Practice, month: dt.date) -> dt.date:
    """The last day of grace: from it on, billing expects to close the month."""
    return calendar.last_day(month) + dt.timedelta(days=practice.month_grace_days + 1)


def closed_at(practice: Practice, month: dt.date) -> dt.datetime | None:
    """Since when a practice's month is closed for every patient; None while it is open."""
    rows = ClosedMonth.objects.filter(practice=practice, month=month)
    return rows.values_list("closed_at", flat=True).first()


def before(practice: Practice, now: dt.datetime) -> Lock:
    """The month before the present one, without a query where the practice came with its roles."""
    month = calendar.shift_month(calendar.local_month(now, practice.timezone), -1)
    known = getattr(practice, "last_closed", None) or (month, closed_at(practice, month))
    since = known[1] if known[0] == month else None
    return Lock(month=month, closed_at=since, closes_on=closes_on(practice, month))
