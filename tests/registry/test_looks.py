"""Who looked at which chart is read by those who answer for it, and by nobody else."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pytest
import time_machine

from registry.models import AccessLog
from registry.services import access_log
from registry.web import look_words, looks
from tests.cast import NOW
from tests.registry.entering import text, url

LONG_AGO = NOW - dt.timedelta(days=90)


@pytest.fixture(autouse=True)
def _noon():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def page(signed_in, sue):
    browser = signed_in(sue)

    def get(query=""):
        return browser.get(f"{url('access_log')}{query}")

    return get


def shown(response):
    """Person, patient and page of each look but those at the log itself."""
    found = response.context["looks"]
    return [(look.person, look.patient, said) for look, said in found if look.page != "access_log"]


def test_a_supervisor_reads_who_opened_which_chart(signed_in, page, enrolled, alice):
    signed_in(alice).get(url("patient", patient_id=enrolled.pk))
    assert shown(page()) == [("Alice Moreno", enrolled, "Patient's page")]


def test_the_log_is_narrowed_by_person_patient_and_days(page, make, elm_street, alice, bob):
    one, other = make.patient(elm_street), make.patient(elm_street)
    access_log.note(alice, elm_street, one, "patient", NOW)
    access_log.note(bob, elm_street, other, "review", NOW - dt.timedelta(days=2))
    assert [row[0] for row in shown(page(f"?person={bob.pk}"))] == ["Bob Chen"]
    assert [row[1] for row in shown(page(f"?patient={one.pk}"))] == [one]
    assert [row[0] for row in shown(page("?first=2026-10-14"))] == ["Alice Moreno"]
    assert [row[0] for row in shown(page("?last=2026-10-13"))] == ["Bob Chen"]


def test_a_day_ends_at_the_practices_own_midnight(page, elm_street, alice):
    access_log.note(
        alice, elm_street, None, "charges_csv", dt.datetime(2026, 10, 13, 3, 59, tzinfo=dt.UTC)
    )
    assert len(shown(page("?first=2026-10-12&last=2026-10-12"))) == 1
    assert shown(page("?first=2026-10-13&last=2026-10-13")) == []


def test_what_is_older_than_thirty_days_is_shown_once_a_patient_or_days_are_named(
    page, enrolled, elm_street, alice
):
    access_log.note(alice, elm_street, enrolled, "patient", LONG_AGO)
    assert shown(page()) == []
    assert len(shown(page(f"?patient={enrolled.pk}"))) == 1
    assert len(shown(page("?first=2026-01-01"))) == 1


def test_reading_one_charts_log_is_a_look_itself(page, enrolled, sue):
    page(f"?patient={enrolled.pk}")
    (row,) = AccessLog.objects.filter(page="access_log")
    assert (row.user_id, row.patient_id) == (sue.pk, enrolled.pk)


def test_the_chart_leads_there_for_those_who_may_read_it(signed_in, enrolled, sue, alice):
    address = url("patient", patient_id=enrolled.pk)
    words = "Who looked at this chart"
    assert words in text(signed_in(sue).get(address))
    assert words not in text(signed_in(alice).get(address))


def test_another_practices_looks_and_patients_are_not_there(
    page, make, harbor, elm_street, charlie, enrolled
):
    theirs = make.patient(harbor)
    access_log.note(charlie, harbor, theirs, "patient", NOW)
    assert shown(page()) == []
    assert page(f"?patient={theirs.pk}").status_code == 404


@pytest.mark.parametrize("name", ["alice", "priya", "sam", "dana"])
def test_nobody_else_reads_it(request, signed_in, elm_street, name):
    person = request.getfixturevalue(name)
    assert signed_in(person).get(url("access_log")).status_code == 403


def test_a_patient_is_found_by_name_without_the_name_in_an_address(
    signed_in, make, elm_street, sue
):
    one = make.patient(elm_street, last_name="Rivera")
    found = signed_in(sue).post(url("access_log"), {"search": "rivera"})
    assert found.headers["Location"] == f"{url('access_log')}?patient={one.pk}"


@pytest.mark.parametrize(
    ("typed", "said"),
    [("Ri", "Choose the patient"), ("zz", "No such patient"), ("", "No such patient")],
)
def test_several_or_none_are_shown_to_choose_from(signed_in, make, elm_street, sue, typed, said):
    make.patient(elm_street, last_name="Rivera")
    make.patient(elm_street, last_name="Rice")
    assert said in text(signed_in(sue).post(url("access_log"), {"search": typed}))


@pytest.mark.parametrize(
    "query",
    ["?person=0", "?person=x", "?first=x", "?last=9999-12-31", "?patient=x", "?first=0001-01-01"],
)
def test_what_is_not_understood_is_said_and_breaks_nothing(page, query):
    assert page(query).status_code == 200


def test_the_whole_log_leaves_as_csv_and_is_noted(page, elm_street, alice, enrolled):
    for _ in range(looks.PAGE + 1):
        access_log.note(alice, elm_street, enrolled, "patient", NOW)
    body = b"".join(page("?as=csv").streaming_content).decode()
    found = list(csv.DictReader(io.StringIO(body)))
    seen = [row for row in found if row["page"] == "patient"]
    assert len(seen) == looks.PAGE + 1
    assert seen[0]["record_number"] == enrolled.record_number
    assert AccessLog.objects.filter(page="access_log_csv").count() == 1


def test_the_page_asks_few_questions_however_many_looked(
    page, make, elm_street, alice, bob, django_assert_max_num_queries
):
    for number in range(40):
        patient = make.patient(elm_street)
        access_log.note((alice, bob)[number % 2], elm_street, patient, "patient", NOW)
    with django_assert_max_num_queries(14):
        assert len(shown(page())) == 40


@pytest.mark.parametrize(
    ("page_name", "words"),
    [("patient", "Patient's page"), ("tasks_csv", "Tasks as CSV"), ("new_page", "New page")],
)
def test_pages_are_called_as_people_call_them(page_name, words):
    assert look_words.of(page_name) == words
