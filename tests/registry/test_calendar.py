"""Months and days as a practice lives them."""

from __future__ import annotations

import datetime as dt
import itertools
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry import calendar

ZONES = [
    "America/New_York", "America/Phoenix", "Pacific/Kiritimati", "Pacific/Pago_Pago",
    "Asia/Kathmandu", "America/Sao_Paulo", "Asia/Beirut", "Australia/Lord_Howe", "UTC",
]  # fmt: skip


def utc(*parts):
    return dt.datetime(*parts, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("text", "month"),
    [("2026-10", dt.date(2026, 10, 1)), ("2028-02", dt.date(2028, 2, 1))],
)
def test_a_month_is_written_as_year_and_month(text, month):
    assert calendar.parse_month(text) == month
    assert calendar.month_text(month) == text


@pytest.mark.parametrize(
    "text", ["2026-13", "2026-00", "2026-1", "26-10", "0000-01", "2026-10-01", "", "next"]
)  # fmt: skip
def test_what_is_no_month_is_said_and_not_guessed(text):
    with pytest.raises(ValueError, match="is no month"):
        calendar.parse_month(text)


@pytest.mark.parametrize(
    ("month", "zone", "start", "end"),
    [
        ("2026-10", "America/New_York", utc(2026, 10, 1, 4), utc(2026, 11, 1, 4)),
        ("2026-11", "America/New_York", utc(2026, 11, 1, 4), utc(2026, 12, 1, 5)),
        ("2026-03", "America/New_York", utc(2026, 3, 1, 5), utc(2026, 4, 1, 4)),
        ("2026-10", "Pacific/Kiritimati", utc(2026, 9, 30, 10), utc(2026, 10, 31, 10)),
        ("2026-10", "Pacific/Pago_Pago", utc(2026, 10, 1, 11), utc(2026, 11, 1, 11)),
    ],
)
def test_a_month_begins_and_ends_at_local_midnight(month, zone, start, end):
    assert calendar.month_bounds(calendar.parse_month(month), zone) == (start, end)


def test_where_the_clock_skips_midnight_the_day_begins_when_it_moved_on():
    # On 2018-11-04 São Paulo went from 00:00 to 01:00.
    assert calendar.day_start(dt.date(2018, 11, 4), "America/Sao_Paulo") == utc(2018, 11, 4, 3)


def test_where_the_clock_repeats_midnight_the_day_begins_the_first_time():
    # On 2018-02-18 São Paulo's clock went from 00:00 back to 23:00 of the 17th.
    start = calendar.day_start(dt.date(2018, 2, 18), "America/Sao_Paulo")
    assert start == utc(2018, 2, 18, 3)


@given(day=st.dates(dt.date(1990, 1, 1), dt.date(2037, 12, 31)), zone=st.sampled_from(ZONES))
def test_a_day_starts_at_its_own_first_instant(day, zone):
    start = calendar.day_start(day, zone)
    before = start - dt.timedelta(seconds=1)
    assert start.astimezone(ZoneInfo(zone)).date() == day
    assert before.astimezone(ZoneInfo(zone)).date() < day


@given(
    start=st.integers(946_684_800, 2_051_222_400).map(
        lambda at: dt.datetime.fromtimestamp(at, dt.UTC)
    ),
    hours=st.integers(1, 24 * 70),
    zone=st.sampled_from(ZONES),
)
def test_the_months_touched_cover_a_stretch_without_a_gap(start, hours, zone):
    end = start + dt.timedelta(hours=hours)
    months = calendar.months_touched(start, end, zone)
    assert list(months) == sorted(set(months))
    assert calendar.month_bounds(months[0], zone)[0] <= start
    assert calendar.month_bounds(months[-1], zone)[1] >= end
    for earlier, later in itertools.pairwise(months):
        assert calendar.month_bounds(earlier, zone)[1] == calendar.month_bounds(later, zone)[0]


def test_what_ends_at_the_stroke_of_midnight_is_the_old_month_s_alone():
    midnight = calendar.month_bounds(dt.date(2026, 11, 1), "America/New_York")[0]
    start = midnight - dt.timedelta(minutes=10)
    assert calendar.months_touched(start, midnight, "America/New_York") == (dt.date(2026, 10, 1),)


@given(
    month=st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)).map(calendar.month_of),
    by=st.integers(-600, 600),
)
def test_shifting_a_month_there_and_back_is_the_month(month, by):
    assert calendar.shift_month(calendar.shift_month(month, by), -by) == month
