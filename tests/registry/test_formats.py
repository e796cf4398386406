"""Seconds, money, days and counts as they are written: cut, never rounded."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from registry.templatetags import formats
from tests.registry.drawing import draw


@pytest.mark.parametrize(
    ("seconds", "minutes", "duration", "clock"),
    [
        (0, "0", "0 min", "0:00:00"),
        (59, "0", "0 min", "0:00:59"),
        (60, "1", "1 min", "0:01:00"),
        (3599, "59", "59 min", "0:59:59"),
        (3600, "60", "1 h 00 min", "1:00:00"),
        (4199, "69", "1 h 09 min", "1:09:59"),
        (90000, "1500", "25 h 00 min", "25:00:00"),
        (None, "0", "0 min", "0:00:00"),
    ],
)
def test_seconds_are_cut_never_rounded(seconds, minutes, duration, clock):
    assert formats.minutes(seconds) == minutes
    assert formats.duration(seconds) == duration
    assert formats.clock(seconds) == clock


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (Decimal("1234.5"), "$1,234.50"),
        (Decimal("0"), "$0.00"),
        (0, "$0.00"),
        (Decimal("-3"), "−$3.00"),
        (Decimal("0.005"), "$0.00"),
        ("162.18", "$162.18"),
        (None, "–"),
        ("", "–"),
        ("n/a", "–"),
    ],
)
def test_money_is_dollars_and_cents_and_nothing_is_a_dash(amount, text):
    assert formats.money(amount) == text


class Practice:
    timezone = "America/Chicago"


@pytest.mark.parametrize(
    ("utc", "zone", "local"),
    [
        ("2026-11-01T05:59:59", Practice(), "Nov 1, 2026, 12:59 AM"),
        ("2026-11-01T07:30:00", Practice(), "Nov 1, 2026, 1:30 AM"),  # an hour that comes twice
        ("2026-11-01T04:59:59", Practice(), "Oct 31, 2026, 11:59 PM"),
        ("2026-11-01T04:59:59", "America/New_York", "Nov 1, 2026, 12:59 AM"),
    ],
)
def test_times_are_the_practices_own(utc, zone, local):
    moment = dt.datetime.fromisoformat(f"{utc}+00:00")
    assert formats.when(moment, zone) == local
    by_filter = draw('{{ m|localtime_of:z|date:"M j, Y, g:i A" }}', m=moment, z=zone)
    assert by_filter == local


def test_no_time_is_a_dash():
    assert formats.when(None, Practice()) == formats.clock_time(None, "UTC") == "–"
    assert formats.day(None) == formats.month_name(None) == "–"
    assert draw("{{ m|localtime_of:z }}", m=None, z="UTC") == "None"


def test_months_and_counts_are_words():
    assert formats.month_name("2026-10") == formats.month_name(dt.date(2026, 10, 9))
    assert formats.month_name("2026-10") == "October 2026"
    assert [formats.plural(n, "entry,entries") for n in (0, 1, 1200)] == [
        "0 entries", "1 entry", "1,200 entries"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("dated in 2026-10.", "dated in October 2026."),
        ("given on 2026-10-31, by", "given on Oct 31, 2026, by"),
        ("2026-09-04 08:30:00 to 08:48:21", "Sep 4, 2026 08:30:00 to 08:48:21"),
        (
            "tmhp.com/news/2025-01-10; read 2026-11-23",
            "tmhp.com/news/2025-01-10; read Nov 23, 2026",
        ),
        (
            "doc-2025-01, 12025-01, 2025-13, 2025-02-30",
            "doc-2025-01, 12025-01, 2025-13, 2025-02-30",
        ),
        (99493, 99493),
        (None, None),
    ],
)
def test_days_in_what_the_rules_say_are_spelled_but_not_those_of_an_address(said, shown):
    assert formats.spelled_dates(said) == shown
