"""The caseload: the right rows, what they lack in words, few queries however many there are."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from registry.models import AccessLog, SafetyFlag, ServiceMonth
from registry.selectors import caseload
from registry.services import service_month

AT = dt.datetime(2026, 10, 14, 16, 0, tzinfo=dt.UTC)
OCTOBER = dt.date(2026, 10, 1)
URL = "/p/elm-street/caseload/"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def browser(alice, signed_in):
    return signed_in(alice)


@pytest.fixture
def in_care(make, elm_street, alice, dr_priya):
    """Enrol a patient with Alice: `in_care(last_name="Ash", consent=False)`."""

    def in_care(consent=True, manager=None, episode=None, practice=elm_street, **fields):
        patient = make.patient(practice, **fields)
        if consent:
            make.consent(patient)
        make.episode(patient, manager or alice, dr_priya, **episode or {})
        return patient

    return in_care


def shown(browser, url=URL, **query):
    response = browser.get(url, query)
    assert response.status_code == 200
    return [line.row for line in response.context["rows"]]


def flags(browser, **query):
    (line,) = browser.get(URL, query).context["rows"]
    return line.flags


def names(rows):
    return [row.episode.patient_last_name for row in rows]


def test_a_care_manager_sees_first_who_is_hers(browser, in_care, bob):
    in_care(last_name="Ash")
    in_care(last_name="Birch", manager=bob)
    assert names(shown(browser)) == ["Ash"]
    assert sorted(names(shown(browser, whose="all"))) == ["Ash", "Birch"]
    assert names(shown(browser, whose=bob.pk)) == ["Birch"]


def test_nobody_of_another_practice_is_among_them(browser, in_care, harbor, alice):
    in_care(last_name="Elsewhere", practice=harbor)
    assert shown(browser, whose="all") == []


def test_a_name_is_searched_for_without_standing_in_an_address(browser, in_care):
    in_care(last_name="Ash")
    in_care(last_name="Birch")
    response = browser.post(URL, {"search": "bir"})
    assert (response.status_code, response.url) == (302, URL)
    assert names(shown(browser)) == ["Birch"]


@pytest.mark.parametrize(
    ("episode", "is_there"),
    [
        ({"started_on": dt.date(2026, 10, 31)}, True),
        ({"started_on": dt.date(2026, 11, 1)}, False),
        ({"ended_on": dt.date(2026, 10, 1), "end_reason": "moved"}, True),
        (
            {
                "started_on": dt.date(2026, 9, 1),
                "ended_on": dt.date(2026, 9, 30),
                "end_reason": "moved",
            },
            False,
        ),
    ],
)
def test_the_month_s_episodes_are_the_rows(browser, in_care, episode, is_there):
    in_care(episode=episode)
    assert bool(shown(browser)) == is_there


def test_a_row_says_what_the_rules_said_and_no_more(browser, in_care, make, alice):
    patient = in_care(consent=False)
    make.entry(patient, alice, AT - dt.timedelta(hours=2), minutes=30)
    service_month.refresh([patient], [OCTOBER], now=AT)
    (row,) = shown(browser)
    standing = ServiceMonth.objects.get(patient=patient).standing
    assert (row.counted, row.worked) == (standing["counted_seconds"], 1800)
    assert row.next == standing["next"]
    words = [flag.text for flag in flags(browser)]
    assert "No consent in force" in words
    assert "No score yet" in words
    assert "Review due" in words
    assert "Consent missing" not in words


def test_what_is_missing_links_to_where_it_is_mended(browser, in_care):
    patient = in_care(consent=False)
    page = browser.get(URL).content.decode()
    assert f"/p/elm-street/patients/{patient.pk}/consents/add/" in page


def test_who_only_reads_gets_the_words_without_the_links(in_care, ann, signed_in):
    patient = in_care(consent=False)
    page = signed_in(ann).get(URL, {"whose": "all"}).content.decode()
    assert "No consent in force" in page
    assert f"/p/elm-street/patients/{patient.pk}/consents/add/" not in page
    assert "data-timer-for" not in page


def test_a_month_that_nobody_has_reckoned_is_reckoned_at_the_first_look(browser, in_care):
    patient = in_care()
    assert not ServiceMonth.objects.exists()
    (row,) = shown(browser)
    assert row.marks
    assert ServiceMonth.objects.get(patient=patient).month == OCTOBER


@pytest.mark.parametrize(
    ("activity", "status", "days"),
    [
        ("patient_contact", "confirmed", 3),
        ("brief_intervention", "needs_review", 3),
        ("outreach_attempt", "confirmed", None),
        ("chart_review", "confirmed", None),
    ],
)
def test_days_since_contact_count_real_contacts_only(
    browser, in_care, make, alice, activity, status, days
):
    fields = {"review_reason": "long"} if status == "needs_review" else {}
    make.entry(
        in_care(), alice, AT - dt.timedelta(days=3), activity=activity, status=status, **fields
    )
    assert shown(browser)[0].contact_days == days


@pytest.mark.parametrize(("days", "due"), [(13, False), (14, True)])
def test_a_contact_is_due_after_two_weeks(browser, in_care, make, alice, days, due):
    patient = in_care(episode={"started_on": dt.date(2026, 9, 1)})
    make.entry(patient, alice, AT - dt.timedelta(days=days))
    assert shown(browser)[0].contact_is_due == due


def test_scores_come_oldest_first_and_void_ones_never(browser, in_care, make, alice):
    patient = in_care()
    make.measure(patient, 18, scored_on=dt.date(2026, 9, 1))
    make.measure(patient, 9)
    make.measure(patient, 27, voided_at=AT, voided_by=alice, void_reason="wrong patient")
    make.measure(patient, 7, instrument="GAD-7")
    (row,) = shown(browser)
    assert [score for _, score in row.phq9] == [18, 9]
    assert [score for _, score in row.gad7] == [7]


def test_an_open_safety_flag_comes_first(browser, in_care, make):
    in_care(last_name="Ash")
    patient = in_care(last_name="Zuniga")
    SafetyFlag.objects.create(
        measure=make.measure(patient), patient=patient, answer=1, raised_at=AT
    )
    rows = shown(browser)
    assert (names(rows), rows[0].has_flag) == (["Zuniga", "Ash"], True)


@pytest.mark.parametrize("sort", [*caseload.ORDERS, "nonsense"])
def test_every_column_sorts_both_ways(browser, in_care, make, alice, sort):
    many, few = in_care(last_name="Zuniga"), in_care(last_name="Ash")
    few.episodes.update(started_on=dt.date(2026, 9, 30))
    make.entry(many, alice, AT - dt.timedelta(days=1), minutes=65)
    make.entry(few, alice, AT - dt.timedelta(days=2), minutes=5)
    for patient, score in ((many, 20), (few, 3)):
        make.measure(patient, score)
        make.measure(patient, score, instrument="GAD-7")
    service_month.refresh([many, few], [OCTOBER], now=AT)
    up, down = shown(browser, sort=sort), shown(browser, sort=f"-{sort}")
    if sort != "nonsense":
        assert names(up) == names(down)[::-1]
    if sort in ("minutes", "contact", "phq9", "gad7", "name"):
        assert names(up) == ["Ash", "Zuniga"]


def test_a_running_clock_shows_on_its_row_and_can_be_stopped_there(browser, in_care, make, alice):
    patient = in_care()
    make.entry(patient, alice, AT - dt.timedelta(minutes=5), minutes=None)
    response = browser.get(URL)
    assert response.context["rows"][0].mine.worker_id == alice.pk
    assert f'data-timer-for="{patient.pk}"' in response.content.decode()


def test_one_row_is_drawn_anew_by_itself(browser, in_care):
    patient = in_care()
    episode = patient.episodes.get()
    response = browser.get(f"{URL}{episode.pk}/row/")
    assert response.content.decode().count("<tr") == 1
    assert patient.last_name in response.content.decode()


def test_a_row_of_another_practice_is_not_found(browser, in_care, harbor):
    episode = in_care(practice=harbor).episodes.get()
    assert browser.get(f"{URL}{episode.pk}/row/").status_code == 404


def test_a_month_that_is_no_month_is_told_and_changes_nothing(browser, in_care):
    in_care()
    response = browser.get(URL, {"month": "2026-13"})
    assert "names no month" in response.content.decode()
    assert response.context["wanted"].month == OCTOBER


def test_an_empty_list_says_what_to_do(browser):
    assert "once enrolled" in browser.get(URL).content.decode()


def test_the_export_has_every_row_under_its_documented_columns(browser, in_care, make, alice):
    patient = in_care(last_name="=Ash", first_name="Pat")
    make.entry(patient, alice, AT - dt.timedelta(days=1), minutes=30)
    make.measure(patient, 18, scored_on=dt.date(2026, 9, 1))
    make.measure(patient, 9)
    service_month.refresh([patient], [OCTOBER], now=AT)
    response = browser.get("/p/elm-street/caseload.csv")
    assert response.streaming
    (row,) = csv.DictReader(io.StringIO(response.getvalue().decode()))
    assert (row["last_name"], row["worked_minutes"], row["month"]) == ("'=Ash", "30", "2026-10")
    assert (row["phq9_first"], row["phq9_last"]) == ("18", "9")
    page = browser.get(URL).content.decode()
    assert all(f"<dt>{column}</dt>" in page for column in row)
    assert AccessLog.objects.get(page="caseload_csv").user_id == alice.pk


@pytest.fixture
def registry_of(make, elm_street, alice, dr_priya):
    """So many patients in care with Alice, each with a reckoned month and a score."""

    def registry_of(count):
        patients = [make.patient(elm_street) for _ in range(count)]
        for patient in patients:
            make.episode(patient, alice, dr_priya)
            make.measure(patient)
        service_month.refresh(patients, [OCTOBER], now=AT)

    return registry_of


def test_the_page_takes_twelve_queries_at_most_at_50_rows_and_at_500(browser, registry_of):
    registry_of(50)
    browser.get(URL)  # the session begins
    with CaptureQueriesContext(connection) as at_50:
        assert len(shown(browser)) == 50
    registry_of(450)
    with CaptureQueriesContext(connection) as at_500:
        response = browser.get(URL)
    assert response.context["page"].paginator.count == 500
    assert len(at_500) == len(at_50) <= 12
