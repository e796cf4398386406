"""What the weekly audit finds about time, at each edge, and its figures of how the log was kept."""

from __future__ import annotations

import datetime as dt

import pytest

from registry.selectors import log_audit
from tests.registry.auditing import HOUR, SECOND, local, only

# -- entries ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("after", "found"),
    [
        (dt.timedelta(0), []),
        (24 * HOUR - SECOND, []),
        (24 * HOUR, []),
        (24 * HOUR + SECOND, ["late_documented"]),
        (72 * HOUR, ["late_documented"]),
    ],
)
def test_time_is_late_one_second_past_a_day(make, patient, alice, kinds, after, found):
    ended = local(6, 10, 20)
    make.entry(patient, alice, local(6), 20, origin="by_hand", reason="Forgot",
               created_at=ended + after, ended_entry_at=ended + after)  # fmt: skip
    assert only(kinds()) == found


def test_late_time_belongs_to_the_week_in_which_it_was_documented(make, patient, alice, kinds):
    written = local(12, 9)
    make.entry(patient, alice, local(6), 20, origin="by_hand", reason="Forgot",
               created_at=written, ended_entry_at=written)  # fmt: skip
    assert kinds() == []
    assert only(kinds(week=dt.date(2026, 10, 12))) == ["late_documented"]


def test_an_end_recorded_a_day_later_is_late_as_well(make, patient, alice, kinds):
    make.entry(patient, alice, local(6), 20, origin="timer_corrected", ended_entry_at=local(8))
    assert only(kinds()) == ["late_documented"]


def test_imported_time_was_documented_elsewhere_and_is_not_late(make, patient, alice, kinds):
    make.entry(patient, alice, local(6), 20, origin="imported",
               created_at=local(9), ended_entry_at=local(9))  # fmt: skip
    assert kinds() == []


def test_a_practice_may_call_time_late_earlier(make, patient, alice, kinds, settings):
    settings.LOG_AUDIT_LATE_HOURS = 4
    make.entry(patient, alice, local(6), 20, origin="by_hand", reason="Forgot",
               created_at=local(6, 15), ended_entry_at=local(6, 15))  # fmt: skip
    assert only(kinds()) == ["late_documented"]


@pytest.mark.parametrize(
    ("minutes", "origin", "found"),
    [
        (120, "timer", []),
        (120.02, "timer", ["long_entry"]),
        (240, "timer", ["long_entry"]),
        (240.02, "timer", ["timer_left_running"]),
        (240.02, "timer_corrected", ["timer_left_running"]),
        (240.02, "by_hand", ["long_entry"]),
    ],
)
def test_long_entries_and_forgotten_timers(make, patient, alice, kinds, minutes, origin, found):
    make.entry(patient, alice, local(6), minutes, origin=origin, reason="Group visit")
    assert only(kinds()) == found


@pytest.mark.parametrize(
    ("activity", "minutes", "found"),
    [
        ("patient_contact", 45, []),
        ("patient_contact", 46, ["timer_left_running"]),
        ("chart_review", 20, []),
        ("chart_review", 21, ["timer_left_running"]),
    ],
)
def test_a_timer_that_runs_is_found_past_its_activitys_limit(
    make, patient, alice, kinds, now, activity, minutes, found
):
    start = now - dt.timedelta(minutes=minutes)
    make.entry(patient, alice, start, None, activity=activity)
    assert only(kinds(week=dt.date(2026, 10, 12))) == found


def test_a_timer_left_running_since_last_month_is_found_each_week(make, patient, alice, kinds):
    make.entry(patient, alice, local(2, month=9), None)
    assert only(kinds()) == ["timer_left_running"]
    assert only(kinds(week=dt.date(2026, 10, 12))) == ["timer_left_running"]


def test_a_timer_started_after_the_week_is_not_the_weeks(make, patient, alice, kinds, now):
    make.entry(patient, alice, now - 3 * HOUR, None)
    assert kinds() == []


def test_what_needs_review_is_found_until_somebody_decides(make, patient, alice, kinds):
    waiting = make.entry(patient, alice, local(2, month=9), 20, status="needs_review",
                         review_reason="The timer ran for 9 h.")  # fmt: skip
    assert kinds() == [("needs_review", waiting.pk)]


