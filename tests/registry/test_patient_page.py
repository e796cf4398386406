"""The patient's page: the story on one page, for everybody who may read it."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine

from registry.models import AccessLog
from registry.services import service_month, time_log
from registry.web import score_chart

AT = dt.datetime(2026, 10, 14, 16, 0, tzinfo=dt.UTC)
OCTOBER = dt.date(2026, 10, 1)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def url(enrolled):
    return f"/p/elm-street/patients/{enrolled.pk}/"


def page(browser, url, **query):
    response = browser.get(url, query)
    assert response.status_code == 200
    return response.content.decode()


def test_the_page_tells_the_story(signed_in, alice, enrolled, url):
    text = page(signed_in(alice), url)
    for words in (
        enrolled.full_name,
        "PHQ-9: one score, 14 on Oct 5, 2026",
        "F32.1",
        "Alice Moreno",
        "Sam Okafor",
        "Verbal, Sep 30, 2026",
        "Go on with the plan",
        "Empire Health Plan",
        "October 2026",
    ):
        assert words in text, words


@pytest.mark.parametrize("who", ["alice", "priya", "sam", "dana", "sue", "ann"])
def test_everybody_with_a_role_reads_it_and_the_look_is_remembered(
    request, signed_in, enrolled, url, who
):
    person = request.getfixturevalue(who)
    page(signed_in(person), url)
    look = AccessLog.objects.get()
    assert (look.user_id, look.patient_id, look.page) == (person.pk, enrolled.pk, "patient")


def test_a_stranger_finds_nothing(signed_in, charlie, url):
    browser = signed_in(charlie)
    assert browser.get(url).status_code == 404
    assert browser.get(url.replace("elm-street", "harbor")).status_code == 404


@pytest.mark.parametrize(("who", "sees"), [("alice", True), ("ann", False), ("dana", False)])
def test_only_who_logs_time_gets_the_clock(request, signed_in, url, who, sees):
    text = page(signed_in(request.getfixturevalue(who)), url)
    assert ("data-timer-for" in text) == sees
    assert ('id="timer"' in text) == sees


def test_an_entry_shows_worked_counted_and_why_not(signed_in, alice, make, enrolled, url):
    make.entry(enrolled, alice, AT - dt.timedelta(hours=3), minutes=20)
    make.entry(enrolled, alice, AT - dt.timedelta(hours=2), minutes=10, activity="clerical")
    service_month.refresh([enrolled], [OCTOBER], now=AT)
    text = page(signed_in(alice), url)
    assert "0:20:00" in text
    assert "0:10:00: clerical work does not count" in text
    assert "10 min not counted: clerical work does not count" in text


def test_the_month_says_how_it_stands_and_where_it_is_mended(signed_in, alice, enrolled, url):
    enrolled.measures.all().update(voided_at=AT, voided_by=alice, void_reason="wrong")
    service_month.refresh([enrolled], [OCTOBER], now=AT)
    text = page(signed_in(alice), url)
    assert "How the month stands" in text
    assert "Enter the score" in text


def test_another_month_is_shown_on_asking(signed_in, alice, make, enrolled, url):
    make.entry(enrolled, alice, dt.datetime(2026, 9, 15, 14, tzinfo=dt.UTC), note="In September")
    assert "In September" not in page(signed_in(alice), url)
    assert "In September" in page(signed_in(alice), url, month="2026-09")


def test_a_month_that_is_no_month_is_told(signed_in, alice, url):
    assert "names no month" in page(signed_in(alice), url, month="October")


def test_a_patient_who_is_not_enrolled_can_be_enrolled_from_here(signed_in, priya, patient):
    text = page(signed_in(priya), f"/p/elm-street/patients/{patient.pk}/")
    assert "Not enrolled" in text
    assert f"/p/elm-street/patients/{patient.pk}/enrol/" in text


def test_without_consent_the_header_says_so(signed_in, alice, enrolled, url):
    enrolled.consents.update(revoked_at=AT, revoked_by=alice, revoke_reason="Changed her mind")
    text = page(signed_in(alice), url)
    assert "No consent in force" in text
    assert "Changed her mind" in text


def test_the_time_alone_is_drawn_anew(signed_in, alice, enrolled, url):
    time_log.start(patient=enrolled, worker=alice, by=alice, now=AT - dt.timedelta(minutes=3))
    text = page(signed_in(alice), f"{url}time/")
    assert "<html" not in text
    assert "Alice Moreno since 11:57 AM" in text


DAY = dt.date(2026, 10, 5)


def test_a_chart_without_scores_is_no_chart():
    assert score_chart.draw([("PHQ-9", "circle", [])], []) is None


def test_scores_lie_by_their_days_and_higher_is_higher():
    points = [(DAY, 20), (DAY + dt.timedelta(days=10), 10), (DAY + dt.timedelta(days=40), 4)]
    drawn = score_chart.draw([("PHQ-9", "circle", points)], [DAY + dt.timedelta(days=20)])
    first, second, third = drawn.series[0].dots
    assert (second.x - first.x) * 3 == pytest.approx(third.x - second.x, abs=0.5)
    assert first.y < second.y < third.y
    assert first.x < drawn.reviews[0].x < third.x
    assert [tick.label for tick in drawn.months] == ["Nov 2026"]


def test_one_score_stands_in_the_middle():
    drawn = score_chart.draw([("PHQ-9", "circle", [(DAY, 9)])], [])
    assert drawn.left < drawn.series[0].dots[0].x < drawn.right
