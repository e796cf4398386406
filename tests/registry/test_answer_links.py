"""A recommendation answered by a link: one answer, two weeks, no name, each look kept."""

from __future__ import annotations

import datetime as dt
import re
import smtplib

import pytest
import time_machine
from django.core.cache import cache

from registry.errors import Refused
from registry.models import AccessLog, AnswerLink, ReviewAnswer
from registry.services import answer_links, case_reviews
from tests.cast import NOW
from tests.registry import entering

DOOR = "/answer/"


@pytest.fixture(autouse=True)
def today():
    cache.clear()
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def review(enrolled):
    review = enrolled.case_reviews.get()
    review.recommendation = "Sertraline to 100 mg."
    review.save()
    return review


@pytest.fixture
def made(review, alice):
    return answer_links.make(review, mails=True, by=alice, now=NOW)


@pytest.fixture
def opened(client, made):
    def send(**fields):
        return client.post(DOOR, {"answer_token": made.token, **fields})

    return send


def names_of(patient):
    return [patient.last_name, patient.record_number, patient.birth_date.isoformat(), "1980"]


def test_the_mail_names_no_patient_and_goes_to_the_practitioner_alone(
    made, enrolled, mailoutbox, priya
):
    (mail,) = mailoutbox
    assert mail.to == [priya.email]
    said = mail.subject + mail.body
    assert made.address in mail.body
    assert not [word for word in (*names_of(enrolled), "Sertraline") if word in said]
    assert re.fullmatch(r"http://127.0.0.1:8000/answer/#[\w-]{43}", made.address)


def test_only_the_token_s_mark_is_kept(made):
    kept = str(list(AnswerLink.objects.values())) + str(
        list(AnswerLink.pgh_event_model.objects.values())
    )
    assert made.token not in kept
    assert answer_links.mark_of(made.token) in kept


def test_the_link_s_page_shows_and_logs_nothing_until_somebody_presses(client, made, enrolled):
    page = client.get(DOOR)
    assert page.status_code == 200
    assert page["Referrer-Policy"] == "same-origin"  # with none, a browser's form has no origin
    assert "no-store" in page["Cache-Control"]
    assert not AccessLog.objects.filter(patient_id=enrolled.pk).exists()


@pytest.mark.parametrize("token", ["", "x", "x" * 43, "https://clinic.example/answer/#"])
def test_a_link_that_is_none_is_told_so(client, made, token):
    page = client.post(DOOR, {"answer_token": token})
    assert page.status_code == 422
    assert "This link is not known" in entering.text(page)


def test_the_whole_link_can_be_pasted(client, made):
    page = client.post(DOOR, {"answer_token": f" {made.address} "})
    assert "Sertraline to 100 mg." in entering.text(page)


def test_a_press_opens_it_and_the_look_is_kept_in_nobody_s_name(opened, made, enrolled, system):
    page = opened()
    assert "Sertraline to 100 mg." in entering.text(page)
    look = AccessLog.objects.get(patient_id=enrolled.pk)
    assert (look.page, look.user_id) == ("answer_link", system.pk)
    made.link.refresh_from_db()
    assert (made.link.looks, made.link.looked_at) == (1, NOW)


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({}, 422),
        ({"answer": "declined"}, 422),
        ({"answer": "maybe"}, 422),
        ({"answer": "accepted"}, 200),
        ({"answer": "declined", "note": "Not now: pregnant"}, 200),
    ],
)
def test_it_takes_an_answer_as_the_form_for_the_signed_in_does(
    opened, review, priya, fields, status
):
    assert opened(sent="1", **fields).status_code == status
    given = ReviewAnswer.objects.filter(review=review)
    assert given.exists() == (status == 200)
    if given:
        assert given.get().who == "Priya Natarajan, by the link"
        assert given.get().answered_by == priya


def test_it_takes_one_answer(opened):
    assert opened(sent="1", answer="accepted").status_code == 200
    assert opened(sent="1", answer="accepted").status_code == 410
    assert opened().status_code == 410
    assert "taken its answer" in entering.text(opened())
    assert ReviewAnswer.objects.count() == 1


def test_two_presses_at_once_are_one_answer(made):
    answer_links.answer(made.link, answer="accepted", now=NOW)
    with pytest.raises(Refused, match="has ended"):
        answer_links.answer(made.link, answer="accepted", now=NOW)


@pytest.mark.parametrize(("days", "status"), [(13.99, 200), (14, 410)])
def test_it_ends_after_two_weeks(opened, today, days, status):
    today.move_to(NOW + dt.timedelta(days=days))
    assert opened().status_code == status


