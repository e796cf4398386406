"""The end of a session in a real browser: warned before, signed in again after, nothing lost."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from registry import session_clock
from tests.cast import NOW, PASSWORD

pytestmark = pytest.mark.django_db(transaction=True)
SLOW = 15_000


@pytest.fixture(autouse=True)
def limits(settings):
    settings.SESSION_IDLE_SECONDS = 1800
    settings.SESSION_ABSOLUTE_SECONDS = 12 * 3600


def pass_time(seconds):
    """On the server: every session was last worked with so many seconds earlier."""
    for row in Session.objects.all():
        data = row.get_decoded()
        if session_clock.WORKED_AT in data:
            data[session_clock.WORKED_AT] -= seconds
            row.session_data = Session.objects.encode(data)
            row.save()


@pytest.fixture
def at_work(at_a_screen, alice):
    """Alice on a page with a form, signed in; the page believes what the server said."""
    person = at_a_screen()
    person.sign_in(alice)
    person.open("/design/")
    return person


def on_the_form(person):
    page = person.open("/design/")
    page.locator("#fresh-form").get_by_label("Note").fill("22 minutes, sleep is better")
    return page


def near_the_end(person, left):
    """A page that was opened when the session still held `left` seconds."""
    pass_time(1800 - left)
    # Loading the page would be work; a page left open in another tab is not.
    person.page.set_extra_http_headers({"X-Background": "1"})
    page = on_the_form(person)
    person.page.set_extra_http_headers({})
    return page


def at_the_end(person):
    """A page that was opened in time and left until the session was over."""
    person.page.clock.install()
    page = near_the_end(person, left=90)
    pass_time(91)
    page.clock.fast_forward(91_000)
    return page


def typed(page):
    return page.locator("#fresh-form").get_by_label("Note").input_value()


def token(page):
    return page.evaluate("document.querySelector('meta[name=csrf-token]').content")


def test_two_minutes_before_the_end_a_person_can_stay(at_work):
    page = near_the_end(at_work, left=90)
    dialog = page.get_by_role("dialog", name="Are you still there?")
    expect(dialog).to_be_visible()
    expect(dialog.locator("[data-session-countdown]")).to_have_text(
        re.compile(r"1:[0-2]\d"), timeout=SLOW
    )
    assert "seconds until you are signed out" in dialog.locator("[data-session-said]").inner_text()
    dialog.get_by_role("button", name="Stay signed in").click()
    expect(dialog).not_to_be_visible()
    assert typed(page) == "22 minutes, sleep is better"


def test_the_warning_must_be_answered(at_work):
    page = near_the_end(at_work, left=90)
    dialog = page.get_by_role("dialog", name="Are you still there?")
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(dialog).to_be_visible()


def test_a_person_can_sign_out_from_the_warning(at_work):
    page = near_the_end(at_work, left=90)
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("dialog").get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/account/login/")
    assert "You are signed out." in page.locator("#flash").inner_text()


def sign_in_again(page, password=PASSWORD):
    dialog = page.get_by_role("dialog", name="Sign in again to go on")
    expect(dialog).to_be_visible(timeout=SLOW)
    dialog.get_by_label("Password").fill(password)
    dialog.get_by_role("button", name="Sign in and go on").click()
    return dialog


def test_after_the_end_the_page_asks_for_the_password_and_goes_on(at_work, accessible):
    page = at_the_end(at_work)
    before = token(page)
    dialog = page.get_by_role("dialog", name="Sign in again to go on")
    expect(dialog).to_be_visible(timeout=SLOW)
    assert dialog.get_by_label("Email").input_value() == "alice@demo.test"
    accessible(page)
    dialog = sign_in_again(page)
    expect(dialog).not_to_be_visible()
    assert typed(page) == "22 minutes, sleep is better"
    assert token(page) != before
    hidden = page.locator("#fresh-form input[name=csrfmiddlewaretoken]").input_value()
    assert hidden == token(page)


def test_a_wrong_password_says_so_and_loses_nothing(at_work):
    page = at_the_end(at_work)
    at_work.errors.clear()
    dialog = sign_in_again(page, "not-the-password")
    expect(dialog.get_by_role("alert")).to_contain_text("not correct")
    at_work.errors.clear()  # the browser itself notes the refused request
    dialog = sign_in_again(page)
    expect(dialog).not_to_be_visible()
    assert typed(page) == "22 minutes, sleep is better"


def test_a_form_sent_after_the_end_waits_for_the_password_and_is_then_sent(at_work):
    """The laptop slept: the page does not know yet that time is over."""
    page = on_the_form(at_work)
    sent = []
    page.route(
        "**/design/",
        lambda route: (
            (sent.append(route.request.post_data), route.fulfill(status=204))
            if route.request.method == "POST"
            else route.continue_()
        ),
    )
    form = page.locator("#fresh-form")
    form.get_by_label("Started").fill("10:05")
    form.get_by_label("Minutes").fill("22")
    form.get_by_label("Reached", exact=True).check()
    form.get_by_label("Why by hand").fill("The clock was off.")
    form.get_by_label("The patient was told").check()
    pass_time(1801)
    page.evaluate(
        """() => {
            const now = Date.now.bind(Date);
            Date.now = () => now() + 1801000;
            document.getElementById("fresh-form").requestSubmit();
        }"""
    )
    with page.expect_request(lambda request: request.method == "POST" and "design" in request.url):
        expect(sign_in_again(page)).not_to_be_visible()
    page.wait_for_timeout(300)  # a second sending would show by now
    assert len(sent) == 1
    assert "sleep+is+better" in sent[0]
    assert token(page) in sent[0]


def test_an_htmx_request_after_the_end_asks_and_is_then_sent_again(at_work):
    page = on_the_form(at_work)
    page.evaluate(
        """() => {
            const probe = document.createElement("button");
            Object.entries({id: "probe", "hx-get": "/design/", "hx-select": ".ct-page-sub"})
                .forEach(([name, value]) => probe.setAttribute(name, value));
            document.querySelector("main").prepend(probe);
            window.htmx.process(probe);
        }"""
    )
    pass_time(1801)
    page.evaluate("document.getElementById('probe').click()")
    dialog = sign_in_again(page)
    expect(dialog).not_to_be_visible()
    expect(page.locator("#probe .ct-page-sub")).to_contain_text("Every component", timeout=SLOW)
    at_work.errors.clear()  # the 401 that started it


def test_tabs_agree_one_sign_in_unlocks_them_all(at_work):
    at_work.page.clock.install()
    first = near_the_end(at_work, left=90)
    second = first.context.new_page()
    second.set_extra_http_headers({"X-Background": "1"})
    second.goto(first.url)
    pass_time(91)
    first.clock.fast_forward(91_000)
    for page in (first, second):
        dialog = page.get_by_role("dialog", name="Sign in again to go on")
        expect(dialog).to_be_visible(timeout=SLOW)
    sign_in_again(second)
    expect(first.get_by_role("dialog", name="Sign in again to go on")).not_to_be_visible()
    answer = first.evaluate(
        """async () => {
            const {send} = await import("/static/js/http.js");
            return (await send("POST", "/session/extend/")).status;
        }"""
    )
    assert answer == 200  # the token of the other tab's sign-in arrived here


def test_working_in_the_page_keeps_the_session_though_nothing_is_sent(at_a_screen, alice, clock):
    """Forty minutes of typing, on the clocks of both sides, where half an hour is the limit."""
    clock(NOW)
    person = at_a_screen()
    person.page.clock.install(time=NOW)
    page = person.sign_in(alice)
    person.open("/design/")
    note = page.locator("#fresh-form").get_by_label("Note")
    for minutes in range(2, 41, 2):
        note.press_sequentially("word ")
        clock(NOW + dt.timedelta(minutes=minutes))
        page.clock.run_for(120_000)
    assert page.get_by_role("dialog").count() == 0
    assert page.evaluate("fetch('/session/').then((r) => r.json())")["signed_in"]
