"""Care after a gap: does it begin anew?  The page says it before the patient is enrolled."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine

from registry.services import episodes, service_month
from tests.cast import NOW
from tests.registry import entering


@pytest.fixture
def browser(signed_in, alice):
    with time_machine.travel(NOW, tick=False):
        yield signed_in(alice)


@pytest.fixture
def earlier(make, patient, alice, dr_priya, now):
    """Care from January on, with a call in the last month of it; discharged that month."""

    def make_it(month):
        start = dt.date(2026, 1, 5)
        make.consent(patient, given_at=dt.datetime(2026, 1, 5, 15, tzinfo=dt.UTC))
        episode = make.episode(patient, alice, dr_priya, started_on=start)
        make.entry(patient, alice, dt.datetime(2026, month, 10, 15, tzinfo=dt.UTC))
        service_month.refresh([patient], [dt.date(2026, month, 1)], now=now)
        episodes.discharge(
            episode, ended_on=dt.date(2026, month, 20), reason="lapsed", by=alice, now=now
        )
        return patient

    return make_it


@pytest.mark.parametrize(
    ("last", "idle", "read"),
    [
        (3, "6 whole months", "The first month counts as initial."),
        (4, "5 whole months", "The first month counts as a later one."),
        (9, "no whole month", "The first month counts as a later one."),
    ],
)
def test_the_page_counts_the_idle_months(browser, earlier, last, idle, read):
    patient = earlier(last)
    page = browser.get(entering.url("enrol", patient_id=patient.pk)).content.decode()
    assert f"{idle} without it" in page
    assert read in page


def test_a_first_enrolment_is_told_nothing_of_it(browser, patient):
    page = browser.get(entering.url("enrol", patient_id=patient.pk)).content.decode()
    assert "counts as" not in page


def test_a_start_that_is_no_day_breaks_nothing(browser, earlier):
    patient = earlier(3)
    sent = browser.post(entering.url("enrol", patient_id=patient.pk), {"started_on": "31/31"})
    assert sent.status_code == 422


def test_the_clinics_own_words_stand_beside_the_consent(browser, patient, elm_street):
    page = entering.url("consent_add", patient_id=patient.pk)
    assert "You can stop at any time" in browser.get(page).content.decode()
    elm_street.consent_script = "Our own words.\n\nIn two paragraphs."
    elm_street.save()
    shown = browser.get(page).content.decode()
    assert "<p>In two paragraphs.</p>" in shown
    assert "You can stop at any time" not in shown
