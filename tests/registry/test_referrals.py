"""A practitioner refers, a care manager accepts or declines, enrolment closes it."""

from __future__ import annotations

import pytest
import time_machine

from registry.errors import Refused
from registry.models import Referral
from registry.services import referrals
from tests.cast import NOW
from tests.registry import entering


@pytest.fixture(autouse=True)
def _noon():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def referral(patient, priya, now):
    return referrals.refer(patient, reason="PHQ-9 of 17, asks for help.", by=priya, now=now)


def address(name, **ids):
    return entering.url(name, **ids)


def test_priya_refers_and_alice_finds_the_patient_waiting(signed_in, patient, priya, alice):
    sent = signed_in(priya).post(
        address("referral_add", patient_id=patient.pk), {"reason": "Low mood since spring."}
    )
    assert sent.status_code == 302
    page = signed_in(alice).get(address("referrals")).content.decode()
    assert "Low mood since spring." in page
    assert "1 patient waiting" in page
    assert "1 referral waiting" in signed_in(alice).get(address("caseload")).content.decode()


def test_alice_accepts_and_is_led_to_enrolment_with_the_reason(signed_in, referral, alice, patient):
    sent = signed_in(alice).post(address("referral_accept", referral_id=referral.pk), follow=True)
    assert sent.redirect_chain[-1][0] == address("enrol", patient_id=patient.pk)
    assert "PHQ-9 of 17" in sent.content.decode()
    referral.refresh_from_db()
    assert (referral.state, referral.answered_by) == ("accepted", alice)


def test_enrolment_closes_the_referral(signed_in, referral, patient, alice, sam, dr_priya, priya):
    form = entering.enrolment(alice, sam, dr_priya, priya)
    signed_in(alice).post(address("enrol", patient_id=patient.pk), form)
    referral.refresh_from_db()
    assert referral.state == "enrolled"
    assert referral.episode == patient.episodes.get()


def test_a_decline_needs_a_reason_that_priya_reads(signed_in, referral, alice, priya, patient):
    url = address("referral_decline", referral_id=referral.pk)
    assert signed_in(alice).post(url, {"note": " "}).status_code == 422
    signed_in(alice).post(url, {"note": "Is in specialty care already."})
    chart = signed_in(priya).get(address("patient", patient_id=patient.pk)).content.decode()
    assert "Is in specialty care already." in chart
    assert "Refer again" in chart


def test_a_second_referral_is_refused_while_one_is_under_way(referral, patient, priya, now):
    with pytest.raises(Refused, match="referred already"):
        referrals.refer(patient, reason="Again.", by=priya, now=now)
    assert Referral.objects.count() == 1


def test_somebody_in_care_is_not_referred(enrolled, priya, now):
    with pytest.raises(Refused, match="in care already"):
        referrals.refer(enrolled, reason="More care.", by=priya, now=now)


def test_two_who_accept_at_once_are_told_who_was_first(referral, alice, bob, now):
    referrals.accept(referral, by=alice, now=now)
    with pytest.raises(Refused, match="accepted already"):
        referrals.accept(referral, by=bob, now=now)
    referral.refresh_from_db()
    assert referral.answered_by == alice


def test_a_withdrawn_referral_leaves_the_list_and_keeps_its_reason(
    signed_in, referral, priya, alice
):
    signed_in(priya).post(
        address("referral_withdraw", referral_id=referral.pk), {"note": "Patient declined."}
    )
    referral.refresh_from_db()
    assert (referral.state, referral.answer_note) == ("withdrawn", "Patient declined.")
    assert "0 patients waiting" in signed_in(alice).get(address("referrals")).content.decode()


def test_somebody_of_another_practice_is_no_wanted_care_manager(patient, priya, charlie, now):
    with pytest.raises(Refused) as refused:
        referrals.refer(patient, reason="x", wanted_care_manager=charlie, by=priya, now=now)
    assert "wanted_care_manager" in refused.value.problems


def test_the_list_takes_the_same_queries_for_one_and_for_ten(
    signed_in, make, elm_street, priya, alice, now, django_assert_max_num_queries
):
    for _ in range(10):
        referrals.refer(make.patient(elm_street), reason="x", by=priya, now=now)
    browser = signed_in(alice)
    with django_assert_max_num_queries(12):
        browser.get(address("referrals"))
