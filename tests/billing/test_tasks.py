"""What beat asks for, what workers do, and what a dead worker leaves."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from kombu.exceptions import OperationalError

from billing import tasks
from billing.models import Claim, TrueUpRun
from billing.services import true_up, true_up_chunk, true_up_queue
from registry.models import Practice
from tests.billing.october import OCTOBER

pytestmark = pytest.mark.django_db
NOVEMBER_2 = dt.datetime(2026, 11, 2, 15, 0, tzinfo=dt.UTC)


@pytest.fixture
def sent(monkeypatch, django_capture_on_commit_callbacks):
    """The chunks that were sent to the workers."""
    found = []
    monkeypatch.setattr(
        true_up_queue.current_app, "send_task", lambda name, args: found.append((name, *args))
    )
    return found


@pytest.fixture
def tick(sent, time_machine, django_capture_on_commit_callbacks):
    """Beat's hourly task at an instant; what it sent to the workers."""

    def tick(at):
        time_machine.move_to(at, tick=False)
        sent.clear()
        with django_capture_on_commit_callbacks(execute=True):
            tasks.true_up_where_due()
        return list(sent)

    return tick


def runs():
    return [
        (run.practice.slug, f"{run.month:%Y-%m}", run.kind)
        for run in TrueUpRun.objects.order_by("practice__slug", "month")
    ]


def local(zone, *at):
    return dt.datetime(*at, tzinfo=ZoneInfo(zone))


def test_the_last_evening_is_provisional_and_the_first_midnight_final(enrolled, tick):
    for _, chunk_id in tick(local("America/New_York", 2026, 10, 31, 20, 5)):
        tasks.true_up_chunk(chunk_id)
    assert ("elm-street", "2026-10", "provisional") in runs()
    tick(local("America/New_York", 2026, 10, 31, 23, 5))
    assert ("elm-street", "2026-10", "final") not in runs()
    tick(local("America/New_York", 2026, 11, 1, 0, 5))
    assert ("elm-street", "2026-10", "final") in runs()


def test_a_final_run_waits_for_the_evenings_to_end(enrolled, elm_street, tick):
    left = tick(local("America/New_York", 2026, 10, 31, 20, 5))
    assert tick(local("America/New_York", 2026, 11, 1, 0, 5)) == left, "sent again, it was late"
    for _, chunk_id in left:
        tasks.true_up_chunk(chunk_id)
    tick(local("America/New_York", 2026, 11, 1, 1, 5))
    assert ("elm-street", "2026-10", "final") in runs()


def test_each_practice_closes_its_month_at_its_own_midnight(
    elm_street, harbor, northside, tick, sent
):
    Practice.objects.filter(pk=harbor.pk).update(timezone="Pacific/Pago_Pago")
    Practice.objects.filter(pk=elm_street.pk).update(timezone="Pacific/Kiritimati")
    tick(dt.datetime(2026, 10, 31, 10, 5, tzinfo=dt.UTC))
    finals = [run for run in runs() if run[2] == "final"]
    assert finals == [("elm-street", "2026-10", "final"), ("harbor", "2026-09", "final")]


def test_workers_do_what_beat_asked_for(enrolled, tick, time_machine):
    sent = tick(local("America/New_York", 2026, 11, 1, 0, 5))
    assert {name for name, _ in sent} == {"billing.tasks.true_up_chunk"}
    assert not Claim.objects.exists()
    for _, chunk_id in sent:
        tasks.true_up_chunk(chunk_id)
    claim = Claim.objects.get(month=OCTOBER)
    assert claim.is_final
    assert not TrueUpRun.objects.filter(finished_at=None).exists()
    assert tick(local("America/New_York", 2026, 11, 1, 1, 5)) == []


def test_the_tasks_are_known_by_the_names_they_are_sent_by():
    from config.celery import app

    assert app.tasks[true_up_queue.CHUNK_TASK] is not None
    schedule = {entry["task"] for entry in app.conf.beat_schedule.values()}
    assert tasks.true_up_where_due.name in schedule
    assert tasks.true_up_chunk.acks_late


def test_what_a_dead_worker_left_is_sent_again_and_done_once(
    enrolled, make, elm_street, alice, dr_priya, tick, monkeypatch
):
    monkeypatch.setattr(true_up, "CHUNK", 1)
    make.episode(make.patient(elm_street), alice, dr_priya)
    at = local("America/New_York", 2026, 11, 20, 1, 5)
    (first, second) = tick(at)
    tasks.true_up_chunk(first[1])
    assert tick(at + dt.timedelta(minutes=20)) == []
    assert tick(at + dt.timedelta(minutes=40)) == [second]
    tasks.true_up_chunk(second[1])
    tasks.true_up_chunk(second[1])
    run = TrueUpRun.objects.get(practice=elm_street)
    assert (run.chunks_done, run.patients_done) == (2, 2)
    assert run.finished_at is not None


def test_a_worker_that_dies_half_way_leaves_nothing_behind(
    enrolled, elm_street, system, monkeypatch
):
    made, _ = true_up.start(
        practice=elm_street, month=OCTOBER, kind="final", by=system, now=NOVEMBER_2
    )
    (chunk_id,) = true_up.unfinished(made)
    monkeypatch.setattr(true_up_chunk.true_up_failures, "settle", dies)
    with pytest.raises(SystemExit):
        true_up.work(chunk_id, now=NOVEMBER_2)
    assert not Claim.objects.exists()
    assert true_up.unfinished(made) == [chunk_id]
    monkeypatch.undo()
    assert true_up.work(chunk_id, now=NOVEMBER_2)
    assert Claim.objects.count() == 1


def dies(*_, **__):
    """As a worker that is killed: no exception that any code would catch."""
    raise SystemExit


def test_a_queue_that_does_not_answer_loses_nothing(
    enrolled, elm_street, dana, monkeypatch, django_capture_on_commit_callbacks, tick, caplog
):
    def no_answer(*_, **__):
        raise OperationalError

    monkeypatch.setattr(true_up_queue.current_app, "send_task", no_answer)
    with django_capture_on_commit_callbacks(execute=True):
        made = true_up_queue.ask(
            practice=elm_street, month=OCTOBER, kind="final", by=dana, now=NOVEMBER_2
        )
    assert "queue does not answer" in caplog.text
    assert len(true_up.unfinished(made)) == 1


def test_asking_twice_is_one_run(
    enrolled, elm_street, dana, sent, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        first, second = (
            true_up_queue.ask(
                practice=elm_street, month=OCTOBER, kind="final", by=dana, now=NOVEMBER_2
            )
            for _ in range(2)
        )
    assert first == second
    assert len(sent) == 1


def test_a_chunk_of_a_run_that_is_gone_is_passed_over(db):
    tasks.true_up_chunk(4711)
