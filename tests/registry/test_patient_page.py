"""The patient's page: the story on one page, for everybody who may read it."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

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
    browser = signed_in(alice)
    assert browser.get(url).context["lines"] == []
    ((line, _),) = browser.get(url, {"month": "2026-09"}).context["lines"]
    assert line.entry.note == "In September"


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
    assert score_chart.draw([("PHQ-9", "circle", [])]) is None


def test_scores_lie_by_their_days_and_higher_is_higher():
    points = [(DAY, 20), (DAY + dt.timedelta(days=10), 10), (DAY + dt.timedelta(days=40), 4)]
    advised = score_chart.Event(DAY + dt.timedelta(days=20), "change", "Switch", 7)
    drawn = score_chart.draw([("PHQ-9", "circle", points)], events=[advised])
    first, second, third = drawn.series[0].dots
    assert (second.x - first.x) * 3 == pytest.approx(third.x - second.x, abs=0.5)
    assert first.y < second.y < third.y
    assert first.x < drawn.marks[0].x < third.x
    assert drawn.marks[0].key == 7
    assert [tick.label for tick in drawn.months] == ["Nov 2026"]


def test_one_score_stands_in_the_middle():
    drawn = score_chart.draw([("PHQ-9", "circle", [(DAY, 9)])])
    assert drawn.left < drawn.series[0].dots[0].x < drawn.right


@pytest.mark.parametrize("half", [5, 5.5, 9])
def test_names_of_the_scores_to_be_reached_never_touch(half):
    levels = [("Response", half), ("Remission: below", 5)] if half > 5 else [("Response", half)]
    drawn = score_chart.draw(
        [("PHQ-9", "circle", [(DAY, 9)])], levels=levels, size=score_chart.NARROW
    )
    feet = sorted(level.y + level.label_dy for level in drawn.levels)
    assert all(lower - upper >= 10 for upper, lower in itertools.pairwise(feet))


def test_a_phone_has_a_drawing_of_its_own_with_fewer_months():
    points = [(DAY, 20), (DAY + dt.timedelta(days=360), 4)]
    wide, narrow = (
        score_chart.draw([("PHQ-9", "circle", points)], size=size)
        for size in (score_chart.WIDE, score_chart.NARROW)
    )
    assert narrow.width < 360 < wide.width
    assert len(narrow.months) <= 5 < len(wide.months)


def scored(make, patient, *scores):
    patient.measures.all().delete()
    for on, total in scores:
        make.measure(patient, total, scored_on=dt.date.fromisoformat(on))


@pytest.mark.parametrize(
    ("started", "scores", "said"),
    [
        (
            "2026-08-01",
            [("2026-08-01", 18), ("2026-10-01", 4)],
            "PHQ-9 18 → 4 (77\u00a0% better), below 5.",
        ),
        (
            "2026-08-01",
            [("2026-08-01", 18), ("2026-10-01", 9)],
            "PHQ-9 18 → 9 (50\u00a0% better), at or below half of the baseline (9).",
        ),
        (
            "2026-08-19",
            [("2026-08-19", 18), ("2026-10-01", 15)],
            "PHQ-9 18 → 15 (16\u00a0% better) after 8 weeks. Half (9) or less was to "
            "be reached at 8 to 12 weeks: time to change the plan.",
        ),
        (
            "2026-08-20",
            [("2026-08-20", 15), ("2026-10-01", 17)],
            "PHQ-9 15 → 17 (13\u00a0% worse) after 7 weeks. Response is 7.5 or less, "
            "judged at 8 to 12 weeks.",
        ),
        (
            "2026-10-01",
            [("2026-10-01", 15)],
            "PHQ-9 15, one score so far, after 1 week.",
        ),
    ],
)
def test_treatment_to_target_is_said_with_its_numbers(
    signed_in, alice, make, enrolled, url, started, scores, said
):
    enrolled.episodes.update(started_on=dt.date.fromisoformat(started))
    scored(make, enrolled, *scores)
    assert said in page(signed_in(alice), url)


def test_what_was_done_stands_on_the_scores_own_axis(
    signed_in, alice, priya, make, enrolled, sam, url
):
    scored(make, enrolled, ("2026-09-20", 18), ("2026-10-10", 12))
    review = make.review(enrolled.episodes.get(), sam, advice="switch")
    review.practitioner_answers.create(answer="accepted", answered_at=AT, answered_by=priya)
    response = signed_in(alice).get(url)
    marks = response.context["scores"].marks
    assert [(mark.number, mark.text) for mark in marks] == [
        (1, "Consent given (verbal)"),
        (2, "Enrolled: Collaborative care (CoCM)"),
        (3, "Switch the medication; accepted by Priya Natarajan"),
        (4, "Continue the plan"),
    ]
    assert [mark.x for mark in marks] == sorted(mark.x for mark in marks)
    assert "What came of it: PHQ-9 18 then, 12 now" in response.content.decode()


def test_the_month_is_drawn_by_day_and_a_void_entry_is_none(signed_in, alice, make, enrolled, url):
    make.entry(enrolled, alice, AT - dt.timedelta(days=3), minutes=20)
    make.entry(enrolled, alice, AT - dt.timedelta(days=3, hours=2), minutes=10, activity="clerical")
    make.entry(
        enrolled, alice, AT - dt.timedelta(days=1), status="voided", voided_at=AT,
        voided_by=alice, void_reason="wrong patient",
    )  # fmt: skip
    service_month.refresh([enrolled], [OCTOBER], now=AT)
    days = signed_in(alice).get(url).context["days"]
    assert [day.words for day in days.days] == ["Oct 11, 2026: 30 min, 20 counted"]


def test_the_month_s_note_can_be_copied_as_plain_text(signed_in, alice, priya, make, enrolled, url):
    make.entry(enrolled, alice, AT - dt.timedelta(days=3), minutes=20, note="Slept better")
    review = enrolled.case_reviews.get()
    review.practitioner_answers.create(
        answer="modified", note="In two weeks", answered_at=AT, answered_by=priya
    )
    service_month.refresh([enrolled], [OCTOBER], now=AT)
    text = signed_in(alice).get(url).context["month_text"]
    for words in (
        "Care management, October 2026\n",
        "record " + enrolled.record_number,
        "Oct 11, 2026, 12:00 PM-12:20 PM, 20 min 00 s, Patient contact, Alice Moreno\n"
        "  Slept better\n",
        "Total: 20 min 00 s worked, 20 min counted (whole minutes)",
        "PHQ-9: 14 on Oct 5, 2026",
        "Oct 8, 2026, Sam Okafor: Continue the plan. Go on with the plan",
        "  Accepted with changes by Priya Natarajan, Oct 14, 2026: In two weeks",
    ):
        assert words in text, words
    assert text.isascii()


def test_what_waits_for_a_person_in_this_chart_stands_on_it(signed_in, alice, dana, enrolled, url):
    browser = signed_in(alice)
    assert [line.text for line in browser.get(url).context["todo"]] == ["No contact yet"]
    assert "Nothing waits" not in page(browser, url)
    assert "To do" not in page(signed_in(dana), url)


def test_the_page_asks_no_more_of_a_long_story_than_of_a_short_one(
    signed_in, make, alice, sam, enrolled, url, django_assert_max_num_queries
):
    """Fifteen treatments, consents and answered recommendations cost what one of each does."""
    browser = signed_in(alice)
    episode = enrolled.episodes.get()

    def more(number):
        day = dt.date(2026, 9, number)
        enrolled.treatments.create(
            kind="medicine", name=f"Medicine {number}", dose="50 mg", started_on=day,
            recorded_at=AT, recorded_by=alice,
        )  # fmt: skip
        given = dt.datetime(2026, 9, number, 15, tzinfo=dt.UTC)
        make.consent(enrolled, given_at=given, late_reason="Found in the file")
        review = make.review(episode, sam, reviewed_on=day)
        review.practitioner_answers.create(answer="accepted", answered_at=AT, answered_by=alice)

    more(1)
    browser.get(url)
    with CaptureQueriesContext(connection) as short:
        browser.get(url)
    for number in range(2, 16):
        more(number)
    with django_assert_max_num_queries(len(short)):
        assert "Medicine 15" in browser.get(url).content.decode()


def test_the_consultants_share_of_the_month_stands_apart(
    signed_in, make, alice, sam, enrolled, url
):
    at = dt.datetime(2026, 10, 8, 14, tzinfo=dt.UTC)
    make.entry(enrolled, alice, at, minutes=20)
    service_month.refresh([enrolled], [OCTOBER], now=AT)
    assert "Counted: " not in page(signed_in(alice), url)
    make.entry(
        enrolled, sam, at + dt.timedelta(hours=1), minutes=7, role="consultant",
        activity="case_review",
    )  # fmt: skip
    service_month.refresh([enrolled], [OCTOBER], now=AT)
    text = page(signed_in(alice), url)
    assert "Counted: Care manager 20 min 00 s; Psychiatric consultant 7 min 00 s" in text
    assert "Counted of it: Care manager 20 min 00 s" in text
