"""What waits for whom: found in the charts, gone once it is done, and never ticked off."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine
from django.core import mail

from config.celery import app
from registry.errors import Refused
from registry.models import Digest, Practice
from registry.selectors import tasks
from registry.services import digests, people, practice_settings, referrals, review_answers
from registry.tasks import send_digests
from tests.cast import NOW
from tests.registry import entering

TODAY = dt.date(2026, 10, 14)


@pytest.fixture(autouse=True)
def _noon():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def episode(enrolled):
    return enrolled.episodes.get()


def waits(user, practice, *roles):
    return tasks.counts(user, practice, roles, NOW)


def contact(make, patient, worker, days_ago):
    start = NOW - dt.timedelta(days=days_ago)
    return make.entry(patient, worker, start)


@pytest.mark.parametrize(("days_ago", "is_due"), [(13, False), (14, True), (None, True)])
def test_a_contact_is_due_after_two_weeks(make, enrolled, elm_street, alice, days_ago, is_due):
    if days_ago is not None:
        contact(make, enrolled, alice, days_ago)
    found = waits(alice, elm_street, "care_manager")
    assert ("contacts" in found) is is_due


@pytest.mark.parametrize(("scored_on", "is_due"), [("2026-09-17", False), ("2026-09-16", True)])
def test_a_score_is_due_after_four_weeks(make, enrolled, elm_street, alice, scored_on, is_due):
    enrolled.measures.update(scored_on=scored_on)
    assert ("scores" in waits(alice, elm_street, "care_manager")) is is_due


def test_a_revoked_consent_is_a_task_of_hers_at_once(signed_in, enrolled, elm_street, alice, bob):
    assert "consents" not in waits(alice, elm_street, "care_manager")
    enrolled.consents.update(revoked_at=NOW, revoked_by=alice, revoke_reason="Asked to stop")
    assert waits(alice, elm_street, "care_manager")["consents"] == 1
    assert "consents" not in waits(bob, elm_street, "care_manager")
    page = signed_in(alice).get("/p/elm-street/tasks/").content.decode()
    assert f"/p/elm-street/patients/{enrolled.pk}/consents/add/" in page


def test_a_flag_waits_for_the_whole_team_until_it_is_acknowledged(
    make, enrolled, elm_street, alice, sam, priya, bob, now
):
    measure = make.measure(enrolled, 21)
    flag = enrolled.safety_flags.create(measure=measure, answer=2, raised_at=now)
    team = [(alice, "care_manager"), (sam, "consultant"), (priya, "treating_practitioner")]
    assert [waits(who, elm_street, role)["flags"] for who, role in team] == [1, 1, 1]
    assert "flags" not in waits(bob, elm_street, "care_manager")
    flag.acknowledged_at, flag.acknowledged_by = now, alice
    flag.save()
    assert all("flags" not in waits(who, elm_street, role) for who, role in team)


def test_a_question_waits_for_the_consultant_alone(episode, elm_street, alice, sam, now):
    episode.review_requests.create(question="?", requested_at=now, requested_by=alice)
    assert waits(sam, elm_street, "consultant")["questions"] == 1
    assert "questions" not in waits(alice, elm_street, "care_manager")


def test_a_recommendation_waits_for_priya_until_she_answers(
    signed_in, enrolled, episode, elm_street, priya
):
    review = enrolled.case_reviews.get()
    assert waits(priya, elm_street, "treating_practitioner") == {"recommendations": 1}
    url = entering.url("review_answer", review_id=review.pk)
    assert signed_in(priya).post(url, {"answer": "declined"}).status_code == 422
    sent = signed_in(priya).post(
        url, {"answer": "modified", "note": "Half the dose first."}, follow=True
    )
    assert "Half the dose first." in sent.content.decode()
    assert waits(priya, elm_street, "treating_practitioner") == {}


def test_a_changed_mind_is_a_further_answer(enrolled, priya, now):
    review = enrolled.case_reviews.get()
    review_answers.answer(review, answer="accepted", by=priya, now=now)
    later = now + dt.timedelta(hours=1)
    review_answers.answer(review, answer="declined", note="Allergy.", by=priya, now=later)
    found = [row.answer for row in review.practitioner_answers.order_by("answered_at")]
    assert found == ["accepted", "declined"]


def test_a_withdrawn_recommendation_takes_no_answer(signed_in, enrolled, priya, sam, now):
    review = enrolled.case_reviews.get()
    review.withdrawn_at, review.withdrawn_by, review.withdraw_reason = now, sam, "Wrong chart"
    review.save()
    url = entering.url("review_answer", review_id=review.pk)
    sent = signed_in(priya).post(url, {"answer": "accepted"})
    assert sent.status_code == 422
    assert "has withdrawn" in sent.content.decode()


def test_the_day_of_a_follow_up_comes(episode, enrolled, elm_street, alice):
    enrolled.case_reviews.update(follow_up_on=TODAY)
    assert waits(alice, elm_street, "care_manager")["follow_ups"] == 1
    enrolled.case_reviews.update(follow_up_on=TODAY + dt.timedelta(days=1))
    assert "follow_ups" not in waits(alice, elm_street, "care_manager")


def test_own_time_that_needs_review_waits_for_its_worker(make, enrolled, elm_street, alice, bob):
    make.entry(enrolled, alice, NOW - dt.timedelta(hours=2), status="needs_review",
               review_reason="left running")  # fmt: skip
    assert waits(alice, elm_street, "care_manager")["own_time"] == 1
    assert "own_time" not in waits(bob, elm_street, "care_manager")


def test_a_referral_meant_for_bob_waits_for_bob(make, elm_street, priya, alice, bob, now):
    patient = make.patient(elm_street)
    referrals.refer(patient, reason="x", wanted_care_manager=bob, by=priya, now=now)
    assert waits(bob, elm_street, "care_manager")["referrals"] == 1
    assert "referrals" not in waits(alice, elm_street, "care_manager")


def test_the_page_says_what_to_do_with_each(signed_in, make, enrolled, alice):
    page = signed_in(alice).get(entering.url("tasks")).content.decode()
    assert "Patients without contact for two weeks" in page
    assert "No contact yet" in page
    count = signed_in(alice).get(entering.url("tasks_count")).content.decode()
    assert 'class="ct-count"' in count


def test_with_nothing_to_do_the_page_says_so(signed_in, bob):
    assert "Nothing waits for you" in signed_in(bob).get(entering.url("tasks")).content.decode()


def test_a_stranger_has_no_tasks_here(enrolled, elm_street, charlie):
    assert waits(charlie, elm_street, "care_manager") == {}


def test_the_page_takes_the_same_queries_for_one_and_for_thirty(
    signed_in, make, elm_street, alice, dr_priya, enrolled, django_assert_max_num_queries
):
    for _ in range(30):
        make.episode(make.patient(elm_street), alice, dr_priya)
    browser = signed_in(alice)
    with django_assert_max_num_queries(23):
        page = browser.get(entering.url("tasks"))
    assert "and 11 more" in page.content.decode()


@pytest.fixture
def wanting(alice, bob, enrolled):
    people.choose_digest(alice, wants=True, by=alice)
    return alice


@pytest.mark.parametrize(
    ("utc", "sent"),
    [
        ("2026-10-14 10:59", 0),  # 6:59 in New York
        ("2026-10-14 11:00", 1),
        ("2026-10-14 15:59", 1),
        ("2026-10-14 16:00", 0),
        ("2026-10-17 12:00", 0),  # a Saturday
    ],
)
def test_the_mail_goes_out_on_working_mornings(wanting, elm_street, utc, sent):
    now = dt.datetime.fromisoformat(f"{utc}+00:00")
    assert digests.send_where_due(elm_street, now=now) == sent
    assert len(mail.outbox) == sent


@pytest.mark.parametrize(
    ("zone", "hour", "utc", "sent"),
    [
        ("America/New_York", 14, "2026-10-14 17:59", 0),
        ("America/New_York", 14, "2026-10-14 18:00", 1),
        ("America/New_York", 14, "2026-10-14 23:00", 0),
        ("America/Los_Angeles", 7, "2026-10-14 13:59", 0),
        ("America/Los_Angeles", 7, "2026-10-14 14:00", 1),
        ("America/New_York", 18, "2026-10-17 01:00", 1),  # Friday evening there
    ],
)
def test_the_mail_goes_out_at_the_practice_s_hour_by_its_own_clock(
    wanting, elm_street, zone, hour, utc, sent
):
    Practice.objects.filter(pk=elm_street.pk).update(timezone=zone, digest_hour=hour)
    with time_machine.travel(f"{utc}+00:00", tick=False):
        send_digests()
    assert len(mail.outbox) == sent


def test_the_mail_is_looked_for_at_the_hour_itself():
    minutes = app.conf.beat_schedule["digests"]["schedule"].minute
    assert 0 in minutes


def test_the_hour_of_the_mail_is_a_setting_and_her_page_says_it(signed_in, dana, alice, elm_street):
    page = signed_in(dana).get(entering.url("practice_settings"))
    assert page.context["form"].initial["digest_hour"] == 7
    practice_settings.change(elm_street, digest_hour=14, by=dana, now=NOW)
    assert "on working days at 2 PM" in signed_in(alice).get(entering.url("tasks")).content.decode()
    with pytest.raises(Refused, match="hour"):
        practice_settings.change(elm_street, digest_hour=3, by=dana, now=NOW)


def test_the_mail_counts_and_names_nobody(wanting, enrolled, elm_street):
    digests.send_where_due(elm_street, now=NOW - dt.timedelta(hours=3))
    (sent,) = mail.outbox
    assert sent.subject == "1 thing waits at Elm Street Primary Care"
    assert "1  Patients without contact for two weeks" in sent.body
    assert "/p/elm-street/tasks/" in sent.body
    for secret in (enrolled.full_name, enrolled.last_name, enrolled.record_number):
        assert secret not in sent.body + sent.subject


def test_it_comes_once_a_day_and_to_nobody_who_did_not_ask(wanting, elm_street):
    for hours in (5, 4, 3):
        digests.send_where_due(elm_street, now=NOW - dt.timedelta(hours=hours))
    assert [sent.to for sent in mail.outbox] == [["alice@demo.test"]]


def test_a_mail_that_could_not_be_sent_is_tried_again(wanting, elm_street, monkeypatch):
    def broken(*_, **__):
        raise ConnectionRefusedError

    with monkeypatch.context() as patched:
        patched.setattr(digests, "send_mail", broken)
        assert digests.send_where_due(elm_street, now=NOW - dt.timedelta(hours=5)) == 0
    assert not Digest.objects.exists()
    assert digests.send_where_due(elm_street, now=NOW - dt.timedelta(hours=4)) == 1


def test_the_task_asks_every_practice(wanting, harbor):
    with time_machine.travel("2026-10-14 12:00:00+00:00", tick=False):
        send_digests()
    assert len(mail.outbox) == 1


def test_alice_chooses_the_mail_on_her_page(signed_in, alice):
    signed_in(alice).post(entering.url("digest_choice"), {"wants_digest": "on"})
    alice.refresh_from_db()
    assert alice.wants_digest
    signed_in(alice).post(entering.url("digest_choice"), {})
    alice.refresh_from_db()
    assert not alice.wants_digest
