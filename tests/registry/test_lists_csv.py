"""The practice's lists as files: what the page shows, and nobody else's rows."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pytest
import time_machine

from registry.services import referrals
from tests.cast import NOW
from tests.registry import entering


@pytest.fixture(autouse=True)
def _noon():
    with time_machine.travel(NOW, tick=False):
        yield


def rows(response):
    text = b"".join(response.streaming_content).decode()
    return list(csv.DictReader(io.StringIO(text)))


def test_the_patients_with_program_and_payer(signed_in, enrolled, alice):
    (row,) = rows(signed_in(alice).get(entering.url("patients_csv")))
    assert (row["record_number"], row["program"]) == (enrolled.record_number, "cocm")
    assert (row["care_manager"], row["payer"]) == ("Alice Moreno", "Empire Health Plan")


def test_the_patients_as_they_are_narrowed(signed_in, enrolled, make, elm_street, alice):
    make.patient(elm_street, last_name="Aside")
    found = rows(signed_in(alice).get(entering.url("patients_csv") + "?show=not_enrolled"))
    assert [row["last_name"] for row in found] == ["Aside"]


def test_the_queue_with_its_reasons(signed_in, enrolled, sam, alice):
    enrolled.episodes.get().review_requests.create(
        question="?", requested_at=NOW, requested_by=alice
    )
    (row,) = rows(signed_in(sam).get(entering.url("reviews_csv")))
    assert row["open_questions"] == "1"
    assert "Review was asked for" in row["reasons"]


def test_the_own_week_with_what_does_not_count(signed_in, make, enrolled, alice, bob):
    start = dt.datetime(2026, 10, 13, 14, tzinfo=dt.UTC)
    make.entry(enrolled, alice, start, 12)
    make.entry(enrolled, bob, start + dt.timedelta(hours=1), 5)
    (row,) = rows(signed_in(alice).get(entering.url("time_csv") + "?week=2026-10-14"))
    assert (row["worked_seconds"], row["origin"]) == ("720", "timer")


def test_the_referrals(signed_in, make, elm_street, priya, alice):
    referrals.refer(make.patient(elm_street), reason="Low mood", by=priya, now=NOW)
    (row,) = rows(signed_in(alice).get(entering.url("referrals_csv")))
    assert (row["state"], row["reason"]) == ("waiting", "Low mood")
