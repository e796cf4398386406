"""What holds after any day of starts, switches, stops and mistakes."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from registry.errors import Refused
from registry.models import TimeEntry
from registry.services import service_month, time_log

AT = dt.datetime(2026, 10, 31, 18, 0, tzinfo=dt.UTC)

#: A person's act, and the seconds that pass before it: a night over the month's end is among them.
ACTS = st.lists(
    st.tuples(
        st.sampled_from(["start 0", "start 1", "start 2", "stop", "void", "by hand"]),
        st.sampled_from([0, 1, 59, 60, 600, 3600, 40_000]),
    ),
    max_size=12,
)


class Day:
    """Alice's day: what she did, and when a timer should have been running."""

    def __init__(self, alice, patients):
        self.alice, self.patients, self.now = alice, patients, AT
        self.runs = []

    def act(self, what, seconds):
        self.now += dt.timedelta(seconds=seconds)
        if what.startswith("start"):
            self.start(self.patients[int(what[-1])])
        elif what == "stop":
            self.stop()
        elif what == "void":
            self.void()
        else:
            self.by_hand()

    def start(self, patient):
        if self.runs and self.runs[-1][2] is None:
            if self.runs[-1][0] == patient:
                return
            self.runs[-1][2] = self.now
        self.runs.append([patient, self.now, None])
        time_log.start(patient=patient, worker=self.alice, by=self.alice, now=self.now)

    def stop(self):
        try:
            time_log.stop(worker=self.alice, by=self.alice, now=self.now)
        except Refused:
            assert not self.runs or self.runs[-1][2] is not None
        else:
            self.runs[-1][2] = self.now

    def void(self):
        entry = TimeEntry.objects.filter(worker=self.alice).exclude(ended_at=None).last()
        if entry is not None:
            time_log.void(entry, reason="A mistake", by=self.alice, now=self.now)

    def by_hand(self):
        try:
            time_log.record(
                patient=self.patients[0],
                worker=self.alice,
                role="care_manager",
                activity="care_planning",
                started_at=self.now - dt.timedelta(seconds=90),
                ended_at=self.now - dt.timedelta(seconds=30),
                reason="Paper notes",
                by=self.alice,
                now=self.now,
                outside_care_is_meant=True,
            )
        except Refused as refused:
            problems = refused.problems.keys()
        else:
            problems = {"started_at"}
        assert problems == {"started_at"}


@pytest.fixture
def patients(make, elm_street):
    return [make.patient(elm_street) for _ in range(3)]


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=ACTS)
def test_after_any_day_nothing_overlaps_and_nothing_is_lost(alice, patients, acts):
    with transaction.atomic():
        day = Day(alice, patients)
        for what, seconds in acts:
            day.act(what, seconds)
        check_timers(day)
        check_overlaps(alice)
        check_totals(patients)
        transaction.set_rollback(True)


def check_timers(day):
    """Every timer is there, with the very instants, one after the other; one runs at most."""
    timers = TimeEntry.objects.filter(origin="timer").order_by("pk")
    assert [[t.patient, t.started_at, t.ended_at] for t in timers] == day.runs
    assert timers.filter(status="running").count() <= 1


def check_overlaps(alice):
    confirmed = TimeEntry.objects.filter(worker=alice, status="confirmed").order_by("started_at")
    assert all(first.ended_at <= second.started_at for first, second in pairwise(confirmed))


def check_totals(patients):
    """What is kept beside a month is what its entries come to."""
    for patient in patients:
        for row in patient.service_months.all():
            kept = (row.worked_seconds, row.confirmed_seconds, row.review_seconds)
            assert service_month.measure([row.pk])[row.pk] == kept
