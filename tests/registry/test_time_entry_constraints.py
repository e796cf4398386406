"""What the database itself refuses of a time entry."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import Error, IntegrityError, connection, transaction

from registry.models import TimeEntry
from registry.services import service_month

AT = dt.datetime(2026, 10, 6, 14, 0, tzinfo=dt.UTC)
OCTOBER = dt.date(2026, 10, 1)


def refused(match):
    return pytest.raises((IntegrityError, Error), match=match)


def test_two_confirmed_entries_of_one_worker_cannot_share_a_second(make, patient, alice):
    make.entry(patient, alice, AT, minutes=20)
    with refused("no_overlap_per_worker"), transaction.atomic():
        make.entry(patient, alice, AT + dt.timedelta(minutes=19, seconds=59), minutes=5)


def test_one_may_start_at_the_instant_the_other_stops(make, patient, alice):
    make.entry(patient, alice, AT, minutes=20)
    make.entry(patient, alice, AT + dt.timedelta(minutes=20), minutes=5)
    assert TimeEntry.objects.count() == 2


def test_two_people_may_work_at_the_same_time(make, patient, alice, bob):
    make.entry(patient, alice, AT)
    make.entry(patient, bob, AT)
    assert TimeEntry.objects.count() == 2


def test_an_entry_that_needs_review_may_overlap(make, patient, alice):
    make.entry(patient, alice, AT)
    make.entry(patient, alice, AT, status="needs_review", review_reason="overlaps")
    assert TimeEntry.objects.count() == 2


def test_a_person_has_one_running_timer(make, patient, alice):
    make.entry(patient, alice, AT, minutes=None)
    with refused("one_running_per_worker"), transaction.atomic():
        make.entry(patient, alice, AT + dt.timedelta(hours=1), minutes=None)


@pytest.mark.parametrize(
    ("minutes", "fields", "constraint"),
    [
        (-5, {}, "starts_before_end|range lower bound"),
        (0, {}, "starts_before_end"),
        (24 * 60 + 1, {}, "within_a_day"),
        (10, {"origin": "by_hand"}, "by_hand_has_a_reason"),
        (10, {"status": "needs_review"}, "review_has_a_reason"),
        (10, {"status": "voided"}, "voided_has_a_reason"),
        (10, {"activity": "lunch"}, "words_known"),
    ],
)
def test_an_impossible_entry_is_refused(make, patient, alice, minutes, fields, constraint):
    with refused(constraint), transaction.atomic():
        make.entry(patient, alice, AT, minutes=minutes, **fields)


@pytest.fixture
def closed(make, patient, alice, dana, now):
    entry = make.entry(patient, alice, AT)
    service_month.close(patient, OCTOBER, by=dana, now=now, reason="claim approved")
    return entry


def test_nothing_confirmed_comes_into_a_closed_month(make, closed, patient, alice):
    with refused("closed month"), transaction.atomic():
        make.entry(patient, alice, AT + dt.timedelta(days=1))


def test_nothing_confirmed_changes_in_a_closed_month(closed, alice, now):
    with refused("closed month"), transaction.atomic():
        TimeEntry.objects.filter(pk=closed.pk).update(note="another story")


def test_an_entry_across_the_month_s_end_is_closed_by_either_month(make, closed, patient, alice):
    before_midnight = dt.datetime(2026, 11, 1, 3, 50, tzinfo=dt.UTC)
    with refused("closed month"), transaction.atomic():
        make.entry(patient, alice, before_midnight, minutes=20)


def test_a_late_entry_may_wait_for_review_in_a_closed_month(make, closed, patient, alice):
    make.entry(
        patient, alice, AT + dt.timedelta(days=1), status="needs_review", review_reason="late"
    )
    assert TimeEntry.objects.filter(status="needs_review").count() == 1


def test_the_time_of_an_ended_entry_is_never_edited(make, patient, alice):
    entry = make.entry(patient, alice, AT)
    with refused("no_edit_after_end|Cannot update"), transaction.atomic():
        TimeEntry.objects.filter(pk=entry.pk).update(ended_at=AT + dt.timedelta(hours=1))


def test_an_entry_is_never_deleted_not_even_by_raw_sql(make, patient, alice):
    entry = make.entry(patient, alice, AT)
    with refused("Cannot delete"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM registry_timeentry WHERE id = %s", [entry.pk])


def test_a_bulk_write_leaves_its_history(make, patient, alice):
    entry = make.entry(patient, alice, AT)
    TimeEntry.objects.filter(pk=entry.pk).update(note="spoke with the pharmacy")
    labels = [event.pgh_label for event in entry.events.order_by("pgh_id")]
    assert labels == ["insert", "update"]
