"""A consent recorded late: a reason, a second person, and no time counted before they agree."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction

from registry.errors import Refused
from registry.models import Consent, ServiceMonth
from registry.selectors import consents as selectors
from registry.selectors import consents_and_care, tasks
from registry.services import consents, service_month
from registry.services.consents import ConsentInput
from registry.vocabulary import Role
from tests.cast import NOW
from tests.registry import entering

OCTOBER = dt.date(2026, 10, 1)
GIVEN = dt.datetime(2026, 10, 2, 14, tzinfo=dt.UTC)


@pytest.fixture
def late(priya):
    return ConsentInput(
        method="written",
        given_at=GIVEN,
        taken_by=priya,
        told_consultant=True,
        told_cost_sharing=True,
        told_one_practitioner=True,
        told_may_stop=True,
        late_reason="The paper lay in the visit's folder",
    )


@pytest.fixture
def in_care(make, patient, alice, sam, dr_priya):
    """Twenty minutes of Alice's on October 6, and no consent yet."""
    make.episode(patient, alice, dr_priya, consultant=sam)
    make.entry(patient, alice, dt.datetime(2026, 10, 6, 14, tzinfo=dt.UTC), minutes=20)
    service_month.refresh([patient], [OCTOBER], now=NOW)
    return patient


def counted(patient):
    return ServiceMonth.objects.get(patient=patient, month=OCTOBER).counted_seconds


@pytest.mark.parametrize(
    ("age", "asks"),
    [
        (dt.timedelta(hours=24), False),
        (dt.timedelta(hours=24, seconds=1), True),
        (dt.timedelta(days=200), True),
    ],
)
def test_from_a_day_and_a_second_on_a_reason_is_asked(patient, late, alice, age, asks):
    from dataclasses import replace

    silent = replace(late, given_at=NOW - age, late_reason=" ")
    problem = consents.problems(patient, silent, now=NOW)["late_reason"]
    assert bool(problem) == asks
    if asks:
        assert "a second person has agreed" in problem


def test_it_counts_from_its_recording_until_a_second_person_agrees(in_care, late, alice, priya):
    given = consents.give(patient=in_care, consent=late, by=priya, now=NOW)
    assert given.awaits_agreement
    assert selectors.in_force(in_care, NOW) == given
    assert selectors.in_force(in_care, NOW - dt.timedelta(seconds=1)) is None
    assert counted(in_care) == 0
    consents.agree(given, by=alice, now=NOW)
    assert selectors.in_force(in_care, GIVEN) == given
    assert counted(in_care) == 20 * 60


def test_what_does_not_count_yet_says_what_to_do(in_care, late, priya):
    consents.give(patient=in_care, consent=late, by=priya, now=NOW)
    start = dt.datetime(2026, 10, 6, 14, tzinfo=dt.UTC)
    said = consents_and_care.consent_gap(in_care, start, start + dt.timedelta(minutes=20))
    assert "until a second person has agreed" in said


def test_a_reason_given_for_a_consent_in_time_is_not_kept(patient, late, priya):
    from dataclasses import replace

    given = consents.give(patient=patient, consent=replace(late, given_at=NOW), by=priya, now=NOW)
    given.refresh_from_db()
    assert (given.late_reason, given.counts_from) == ("", NOW)


def test_nobody_agrees_to_what_they_recorded_or_twice_or_needlessly(
    patient, late, priya, alice, sue, make
):
    given = consents.give(patient=patient, consent=late, by=priya, now=NOW)
    with pytest.raises(Refused, match="another person has to agree"):
        consents.agree(given, by=priya, now=NOW)
    consents.agree(given, by=alice, now=NOW)
    with pytest.raises(Refused, match="has agreed to this consent already"):
        consents.agree(given, by=sue, now=NOW)
    with pytest.raises(Refused, match="recorded in time"):
        consents.agree(make.consent(patient), by=sue, now=NOW)


def test_a_revoked_one_is_agreed_to_by_nobody(patient, late, priya, alice):
    given = consents.give(patient=patient, consent=late, by=priya, now=NOW)
    consents.revoke(given, reason="Changed their mind", by=priya, now=NOW)
    with pytest.raises(Refused, match="was revoked"):
        consents.agree(given, by=alice, now=NOW)


@pytest.mark.django_db(transaction=True)
def test_the_database_itself_refuses_one_person_for_both(patient, late, priya):
    given = consents.give(patient=patient, consent=late, by=priya, now=NOW)
    own = Consent.objects.filter(pk=given.pk)
    with pytest.raises(IntegrityError, match="consent_agreed_by_another"), transaction.atomic():
        own.update(agreed_at=NOW, agreed_by=priya)
    with connection.cursor() as cursor, pytest.raises(Exception, match="counts_from"):
        cursor.execute("UPDATE registry_consent SET counts_from = given_at")


def test_it_waits_among_the_tasks_of_the_others_in_the_patient_s_care(in_care, late, alice, priya):
    consents.give(patient=in_care, consent=late, by=priya, now=NOW)
    practice = in_care.practice
    assert tasks.counts(alice, practice, [Role.CARE_MANAGER], NOW)["late_consents"] == 1
    mine = tasks.counts(priya, practice, [Role.TREATING_PRACTITIONER], NOW)
    assert "late_consents" not in mine


def test_alice_reads_why_and_agrees_by_one_press(signed_in, in_care, late, alice, priya):
    given = consents.give(patient=in_care, consent=late, by=priya, now=NOW)
    page = entering.url("consent_agree", consent_id=given.pk)
    with time_machine.travel(NOW, tick=False):
        own = signed_in(priya)
        assert "another person of the practice has to agree" in entering.text(own.get(page))
        assert own.post(page).status_code == 422
        browser = signed_in(alice)
        assert "The paper lay in the visit" in entering.text(browser.get(page))
        assert browser.post(page).status_code == 302
        chart = browser.get(entering.url("patient", patient_id=in_care.pk))
    assert "Alice Moreno agreed to its day" in entering.text(chart)


def test_the_form_asks_for_the_reason_and_keeps_what_was_typed(signed_in, patient, priya):
    with time_machine.travel(NOW, tick=False):
        browser = signed_in(priya)
        page = entering.url("consent_add", patient_id=patient.pk)
        sent = entering.CONSENT | {"taken_by": priya.pk, "given_on": "2026-10-02"}
        response = browser.post(page, sent)
        assert response.status_code == 422
        assert "more than 24 hours after it was given" in entering.text(response)
        assert browser.post(page, sent | {"late_reason": "Paper found"}).status_code == 302
    assert patient.consents.get().awaits_agreement
