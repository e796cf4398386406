"""What the database keeps for the lists says what the charts say, whoever writes them."""

from __future__ import annotations

import datetime as dt

import pytest

from registry.models import CaseReview, Course, LastContact, SafetyFlag
from registry.services import service_month
from registry.vocabulary import CONTACT_ACTIVITIES, Activity

AT = dt.datetime(2026, 10, 14, 16, 0, tzinfo=dt.UTC)
STARTED = dt.date(2026, 8, 3)


@pytest.fixture
def patient(make, elm_street):
    return make.patient(elm_street)


@pytest.fixture
def episode(make, patient, alice, dr_priya):
    return make.episode(patient, alice, dr_priya, started_on=STARTED)


def course(episode):
    return Course.objects.get(episode=episode)


def test_an_episode_begins_with_a_course(episode):
    assert course(episode).scale == ""


def test_scores_since_the_beginning_and_a_month_before_are_the_course(make, patient, episode):
    for on, total in (("2026-07-03", 21), ("2026-07-04", 18), ("2026-09-01", 9)):
        make.measure(patient, total, scored_on=dt.date.fromisoformat(on))
    make.measure(patient, 12, instrument="GAD-7", scored_on=dt.date(2026, 9, 20))
    found = course(episode)
    assert (found.scale, found.first_total, found.last_total) == ("PHQ-9", 18, 9)
    assert (found.phq9, found.gad7, found.scored_on) == (9, 12, dt.date(2026, 9, 20))


def test_an_episode_without_phq9_is_followed_by_gad7(make, patient, episode):
    make.measure(patient, 12, instrument="GAD-7", scored_on=dt.date(2026, 9, 20))
    assert (course(episode).scale, course(episode).first_total) == ("GAD-7", 12)


def test_a_void_score_leaves_the_course(make, patient, episode, alice):
    measure = make.measure(patient, 12)
    patient.measures.filter(pk=measure.pk).update(
        voided_at=AT, voided_by=alice, void_reason="wrong patient"
    )
    assert course(episode).last_total is None


def test_reviews_requests_and_flags_are_the_course_s_until_they_are_done(
    make, patient, episode, alice, sam
):
    asked = episode.review_requests.create(question="?", requested_at=AT, requested_by=alice)
    flag = SafetyFlag.objects.create(
        measure=make.measure(patient), patient=patient, answer=1, raised_at=AT
    )
    assert (course(episode).asked_at, course(episode).flagged_at) == (AT, AT)
    review = make.review(episode, sam)
    asked.answered_by_review = review
    asked.save()
    SafetyFlag.objects.filter(pk=flag.pk).update(acknowledged_at=AT, acknowledged_by=alice)
    found = course(episode)
    assert (found.asked_at, found.flagged_at, found.reviewed_on) == (
        None,
        None,
        review.reviewed_on,
    )
    CaseReview.objects.filter(pk=review.pk).update(
        withdrawn_at=AT, withdrawn_by=sam, withdraw_reason="wrong case"
    )
    assert course(episode).reviewed_on is None


def test_the_consent_that_lasts_is_the_course_s(make, patient, episode, alice):
    consent = make.consent(patient)
    assert (course(episode).consent_from, course(episode).consent_until) == (
        consent.given_at,
        None,
    )
    patient.consents.update(revoked_at=AT, revoked_by=alice, revoke_reason="x")
    assert course(episode).consent_until == AT


@pytest.mark.parametrize("activity", Activity.values)
def test_a_contact_is_what_the_vocabulary_calls_one(make, patient, alice, activity):
    make.entry(patient, alice, AT - dt.timedelta(days=1), activity=activity)
    known = LastContact.objects.filter(patient=patient).exists()
    assert known == (activity in CONTACT_ACTIVITIES)


def test_a_contact_that_is_void_was_none(make, patient, alice):
    make.entry(patient, alice, AT - dt.timedelta(days=5))
    entry = make.entry(patient, alice, AT - dt.timedelta(days=1))
    assert LastContact.objects.get(patient=patient).at == entry.started_at
    entry.status, entry.voided_at, entry.voided_by = "voided", AT, alice
    entry.void_reason = "wrong patient"
    entry.save()
    assert LastContact.objects.get(patient=patient).at == AT - dt.timedelta(days=5)


def test_a_month_says_by_itself_how_far_it_is_and_whether_a_review_is_awaited(
    make, patient, episode, alice
):
    make.entry(patient, alice, AT - dt.timedelta(days=1), minutes=30)
    service_month.refresh([patient], [dt.date(2026, 10, 1)], now=AT)
    row = patient.service_months.get()
    said = row.standing["next"]
    assert row.minutes_to_next == (said["minutes_needed"] if said else None)
    row.standing = {"outcome": "held", "next": None, "reasons": [
        {"kind": "hold", "rule": "consultant_review_missing", "text": "", "reference": None}
    ]}  # fmt: skip
    row.save()
    row.refresh_from_db()
    assert (row.minutes_to_next, row.review_is_awaited) == (None, True)
