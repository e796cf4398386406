"""The clock in a real Chromium, on one screen and on several: all show and record the same.

Each test ends with the exact seconds in the database.  `test_clock_offline.py` cuts the network,
`test_clock_sessions.py` ends sessions, `test_clock_server.py` kills the server.
"""

from __future__ import annotations

import datetime as dt
import re

import pytest
from playwright.sync_api import expect

from registry.services import time_log
from tests.browser.clock_bar import (
    A_SECOND,
    SOON,
    all_is_sent,
    entries,
    instant,
    kept,
    near,
    note,
    now,
    offline,
    on_the_patient,
    online,
    part,
    sign_out,
    start,
    stop,
)

pytestmark = pytest.mark.django_db(transaction=True)


def test_start_and_stop_say_what_was_recorded(desk):
    start(desk.page)
    desk.page.wait_for_timeout(A_SECOND)
    stop(desk.page)
    (entry,) = entries(1, "confirmed")
    seconds = int(entry.ended_at.timestamp()) - int(entry.started_at.timestamp())
    said = part(desk.page, "stopped").locator('[data-field="recorded"]')
    expect(said).to_have_text(re.compile(f"Recorded {seconds} second"))
    assert entry.origin == "timer"
    all_is_sent(desk.page)


def test_who_loses_a_race_is_not_asked_but_done_on_what_is_there(desk, alice, other):
    """Another device starts at the same instant: the last press is the one that is meant."""
    page, pressed = desk.page, []

    def lose_twice(route):
        pressed.append(route.request.post_data_json["client_id"])
        if len(pressed) > 2:
            return route.continue_()
        said = {"problems": {"": "A timer was started at the same moment."}, "others": []}
        return route.fulfill(status=409, json=said)

    page.route("**/timer/start/", lose_twice)
    time_log.start(patient=other, worker=alice, by=alice, now=now())
    start(page)
    while len(pressed) < 3:
        page.wait_for_timeout(100)
    first, second = entries(2)
    assert (first.status, second.status) == ("confirmed", "running")
    assert first.patient_id == other.pk
    assert len(set(pressed)) == 1
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_an_answer_from_before_a_press_does_not_undo_it_on_the_screen(desk):
    """The page asks, the person presses, and what was asked comes last: it knows of no start."""
    page, held = desk.page, []

    def hold(route):
        held.append((route, route.fetch()))

    page.route(re.compile(r"/timer/$"), hold)
    page.evaluate("dispatchEvent(new Event('online'))")
    while not held:
        page.wait_for_timeout(50)
    start(page)
    all_is_sent(page)
    entries(1, "running")
    for route, answer in held[:1]:
        with page.expect_event("requestfinished"):
            route.fulfill(response=answer)
    page.wait_for_timeout(300)
    assert part(page, "running").is_visible()
    page.unroute_all(behavior="ignoreErrors")


def test_a_running_clock_outlives_every_tab_and_a_sign_out(desk, alice, enrolled):
    page = desk.page
    start(page)
    (running,) = entries(1, "running")
    context = page.context
    page.close()
    desk.page = page = on_the_patient(desk, enrolled, context.new_page())
    expect(part(page, "running")).to_be_visible()
    sign_out(page)
    page.wait_for_url("**/account/login/**")
    desk.sign_in(alice)
    on_the_patient(desk, enrolled)
    expect(part(page, "running")).to_be_visible()
    stop(page)
    (entry,) = entries(1, "confirmed")
    assert entry.pk == running.pk
    assert entry.started_at == running.started_at


def test_two_tabs_show_the_same_and_send_once(desk, enrolled):
    one = desk.page
    two = on_the_patient(desk, enrolled, one.context.new_page())
    start(one)
    expect(part(two, "running")).to_be_visible(timeout=4_000)
    offline(one)
    note(two, "From the second tab")
    one.wait_for_timeout(A_SECOND)
    stop(two)
    expect(part(one, "running")).to_be_hidden(timeout=4_000)
    acts = kept(one)
    online(one.context, acts[-1])
    (entry,) = entries(1, "confirmed")
    assert entry.ended_at == instant(acts[-1]["at"])
    assert entry.note == "From the second tab"


def test_a_phone_and_a_desk_show_the_same_within_seconds(desk, sit, alice, enrolled):
    phone = sit(alice, "phone")
    page = on_the_patient(phone, enrolled)
    start(page)
    note(page, "from the phone")
    expect(part(desk.page, "running")).to_be_visible(timeout=SOON)
    expect(part(desk.page, "running").get_by_label("Note")).to_have_value(
        "from the phone", timeout=SOON
    )
    here, there = (
        each.locator('[data-field="elapsed"]').inner_text() for each in (page, desk.page)
    )
    assert abs(seconds(here) - seconds(there)) <= 1
    stop(desk.page)
    expect(part(page, "running")).to_be_hidden(timeout=SOON)
    assert len(entries(1, "confirmed")) == 1


def seconds(text):
    hours, minutes, rest = map(int, text.split(":"))
    return hours * 3600 + minutes * 60 + rest


@pytest.mark.parametrize("wrong", [7, -7])
def test_a_browser_whose_clock_is_wrong_shows_and_sends_the_server_s_time(
    sit, alice, enrolled, wrong
):
    person = sit(alice)
    page = person.page
    page.clock.install(time=now() + dt.timedelta(minutes=wrong))
    on_the_patient(person, enrolled)
    offline(page)
    began = pressed(start, page)
    expect(page.locator('[data-field="elapsed"]')).to_have_text("0:00:02", timeout=SOON)
    ended = pressed(stop, page)
    online(page.context, kept(page)[-1])
    (entry,) = entries(1, "confirmed")
    assert began[0] < entry.started_at < began[1]
    assert ended[0] < entry.ended_at < ended[1]


def pressed(button, page):
    """Between which instants that was, and what a busy machine's guess may be off, not minutes."""
    before, guess = now(), dt.timedelta(seconds=5)
    button(page)
    return before - guess, now() + guess


def test_what_was_begun_on_the_phone_meanwhile_is_shown_and_kept(desk, alice, enrolled, other):
    page = desk.page
    offline(page)
    start(page)
    page.wait_for_timeout(A_SECOND)
    time_log.start(patient=other, worker=alice, by=alice, now=now())  # on the phone
    page.wait_for_timeout(A_SECOND)
    stop(page)
    (act,) = kept(page)
    online(page.context, act)
    (entry,) = entries(1, "needs_review")
    assert entry.started_at == instant(act["began"])
    assert near(entry.ended_at, instant(act["at"]))
    assert "overlaps another entry" in entry.review_reason
    expect(part(page, "running").locator('[data-field="patient"]')).to_have_text(
        other.full_name, timeout=SOON
    )
    expect(page.locator("#flash")).to_contain_text("needs review")
