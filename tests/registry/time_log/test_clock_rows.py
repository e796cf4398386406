"""What a press reads by kept SQL is what the ORM's selectors say elsewhere."""

from __future__ import annotations

import datetime as dt

import pytest

from registry.selectors import clock, consents_and_care, practices, time_log

AT = dt.datetime(2026, 10, 14, 16, 0, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)
MINUTES = dt.timedelta(minutes=1)
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("start", "minutes", "status"),
    [
        (AT - 20 * MINUTES, 20, "confirmed"),
        (AT - 20 * MINUTES + SECOND, 20, "confirmed"),
        (AT + 30 * MINUTES, 20, "confirmed"),
        (AT + 30 * MINUTES - SECOND, 20, "confirmed"),
        (AT + 5 * MINUTES, 5, "confirmed"),
        (AT + 5 * MINUTES, 5, "needs_review"),
        (AT - 60 * MINUTES, 200, "confirmed"),
    ],
)
@pytest.mark.parametrize("whose", ["alice", "bob"])
def test_what_is_in_a_timer_s_way_is_what_overlaps_it(
    enrolled, alice, bob, make, start, minutes, status, whose
):
    running = make.entry(enrolled, alice, AT, minutes=None)
    worker = {"alice": alice, "bob": bob}[whose]
    reason = {"review_reason": "long"} if status == "needs_review" else {}
    make.entry(enrolled, worker, start, minutes=minutes, status=status, **reason)
    until = AT + 30 * MINUTES
    found, _ = time_log.at_the_clock(alice, until)
    other = time_log.overlapping(alice, AT, until, apart_from=running.pk)
    assert found.in_the_way == (other.pk if other else None)


def test_the_roles_at_the_timer_and_at_the_patient_are_those_of_the_practice(
    enrolled, sam, make, elm_street
):
    make.entry(enrolled, sam, AT, minutes=None, role="consultant")
    held = {str(role) for role in practices.roles(sam, elm_street)}
    found, _ = time_log.at_the_clock(sam, AT)
    assert set(found.held_roles) == held
    assert set(clock.to_clock(sam, "elm-street", enrolled.pk, AT).user_roles) == held


@pytest.mark.parametrize("moved", [-1, 0, 1])
@pytest.mark.parametrize("edge", ["given", "revoked", "begun", "ended"])
def test_whether_time_would_count_is_asked_alike_before_a_start_and_afterwards(
    patient, alice, sam, dr_priya, make, edge, moved
):
    """Consent to the second, the episode to the day, in the practice's own time."""
    at, today = AT + moved * SECOND, AT.date() + dt.timedelta(days=moved)
    consent = {"given": {"given_at": at, "recorded_at": at}}.get(
        edge, {"given_at": AT - dt.timedelta(days=9)}
    )
    if edge == "revoked":
        consent |= {"revoked_at": at, "revoked_by": alice, "revoke_reason": "asked"}
    make.consent(patient, **consent)
    days = {"begun": {"started_on": today}}.get(edge, {"started_on": AT.date() - dt.timedelta(9)})
    if edge == "ended":
        days |= {"ended_on": today, "end_reason": "improved"}
    make.episode(patient, alice, dr_priya, consultant=sam, **days)
    seen = clock.to_clock(alice, "elm-street", patient.pk, AT)
    gap = consents_and_care.gap(patient, AT, AT + SECOND)
    assert (seen.in_care and seen.consented) == (not gap)
