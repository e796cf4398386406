"""When a true-up is due, by each practice's own clock."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from billing.services import true_up_due
from billing.services.true_up_due import Asked, Hours

HOURS = Hours(night=2, month_end=20, late_days=10)
ZONES = (
    "Pacific/Kiritimati",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Europe/London",
    "America/Havana",
    "America/New_York",
    "Pacific/Honolulu",
    "Pacific/Pago_Pago",
)


def due(local, zone, asked=()):
    """What is due at a local wall time, as `2026-10 provisional`."""
    now = dt.datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone)).astimezone(dt.UTC)
    found = true_up_due.due(asked, zone, now, HOURS)
    return [f"{slot.month:%Y-%m} {slot.kind}" for slot in found]


def asked_at(local, zone, month, kind):
    at = dt.datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone))
    year, number = map(int, month.split("-"))
    return Asked(dt.date(year, number, 1), kind, at)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(
    ("local", "expected"),
    [
        ("2026-10-14 00:05", []),
        ("2026-10-14 01:59", []),
        ("2026-10-14 02:00", ["2026-10 provisional"]),
        ("2026-10-14 23:05", ["2026-10 provisional"]),
        ("2026-10-31 19:59", ["2026-10 provisional"]),
        ("2026-10-31 20:00", ["2026-10 provisional"]),
        ("2026-10-31 23:59", ["2026-10 provisional"]),
    ],
)
def test_this_month_is_provisional_while_it_lasts(zone, local, expected):
    done = [asked_at("2026-10-01 02:05", zone, "2026-09", "final")]
    assert due(local, zone, done) == expected


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(
    ("local", "expected"),
    [
        ("2026-10-31 23:59", ["2026-10 provisional"]),
        ("2026-11-01 00:05", ["2026-10 final"]),
        ("2026-11-01 03:05", ["2026-10 final", "2026-11 provisional"]),
        ("2026-11-20 03:05", ["2026-10 final", "2026-11 provisional"]),
    ],
)
def test_a_month_is_final_once_it_is_over_there_and_not_before(zone, local, expected):
    done = [asked_at("2026-10-01 02:05", zone, "2026-09", "final")]
    done.append(asked_at("2026-10-31 02:05", zone, "2026-10", "provisional"))
    assert due(local, zone, done) == expected


def test_at_one_instant_one_practice_has_closed_and_another_has_not():
    """Noon in London on October 31: Kiritimati's November is two hours old."""
    now = dt.datetime(2026, 10, 31, 12, 0, tzinfo=dt.UTC)
    kinds = {
        zone: [(str(s.month), str(s.kind)) for s in true_up_due.slots(zone, now, HOURS)]
        for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago")
    }
    assert kinds["Pacific/Kiritimati"] == [
        ("2026-10-01", "final"),
        ("2026-11-01", "provisional"),
    ]
    assert kinds["Pacific/Pago_Pago"] == [("2026-09-01", "final")]


@pytest.mark.parametrize(
    ("asked", "local", "expected"),
    [
        # the night's run was asked for: nothing until the evening of the last day
        ("2026-10-31 02:05", "2026-10-31 19:05", []),
        ("2026-10-31 02:05", "2026-10-31 20:05", ["2026-10 provisional"]),
        ("2026-10-31 20:05", "2026-10-31 21:05", []),
        # a tick that came late still does the night's run, once
        ("2026-10-13 02:05", "2026-10-14 09:05", ["2026-10 provisional"]),
        ("2026-10-14 09:05", "2026-10-14 10:05", []),
        # yesterday's run does not stand for tonight's
        ("2026-10-13 23:05", "2026-10-14 02:05", ["2026-10 provisional"]),
    ],
)
def test_a_run_that_was_asked_for_is_not_due_again(asked, local, expected):
    zone = "America/New_York"
    done = [
        asked_at("2026-10-11 03:05", zone, "2026-09", "final"),
        asked_at(asked, zone, "2026-10", "provisional"),
    ]
    assert due(local, zone, done) == expected


@pytest.mark.parametrize(
    ("local", "expected"),
    [
        ("2026-11-01 00:40", []),  # the first midnight's run was asked for at 00:05
        ("2026-11-01 02:05", ["2026-10 final", "2026-11 provisional"]),
        ("2026-11-10 02:05", ["2026-10 final", "2026-11 provisional"]),
        ("2026-11-11 02:05", ["2026-11 provisional"]),
    ],
)
def test_the_month_before_is_run_again_each_night_while_time_comes_late(local, expected):
    zone = "America/New_York"
    assert due(local, zone, [asked_at("2026-11-01 00:05", zone, "2026-10", "final")]) == expected


def test_a_provisional_run_does_not_stand_for_the_final_one():
    zone = "America/New_York"
    done = [asked_at("2026-11-01 00:01", zone, "2026-10", "provisional")]
    assert due("2026-11-01 00:05", zone, done) == ["2026-10 final"]


@pytest.mark.parametrize(
    ("local", "is_evening"),
    [
        ("2028-02-28 20:05", False),
        ("2028-02-29 20:05", True),
        ("2026-02-28 20:05", True),
        ("2026-04-30 20:05", True),
        ("2026-12-31 20:05", True),
        ("2026-12-30 20:05", False),
    ],
)
def test_the_evening_run_comes_on_the_last_day_of_the_month(local, is_evening):
    zone = "America/New_York"
    night = local[:10] + " 02:05"
    done = [
        asked_at(night, zone, local[:7], "provisional"),
        asked_at(f"{local[:8]}15 02:05", zone, "2025-12", "final"),
    ]
    found = [each for each in due(local, zone, done) if each.endswith("provisional")]
    assert bool(found) == is_evening


@pytest.mark.parametrize(
    ("local", "expected"),
    [
        ("2026-03-08 01:59", []),  # New York skips the hour from two to three
        ("2026-03-08 03:05", ["2026-03 provisional"]),
        ("2026-11-01 01:30", []),
    ],
)
def test_the_night_of_the_clock_change_has_one_run(local, expected):
    zone = "America/New_York"
    done = [
        asked_at("2026-03-07 02:05", zone, "2026-02", "final"),
        asked_at("2026-03-08 03:05", zone, "2026-02", "final"),
        asked_at("2026-11-01 00:05", zone, "2026-10", "final"),
    ]
    assert due(local, zone, done) == expected
