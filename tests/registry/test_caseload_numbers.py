"""The caseload in numbers: each number is that of the patients it leads to."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine

from registry.selectors import caseload_numbers
from registry.services import service_month
from tests.cast import NOW

URL = "/p/elm-street/caseload/numbers/"
OCTOBER = dt.date(2026, 10, 1)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def in_care(make, elm_street, dr_priya):
    def in_care(manager, *scores, started_on=dt.date(2026, 8, 1), consent=True):
        patient = make.patient(elm_street)
        if consent:
            make.consent(patient)
        make.episode(patient, manager, dr_priya, started_on=started_on)
        for week, total in enumerate(scores):
            on = dt.date(2026, 8, 3) + dt.timedelta(weeks=8 * week)
            make.measure(patient, total, scored_on=on)
        service_month.refresh([patient], [OCTOBER], now=NOW)
        return patient

    return in_care


@pytest.fixture
def people(in_care, make, alice, bob):
    in_care(alice, 16, 4)  # remission
    in_care(alice, 16, 8)  # response
    spoken_with = in_care(alice, 16, 15)  # not improved
    make.entry(spoken_with, alice, NOW - dt.timedelta(days=1), minutes=20)
    service_month.refresh([spoken_with], [OCTOBER], now=NOW)
    return in_care(bob, started_on=dt.date(2026, 10, 5), consent=False)


def test_every_manager_has_a_row_and_the_clinic_the_sums(people, alice, elm_street):
    clinic, (hers, his) = caseload_numbers.of(alice, elm_street, NOW)
    assert (hers.name, hers.patients, hers.scored, hers.response, hers.remission) == (
        alice.full_name, 3, 3, 2, 1,
    )  # fmt: skip
    assert (hers.not_improved, hers.no_contact, hers.counted) == (1, 2, 1200)
    assert (his.patients, his.new, his.no_consent, his.no_score, his.scored) == (1, 1, 1, 1, 0)
    assert (clinic.patients, clinic.no_contact, clinic.response_share) == (4, 3, 66)


def test_each_number_leads_to_as_many_patients(people, alice, signed_in):
    browser = signed_in(alice)
    context = browser.get(URL).context
    for row in [*context["rows"], context["all"]]:
        for name, url in row["urls"].items():
            listed = browser.get(url).context["page"].paginator.count
            assert listed == getattr(row["numbers"], name), url


def test_nobody_of_another_practice_is_counted(people, charlie, elm_street):
    assert caseload_numbers.of(charlie, elm_street, NOW)[0].patients == 0


@pytest.mark.parametrize(
    ("day", "left"),
    [("2026-10-14", 13), ("2026-10-30", 1), ("2026-10-31", 0), ("2026-10-01", 22)],
)
def test_working_days_are_counted_from_today_to_the_month_s_end(elm_street, day, left):
    at = dt.datetime.fromisoformat(f"{day}T16:00:00+00:00")
    assert caseload_numbers.working_days_left(elm_street, at) == left


def test_an_empty_caseload_says_what_to_do(alice, signed_in):
    assert "Nobody is in care" in signed_in(alice).get(URL).content.decode()
