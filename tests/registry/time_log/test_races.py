"""Two requests of one person at the same instant, on real connections."""

from __future__ import annotations

import datetime as dt
import threading
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from registry.errors import Refused
from registry.models import TimeEntry
from registry.selectors import time_log as selectors
from registry.services import service_month, time_log

AT = dt.datetime(2026, 10, 14, 16, 0, tzinfo=dt.UTC)
pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*calls):
    """Run the calls together, each on its own connection; their answers, or what they raised."""
    gate = threading.Barrier(len(calls))

    def run(call):
        gate.wait()
        try:
            return call()
        except Refused as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


@pytest.fixture
def patients(make, elm_street):
    return [make.patient(elm_street) for _ in range(4)]


def test_starts_at_once_end_in_one_running_timer_and_four_clear_answers(patients, alice):
    def start(patient):
        return lambda: time_log.start(patient=patient, worker=alice, by=alice, now=AT)

    answers = at_once(*(start(patient) for patient in patients))
    assert all(isinstance(answer, TimeEntry) for answer in answers)
    assert TimeEntry.objects.filter(worker=alice, status="running").count() == 1
    assert TimeEntry.objects.filter(worker=alice).count() == 4


def test_starts_that_all_saw_no_timer_end_in_one_running_timer_and_four_clear_answers(
    patients, alice
):
    def start(patient):
        return lambda: time_log.start(
            patient=patient, worker=alice, by=alice, now=AT, is_free=True, client_id=uuid.uuid4()
        )

    answers = at_once(*(start(patient) for patient in patients))
    assert all(isinstance(answer, TimeEntry) for answer in answers)
    assert TimeEntry.objects.filter(worker=alice, status="running").count() == 1
    assert TimeEntry.objects.filter(worker=alice).count() == 4


def test_one_start_sent_twice_at_once_is_one_entry(patients, alice):
    name = uuid.uuid4()

    def start():
        return time_log.start(
            patient=patients[0], worker=alice, by=alice, now=AT, is_free=True, client_id=name
        )

    first, second = at_once(start, start)
    assert first.pk == second.pk
    assert TimeEntry.objects.count() == 1


def test_a_stop_that_another_device_outran_is_answered_as_it_stands(patients, alice):
    entry = time_log.start(patient=patients[0], worker=alice, by=alice, now=AT)
    seen = selectors.at_the_clock(alice, AT + dt.timedelta(minutes=5))
    time_log.stop(worker=alice, by=alice, now=AT + dt.timedelta(minutes=5))
    later = AT + dt.timedelta(minutes=6)
    again = time_log.stop(worker=alice, by=alice, now=later, entry_id=entry.pk, seen=seen)
    assert (again.pk, again.ended_at) == (entry.pk, AT + dt.timedelta(minutes=5))


def test_the_same_start_from_two_windows_is_one_entry(patients, alice):
    def start():
        return time_log.start(patient=patients[0], worker=alice, by=alice, now=AT)

    first, second = at_once(start, start)
    assert first.pk == second.pk
    assert TimeEntry.objects.count() == 1


def test_two_stops_at_once_both_answer_the_one_entry(patients, alice):
    entry = time_log.start(patient=patients[0], worker=alice, by=alice, now=AT)

    def stop(seconds):
        now = AT + dt.timedelta(seconds=seconds)
        return lambda: time_log.stop(worker=alice, by=alice, now=now, entry_id=entry.pk)

    first, second = at_once(stop(60), stop(61))
    assert first.pk == second.pk == entry.pk
    assert first.ended_at == second.ended_at


def test_a_stop_and_a_switch_at_once_lose_no_second_and_share_none(patients, alice):
    entry = time_log.start(patient=patients[0], worker=alice, by=alice, now=AT)
    later = AT + dt.timedelta(minutes=5)
    at_once(
        lambda: time_log.stop(worker=alice, by=alice, now=later, entry_id=entry.pk),
        lambda: time_log.start(patient=patients[1], worker=alice, by=alice, now=later),
    )
    entry.refresh_from_db()
    assert (entry.status, entry.ended_at) == ("confirmed", later)
    assert TimeEntry.objects.get(status="running").patient == patients[1]


def test_the_same_time_by_hand_twice_at_once_stands_once(patients, alice):
    def record(patient):
        return lambda: time_log.record(
            patient=patient,
            worker=alice,
            role="care_manager",
            activity="chart_review",
            started_at=AT - dt.timedelta(minutes=30),
            ended_at=AT,
            reason="Paper notes",
            by=alice,
            now=AT,
            outside_care_is_meant=True,
        )

    answers = at_once(record(patients[0]), record(patients[1]))
    refused = [answer for answer in answers if isinstance(answer, Refused)]
    assert len(refused) == 1
    assert "overlaps another entry" in refused[0].problems["started_at"]
    assert TimeEntry.objects.filter(status="confirmed").count() == 1


def test_closing_a_month_and_stopping_into_it_do_not_cross(patients, alice, dana):
    patient = patients[0]
    time_log.start(patient=patient, worker=alice, by=alice, now=AT)
    later = AT + dt.timedelta(minutes=5)
    october = dt.date(2026, 10, 1)
    at_once(
        lambda: time_log.stop(worker=alice, by=alice, now=later),
        lambda: service_month.close(patient, october, by=dana, now=later, reason="approved"),
    )
    entry = TimeEntry.objects.get()
    row = patient.service_months.get()
    assert row.is_closed
    assert entry.status in ("confirmed", "needs_review")
    assert row.confirmed_seconds == (300 if entry.status == "confirmed" else 0)


def test_stops_of_a_team_on_one_patient_at_once_all_stand_in_the_month(
    patients, person, elm_street
):
    team = [person(f"Worker{n} Lee", (elm_street, "care_manager")) for n in range(6)]
    service_month.refresh([patients[0]], [dt.date(2026, 10, 1)], now=AT)
    for worker in team:
        time_log.start(patient=patients[0], worker=worker, by=worker, now=AT)
    later = AT + dt.timedelta(minutes=5)

    def stop(worker):
        return lambda: time_log.stop(worker=worker, by=worker, now=later)

    answers = at_once(*(stop(worker) for worker in team))
    assert {answer.status for answer in answers} == {"confirmed"}
    assert patients[0].service_months.get().confirmed_seconds == 6 * 300
