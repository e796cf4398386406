"""The registry's months and the rules' months are the same stretches of time."""

from __future__ import annotations

import datetime as dt
from zoneinfo import available_timezones

from hypothesis import given
from hypothesis import strategies as st

from billing.rules.month import Month
from registry import calendar

ZONES = sorted(available_timezones() - {"localtime", "Factory"})


@given(
    month=st.dates(dt.date(1971, 1, 1), dt.date(2037, 12, 1)).map(calendar.month_of),
    zone=st.sampled_from(ZONES),
)
def test_a_month_has_the_same_bounds_on_both_sides(month, zone):
    start, end = calendar.month_bounds(month, zone)
    theirs = Month(month.year, month.month).bounds(zone)
    assert (int(start.timestamp()), int(end.timestamp())) == (theirs.start, theirs.end)