def test_an_overlap_that_needs_review_is_found_as_one(make, patient, alice, kinds):
    make.entry(patient, alice, local(6), 20)
    waiting = make.entry(patient, alice, local(6, 10, 10), 20, status="needs_review",
                         review_reason="It overlaps another entry.")  # fmt: skip
    assert kinds() == [("overlap", waiting.pk)]


def test_time_that_only_touches_or_is_another_persons_is_no_overlap(
    make, patient, alice, bob, kinds
):
    make.entry(patient, alice, local(6), 20)
    make.entry(patient, bob, local(6, 10, 25), 20)
    make.entry(patient, alice, local(6, 10, 20), 20, status="needs_review", review_reason="Asked.")
    assert only(kinds()) == ["needs_review"]


@pytest.mark.parametrize(
    ("start", "minutes", "found"),
    [
        ((6, 21, 40), 20, []),
        ((6, 21, 40, 1), 20, ["night_hours"]),
        ((6, 22, 0), 1, ["night_hours"]),
        ((6, 23, 50), 20, ["night_hours"]),
        ((7, 3, 0), 10, ["night_hours"]),
        ((7, 5, 59, 59), 10, ["night_hours"]),
        ((7, 6, 0), 10, []),
        ((7, 12, 0), 10, []),
    ],
)
def test_night_is_from_ten_to_six_on_the_practices_clock(
    make, patient, alice, kinds, start, minutes, found
):
    make.entry(patient, alice, local(*start), minutes)
    assert only(kinds()) == found


@pytest.mark.parametrize(
    ("start", "found"),
    [
        (local(5, 0), ["night_hours"]),
        (local(4, 23, 30), []),
        (local(11, 23, 30), ["night_hours"]),
        (local(12, 0), []),
    ],
)
def test_the_week_begins_and_ends_at_local_midnight(make, patient, alice, kinds, start, found):
    make.entry(patient, alice, start, 10)
    assert only(kinds()) == found


def test_the_week_in_which_the_clock_goes_back_is_an_hour_longer(make, patient, alice, kinds):
    """November 1, 2026: 23:30 that Sunday is 168.5 hours after Monday's midnight."""
    last = make.entry(patient, alice, local(1, 23, 30, month=11), 10)
    assert kinds(week=dt.date(2026, 10, 26), at=local(3, month=11)) == [("night_hours", last.pk)]
    assert kinds(week=dt.date(2026, 11, 2), at=local(3, month=11)) == []


def test_void_time_is_not_found(make, patient, alice, kinds, now):
    make.entry(patient, alice, local(6, 23), 300, status="voided", voided_at=now, voided_by=alice,
               void_reason="Twice")  # fmt: skip
    assert kinds() == []


# -- figures ----------------------------------------------------------------------------------


def test_figures_say_by_person_and_clinic_how_the_log_was_kept(make, patient, alice, bob, audit):
    make.entry(patient, alice, local(6), 30)
    make.entry(patient, alice, local(7), 10, origin="by_hand", reason="Call",
               created_at=local(9), ended_entry_at=local(9))  # fmt: skip
    make.entry(patient, bob, local(6), 5, status="needs_review", review_reason="Asked.")
    make.entry(patient, bob, local(4), 60)
    make.entry(patient, bob, local(6, 23), 5, origin="timer_corrected", reason="Set right.")
    make.entry(patient, bob, local(6), 4)
    found = audit().figures
    assert [person["name"] for person in found["people"]] == ["Alice Moreno", "Bob Chen"]
    assert found["people"][0] | {"id": 0, "name": ""} == {
        "id": 0, "name": "", "entries": 2, "by_hand": 1, "corrected": 0, "round": 1, "long": 0,
        "unconfirmed": 0, "overlapping": 0, "night": 0, "seconds": 2400, "documented": 2, "late": 1,
    }  # fmt: skip
    assert found["clinic"] == {
        "entries": 5, "by_hand": 1, "corrected": 1, "round": 2, "long": 0, "unconfirmed": 1,
        "overlapping": 1, "night": 1, "seconds": 3240, "documented": 5, "late": 1,
    }  # fmt: skip
    mine = log_audit.own_week(bob, patient.practice, local(6).date() - dt.timedelta(days=1))
    assert (mine.entries, mine.by_clock, mine.by_clock_share) == (3, 2, 66)
    assert (mine.overlapping, mine.night, mine.late) == (1, 1, 0)


def test_figures_of_a_week_without_time_are_zero(audit):
    assert audit().figures["clinic"]["entries"] == 0
    assert audit().figures["people"] == []
