"""A sign-in ends without work, says so beforehand, and can be taken up again without loss."""

from __future__ import annotations

import datetime as dt
import json

import pytest
import time_machine
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from registry import session_clock
from tests.cast import NOW, PASSWORD

IDLE, DAY = 1800, 12 * 3600
#: The counts of tries are kept in the one Redis of all workers, and emptied before each test: those
#: who keep signs of life there must not run meanwhile.
pytestmark = pytest.mark.xdist_group("signs of life")


@pytest.fixture(autouse=True)
def limits(settings):
    settings.SESSION_IDLE_SECONDS = IDLE
    settings.SESSION_ABSOLUTE_SECONDS = DAY
    cache.clear()


@pytest.fixture
def travel():
    """Be at `NOW` plus so many seconds."""
    with time_machine.travel(NOW, tick=False) as traveller:
        yield lambda seconds: traveller.move_to(NOW + dt.timedelta(seconds=seconds))


@pytest.fixture
def at_desk(client, alice, travel):
    """Alice's browser, signed in at `NOW`."""
    client.force_login(alice)
    client.get(reverse("session-status"))
    return client


def state(browser):
    return browser.get(reverse("session-status")).json()


def resume(browser, email="alice@demo.test", password=PASSWORD, **headers):
    body = json.dumps({"email": email, "password": password})
    return browser.post(
        reverse("session-resume"), body, content_type="application/json", headers=headers
    )


def extend(browser):
    return browser.post(reverse("session-extend"))


def work(browser, **headers):
    """Any page counts as work; this one needs nothing else."""
    return browser.get("/design/", headers=headers)


# -- the time without work ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("after", "left"), [(0, IDLE), (1, IDLE - 1), (IDLE - 1, 1), (IDLE, 0), (IDLE + 9, 0)]
)
def test_the_rest_shrinks_by_the_second_and_ends_on_it(at_desk, travel, after, left):
    travel(after)
    said = state(at_desk)
    assert (said["seconds_left"], said["signed_in"]) == (left, left > 0)


def test_asking_how_long_it_lasts_does_not_make_it_longer(at_desk, travel):
    for minute in range(1, 30):
        travel(minute * 60)
        state(at_desk)
    travel(IDLE)
    assert state(at_desk) == {"signed_in": False, "seconds_left": 0}


def test_work_starts_the_time_anew(at_desk, travel):
    travel(IDLE - 1)
    work(at_desk)
    assert state(at_desk)["seconds_left"] == IDLE


def test_what_the_browser_asks_by_itself_is_no_work(at_desk, travel):
    travel(IDLE - 1)
    work(at_desk, **{"X-Background": "1"})
    assert state(at_desk)["seconds_left"] == 1


def test_every_answer_says_how_long_the_session_still_holds(at_desk, travel):
    travel(600)
    answer = work(at_desk, **{"X-Background": "1"})
    assert answer["X-Session-Seconds-Left"] == str(IDLE - 600)


def test_extending_counts_to_the_second(at_desk, travel):
    travel(7)
    assert extend(at_desk).json()["seconds_left"] == IDLE


def test_no_row_is_written_for_work_within_half_a_minute(
    at_desk, travel, django_assert_num_queries
):
    travel(10)
    with django_assert_num_queries(2):  # the session and the person are read; nothing is written
        state(at_desk)
    before = at_desk.session[session_clock.WORKED_AT]
    work(at_desk)
    assert at_desk.session[session_clock.WORKED_AT] == before


def test_after_a_day_the_session_ends_however_busy_one_is(at_desk, travel):
    for quarter in range(1, 4 * 12):
        travel(quarter * 900)
        work(at_desk)
    travel(DAY - 1)
    assert extend(at_desk).json()["seconds_left"] == 1
    travel(DAY)
    assert extend(at_desk).status_code == 401


# -- when it has ended --------------------------------------------------------------------------


@pytest.fixture
def ended(at_desk, travel):
    travel(IDLE + 1)
    return at_desk


def test_a_page_leads_to_the_sign_in_and_says_why(ended):
    answer = ended.get("/", follow=True)
    assert answer.redirect_chain[-1][0].startswith("/account/login/")
    assert "You were signed out because nothing happened for a while." in answer.content.decode()


