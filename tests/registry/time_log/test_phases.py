"""Work in phases under one timer, each of its own kind, without a gap; pauses; starts undone."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest
import time_machine

from registry.errors import Refused
from registry.models import ServiceMonth, TimeEntry
from registry.selectors import clock, phases
from registry.services import time_log, time_replay, time_watch

AT = dt.datetime(2026, 10, 14, 16, 0, tzinfo=dt.UTC)
PREPARE, CALL, NOTE = "chart_review", "patient_contact", "care_planning"


def after(minutes):
    return AT + dt.timedelta(minutes=minutes)


@pytest.fixture
def start(enrolled, alice):
    def start(activity=CALL, minute=0, patient=None, **fields):
        return time_log.start(
            patient=patient or enrolled,
            worker=alice,
            activity=activity,
            by=alice,
            now=after(minute),
            **fields,
        )

    return start


@pytest.fixture
def other(make, elm_street):
    return make.patient(elm_street)


@pytest.fixture
def phase(start):
    """Go on with an entry under another kind of work."""

    def phase(before, activity, minute, **fields):
        return start(activity, minute, is_phase=True, after=before, **fields)

    return phase


@pytest.fixture
def stop(alice):
    return lambda minute: time_log.stop(worker=alice, by=alice, now=after(minute))


def log():
    rows = TimeEntry.objects.exclude(status="voided").order_by("started_at")
    return [(row.activity, row.started_at, row.ended_at) for row in rows]


def test_each_phase_is_an_entry_of_its_own_kind_and_no_second_lies_between(start, phase, stop):
    call = phase(start(PREPARE), CALL, 4)
    phase(call, NOTE, 21)
    stop(26)
    assert log() == [
        (PREPARE, AT, after(4)),
        (CALL, after(4), after(21)),
        (NOTE, after(21), after(26)),
    ]


def test_every_phase_knows_the_first_and_the_bar_the_whole_work(start, phase, alice, enrolled):
    first = start(PREPARE)
    last = phase(phase(first, CALL, 4), NOTE, 21)
    assert [row.pk for row in phases.of(first)] == [row.pk for row in phases.of(last)]
    assert TimeEntry.objects.filter(phase_of=first).count() == 2
    state = clock.of(alice, after(23))
    assert (state["running"]["before_seconds"], state["running"]["activity"]) == (21 * 60, NOTE)
    assert state["month"]["counted_seconds"] == 21 * 60


def test_the_answer_to_a_phase_says_the_same_as_the_clock_read_anew(
    start, alice, enrolled, signed_in, time_machine_at
):
    browser = signed_in(alice)
    first = start(PREPARE)
    with time_machine_at(after(4)):
        said = browser.post(
            "/api/p/elm-street/timer/start/",
            {"patient": enrolled.pk, "activity": CALL, "after": first.pk},
            "application/json",
        ).json()
        again = browser.get("/api/p/elm-street/timer/").json()
    assert said["running"] == again["running"]
    assert said["month"] == again["month"]
    assert said["running"]["before_seconds"] == said["stopped"]["seconds"] == 240


@pytest.fixture
def time_machine_at():
    return lambda at: time_machine.travel(at, tick=False)


def test_the_same_kind_again_is_the_same_phase(start, phase):
    first = start(CALL)
    assert phase(first, CALL, 3).pk == first.pk
    assert log() == [(CALL, AT, None)]


def test_a_phase_sent_twice_is_one(start, phase):
    mine = uuid.uuid4()
    first = start(PREPARE)
    one, other = (phase(first, CALL, 4, client_id=mine) for _ in range(2))
    assert one.pk == other.pk
    assert len(log()) == 2


def test_after_a_pause_work_goes_on_and_the_pause_is_nobody_s_time(start, phase, stop, alice):
    first = start(CALL)
    stop(10)
    assert clock.of(alice, after(20))["resume"]["id"] == first.pk
    again = phase(first, CALL, 30)
    stop(35)
    assert log() == [(CALL, AT, after(10)), (CALL, after(30), after(35))]
    assert again.phase_of_id == first.pk
    assert clock.of(alice, after(36))["resume"]["before_seconds"] == 600


@pytest.mark.parametrize(("hours", "goes_on"), [(12, True), (13, False)])
def test_what_ended_long_ago_is_not_gone_on_with(start, stop, alice, hours, goes_on):
    start(CALL)
    stop(1)
    now = after(1 + 60 * hours)
    assert bool(clock.of(alice, now)["resume"]) == goes_on


def test_time_by_hand_is_not_offered_to_go_on_with(make, enrolled, alice):
    make.entry(enrolled, alice, AT, minutes=5, origin="by_hand", reason="No network")
    assert clock.of(alice, after(10))["resume"] is None


def test_another_s_or_another_patient_s_entry_links_nothing(start, phase, stop, other, bob, make):
    entry = start(CALL)
    stop(10)
    assert phase(entry, CALL, 20, patient=other).phase_of_id is None


def test_phases_kept_without_network_arrive_in_order_and_without_a_gap(start, enrolled, alice):
    first, kept = start(PREPARE), uuid.uuid4()
    fixed = {"patient": enrolled, "worker": alice, "role": None, "by": alice, "now": after(60)}
    call = time_replay.stretch(
        activity=CALL, started_at=after(4), ended_at=after(21), client_id=kept,
        is_phase=True, after=first, **fixed,
    )  # fmt: skip
    time_replay.start(
        activity=NOTE, at=after(21), client_id=uuid.uuid4(), is_phase=True, after=call, **fixed
    )
    assert log() == [
        (PREPARE, AT, after(4)),
        (CALL, after(4), after(21)),
        (NOTE, after(21), None),
    ]
    assert len(phases.of(first)) == 3


def test_each_phase_counts_by_the_rules_of_its_kind(start, phase, stop, enrolled):
    phase(start(CALL), "clerical", 20)
    stop(30)
    month = ServiceMonth.objects.get(patient=enrolled)
    assert (month.worked_seconds, month.counted_seconds) == (1800, 1200)


def test_the_true_time_of_a_phase_stays_among_the_phases(start, phase, stop, alice):
    first = start(PREPARE)
    last = phase(first, CALL, 4)
    stop(10)
    for entry, (begun, ended) in ((first, (0, 3)), (last, (4, 9))):
        entry.refresh_from_db()
        time_log.correct(
            entry, started_at=after(begun), ended_at=after(ended), reason="Miscounted",
            by=alice, now=after(30),
        )  # fmt: skip
    assert [row.ended_at for row in phases.of(last)] == [after(3), after(9)]


# -- a start taken back ------------------------------------------------------------------------


def test_a_switch_by_mistake_is_taken_back_and_costs_no_second(start, other, alice):
    start(CALL)
    wrong = start(CALL, 10, patient=other)
    runs = time_log.take_back(wrong, by=alice, now=after(11))
    assert log() == [(CALL, AT, None)]
    assert (runs.started_at, runs.reason) == (AT, "The start was taken back.")
    assert time_log.take_back(wrong, by=alice, now=after(11)).pk == runs.pk


def test_what_was_noted_on_either_clock_stays(start, other, alice):
    one = start(CALL)
    time_log.describe(one, note="Called", by=alice, now=after(1))
    wrong = start(CALL, 10, patient=other)
    time_log.describe(wrong, note="PHQ-9 next week", by=alice, now=after(10))
    assert time_log.take_back(wrong, by=alice, now=after(11)).note == "Called\nPHQ-9 next week"


def test_a_first_start_taken_back_leaves_nothing_that_counts(start, alice, enrolled):
    assert time_log.take_back(start(CALL), by=alice, now=after(2)) is None
    assert log() == []
    assert TimeEntry.objects.get().void_reason == "The start was taken back."


def test_later_a_start_is_not_taken_back_by_one_press(start, alice, stop):
    entry = start(CALL)
    with pytest.raises(Refused, match="can no longer be taken back"):
        time_log.take_back(entry, by=alice, now=after(11))
    stop(12)
    with pytest.raises(Refused, match="has gone on since"):
        time_log.take_back(entry, by=alice, now=after(13))


# -- "still working", said without network ------------------------------------------------------


def test_an_answer_that_comes_late_lets_the_clock_go_on_that_was_stopped_for_want_of_it(
    start, alice, system
):
    entry = start(CALL)
    time_watch.sweep(by=system, now=after(50))
    time_watch.answer(entry, at=after(46), by=alice, now=after(55))
    assert log() == [(CALL, AT, None)]
    assert clock.of(alice, after(55))["watch"]["prompt_at"] == after(46 + 45)


def test_an_answer_given_after_the_stop_was_due_leaves_it_to_the_person(start, alice, system):
    entry = start(CALL)
    time_watch.sweep(by=system, now=after(50))
    time_watch.answer(entry, at=after(52), by=alice, now=after(55))
    assert TimeEntry.objects.get().status == "needs_review"


def test_an_answer_never_lets_a_clock_go_on_over_other_time(start, alice, system, other):
    entry = start(CALL)
    time_watch.sweep(by=system, now=after(50))
    start(CALL, 51, patient=other)
    time_watch.answer(entry, at=after(46), by=alice, now=after(55))
    assert [row.status for row in TimeEntry.objects.order_by("pk")] == ["needs_review", "running"]