def test_another_link_ends_the_one_before(opened, review, alice, client):
    other = answer_links.make(review, mails=False, by=alice, now=NOW)
    assert opened().status_code == 410
    assert client.post(DOOR, {"answer_token": other.token}).status_code == 200


def test_it_cannot_be_opened_for_ever(opened):
    for _ in range(answer_links.MOST_LOOKS):
        assert opened().status_code == 200
    assert opened().status_code == 410


def test_guessing_is_throttled(client, opened):
    answers = [client.post(DOOR, {"answer_token": "x" * 43}).status_code for _ in range(31)]
    assert answers == [422] * 30 + [429]
    assert opened().status_code == 429


def test_a_withdrawn_recommendation_needs_none(opened, review, sam, alice, priya):
    case_reviews.withdraw(review, reason="Wrong patient", by=sam, now=NOW)
    response = opened(sent="1", answer="accepted")
    assert response.status_code == 422
    assert "withdrawn this recommendation" in entering.text(response)
    with pytest.raises(Refused, match="needs no answer"):
        answer_links.make(review, mails=False, by=alice, now=NOW)


def test_a_practitioner_without_a_sign_in_answers_too(review, dr_priya, alice, client, signed_in):
    dr_priya.user, dr_priya.email = None, "dr@clinic.example"
    dr_priya.save()
    made = answer_links.make(review, mails=True, by=alice, now=NOW)
    assert made.link.sent_to == "dr@clinic.example"
    sent = {"answer_token": made.token, "sent": "1", "answer": "modified", "note": "50 first"}
    assert client.post(DOOR, sent).status_code == 200
    given = ReviewAnswer.objects.get()
    assert (given.answered_by, given.who) == (None, "Priya Natarajan, by the link")
    for page in (
        entering.url("patient", patient_id=review.patient_id),
        entering.url("review", episode_id=review.episode_id),
    ):
        assert "Priya Natarajan, by the link" in entering.text(signed_in(alice).get(page))


def test_without_an_address_it_can_only_be_shown(review, dr_priya, alice, signed_in):
    dr_priya.user = None
    dr_priya.save()
    browser, page = signed_in(alice), entering.url("review_link", review_id=review.pk)
    response = browser.post(page, {"way": "mail"})
    assert response.status_code == 422
    assert "has no email address" in entering.text(response)
    shown = entering.text(browser.post(page, {"way": "show"}))
    assert "it is not shown again" in shown
    token = re.search(r"/answer/#([\w-]{43})", shown)[1]
    assert AnswerLink.objects.get().token_sha256 == answer_links.mark_of(token)
    assert token not in browser.get(page).content.decode()


@pytest.mark.parametrize("wanted", [True, False])
def test_signing_mails_a_link_where_the_practice_wants_it(
    enrolled, sam, mailoutbox, django_capture_on_commit_callbacks, wanted
):
    practice = enrolled.practice
    practice.mails_recommendations = wanted
    practice.save()
    with django_capture_on_commit_callbacks(execute=True):
        case_reviews.sign(
            enrolled.episodes.get(), advice="switch", recommendation="Try it.", by=sam, now=NOW
        )
    assert len(mailoutbox) == wanted


@pytest.fixture
def no_mail_server(monkeypatch):
    def fails(*_, **__):
        raise smtplib.SMTPServerDisconnected("the server of mails is away")

    monkeypatch.setattr(answer_links, "send_mail", fails)


def test_a_mail_that_cannot_leave_is_said_and_the_earlier_link_stands(
    made, review, alice, signed_in, no_mail_server
):
    page = entering.url("review_link", review_id=review.pk)
    response = signed_in(alice).post(page, {"way": "mail"})
    assert response.status_code == 422
    assert "The mail server did not take the mail" in entering.text(response)
    assert AnswerLink.objects.get().ended_at is None


def test_a_mail_that_fails_holds_no_signature_up(
    enrolled, sam, no_mail_server, django_capture_on_commit_callbacks, caplog
):
    enrolled.practice.mails_recommendations = True
    enrolled.practice.save()
    with django_capture_on_commit_callbacks(execute=True):
        signed = case_reviews.sign(
            enrolled.episodes.get(), advice="switch", recommendation="Try it.", by=sam, now=NOW
        )
    assert not signed.answer_links.exists()
    assert "was not sent: SMTPServerDisconnected" in caplog.text
