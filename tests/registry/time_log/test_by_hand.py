"""Time entered by hand: with its reason, and never across other time."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest

from registry.models import TimeEntry
from registry.services import service_month
from tests.registry.time_log.moments import (
    AT,
    OCTOBER,
    minutes,
    month_of,
    problems,
)


def test_time_by_hand_stands_with_its_reason(by_hand, enrolled):
    entry = by_hand()
    assert (entry.status, entry.origin, entry.reason) == (
        "confirmed",
        "by_hand",
        "Called from the car",
    )
    assert month_of(enrolled).confirmed_seconds == 1200


def test_one_entry_by_hand_may_begin_as_the_other_ends(by_hand):
    by_hand(AT - minutes(60), AT - minutes(40))
    by_hand(AT - minutes(40), AT - minutes(20))
    assert TimeEntry.objects.filter(status="confirmed").count() == 2


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"start": AT + minutes(2), "end": AT + minutes(9)}, "started_at", "future"),
        ({"end": AT + minutes(2)}, "ended_at", "future"),
        ({"end": AT - minutes(61)}, "ended_at", "not after the start"),
        ({"end": AT - minutes(60)}, "ended_at", "not after the start"),
        ({"start": AT - minutes(24 * 60 + 10), "end": AT}, "ended_at", "longer than a day"),
        ({"reason": " "}, "reason", "Say why"),
        ({"reason": "x" * 201}, "reason", "201 characters"),
        ({"activity": "lunch"}, "activity", "Choose"),
        ({"role": "consultant"}, "role", "Care manager"),
    ],
)
def test_time_by_hand_that_cannot_be_is_refused_at_its_field(by_hand, fields, field, words):
    assert words in problems(by_hand, **fields)[field]
    assert not TimeEntry.objects.exists()


def test_time_across_another_entry_is_refused_and_the_other_is_named(by_hand, other):
    by_hand()
    found = problems(by_hand, AT - minutes(41), AT - minutes(30), patient=other)["started_at"]
    assert "11:00 AM–11:20 AM" in found
    assert f"patient {TimeEntry.objects.get().patient_id}" in found


def test_time_across_the_running_timer_is_refused(start, by_hand, enrolled):
    start(enrolled, AT - minutes(50))
    assert "still running" in problems(by_hand)["started_at"]


def test_time_in_a_closed_month_is_refused(by_hand, enrolled, dana):
    service_month.close(enrolled, OCTOBER, by=dana, now=AT, reason="approved")
    assert "October 2026 is closed" in problems(by_hand)["started_at"]


def test_time_for_another_practice_s_patient_is_refused(by_hand, make, harbor):
    assert "no role" in problems(by_hand, patient=make.patient(harbor))["role"]


@pytest.mark.parametrize(
    ("given_at", "words"),
    [(None, "No consent is on record"), (AT - minutes(50), "Consent was given on")],
)
def test_time_by_hand_before_consent_is_asked_about_once_and_then_kept(
    by_hand, make, other, alice, dr_priya, given_at, words
):
    make.episode(other, alice, dr_priya)
    if given_at:
        make.consent(other, given_at=given_at)
    assert words in problems(by_hand, patient=other)["started_at"]
    assert by_hand(patient=other, outside_care_is_meant=True).status == "confirmed"


def test_time_by_hand_after_consent_was_revoked_is_asked_about(by_hand, enrolled, alice):
    enrolled.consents.update(revoked_at=AT - minutes(50), revoked_by=alice)
    assert "revoked" in problems(by_hand)["started_at"]


def test_time_by_hand_before_enrolment_is_asked_about(by_hand):
    early = dt.datetime(2026, 9, 30, 20, tzinfo=dt.UTC)
    found = problems(by_hand, early, early + minutes(5))["started_at"]
    assert "Care management began on Oct 1, 2026" in found


def test_an_entry_by_hand_sent_twice_is_one_entry(by_hand):
    client_id = uuid.uuid4()
    assert by_hand(client_id=client_id).pk == by_hand(client_id=client_id).pk