@pytest.mark.parametrize(
    "headers",
    [
        {"HX-Request": "true"},
        {"X-Background": "1"},
        {"X-Requested-With": "XMLHttpRequest"},
        {"Accept": "application/json"},
    ],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_script_is_told_401_so_that_it_can_ask_for_the_password(ended, headers, method):
    answer = getattr(ended, method)("/design/", headers=headers)
    assert (answer.status_code, answer.json()["signed_in"]) == (401, False)


def test_a_form_is_not_carried_out_and_says_how_to_get_back_to_what_was_typed(ended):
    answer = ended.post("/design/", {"note": "twenty minutes by phone"})
    assert answer.status_code == 401
    assert "nothing was saved" in answer.content.decode()
    assert "twenty minutes" not in answer.content.decode()


def test_an_ended_session_cannot_be_extended(ended):
    assert extend(ended).status_code == 401
    assert not state(ended)["signed_in"]


def test_nobody_signed_in_has_no_time_and_gets_no_header(client, db):
    answer = client.get(reverse("session-status"))
    assert answer.json() == {"signed_in": False, "seconds_left": 0}
    assert "X-Session-Seconds-Left" not in answer


# -- signing in again ---------------------------------------------------------------------------


def test_the_right_password_goes_on_with_a_new_session_and_a_new_token(ended, alice):
    answer = resume(ended)
    said = answer.json()
    assert answer.status_code == 200
    assert (said["person"], said["seconds_left"]) == (alice.email, IDLE)
    assert len(said["csrf_token"]) == 64
    assert state(ended)["signed_in"]


def test_signing_in_again_starts_a_new_day(at_desk, travel):
    for quarter in range(1, 4 * 12):
        travel(quarter * 900)
        work(at_desk)
    travel(DAY - 1)
    assert resume(at_desk).json()["seconds_left"] == IDLE


def test_it_says_nothing_at_the_top_of_the_next_page(ended):
    resume(ended)
    assert "signed in as" not in ended.get("/design/").content.decode()


def test_the_new_token_is_good_and_the_old_one_is_not(alice, travel):
    browser = Client(enforce_csrf_checks=True)
    browser.get("/account/login/")
    old = browser.cookies["csrftoken"].value
    said = resume(browser, **{"X-CSRFToken": old}).json()
    extend = reverse("session-extend")
    assert browser.post(extend, headers={"X-CSRFToken": said["csrf_token"]}).status_code == 200
    assert browser.post(extend, headers={"X-CSRFToken": old}).status_code == 403


def test_without_a_token_nobody_signs_in(alice):
    assert resume(Client(enforce_csrf_checks=True)).status_code == 403


def test_a_wrong_password_is_a_sentence_and_no_session(ended):
    answer = resume(ended, password="not-this-one")
    assert answer.status_code == 400
    assert "not correct" in answer.json()["error"]
    assert not state(ended)["signed_in"]


def test_guessing_is_stopped_even_for_the_right_password(ended):
    answers = [resume(ended, password=f"guess-number-{n}").status_code for n in range(5)]
    assert answers == [400] * 5
    last = resume(ended)
    assert (last.status_code, last.json()["error"]) == (
        429,
        "Too many tries. Wait a few minutes, then try again.",
    )
    assert not state(ended)["signed_in"]


def test_one_address_cannot_try_without_end(client, db, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "3/m/ip"}
    codes = [resume(client, email=f"n{n}@demo.test").status_code for n in range(4)]
    assert codes == [400, 400, 400, 429]


def test_a_person_who_was_switched_off_does_not_come_back(ended, alice):
    alice.is_active = False
    alice.save()
    assert resume(ended).status_code in (400, 403)
    assert not state(ended)["signed_in"]


def test_another_person_takes_the_browser_over_with_a_session_of_their_own(at_desk, bob):
    at_desk.get("/design/")
    key = at_desk.session.session_key
    assert resume(at_desk, email=bob.email).json()["person"] == bob.email
    assert at_desk.session.session_key != key


@pytest.mark.parametrize(
    "body",
    [
        *("", "{", "[]", "null", '"x"', "{}", "\x00"),
        '{"email": "alice@demo.test"}',
        '{"email": "alice@demo.test", "password": ""}',
        '{"email": 1, "password": 2}',
        '{"email": [], "password": {}}',
    ],
)
def test_what_is_no_sign_in_is_refused_with_a_sentence(client, db, body):
    answer = client.post(reverse("session-resume"), body, content_type="application/json")
    assert answer.status_code == 400
    assert answer.json()["error"].endswith(".")


@pytest.mark.parametrize(
    ("name", "method"), [("extend", "get"), ("resume", "get"), ("status", "post")]
)
def test_the_wrong_method_is_refused(client, db, name, method):
    assert getattr(client, method)(reverse(f"session-{name}")).status_code == 405


# -- the frame ----------------------------------------------------------------------------------


def test_the_page_tells_its_script_where_and_how_long(at_desk, travel):
    travel(100)
    text = at_desk.get("/design/", headers={"X-Background": "1"}).content.decode()
    assert f'data-seconds-left="{IDLE - 100}"' in text
    assert 'data-person="alice@demo.test"' in text
    assert 'data-resume-url="/session/resume/"' in text


def test_a_page_for_nobody_has_no_session_script(client, db):
    assert 'name="session"' not in client.get("/account/login/").content.decode()


def test_nobody_can_sign_up(client, db):
    answer = client.get("/account/signup/")
    assert "Accounts come from your practice" in answer.content.decode()
    client.post(
        "/account/signup/",
        {"email": "new@demo.test", "password1": PASSWORD, "password2": PASSWORD},
    )
    from registry.models import User

    assert not User.objects.filter(email="new@demo.test").exists()


@pytest.mark.parametrize(("grain_of", "grain"), [(1800, 30), (600, 10), (59, 0), (20, 0)])
def test_short_limits_are_kept_to_the_second(grain_of, grain):
    assert session_clock.Limits(idle=grain_of, absolute=DAY).grain == grain


def test_the_cookie_outlives_no_working_day():
    assert settings.SESSION_COOKIE_AGE <= DAY
