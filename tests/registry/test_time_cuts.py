"""Overlaps: one of two entries gives way, as the person chooses, and one press takes it back."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.errors import Conflict, Refused
from registry.models import ServiceMonth, TimeCut, TimeEntry
from registry.selectors import time_cuts as found_cuts
from registry.services import service_month, time_cuts, time_log

AT = dt.datetime(2026, 10, 14, 16, 0, tzinfo=dt.UTC)
OCTOBER = dt.date(2026, 10, 1)


def before(minutes):
    return AT - dt.timedelta(minutes=minutes)


@pytest.fixture
def other(make, elm_street):
    return make.patient(elm_street)


@pytest.fixture
def wanted(enrolled, alice):
    def wanted(start, end, **fields):
        chosen = {
            "patient": enrolled,
            "worker": alice,
            "role": "care_manager",
            "activity": "patient_contact",
            "reason": "Called from the car",
            "outside_care_is_meant": True,
        }
        return time_cuts.Wanted(started_at=start, ended_at=end, **chosen | fields)

    return wanted


@pytest.fixture
def settle(alice):
    return lambda wanted, choice, now=AT: time_cuts.settle(wanted, choice, by=alice, now=now)


def standing(worker):
    """Minutes before AT of every confirmed entry, in order."""
    rows = TimeEntry.objects.filter(worker=worker, status="confirmed").order_by("started_at")
    return [
        ((AT - row.started_at).total_seconds() / 60, (AT - row.ended_at).total_seconds() / 60)
        for row in rows
    ]


@pytest.mark.parametrize(
    ("new", "choice", "stand"),
    [
        ((50, 30), "that", [(60, 50), (50, 30)]),
        ((50, 30), "this", [(60, 40), (40, 30)]),
        ((70, 50), "that", [(70, 50), (50, 40)]),
        ((70, 50), "this", [(70, 60), (60, 40)]),
        ((70, 30), "that", [(70, 30)]),
        ((70, 30), "this", [(70, 60), (60, 40), (40, 30)]),
        ((55, 45), "that", [(60, 55), (55, 45), (45, 40)]),
    ],
)
def test_this_or_that_is_cut_to_the_second(make, wanted, settle, other, alice, new, choice, stand):
    make.entry(other, alice, before(60), minutes=20)
    settle(wanted(before(new[0]), before(new[1])), choice)
    assert standing(alice) == stand


def test_nothing_left_of_this_is_said_and_nothing_is_written(make, wanted, settle, other, alice):
    make.entry(other, alice, before(60), minutes=20)
    with pytest.raises(Refused, match="Nothing would be left"):
        settle(wanted(before(55), before(45)), "this")
    assert standing(alice) == [(60, 40)]
    assert not TimeCut.objects.exists()


def test_what_is_left_of_the_other_says_what_it_was(make, wanted, settle, other, alice):
    entry = make.entry(other, alice, before(60), minutes=20, note="Read the labs")
    settle(wanted(before(50), before(30)), "that")
    entry.refresh_from_db()
    (left,) = entry.replaced_by.all()
    assert (entry.status, left.note, left.origin) == ("voided", "Read the labs", "timer_corrected")
    assert "Cut for another entry" in entry.void_reason
    assert ServiceMonth.objects.get(patient=other).confirmed_seconds == 600


@pytest.mark.parametrize(("new", "choice"), [((50, 30), "that"), ((50, 30), "this")])
def test_one_press_takes_a_cut_back(make, wanted, settle, other, alice, new, choice):
    make.entry(other, alice, before(60), minutes=20)
    cut = settle(wanted(before(new[0]), before(new[1])), choice)
    assert found_cuts.recent(alice, other.practice, before(10)) == [cut]
    undone = time_cuts.undo(cut, by=alice, now=AT)
    assert standing(alice) == [(60, 40)]
    assert (undone.undone_at, undone.undone_by) == (AT, alice)
    assert found_cuts.recent(alice, other.practice, before(10)) == []
    time_cuts.undo(cut, by=alice, now=AT)  # a second press changes nothing
    assert standing(alice) == [(60, 40)]


def test_after_some_minutes_a_cut_is_corrected_by_hand(make, wanted, settle, other, alice):
    make.entry(other, alice, before(60), minutes=20)
    cut = settle(wanted(before(50), before(30)), "that")
    late = AT + time_cuts.UNDO_FOR + dt.timedelta(seconds=1)
    with pytest.raises(Refused, match="no longer"):
        time_cuts.undo(cut, by=alice, now=late)


def test_what_was_changed_since_is_not_undone_over(make, wanted, settle, other, alice):
    make.entry(other, alice, before(60), minutes=20)
    cut = settle(wanted(before(50), before(30)), "that")
    left = TimeEntry.objects.get(pk=cut.created[0])
    time_log.void(left, reason="Wrong", by=alice, now=AT)
    with pytest.raises(Refused, match="changed since"):
        time_cuts.undo(cut, by=alice, now=AT)
    assert TimeEntry.objects.get(pk=cut.created[1]).status == "confirmed"


def test_the_auditor_reads_what_was_chosen(make, wanted, settle, other, alice):
    entry = make.entry(other, alice, before(60), minutes=20)
    cut = settle(wanted(before(50), before(30)), "that")
    assert found_cuts.about(entry) == [cut]
    assert "The other entry was cut" in cut.said
    assert "11:00 AM–11:20 AM" in cut.said
    assert cut.events.count() == 1


def test_an_entry_that_waits_is_confirmed_by_cutting_the_other(
    make, wanted, settle, enrolled, other, alice
):
    make.entry(other, alice, before(60), minutes=20)
    waits = make.entry(
        enrolled, alice, before(50), minutes=20, status="needs_review", review_reason="It overlaps."
    )
    cut = settle(wanted(before(50), before(30), entry=waits, origin="timer"), "that")
    assert standing(alice) == [(60, 50), (50, 30)]
    time_cuts.undo(cut, by=alice, now=AT)
    assert standing(alice) == [(60, 40)]
    again = TimeEntry.objects.get(status="needs_review")
    assert (again.replaces_id, again.review_reason) == (waits.pk, "It overlaps.")


def test_a_closed_month_stands_still(make, wanted, settle, other, alice, dana):
    make.entry(other, alice, before(60), minutes=20)
    service_month.close(other, OCTOBER, by=dana, now=AT, reason="approved")
    with pytest.raises(Refused, match="closed"):
        settle(wanted(before(50), before(30)), "that")
    assert standing(alice) == [(60, 40)]


def test_b_may_begin_as_a_ends(make, wanted, settle, other, alice):
    make.entry(other, alice, before(60), minutes=20)
    cut = settle(wanted(before(40), before(30)), "that")
    assert (cut.voided, len(cut.created)) == ([], 1)


# -- the start of a running timer -----------------------------------------------------------------


@pytest.fixture
def running(enrolled, alice):
    return time_log.start(patient=enrolled, worker=alice, by=alice, now=before(10))


def test_a_running_timer_may_have_begun_earlier(running, alice):
    moved, cut = time_log.move_start(running, at=before(15), by=alice, now=AT)
    assert (moved.started_at, moved.origin, cut) == (before(15), "timer_corrected", None)


def test_a_start_is_never_set_back_over_other_time_unasked(make, running, other, alice):
    entry = make.entry(other, alice, before(30), minutes=15)
    with pytest.raises(Conflict) as conflict:
        time_log.move_start(running, at=before(20), by=alice, now=AT)
    assert conflict.value.others == [entry]
    running.refresh_from_db()
    assert running.started_at == before(10)


def test_who_chooses_so_cuts_the_neighbour_and_may_undo_it(make, running, other, alice):
    make.entry(other, alice, before(30), minutes=15)
    moved, cut = time_log.move_start(running, at=before(20), crop=True, by=alice, now=AT)
    assert moved.started_at == before(20)
    assert standing(alice) == [(30, 20)]
    time_log.undo(cut, by=alice, now=AT)
    assert standing(alice) == [(30, 15)]
    running.refresh_from_db()
    assert running.started_at == before(10)


def test_a_neighbour_that_ends_there_is_not_in_the_way(make, running, other, alice):
    make.entry(other, alice, before(30), minutes=10)
    moved, cut = time_log.move_start(running, at=before(20), by=alice, now=AT)
    assert (moved.started_at, cut) == (before(20), None)


@pytest.mark.parametrize(
    ("at", "words"), [(before(-1), "future"), (before(24 * 60 + 1), "more than a day")]
)
def test_a_start_that_cannot_be_is_refused(running, alice, at, words):
    with pytest.raises(Refused, match=words):
        time_log.move_start(running, at=at, by=alice, now=AT)


def test_a_start_that_is_heard_of_after_the_stop_enters_the_true_time(running, alice):
    stopped = time_log.stop(worker=alice, by=alice, now=AT, note="Called")
    moved, cut = time_log.move_start(stopped, at=before(15), by=alice, now=AT)
    stopped.refresh_from_db()
    assert (stopped.status, moved.replaces_id, cut) == ("voided", stopped.pk, None)
    assert (moved.origin, moved.note) == ("timer_corrected", "Called")
    assert standing(alice) == [(15, 0)]


def test_it_asks_there_too_and_one_press_takes_the_cut_back(make, running, other, alice):
    make.entry(other, alice, before(30), minutes=15)
    stopped = time_log.stop(worker=alice, by=alice, now=AT)
    with pytest.raises(Conflict) as conflict:
        time_log.move_start(stopped, at=before(20), by=alice, now=AT)
    assert [row.patient for row in conflict.value.others] == [other]
    assert standing(alice) == [(30, 15), (10, 0)]
    moved, cut = time_log.move_start(stopped, at=before(20), crop=True, by=alice, now=AT)
    assert standing(alice) == [(30, 20), (20, 0)]
    assert moved.started_at == before(20)
    time_log.undo(cut, by=alice, now=AT)
    assert standing(alice) == [(30, 15), (10, 0)]


@pytest.mark.parametrize("stops", [False, True])
def test_a_start_set_right_twice_is_set_right_once(make, running, other, alice, stops):
    make.entry(other, alice, before(30), minutes=15)
    if stops:
        time_log.stop(worker=alice, by=alice, now=AT)
    for _ in range(2):
        moved, _ = time_log.move_start(running, at=before(20), crop=True, by=alice, now=AT)
    assert moved.started_at == before(20)
    assert TimeCut.objects.count() == 1
    assert TimeEntry.objects.exclude(status="voided").count() == 2


def test_time_that_needs_review_is_set_right_on_its_entry(running, alice):
    TimeEntry.objects.filter(pk=running.pk).update(
        status="needs_review", review_reason="Forgotten?", ended_at=AT
    )
    with pytest.raises(Refused, match="Open the entry"):
        time_log.move_start(running, at=before(15), by=alice, now=AT)


# -- the law --------------------------------------------------------------------------------------

spans = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda s: (s[0], s[0] + s[1]))


@given(span=spans, taken=st.lists(spans, max_size=5))
def test_what_is_left_over_is_every_second_that_nobody_took(span, taken):
    def at(pairs):
        return [(AT + dt.timedelta(seconds=a), AT + dt.timedelta(seconds=b)) for a, b in pairs]

    (whole,) = at([span])
    left = time_cuts.left_over(whole, at(taken))
    seconds = {
        int((start - AT).total_seconds()) + n
        for start, end in left
        for n in range(int((end - start).total_seconds()))
    }
    free = set(range(*span)) - {second for a, b in taken for second in range(a, b)}
    assert seconds == free
    assert all(a[1] < b[0] for a, b in itertools.pairwise(left))
