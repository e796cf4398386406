"""Several at once: workers on one run, and two runs of one month."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from billing.models import Claim, TrueUpRun
from billing.services import true_up
from tests.billing.october import OCTOBER

pytestmark = pytest.mark.django_db(transaction=True)
NOVEMBER_2 = dt.datetime(2026, 11, 2, 15, 0, tzinfo=dt.UTC)


@pytest.fixture
def many(make, elm_street, payer, alice, dr_priya, monkeypatch):
    """Twelve charts, two in a chunk."""
    monkeypatch.setattr(true_up, "CHUNK", 2)
    patients = [make.patient(elm_street) for _ in range(12)]
    for patient in patients:
        make.coverage(patient, payer)
        make.episode(patient, alice, dr_priya)
        make.consent(patient)
    return patients


def at_once(*tasks):
    def in_own_connection(task):
        try:
            return task()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(tasks)) as pool:
        return list(pool.map(in_own_connection, tasks))


def test_workers_that_were_sent_the_same_chunks_do_each_once(many, elm_street, system):
    made, _ = true_up.start(
        practice=elm_street, month=OCTOBER, kind="final", by=system, now=NOVEMBER_2
    )
    chunks = true_up.unfinished(made)

    def worker(order):
        return lambda: sum(true_up.work(chunk, now=NOVEMBER_2) for chunk in order)

    done = at_once(worker(chunks), worker(chunks), worker(chunks[::-1]))
    made.refresh_from_db()
    assert sum(done) == made.chunks_done == made.chunks_total == 6
    assert (made.patients_done, made.written) == (12, 12)
    assert made.finished_at == NOVEMBER_2
    assert Claim.objects.count() == 12


def test_two_runs_of_a_month_do_not_interleave(many, elm_street, system):
    def run():
        return true_up.run(
            practice=elm_street, month=OCTOBER, kind="final", by=system, now=NOVEMBER_2
        )

    at_once(run, run)
    first, second = TrueUpRun.objects.order_by("pk")
    assert (first.written, first.unchanged) == (12, 0)
    assert (second.written, second.unchanged) == (0, 12)
    assert Claim.objects.count() == 12
