"""What the weekly audit finds about patients: consent, contact, reviews and care that is due."""

from __future__ import annotations

import datetime as dt

import pytest

from registry.models import ServiceMonth
from registry.services import service_month
from tests.registry.auditing import MONDAY, local


@pytest.fixture
def about(audit):
    def patients(patient, **options):
        rows = audit(**options).findings.filter(patient=patient, time_entry=None)
        return {row.kind: row.text for row in rows}

    return patients


def test_a_patient_who_is_seen_consented_and_reviewed_is_not_found(make, enrolled, alice, about):
    make.entry(enrolled, alice, local(6))
    assert about(enrolled) == {}


def test_a_patient_without_consent_is_found_and_one_who_revoked_too(
    make, enrolled, alice, about, now
):
    make.entry(enrolled, alice, local(6))
    enrolled.consents.update(revoked_at=now, revoked_by=alice)
    assert set(about(enrolled)) == {"no_consent"}


@pytest.mark.parametrize(
    ("contact", "found"), [(local(1, 0), set()), (local(30, 23, 59, month=9), {"no_contact"})]
)
def test_fourteen_local_days_without_contact_are_found(
    make, enrolled, alice, about, contact, found
):
    """Seen on October 14: October 1 is 13 days ago, September 30 is 14."""
    enrolled.episodes.update(started_on=dt.date(2026, 9, 1))
    make.entry(enrolled, alice, contact, 1)
    assert set(about(enrolled)) == found


def test_charts_read_and_calls_not_answered_are_no_contact(make, enrolled, alice, about):
    enrolled.episodes.update(started_on=dt.date(2026, 9, 1))
    make.entry(enrolled, alice, local(6), activity="chart_review")
    make.entry(enrolled, alice, local(7), activity="outreach_attempt")
    assert about(enrolled)["no_contact"] == "No contact since care began on Sep 1, 2026."


def test_somebody_enrolled_last_week_is_not_late_for_contact(enrolled, about):
    enrolled.episodes.update(started_on=dt.date(2026, 10, 8))
    assert about(enrolled) == {}


def test_a_month_without_review_is_found_once_there_was_time_for_one(
    make, enrolled, alice, audit, elm_street
):
    enrolled.case_reviews.all().delete()
    make.entry(enrolled, alice, local(6))

    def found(day):
        rows = audit(week=MONDAY, at=local(day)).findings
        return rows.filter(kind="no_review").exists()

    assert [found(7), found(8)] == [False, True]


def test_general_bhi_needs_no_consultant(make, patient, alice, dr_priya, about):
    make.consent(patient)
    make.episode(patient, alice, dr_priya, program="bhi")
    assert about(patient) == {}


def test_a_withdrawn_review_is_none(make, enrolled, alice, sam, about, now):
    make.entry(enrolled, alice, local(6))
    enrolled.case_reviews.update(withdrawn_at=now, withdrawn_by=sam, withdraw_reason="Wrong chart")
    assert about(enrolled)["no_review"] == "No consultant review in October 2026 so far."


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ("held", "No consultant review in October 2026 so far. The month's claim waits for it."),
        ("not_billable", "No consultant review in October 2026 so far."),
    ],
)
def test_a_claim_waits_only_where_the_minutes_have_earned_one(
    make, enrolled, alice, about, now, outcome, said
):
    enrolled.case_reviews.all().delete()
    make.entry(enrolled, alice, local(6))
    service_month.refresh([enrolled], [dt.date(2026, 10, 1)], now=now)
    reasons = [{"kind": "hold", "rule": "consultant_review_missing"}]
    ServiceMonth.objects.filter(patient=enrolled).update(
        standing={"next": None, "outcome": outcome, "reasons": reasons}
    )
    assert about(enrolled) == {"no_review": said}


def near(patient, minutes, now):
    service_month.refresh([patient], [dt.date(2026, 10, 1)], now=now)
    ServiceMonth.objects.filter(patient=patient).update(
        standing={"next": {"code": "99492", "minutes_needed": minutes}, "reasons": []}
    )


@pytest.mark.parametrize(("minutes", "found"), [(1, True), (10, True), (11, False)])
def test_near_a_threshold_counts_only_where_care_is_due(
    make, enrolled, alice, about, now, minutes, found
):
    enrolled.measures.update(scored_on=dt.date(2026, 9, 1))
    make.entry(enrolled, alice, local(6))
    near(enrolled, minutes, now)
    assert ("clinically_due" in about(enrolled)) is found


def test_near_a_threshold_with_all_care_given_is_nobodys_business(
    make, enrolled, alice, about, now
):
    make.entry(enrolled, alice, local(6))
    near(enrolled, 2, now)
    assert about(enrolled) == {}


def test_the_sentence_speaks_of_care_and_never_asks_for_minutes(make, enrolled, alice, about, now):
    enrolled.measures.update(scored_on=dt.date(2026, 9, 1))
    make.entry(enrolled, alice, local(6))
    near(enrolled, 2, now)
    assert about(enrolled)["clinically_due"] == (
        "Clinically due: Last score on Sep 1, 2026. The month stands 2 minutes below 99492."
    )


def test_discharged_patients_are_left_in_peace(enrolled, about):
    enrolled.consents.all().delete()
    enrolled.episodes.update(ended_on=dt.date(2026, 10, 10), end_reason="goals_reached")
    assert about(enrolled) == {}


def test_another_practices_patients_and_time_are_not_seen(make, harbor, charlie, audit):
    stranger = make.patient(harbor)
    make.entry(stranger, charlie, local(6, 23), 300)
    assert audit().findings.count() == 0
