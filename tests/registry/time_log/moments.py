"""The hours of these tests, and how a refusal and a month are read."""

from __future__ import annotations

import datetime as dt

import pytest

from registry.errors import Refused
from registry.models import ServiceMonth

AT = dt.datetime(2026, 10, 14, 16, 0, tzinfo=dt.UTC)
HOUR_AGO = AT - dt.timedelta(minutes=60)
SOON_AFTER = AT - dt.timedelta(minutes=40)
OCTOBER = dt.date(2026, 10, 1)


def minutes(count):
    return dt.timedelta(minutes=count)


def problems(call, *args, **fields):
    with pytest.raises(Refused) as refused:
        call(*args, **fields)
    return refused.value.problems


def month_of(patient, month=OCTOBER):
    return ServiceMonth.objects.get(patient=patient, month=month)
