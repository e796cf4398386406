"""The month that a page is about, as its address names it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.contrib import messages

from registry import calendar

if TYPE_CHECKING:
    from registry.web.access import PracticeRequest

#: Days before and after these are slips of the keyboard, and out of the calendar's arithmetic.
EARLIEST, LATEST = dt.date(2000, 1, 1), dt.date(2200, 1, 1)


def asked(request: PracticeRequest, now: dt.datetime) -> dt.date:
    """`?month=2026-10`, or the present one; what is no month is said, and changes nothing."""
    present = calendar.local_month(now, request.practice.timezone)
    text = request.GET.get("month", "")
    if not text:
        return present
    try:
        month = calendar.parse_month(text)
    except ValueError:
        messages.warning(
            request, "The address names no month. Write it as 2026-10; this is the present one."
        )
        return present
    return min(max(month, EARLIEST), calendar.shift_month(present, 1))


def around(month: dt.date, now: dt.datetime, timezone: str) -> dict[str, str]:
    """The months before and after, as addresses name them; nothing after the present one."""
    present = calendar.local_month(now, timezone)
    return {
        "this": calendar.month_text(month),
        "before": calendar.month_text(calendar.shift_month(month, -1)),
        "after": calendar.month_text(calendar.shift_month(month, 1)) if month < present else "",
    }
