"""The practice's consents as one list: in force, to agree to, due again, revoked, missing."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pytest
import time_machine
from django.test.utils import CaptureQueriesContext

from registry.selectors import consent_list, tasks
from registry.vocabulary import Role
from tests.cast import NOW
from tests.registry import entering


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def people(make, elm_street, alice, dr_priya):
    """One patient in care of each kind, by the tab that shows them."""
    found = {}
    for name in ("in_force", "agree", "due", "revoked", "missing"):
        found[name] = make.patient(elm_street, last_name=name.capitalize())
        make.episode(found[name], alice, dr_priya)
    make.consent(found["in_force"])
    make.consent(found["agree"], late_reason="Found in the file")
    make.consent(found["due"], given_at=dt.datetime(2025, 10, 14, 15, tzinfo=dt.UTC))
    make.consent(found["revoked"], revoked_at=NOW, revoked_by=alice, revoke_reason="Wants no calls")
    return found


@pytest.mark.parametrize(
    ("show", "names"),
    [
        ("in_force", {"in_force", "agree", "due"}),
        ("agree", {"agree"}),
        ("due", {"due"}),
        ("revoked", {"revoked"}),
        ("missing", {"revoked", "missing"}),
    ],
)
def test_each_tab_shows_its_own_and_says_how_many(alice, elm_street, people, show, names):
    rows = consent_list.rows(alice, elm_street, show=show, now=NOW)
    assert {row.patient for row in rows} == {people[name] for name in names}
    assert consent_list.counts(alice, elm_street, NOW)[show] == len(names)


def test_a_stranger_finds_nothing(charlie, elm_street, people):
    for show in consent_list.SHOWN:
        assert not consent_list.rows(charlie, elm_street, show=show, now=NOW).exists()


@pytest.mark.parametrize(
    ("given", "months", "on"),
    [
        ("2025-10-14", 12, "2026-10-14"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-08-31", 1, "2026-09-30"),
        ("2026-10-01", 60, "2031-10-01"),
        ("2026-10-01", 0, None),
    ],
)
def test_the_day_on_which_it_is_due_again(make, elm_street, patient, given, months, on):
    elm_street.consent_months = months
    at = dt.datetime.fromisoformat(f"{given}T12:00-04:00")
    found = consent_list.due_on(make.consent(patient, given_at=at), elm_street)
    assert found == (dt.date.fromisoformat(on) if on else None)


@pytest.mark.parametrize("today", ["2025-02-27", "2025-02-28", "2025-03-01", "2026-10-14"])
@pytest.mark.parametrize("given", ["2024-02-28", "2024-02-29", "2024-03-01", "2025-10-14"])
def test_the_list_and_the_day_say_the_same(make, enrolled, elm_street, today, given):
    at = dt.datetime.fromisoformat(f"{today}T12:00-05:00")
    enrolled.consents.all().delete()
    row = make.consent(enrolled, given_at=dt.datetime.fromisoformat(f"{given}T12:00-05:00"))
    if row.given_at > at:
        return
    is_due = consent_list.due_on(row, elm_street) <= dt.date.fromisoformat(today)
    found = enrolled.consents.filter(consent_list.due(elm_street, at))
    assert found.exists() == is_due


def test_asking_again_ends_the_task_and_nothing_else(make, alice, elm_street, people):
    roles = [Role.CARE_MANAGER]
    assert tasks.counts(alice, elm_street, roles, NOW)["due_consents"] == 1
    make.consent(people["due"], given_at=NOW)
    assert "due_consents" not in tasks.counts(alice, elm_street, roles, NOW)


def test_a_practice_that_never_asks_again_is_told_of_none(alice, elm_street, people):
    elm_street.consent_months = 0
    elm_street.save()
    assert consent_list.counts(alice, elm_street, NOW)["due"] == 0
    assert "due_consents" not in tasks.counts(alice, elm_street, [Role.CARE_MANAGER], NOW)


def test_the_page_costs_no_more_for_many(
    signed_in, make, alice, elm_street, people, django_assert_max_num_queries
):
    from django.db import connection

    browser, page = signed_in(alice), entering.url("consents")
    browser.get(page)
    with CaptureQueriesContext(connection) as few:
        assert "Due" in entering.text(browser.get(page))
    for _ in range(30):
        make.consent(make.patient(elm_street))
    with django_assert_max_num_queries(len(few)):
        browser.get(page)


def test_the_file_holds_what_the_tab_shows(signed_in, ann, people):
    answer = signed_in(ann).get(entering.url("consents") + "?show=agree&as=csv")
    found = list(csv.DictReader(io.StringIO(b"".join(answer.streaming_content).decode())))
    assert [row["late_reason"] for row in found] == ["Found in the file"]
    assert found[0]["counts_from"] == "2026-10-14T16:00:00+00:00"
    assert found[0]["due_on"] == "2027-09-30"
