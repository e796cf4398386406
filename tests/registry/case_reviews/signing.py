"""What the tests of a signed review share: its days, and what came of it."""

from __future__ import annotations

import datetime as dt

import pytest

from registry.errors import Refused
from registry.models import TimeEntry

MINUTE, DAY = dt.timedelta(minutes=1), dt.timedelta(days=1)
OCTOBER = dt.date(2026, 10, 1)


def log_of(person):
    rows = TimeEntry.objects.filter(worker=person).order_by("started_at")
    return [(row.role, row.status, row.started_at, row.ended_at) for row in rows]


def problems(call, *args, **fields):
    with pytest.raises(Refused) as refused:
        call(*args, **fields)
    return refused.value.problems
