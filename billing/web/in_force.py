"""Whether a dated row counts today, as a pill says it."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

IN_FORCE = ("success", "In force")
LATER = ("info", "Later")
ENDED = ("neutral", "Ended")


class Dated(Protocol):
    active_from: dt.date
    active_to: dt.date | None


def state(row: Dated, today: dt.date) -> tuple[str, str]:
    """The pill's tone and word."""
    if over(row, today):
        return ENDED
    return IN_FORCE if row.active_from <= today else LATER


def covers(row: Dated, today: dt.date) -> bool:
    return row.active_from <= today and not over(row, today)


def over(row: Dated, today: dt.date) -> bool:
    return row.active_to is not None and row.active_to < today
