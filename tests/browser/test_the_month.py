"""The month, end to end: from a call logged in the browser to an 837P file that pyx12 accepts.

One story, told by the people who live it.  The clock of the server is the test's; what a worker
of Celery would do is done when the test says so.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from celery import current_app
from django.utils.module_loading import import_string

from billing.models import Claim, Fee, PayerPolicy
from registry import icd10
from tests.browser.rosas_care import (
    alice_clocks_rosa_then_another,
    alice_is_told_that_october_is_closed,
    alice_logs_by_hand,
    alice_scores_a_phq9_and_answers_its_flag,
    alice_voids_what_was_logged_twice,
    priya_adds_rosa_and_her_insurance,
    priya_enrols_rosa,
    sam_reviews_rosas_case,
)
from tests.browser.rosas_claim import (
    dana_downloads_the_charges,
    dana_makes_and_downloads_the_file,
    dana_reads_why_and_approves,
    dana_runs_the_true_up,
)
from tests.cast import NOW
from tests.x12 import validator

pytestmark = pytest.mark.django_db(transaction=True)
OCTOBER_1 = dt.datetime(2026, 10, 1, 13, 0, tzinfo=dt.UTC)
OCTOBER_15 = dt.datetime(2026, 10, 15, 16, 0, tzinfo=dt.UTC)
NOVEMBER_2 = dt.datetime(2026, 11, 2, 15, 0, tzinfo=dt.UTC)
FEES = {"99492": "150.10", "99493": "130.00", "99494": "60.05"}


@pytest.fixture
def paid_for(elm_street, payer, dana, sue):
    """The payer's policy is in force, and the practice's fees are entered."""
    entered = {
        "practice": elm_street,
        "payer": payer,
        "active_from": dt.date(2026, 1, 1),
        "entered_at": OCTOBER_1,
        "entered_by": dana,
    }
    PayerPolicy.objects.create(preset="standard", approved_at=OCTOBER_1, approved_by=sue, **entered)
    for code, amount in FEES.items():
        Fee.objects.create(code=code, amount=Decimal(amount), **entered)


@pytest.fixture(scope="module", autouse=True)
def classification():
    """A new installation makes its table of ICD-10-CM once, which takes seconds."""
    icd10.find("F32.1")


@pytest.fixture
def worker(monkeypatch):
    """A worker of Celery that works when it is called, on what was sent until then."""
    sent = []
    monkeypatch.setattr(current_app, "send_task", lambda name, args: sent.append((name, args)))

    def work():
        assert sent, "nothing was sent to the workers"
        while sent:
            name, args = sent.pop()
            import_string(name).apply(args=args, throw=True)

    return work


@pytest.fixture
def sit_down(at_a_screen, clock):
    """Somebody signs in at an hour, before a screen of their own; who sat there before is gone."""
    present = []

    def sit(user, at, width="desktop"):
        for earlier in [person for person, since in present if since != at]:
            earlier.page.close()  # a page left open would ask on after its session's end
        present[:] = [(person, since) for person, since in present if since == at]
        clock(at)
        person = at_a_screen(width)
        present.append((person, at))
        person.sign_in_by_the_form(user)
        return person

    return sit


def test_from_a_call_logged_in_the_browser_to_an_837p_file(
    sit_down, clock, accessible, worker, tmp_path, paid_for, enrolled, priya, alice, sam, dana
):
    at_her_desk = sit_down(priya, OCTOBER_1)
    priya_adds_rosa_and_her_insurance(at_her_desk, accessible)
    priya_enrols_rosa(at_her_desk, accessible)

    at_work = sit_down(alice, NOW)
    alice_clocks_rosa_then_another(at_work, clock, accessible, other=enrolled)
    alice_logs_by_hand(at_work, accessible, days=(2, 6, 9))
    alice_voids_what_was_logged_twice(at_work, accessible)
    alice_scores_a_phq9_and_answers_its_flag(at_work, accessible)

    sam_reviews_rosas_case(sit_down(sam, OCTOBER_15), accessible)

    billing = sit_down(dana, NOVEMBER_2)
    dana_runs_the_true_up(billing, worker, accessible)
    dana_reads_why_and_approves(billing, accessible)

    alice_is_told_that_october_is_closed(sit_down(alice, NOVEMBER_2))

    charges = dana_downloads_the_charges(billing, tmp_path)
    text = dana_makes_and_downloads_the_file(billing, accessible, tmp_path)
    dana_runs_the_true_up(billing, worker, accessible)

    assert validator.accepted(text) == []
    (claim,) = validator.claims(text)
    assert (claim.patient_name or claim.subscriber_name).upper() == "DELGADO, ROSA"
    assert claim.member_id == "EHP0042"
    assert (claim.payer_id, claim.provider_npi) == ("EHP01", "1234567893")
    assert claim.rendering_npi == "1679576722"
    assert claim.diagnoses == ["F321"]
    assert [(line.code, line.units, line.charge) for line in claim.lines] == [
        ("99492", 1, Decimal("150.10"))
    ]
    assert claim.total == Decimal("150.10")
    assert [(row["code"], row["charge"]) for row in charges] == [("99492", "150.10")]
    kept = Claim.objects.get(patient__last_name="Delgado")  # a second true-up decided nothing anew
    assert (kept.state, kept.approved_by, kept.later) == ("sent", dana, None)


def test_the_day_of_priya_alice_and_sam_on_a_phone(
    sit_down, clock, accessible, paid_for, enrolled, priya, alice, sam
):
    def fits(page):
        accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, page.url

    at_her_phone = sit_down(priya, OCTOBER_1, "phone")
    priya_adds_rosa_and_her_insurance(at_her_phone, fits)
    priya_enrols_rosa(at_her_phone, fits)
    on_the_road = sit_down(alice, NOW, "phone")
    alice_clocks_rosa_then_another(on_the_road, clock, fits, other=enrolled)
    alice_scores_a_phq9_and_answers_its_flag(on_the_road, fits)
    fits(on_the_road.open("/p/elm-street/time/"))
    sam_reviews_rosas_case(sit_down(sam, OCTOBER_15, "phone"), fits)
