"""Enrolment on a phone: Priya finds her patient, takes the consent and refers; Alice goes on."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from registry.models import Referral
from tests.cast import NOW

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
STATEMENTS = (
    "A psychiatric consultant may be involved",
    "Cost sharing may apply",
    "Only one practitioner may bill",
    "The patient may stop at any time",
)


@pytest.fixture
def registered(make, elm_street, payer, dr_priya, sam):
    """Rosa, who is in the registry and not in care; the clinic has its own words for asking."""
    elm_street.consent_script = "Most of our patients pay between 0 and 15 dollars a month."
    elm_street.save()
    rosa = make.patient(elm_street, first_name="Rosa", last_name="Delgado")
    make.coverage(rosa, payer)
    return rosa


@pytest.fixture
def phone(clock, sit, accessible):
    """Somebody with a phone; each page that opens fits on it and is accessible."""
    clock(NOW)

    def pick_up(user):
        person = sit(user, "phone")

        def arrive(heading):
            page = person.page
            expect(page.get_by_role("heading", name=heading, level=1)).to_be_visible()
            accessible(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, page.url

        return person, arrive

    return pick_up


def test_priya_refers_and_takes_consent_and_alice_accepts_and_enrols(
    phone, registered, priya, alice, bob
):
    person, arrive = phone(priya)
    page = person.open("/p/elm-street/patients/")
    page.get_by_label("Name or record number").fill("delg")
    page.get_by_role("link", name="Delgado, Rosa").click()
    arrive("Rosa Delgado")

    page.get_by_role("link", name="Record a consent").click()
    arrive("Record consent")
    page.get_by_text("What to say", exact=True).click()
    expect(page.get_by_text("between 0 and 15 dollars")).to_be_visible()
    page.get_by_label("Verbal").check()
    for statement in STATEMENTS:
        page.get_by_label(statement).check()
    page.get_by_role("button", name="Record").click()
    arrive("Rosa Delgado")
    expect(page.locator("#consent")).to_contain_text("taken by Priya Natarajan")

    page.get_by_role("link", name="Refer").click()
    arrive("Refer to care management")
    page.get_by_label("Why, and what is hoped for").fill("PHQ-9 of 17, sleeps badly.")
    page.get_by_role("button", name="Refer").click()
    arrive("Rosa Delgado")

    person, arrive = phone(alice)
    page = person.open("/p/elm-street/referrals/")
    arrive("Referrals")
    page.get_by_role("button", name="Accept Rosa Delgado").click()
    arrive("Enrol")
    expect(page.get_by_text("PHQ-9 of 17, sleeps badly.")).to_be_visible()
    expect(page.get_by_label("The consent of Oct 14, 2026 stays in force")).to_be_checked()
    page.get_by_label("Behavioral diagnosis").press_sequentially("F32.1")
    page.get_by_role("option", name="F32.1").click()
    page.get_by_role("button", name="The visit is today").click()
    page.get_by_role("button", name="Enrol").click()
    arrive("Rosa Delgado")
    episode = registered.episodes.get()
    assert (episode.care_manager, episode.consultant.full_name) == (alice, "Sam Okafor")
    assert Referral.objects.get(patient=registered).state == "enrolled"
    consent = registered.consents.get()
    assert (consent.taken_by, consent.language) == (priya, "English")
