"""What the caseload can be narrowed to, what it says of a patient, and views of one's own."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from registry.models import CaseloadView, SafetyFlag, ServiceMonth
from registry.services import service_month

AT = dt.datetime(2026, 10, 14, 16, 0, tzinfo=dt.UTC)
OCTOBER = dt.date(2026, 10, 1)
URL = "/p/elm-street/caseload/"
VIEWS = f"{URL}views/"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def browser(alice, signed_in):
    return signed_in(alice)


@pytest.fixture
def well(make, elm_street, alice, sam, dr_priya, payer):
    """A patient of whom nothing is due; `well("Ash", started_on=...)`."""

    def well(name, **episode):
        patient = make.patient(elm_street, last_name=name, first_name="Pat")
        make.consent(patient)
        make.coverage(patient, payer)
        found = make.episode(patient, alice, dr_priya, consultant=sam, **episode)
        make.measure(patient, 14)
        make.review(found, sam)
        hours = alice.time_entries.count()
        make.entry(patient, alice, AT - dt.timedelta(days=2, hours=hours))
        return patient

    return well


def lines(browser, **query):
    response = browser.get(URL, query)
    assert response.status_code == 200
    return response.context["rows"]


def names(browser, **query):
    return [line.row.episode.patient_last_name for line in lines(browser, **query)]


def counts(browser):
    return {tab["label"]: tab["count"] for tab in browser.get(URL).context["tabs"]}


def test_of_whom_nothing_is_due_is_in_no_view_but_the_whole_list(browser, well):
    well("Ash")
    assert counts(browser) == {
        "Mine": 1,
        "Not improving": 0,
        "No contact 14 days": 0,
        "Consent missing": 0,
        "Review missing": 0,
        "Near a threshold, and due": 0,
    }
    (line,) = lines(browser)
    assert line.step.text == "Call by Oct 26, 2026"


def no_contact(patient, alice):
    patient.time_entries.update(
        status="voided", voided_at=AT, voided_by=alice, void_reason="wrong patient"
    )


def no_consent(patient, alice):
    patient.consents.update(revoked_at=AT, revoked_by=alice, revoke_reason="Moved")


def no_review(patient, alice):
    patient.case_reviews.update(reviewed_on=dt.date(2026, 9, 30))


def not_improved(patient, alice):
    patient.episodes.update(started_on=dt.date(2026, 8, 1))
    patient.measures.create(
        instrument="PHQ-9",
        total=16,
        scored_on=dt.date(2026, 7, 20),
        recorded_at=AT,
        recorded_by=alice,
    )


@pytest.mark.parametrize(
    ("change", "view", "flag"),
    [
        (no_contact, "no_contact", "No contact yet"),
        (no_consent, "no_consent", "No consent in force"),
        (no_review, "no_review", "Review due"),
        (
            not_improved,
            "not_improved",
            "Not improved after 10 weeks: 16 → 14 (2 points, 12\u00a0%)",
        ),
    ],
)
def test_each_view_holds_whom_it_names_and_says_why(browser, well, alice, change, view, flag):
    well("Ash")
    patient = well("Birch")
    change(patient, alice)
    service_month.refresh([patient], [OCTOBER], now=AT)
    assert names(browser, view=view) == ["Birch"]
    assert names(browser, flag=view, view="") == ["Birch"]
    (line,) = lines(browser, view=view, flag="")
    assert flag in [each.text for each in line.flags]


def test_a_slow_course_is_said_once_and_the_next_step_says_what_to_do(browser, well, alice):
    patient = well("Ash")
    not_improved(patient, alice)
    patient.episodes.update(initiating_visit_on=dt.date(2026, 7, 30))
    service_month.refresh([patient], [OCTOBER], now=AT)
    (line,) = lines(browser)
    assert [flag.text for flag in line.flags].count(line.step.text) == 0
    assert line.step.text == "Follow the new plan: call by Oct 26, 2026"


@pytest.mark.parametrize(
    ("total", "is_there"),
    [(14, True), (8, False), (4, False), (11, True), (9, True)],
)
def test_not_improving_is_less_than_half_better_or_by_less_than_five_points(
    browser, well, make, total, is_there
):
    patient = well("Ash", started_on=dt.date(2026, 8, 1))
    patient.measures.all().update(total=16, scored_on=dt.date(2026, 8, 1))
    make.measure(patient, total, scored_on=dt.date(2026, 10, 1))
    assert bool(names(browser, view="not_improved")) == is_there


@pytest.mark.parametrize(("started", "is_there"), [("2026-08-19", True), ("2026-08-20", False)])
def test_eight_weeks_are_given_to_improve(browser, well, make, started, is_there):
    patient = well("Ash", started_on=dt.date.fromisoformat(started))
    make.measure(patient, 16, scored_on=dt.date(2026, 8, 20))
    assert bool(names(browser, view="not_improved")) == is_there


@pytest.mark.parametrize(
    ("minutes", "due", "is_there"),
    [(6, True, True), (10, True, True), (11, True, False), (6, False, False)],
)
def test_near_a_threshold_is_nobody_without_a_clinical_reason(
    browser, well, alice, minutes, due, is_there
):
    patient = well("Ash")
    service_month.refresh([patient], [OCTOBER], now=AT)
    row = ServiceMonth.objects.get(patient=patient)
    row.standing["next"] = {"code": "99492", "minutes_needed": minutes}
    row.save()
    if due:
        no_review(patient, alice)
    assert bool(names(browser, view="near")) == is_there


def test_safety_comes_first_then_who_is_overdue_then_who_is_near_then_the_rest(
    browser, well, alice
):
    people = {name: well(name) for name in ("Ash", "Birch", "Cedar", "Date")}
    service_month.refresh(list(people.values()), [OCTOBER], now=AT)
    no_review(people["Birch"], alice)
    row = ServiceMonth.objects.get(patient=people["Birch"])
    row.standing["next"] = {"code": "99492", "minutes_needed": 5}
    row.save()
    no_contact(people["Cedar"], alice)
    SafetyFlag.objects.create(
        measure=people["Date"].measures.get(), patient=people["Date"], answer=1, raised_at=AT
    )
    assert names(browser) == ["Date", "Cedar", "Birch", "Ash"]
    assert [line.step.text for line in lines(browser)] == [
        "Acknowledge the safety flag",
        "Call for the first time",
        "Ask for this month's review",
        "Call by Oct 26, 2026",
    ]


def test_the_list_narrows_to_a_payer_s_patients_and_to_a_program(browser, well, make, payer):
    bhi, _ = well("Birch", program="bhi"), well("Ash")
    bhi.coverages.update(active_to=dt.date(2026, 9, 30))
    assert names(browser, payer=payer.pk) == ["Ash"]
    assert names(browser, payer="", program="bhi") == ["Birch"]
    assert sorted(names(browser, payer="x", program="x", flag="x", view="x")) == ["Ash", "Birch"]


@pytest.mark.parametrize(
    ("seconds", "band"),
    [(0, "none"), (59, "none"), (60, "1-19"), (1199, "1-19"), (1200, "20-39"), (2400, "40-59"),
     (3600, "60-89"), (5399, "60-89"), (5400, "90-"), (90000, "90-")],
)  # fmt: skip
def test_the_list_narrows_to_a_band_of_minutes(browser, well, seconds, band):
    ServiceMonth.objects.filter(patient=well("Ash")).update(counted_seconds=seconds)
    named = [name for name, _ in browser.get(URL).context["bands"]]
    ServiceMonth.objects.update(counted_seconds=seconds)
    assert [each for each in named if names(browser, whose="mine", band=each)] == [band]


def test_who_has_no_month_yet_has_no_minutes(browser, well):
    ServiceMonth.objects.filter(patient=well("Ash")).delete()
    assert names(browser, band="none", month="2026-11") == ["Ash"]


def test_what_is_set_survives_a_look_at_a_patient(browser, well, alice):
    patient = well("Ash")
    well("Birch")
    no_consent(patient, alice)
    assert names(browser, view="no_consent") == ["Ash"]
    browser.get(f"/p/elm-street/patients/{patient.pk}/")
    assert names(browser) == ["Ash"]
    assert sorted(names(browser, whose="mine")) == ["Ash", "Birch"]
    assert sorted(names(browser)) == ["Ash", "Birch"]


def test_a_view_of_one_s_own_is_saved_renamed_and_deleted(browser, well, alice):
    well("Ash")
    sent = {"name": " Late  ones ", "query": "view=no_contact&sort=-phq9&page=3&search=Ash"}
    response = browser.post(VIEWS, sent)
    assert response.url == f"{URL}?view=no_contact&whose=mine&sort=-phq9"
    view = CaseloadView.objects.get(user=alice)
    assert (view.name, view.wanted) == (
        "Late ones",
        {"whose": "mine", "view": "no_contact", "sort": "-phq9"},
    )
    page = browser.get(response.url)
    (tab,) = [tab for tab in page.context["tabs"] if tab["label"] == "Late ones"]
    assert tab["current"]
    browser.post(f"{VIEWS}{view.pk}/", {"name": "Later", "act": "rename"})
    view.refresh_from_db()
    assert view.name == "Later"
    browser.post(f"{VIEWS}{view.pk}/", {"act": "delete"})
    assert not CaseloadView.objects.exists()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("  ", "The view has no name. Type one."),
        ("x" * 41, "longer than 40 letters"),
        ("LATE", "You have a view named LATE already."),
    ],
)
def test_a_name_that_will_not_do_is_told_and_nothing_is_kept(browser, name, said):
    browser.post(VIEWS, {"name": "Late", "query": ""})
    response = browser.post(VIEWS, {"name": name, "query": ""}, follow=True)
    assert said in response.content.decode()
    assert CaseloadView.objects.count() == 1


def test_nobody_sees_or_changes_another_s_view(browser, bob, signed_in, sue):
    browser.post(VIEWS, {"name": "Late", "query": "view=no_contact"})
    view = CaseloadView.objects.get()
    other = signed_in(bob)
    assert "Late" not in [tab["label"] for tab in other.get(URL).context["tabs"]]
    assert other.post(f"{VIEWS}{view.pk}/", {"act": "delete"}).status_code == 404
    assert CaseloadView.objects.count() == 1


def test_at_500_rows_on_one_page_twelve_queries_are_enough(
    browser, make, elm_street, alice, dr_priya
):
    patients = [make.patient(elm_street) for _ in range(120)]
    for patient in patients:
        make.episode(patient, alice, dr_priya)
        make.measure(patient)
    service_month.refresh(patients, [OCTOBER], now=AT)
    browser.get(URL, {"size": 500})
    with CaptureQueriesContext(connection) as captured:
        assert len(lines(browser, size=500)) == 120
    assert len(captured) <= 12
    assert len(lines(browser, size=100)) == 100
    assert len(lines(browser, size="7")) == 50
