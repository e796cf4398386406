"""Statements that are planned once a connection: what they write, and what history says of it."""

from __future__ import annotations

import datetime as dt
import time
import uuid

import pghistory
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from registry import kept_sql
from registry.models import Practice, TimeEntry
from registry.selectors import time_log

AT = dt.datetime(2026, 10, 14, 16, 0, tzinfo=dt.UTC)


@pytest.fixture
def timer(patient, alice):
    return TimeEntry(
        practice=patient.practice,
        patient=patient,
        worker=alice,
        role="care_manager",
        activity="chart_review",
        started_at=AT,
        status="running",
        origin="timer",
        client_id=uuid.uuid4(),
        created_at=AT,
        created_by=alice,
    )


def test_a_row_is_written_with_every_column_and_read_back_the_same(timer):
    assert kept_sql.insert(timer)
    found = TimeEntry.objects.get(pk=timer.pk)
    names = [field.attname for field in TimeEntry._meta.concrete_fields]
    assert [getattr(found, name) for name in names] == [getattr(timer, name) for name in names]


def test_history_says_who_wrote_a_row_and_who_changed_it(timer, alice):
    with pghistory.context(user=alice.pk, url="/start/"):
        kept_sql.insert(timer)
        assert kept_sql.change(timer, {"note": "Read the chart"}, guard=("status",))
    events = list(timer.events.order_by("pgh_id"))
    assert [event.note for event in events] == ["", "Read the chart"]
    said = {"user": alice.pk, "url": "/start/"}
    assert [event.pgh_context.metadata for event in events] == [said, said]


def test_a_row_that_another_is_in_the_way_of_comes_to_nothing(timer):
    kept_sql.insert(timer)
    again = TimeEntry.objects.get(pk=timer.pk)
    again.pk = None
    assert not kept_sql.insert(again)
    assert again.pk is None


def test_a_row_that_has_changed_since_it_was_read_is_left_alone(timer):
    kept_sql.insert(timer)
    TimeEntry.objects.filter(pk=timer.pk).update(note="Somebody else's")
    assert not kept_sql.change(timer, {"activity": "care_planning"}, guard=("note",))
    assert timer.activity == "chart_review"
    assert TimeEntry.objects.get(pk=timer.pk).activity == "chart_review"


def test_an_entry_carries_what_was_joined_to_it(timer, alice, django_assert_num_queries):
    kept_sql.insert(timer)
    with django_assert_num_queries(1):
        running, sent = time_log.at_the_clock(alice, AT, timer.client_id)
        assert running == sent == timer
        assert running.patient.practice.name
        assert running.worker is alice
        assert getattr(running, "clock_watch", None) is None


def test_a_kept_statement_is_counted_like_any_other(elm_street):
    statement = f"SELECT {kept_sql.columns(Practice, 'p')} FROM registry_practice AS p"
    with CaptureQueriesContext(connection) as captured:
        rows = kept_sql.fetch(statement, {})
    assert [kept_sql.Reader(row).one(Practice) for row in rows] == [elm_street]
    assert [query["sql"] for query in captured] == [statement]


def test_a_connection_that_the_server_has_ended_is_noticed(db):
    other = connection.copy()
    other.ensure_connection()
    try:
        assert other.is_usable()
        pid = other.connection.info.backend_pid
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s)", [pid])
        until = time.monotonic() + 10
        while other.is_usable() and time.monotonic() < until:
            time.sleep(0.02)
        assert not other.is_usable()
    finally:
        other.close()
