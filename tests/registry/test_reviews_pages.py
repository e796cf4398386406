"""The consultant's pages, as a browser asks for them."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine

from registry.models import AccessLog, CaseReview, ReviewRequest, TimeEntry
from registry.services import case_reviews, time_log
from tests.registry.entering import text, url

MINUTE = dt.timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _noon(now):
    with time_machine.travel(now, tick=False):
        yield


@pytest.fixture
def episode(enrolled):
    enrolled.case_reviews.all().delete()
    return enrolled.episodes.get()


@pytest.fixture
def page(episode):
    return url("review", episode_id=episode.pk)


def form(**fields):
    """What Sam sends."""
    return {
        "advice": "change_dose",
        "recommendation": "Sertraline to 100 mg.",
        "follow_up_on": "",
        "with_whom": "",
        "time": "none",
        "day": "2026-10-14",
        "start": "",
        "minutes": "",
        "reason": "",
        "then": "stay",
    } | fields


def test_the_queue_says_who_needs_review_and_why(signed_in, sam, episode):
    said = text(signed_in(sam).get(url("reviews")))
    assert "Reviewed in October 2026: 0 of 1" in said
    assert "New since Oct 1, 2026, never reviewed +20" in said
    assert episode.patient.last_name in said


def test_the_strip_counts_reviews_and_claims_that_wait(signed_in, sam, episode, make, alice, now):
    make.entry(episode.patient, alice, now - 80 * MINUTE, 75)
    from registry.services import service_month

    service_month.refresh([episode.patient], [dt.date(2026, 10, 1)], now=now)
    browser = signed_in(sam)
    waits = "claim waits for a review" in text(browser.get(url("reviews")))
    standing = episode.patient.service_months.get().standing
    assert waits is (standing["outcome"] == "held")
    case_reviews.sign(episode, advice="continue", recommendation="Go on.", by=sam, now=now)
    said = text(browser.get(url("reviews")))
    assert "1 of 1" in said
    assert "claim waits" not in said
    assert "Nobody waits for a review" in said


def test_an_empty_queue_says_what_to_do(signed_in, sam, elm_street):
    assert "No case of yours" in text(signed_in(sam).get(url("reviews")))
    said = text(signed_in(sam).get(url("reviews") + "?whose=all"))
    assert "Nobody in collaborative care yet" in said


def test_sam_sees_each_of_two_practices_by_itself(signed_in, sam, episode, harbor, make):
    browser = signed_in(sam)
    elsewhere = url("reviews", practice="harbor")
    assert episode.patient.last_name not in text(browser.get(elsewhere))
    assert browser.get(url("review", practice="harbor", episode_id=episode.pk)).status_code == 404


@pytest.mark.parametrize("size", [50, 300])
def test_the_queues_page_has_the_same_few_queries_at_any_size(
    make, elm_street, alice, dr_priya, sam, signed_in, size, django_assert_max_num_queries
):
    for number in range(size):
        patient = make.patient(elm_street)
        make.episode(patient, alice, dr_priya, consultant=sam, started_on=dt.date(2026, 7, 1))
        make.measure(patient, 10 + number % 9, scored_on=dt.date(2026, 7, 1))
    browser = signed_in(sam)
    with django_assert_max_num_queries(13):
        response = browser.get(url("reviews"))
    assert "1–25 of" in text(response)
    assert f"of {size} cases" in text(response)


def test_the_pages_do_not_overlap(make, elm_street, alice, dr_priya, sam, signed_in):
    for _ in range(60):
        make.episode(make.patient(elm_street), alice, dr_priya, consultant=sam)
    browser = signed_in(sam)
    seen = [
        row.episode.pk
        for number in (1, 2, 3)
        for row in browser.get(url("reviews") + f"?page={number}").context["rows"]
    ]
    assert (len(seen), len(set(seen))) == (60, 60)


def test_the_case_shows_all_on_one_page_and_the_look_is_remembered(
    signed_in, sam, page, episode, make, alice, now
):
    case_reviews.request(episode, question="Is 50 mg enough?", by=alice, now=now)
    make.entry(episode.patient, alice, now - 60 * MINUTE, 20, note="Sleeps better")
    said = text(signed_in(sam).get(page))
    for words in ("F32.1", "Is 50 mg enough?", "Sleeps better", "Review was asked", "Sign and"):
        assert words in said
    assert AccessLog.objects.filter(page="review", patient_id=episode.patient_id).count() == 1


def test_the_page_of_a_case_has_few_queries(
    signed_in, sam, page, episode, make, alice, now, django_assert_max_num_queries
):
    for number in range(12):
        make.measure(episode.patient, 10, scored_on=dt.date(2026, 9, 1 + number))
        make.review(episode, sam, reviewed_on=dt.date(2026, 9, 1 + number))
        make.entry(episode.patient, alice, now - (number + 1) * 60 * MINUTE, 20)
    browser = signed_in(sam)
    with django_assert_max_num_queries(29):
        browser.get(page)


def test_a_case_says_that_no_consent_is_in_force(signed_in, sam, page, episode, alice, now):
    browser = signed_in(sam)
    assert "No consent in force" not in browser.get(page).content.decode()
    episode.patient.consents.update(revoked_at=now, revoked_by=alice, revoke_reason="Moved")
    assert "No consent in force" in browser.get(page).content.decode()


def test_sam_signs_without_time(signed_in, sam, page, episode):
    response = signed_in(sam).post(page, form(), follow=True)
    assert "The review is signed." in text(response)
    review = CaseReview.objects.get()
    assert (review.advice, review.consultant, review.episode) == ("change_dose", sam, episode)
    assert TimeEntry.objects.count() == 0


def test_sam_signs_with_the_clock_and_alice_who_took_part(
    signed_in, sam, alice, page, episode, now
):
    time_log.start(patient=episode.patient, worker=sam, activity="case_review", by=sam,
                   now=now - 6 * MINUTE)  # fmt: skip
    browser = signed_in(sam)
    assert "The clock: runs since 11:54 AM" in text(browser.get(page))
    browser.post(page, form(time="clock", with_whom=alice.pk))
    assert set(TimeEntry.objects.values_list("worker", "role", "status")) == {
        (sam.pk, "consultant", "confirmed"),
        (alice.pk, "care_manager", "confirmed"),
    }
    assert browser.get(page).context["form"]["with_whom"].value() == alice.pk


def test_sam_enters_minutes_by_hand_with_a_reason(signed_in, sam, page):
    sent = form(time="by_hand", start="11:30", minutes="12", reason="By phone")
    assert signed_in(sam).post(page, sent).status_code == 302
    entry = TimeEntry.objects.get()
    assert (entry.started_at, entry.ended_at - entry.started_at, entry.reason) == (
        dt.datetime(2026, 10, 14, 15, 30, tzinfo=dt.UTC), 12 * MINUTE, "By phone",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"advice": ""}, "Choose what you recommend."),
        ({"recommendation": " "}, "Write the recommendation"),
        ({"time": ""}, "Say how long it took"),
        ({"time": "by_hand"}, "From is missing. Enter it."),
        ({"time": "by_hand", "start": "11:30", "minutes": "0", "reason": "x"}, "at least 1 minute"),
        ({"time": "by_hand", "start": "11:30", "minutes": "5"}, "Why by hand is missing"),
        ({"time": "by_hand", "start": "11:55", "minutes": "60", "reason": "x"}, "in the future"),
        ({"time": "clock"}, "Your clock has no time on this patient"),
        ({"follow_up_on": "2026-10-01"}, "lies before the review"),
        ({"follow_up_on": "soon"}, "This is no day"),
    ],
)
def test_what_cannot_stand_comes_back_with_all_that_was_typed(signed_in, sam, page, fields, said):
    sent = form(recommendation="A long thought.") | fields
    response = signed_in(sam).post(page, sent)
    assert response.status_code == 422
    assert said in text(response)
    assert sent["recommendation"].strip() in text(response)
    assert (CaseReview.objects.count(), TimeEntry.objects.count()) == (0, 0)


def test_time_that_the_clock_skipped_is_said(signed_in, sam, page, episode):
    """On March 8, 2026, 2:30 AM did not exist in New York."""
    with time_machine.travel(dt.datetime(2026, 3, 9, 16, tzinfo=dt.UTC), tick=False):
        sent = form(time="by_hand", day="2026-03-08", start="02:30", minutes="5", reason="Phone")
        assert "put forward over this time" in text(signed_in(sam).post(page, sent))


def test_a_double_press_signs_once(signed_in, sam, alice, page, episode, now):
    time_log.start(patient=episode.patient, worker=sam, by=sam, now=now - 6 * MINUTE)
    browser = signed_in(sam)
    for _ in range(2):
        assert browser.post(page, form(time="clock", with_whom=alice.pk)).status_code == 302
    assert (CaseReview.objects.count(), TimeEntry.objects.count()) == (1, 2)


def test_what_waits_in_alices_log_is_told_to_sam(signed_in, sam, alice, page, episode, make, now):
    other = make.patient(episode.patient.practice)
    make.entry(other, alice, now - 30 * MINUTE, 20)
    sent = form(time="by_hand", start="11:30", minutes="10", reason="Phone", with_whom=alice.pk)
    said = text(signed_in(sam).post(page, sent, follow=True))
    assert "waits in that log for a look" in said


def test_sign_and_next_goes_to_the_next_in_the_queue_then_back_to_it(
    signed_in, sam, page, episode, make, alice, dr_priya
):
    other = make.episode(
        make.patient(episode.patient.practice), alice, dr_priya, consultant=sam,
        started_on=dt.date(2026, 10, 9),
    )  # fmt: skip
    browser = signed_in(sam)
    answer = browser.post(page, form(then="next"))
    assert answer.url == url("review", episode_id=other.pk)
    answer = browser.post(answer.url, form(then="next"))
    assert answer.url == url("reviews")


@pytest.mark.parametrize("who", ["alice", "priya", "sue", "ann"])
def test_the_team_reads_the_case_and_cannot_sign(request, signed_in, page, who):
    browser = signed_in(request.getfixturevalue(who))
    response = browser.get(page)
    assert response.status_code == 200
    assert "Sign and next" not in text(response)
    assert browser.post(page, form()).status_code == 403
    assert CaseReview.objects.count() == 0


@pytest.mark.parametrize("name", ["review", "review_clock", "review_request"])
def test_strangers_and_billers_do_not_see_a_case(signed_in, episode, charlie, dana, name):
    assert signed_in(charlie).get(url(name, episode_id=episode.pk)).status_code == 404
    assert signed_in(dana).get(url(name, episode_id=episode.pk)).status_code == 403
    mine = url(name, practice="harbor", episode_id=episode.pk)
    assert signed_in(charlie).get(mine).status_code in (403, 404)


def test_the_clocks_line_is_drawn_anew_by_itself(signed_in, sam, episode, now):
    line = url("review_clock", episode_id=episode.pk)
    browser = signed_in(sam)
    assert "not started" in text(browser.get(line))
    time_log.start(patient=episode.patient, worker=sam, by=sam, now=now - 6 * MINUTE)
    assert "runs since 11:54 AM" in text(browser.get(line))
    time_log.stop(worker=sam, by=sam, now=now)
    assert "6 min, Oct 14, 2026, 11:54 AM–12:00 PM" in text(browser.get(line))


@pytest.mark.parametrize("who", ["alice", "priya"])
def test_care_manager_and_practitioner_ask(request, signed_in, episode, who):
    person = request.getfixturevalue(who)
    ask = url("review_request", episode_id=episode.pk)
    browser = signed_in(person)
    assert browser.post(ask, {"question": "Is 50 mg enough?"}).url == url(
        "patient", patient_id=episode.patient_id
    )
    browser.post(ask, {"question": "Is 50 mg enough?"})
    asked = ReviewRequest.objects.get()
    assert (asked.question, asked.requested_by) == ("Is 50 mg enough?", person)
    assert "Already asked" in text(browser.get(ask))


def test_a_question_that_says_nothing_comes_back(signed_in, alice, episode):
    response = signed_in(alice).post(url("review_request", episode_id=episode.pk), {"question": ""})
    assert response.status_code == 422
    assert "Write what you want to know" in text(response)


def test_sam_withdraws_with_a_reason_and_nobody_else_does(
    signed_in, sam, episode, person, elm_street, now
):
    review = case_reviews.sign(episode, advice="continue", recommendation="Go on.", by=sam, now=now)
    withdraw = url("review_withdraw", review_id=review.pk)
    olga = person("Olga Petrova", (elm_street, "consultant"))
    said = text(signed_in(olga).post(withdraw, {"reason": "Mine now"}))
    assert "Only the consultant who signed" in said
    browser = signed_in(sam)
    assert "Say why this review is withdrawn." in text(browser.post(withdraw, {"reason": ""}))
    said = text(browser.post(withdraw, {"reason": "Wrong chart"}, follow=True))
    assert "The review is withdrawn." in said
    assert "Withdrawn" in said
