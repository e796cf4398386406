from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from billing.rules.month import Month


def at(text):
    return int(datetime.fromisoformat(text).timestamp())


@pytest.mark.parametrize(
    "text", ["2026-1", "2026-13", "2026-00", "0000-01", "2026-10-01", "٢٠٢٦-10"]
)
def test_what_is_no_month_is_refused(text):
    with pytest.raises(ValueError, match="month"):
        Month.parse(text)


def test_a_month_knows_its_days_and_the_next():
    month = Month.parse("2028-02")
    assert (month.first_day, month.last_day) == (date(2028, 2, 1), date(2028, 2, 29))
    assert str(Month(2026, 12).next()) == "2027-01"
    assert date(2028, 2, 29) in month
    assert date(2027, 2, 28) not in month


@pytest.mark.parametrize(
    ("month", "zone", "start", "end"),
    [
        ("2026-10", "America/New_York", "2026-10-01T00:00:00-04:00", "2026-11-01T00:00:00-04:00"),
        ("2026-03", "America/New_York", "2026-03-01T00:00:00-05:00", "2026-04-01T00:00:00-04:00"),
        ("2026-10", "Pacific/Kiritimati", "2026-10-01T00:00:00+14:00", "2026-11-01T00:00:00+14:00"),
        # Cuba sets its clock back from one to midnight: the month begins at the first of the two
        ("2026-11", "America/Havana", "2026-11-01T00:00:00-04:00", "2026-12-01T00:00:00-05:00"),
        # Paraguay skipped this midnight: the day began at one o'clock
        ("2017-10", "America/Asuncion", "2017-10-01T00:00:00-04:00", "2017-11-01T00:00:00-03:00"),
        # Samoa left out the 30th of December
        ("2011-12", "Pacific/Apia", "2011-12-01T00:00:00-10:00", "2012-01-01T00:00:00+14:00"),
    ],
)
def test_a_month_begins_and_ends_at_local_midnight(month, zone, start, end):
    bounds = Month.parse(month).bounds(zone)
    assert (bounds.start, bounds.end) == (at(start), at(end))


def hours(month, zone, day):
    bounds = Month.parse(month).bounds(zone)
    when = date.fromisoformat(f"{month}-{day:02d}")
    return (bounds.closes(when) - bounds.opens(when)) / 3600


@pytest.mark.parametrize(
    ("month", "zone", "day", "expected"),
    [
        ("2026-03", "America/New_York", 8, 23),
        ("2026-11", "America/New_York", 1, 25),
        ("2026-11", "America/Havana", 1, 25),
        ("2018-11", "America/Sao_Paulo", 4, 23),  # midnight is skipped
        ("2018-02", "America/Sao_Paulo", 17, 25),  # 23 o'clock comes twice
        ("2011-12", "Pacific/Apia", 30, 0),  # the day that was left out
        ("2011-12", "Pacific/Apia", 31, 24),
        ("1919-03", "America/Toronto", 30, 23.5),  # half past eleven becomes half past midnight
        ("1919-03", "America/Toronto", 31, 23.5),
        ("2010-11", "America/St_Johns", 6, 24),  # a minute past midnight the clock goes back
        ("2010-11", "America/St_Johns", 7, 25),
        ("2026-10", "Australia/Lord_Howe", 4, 23.5),
    ],
)
def test_a_day_may_be_shorter_or_longer(month, zone, day, expected):
    assert hours(month, zone, day) == expected


def test_a_day_outside_the_month_is_its_near_end():
    bounds = Month(2026, 10).bounds("UTC")
    assert bounds.opens(date(2026, 9, 30)) == bounds.closes(date.min) == bounds.start
    assert bounds.opens(date(2026, 11, 1)) == bounds.closes(date.max) == bounds.end


def test_an_instant_has_its_local_date():
    bounds = Month(2026, 10).bounds("America/New_York")
    assert bounds.date_of(bounds.start) == date(2026, 10, 1)
    assert bounds.date_of(bounds.end - 1) == date(2026, 10, 31)
    assert bounds.date_of(at("2026-10-08T00:30:00+00:00")) == date(2026, 10, 7)


@pytest.mark.parametrize("zone", ["UTC", "Asia/Tokyo", "America/New_York", "Pacific/Kiritimati"])
@pytest.mark.parametrize(("month", "days"), [("0001-01", 31), ("9999-12", 31)])
def test_the_ends_of_the_calendar_are_months_too(month, days, zone):
    bounds = Month.parse(month).bounds(zone)
    assert bounds.end - bounds.start == days * 86_400
    assert bounds.date_of(bounds.end - 1).day == days


def test_days_agree_with_the_zones_own_clock():
    from zoneinfo import ZoneInfo

    for name in ("Europe/London", "America/Santiago", "Asia/Kathmandu", "Africa/Casablanca"):
        zone = ZoneInfo(name)
        for number in range(1, 13):
            bounds = Month(2024, number).bounds(name)
            for day, start in enumerate(bounds.days, start=1):
                assert datetime.fromtimestamp(start, UTC).astimezone(zone).day == day
                assert datetime.fromtimestamp(start - 1, UTC).astimezone(zone).day != day
