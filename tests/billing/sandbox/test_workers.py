"""A large practice's test goes to the workers in chunks, and comes to the same."""

from __future__ import annotations

import datetime as dt

import pytest
from kombu.exceptions import OperationalError

from billing import tasks
from billing.services import sandbox
from registry.errors import Refused
from tests.billing.october import NOVEMBER_2

pytestmark = pytest.mark.usefixtures("in_november")


def work(sent):
    for _, *args in sent:
        tasks.policy_test_chunk(*args)


def test_a_large_month_goes_to_the_workers_in_chunks_and_comes_to_the_same(
    october, drafted, found, tried, monkeypatch, small_chunks
):
    draft = drafted("midpoint")
    for minutes in (40, 75, 90, 10, 40):
        october.chart(minutes)
    test = tried(draft, noted_on=draft.pk)
    assert [sent[0] for sent in small_chunks] == ["billing.tasks.policy_test_chunk"] * 3
    assert sandbox.result(test) is None
    assert not sandbox.progress(test, now=NOVEMBER_2).is_finished
    work(small_chunks)
    far = sandbox.progress(test, now=NOVEMBER_2)
    assert (far.patients_done, far.patients_total, far.is_finished) == (5, 5, True)
    monkeypatch.setattr(sandbox, "CHUNK", 500)
    assert sandbox.result(test) == found(draft)
    draft.refresh_from_db()
    assert set(draft.tested_months) == {"2026-10"}


def test_a_chunk_that_is_sent_twice_is_done_once(
    october, drafted, tried, small_chunks, dana, elm_street
):
    for _ in range(3):
        october.chart(40)
    test = tried(drafted("midpoint"))
    work(small_chunks)
    done = [
        sandbox.work(dana.pk, elm_street.pk, test.id, position, now=NOVEMBER_2)
        for position in (0, 1)
    ]
    assert done == [False, False]
    assert sandbox.result(test).totals["added"].count == 3


def test_a_test_whose_worker_died_is_stalled_after_two_minutes(
    october, drafted, tried, small_chunks
):
    for _ in range(3):
        october.chart(40)
    test = tried(drafted("midpoint"))
    soon, late = (NOVEMBER_2 + dt.timedelta(seconds=seconds) for seconds in (119, 121))
    assert not sandbox.progress(test, now=soon).is_stalled
    assert sandbox.progress(test, now=late).is_stalled


def test_a_queue_that_does_not_answer_is_said(october, tried, monkeypatch, small_chunks):
    for _ in range(3):
        october.chart(40)

    def fail(name, args):
        raise OperationalError("connection refused")

    monkeypatch.setattr(sandbox.current_app, "send_task", fail)
    with pytest.raises(Refused, match="workers cannot be reached"):
        tried("preset-midpoint")


def test_a_worker_that_comes_when_the_test_is_gone_does_nothing(dana, elm_street):
    assert sandbox.work(dana.pk, elm_street.pk, "0" * 16, 0, now=NOVEMBER_2) is False
