"""The clock in a real Chromium, in every way in which a minute could be lost.

The network is really cut, tabs are really closed, sessions really end; each test ends with the
exact seconds in the database.  `test_clock_server.py` kills the server.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import time

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from registry.models import TimeEntry
from registry.services import time_log
from tests.cast import PASSWORD

pytestmark = pytest.mark.django_db(transaction=True)
SOON = 8_000  # ms: other devices ask every five seconds
NETWORK = ("Failed to load resource", "net::ERR_", "htmx:")


def now():
    return dt.datetime.now(dt.UTC)


@pytest.fixture
def other(make, elm_street):
    return make.patient(elm_street)


@pytest.fixture
def sit(at_a_screen):
    """Somebody signs in; what the console says of the network that was cut is no fault."""
    people = []

    def sit(user, width="desktop", theme="light"):
        person = at_a_screen(width, theme)
        people.append(person)
        person.sign_in(user)
        return person

    yield sit
    for person in people:
        leave(person)


def leave(person):
    """Close every window, and let the server answer what they had asked."""
    for page in person.page.context.pages:
        page.close()
    time.sleep(0.4)
    person.errors[:] = [e for e in person.errors if not any(word in e for word in NETWORK)]


def on_the_patient(person, patient, page=None):
    page = page or person.page
    page.goto(f"{person.base}/p/elm-street/patients/{patient.pk}/")
    page.locator("#timer[data-ready]").wait_for()
    return page


@pytest.fixture
def desk(sit, alice, enrolled):
    person = sit(alice)
    on_the_patient(person, enrolled)
    return person


def start(page):
    page.locator('[data-part="idle"] #timer-start').click()
    expect(part(page, "running")).to_be_visible()


def stop(page):
    page.locator("[data-timer-stop]").click()
    expect(part(page, "stopped")).to_be_visible()


def part(page, name):
    return page.locator(f'#timer [data-part="{name}"]')


def note(page, text, where="running"):
    part(page, where).get_by_label("Note").fill(text)


def offline(page, yes=True):
    page.context.set_offline(yes)


def kept(page):
    """What waits in the browser's storage, in order."""
    text = page.evaluate("JSON.stringify(Object.entries(localStorage).sort())")
    return [json.loads(value) for key, value in json.loads(text) if key.startswith("ct-outbox:")]


def all_is_sent(page):
    """Wait until nothing is kept any more."""
    for _ in range(80):
        if not kept(page):
            return
        page.wait_for_timeout(100)
    raise AssertionError(kept(page))


def entries(count, status=None):
    """The entries in the log, once there are so many of them (with that status)."""
    until = now() + dt.timedelta(seconds=15)
    while now() < until:
        rows = TimeEntry.objects.order_by("started_at", "pk")
        rows = list(rows.filter(status=status) if status else rows)
        if len(rows) == count:
            return rows
        pages_go_on()
    raise AssertionError(f"{len(rows)} entries: {[row.status for row in TimeEntry.objects.all()]}")


def pages_go_on():
    """Playwright's events are handled while it is asked for something."""
    time.sleep(0.2)


def instant(milliseconds):
    """As JavaScript says it in JSON."""
    return dt.datetime.fromtimestamp(int(milliseconds) / 1000, dt.UTC)


def test_start_and_stop_say_what_was_recorded(desk):
    start(desk.page)
    desk.page.wait_for_timeout(1500)
    stop(desk.page)
    (entry,) = entries(1, "confirmed")
    seconds = int(entry.ended_at.timestamp()) - int(entry.started_at.timestamp())
    said = part(desk.page, "stopped").locator('[data-field="recorded"]')
    expect(said).to_have_text(re.compile(f"Recorded {seconds} second"))
    assert entry.origin == "timer"
    assert kept(desk.page) == []


def test_a_start_and_a_stop_without_network_arrive_once_to_the_millisecond(desk):
    page = desk.page
    offline(page)
    start(page)
    expect(page.locator('[data-field="elapsed"]')).to_have_text("0:00:02", timeout=SOON)
    note(page, "Left a message with the son")
    stop(page)
    expect(page.locator('[data-field="offline"]')).to_be_visible(timeout=SOON)
    expect(page.locator('[data-field="unsent"]')).to_contain_text("Not yet saved: 1 thing")
    assert not TimeEntry.objects.exists()
    (act,) = kept(page)
    assert "Left a message" not in json.dumps(act)
    offline(page, False)
    (entry,) = entries(1, "confirmed")
    assert is_as_pressed(entry, act)
    assert (entry.note, entry.origin) == ("Left a message with the son", "timer")
    expect(page.locator('[data-field="unsent"]')).to_be_hidden(timeout=SOON)
    assert kept(page) == []


def near(one, other):
    """A browser's guess of the server's clock is off by as much as an answer took on its way."""
    return abs(one - other) < dt.timedelta(milliseconds=300)


def is_as_pressed(entry, act):
    """The start to the millisecond; an end that by the server's clock is still to come is now."""
    return entry.started_at == instant(act["began"]) and near(entry.ended_at, instant(act["at"]))


def test_a_running_clock_is_stopped_and_described_without_network(desk):
    page = desk.page
    start(page)
    (running,) = entries(1, "running")
    offline(page)
    note(page, "Sleep plan")
    page.wait_for_timeout(2500)
    stop(page)
    (act,) = kept(page)
    assert TimeEntry.objects.get().status == "running"
    offline(page, False)
    (entry,) = entries(1, "confirmed")
    assert entry.started_at == running.started_at
    assert near(entry.ended_at, instant(act["at"]))
    assert entry.note == "Sleep plan"


def test_a_switch_without_network_loses_no_second_between(desk, enrolled, other):
    page = on_the_patient(desk, other)
    time_log.start(patient=enrolled, worker=alice_of(enrolled), by=alice_of(enrolled), now=now())
    expect(part(page, "running")).to_be_visible(timeout=SOON)
    offline(page)
    page.wait_for_timeout(1200)
    page.locator("#clock-patient").click()
    expect(part(page, "running").locator('[data-field="patient"]')).to_have_text(other.full_name)
    (act,) = kept(page)
    offline(page, False)
    first, second = entries(2)
    assert first.ended_at == second.started_at == instant(act["at"])
    assert (first.status, second.status) == ("confirmed", "running")
    assert second.patient_id == other.pk


def alice_of(patient):
    return patient.episodes.get().care_manager


def began(page, minutes=None, at=None):
    page.get_by_role("button", name="Started earlier?").click()
    dialog = page.get_by_role("dialog")
    if minutes:
        dialog.get_by_role("button", name=f"{minutes} minutes ago", exact=True).click()
    else:
        dialog.get_by_label("Or at").fill(at)
        dialog.get_by_role("button", name="Set the start").click()


def test_a_start_is_set_back_and_an_activity_changed_without_network(desk):
    page = desk.page
    start(page)
    (running,) = entries(1, "running")
    offline(page)
    began(page, minutes=10)
    expect(page.locator("#flash")).to_contain_text("sent once the line is back")
    part(page, "running").get_by_label("Activity").select_option("chart_review")
    expect(page.locator('[data-field="elapsed"]')).to_contain_text("0:10:0")
    expect(page.locator('[data-field="unsent"]')).to_contain_text("Not yet saved: 2 things")
    running.refresh_from_db()
    assert running.origin == "timer"
    wished = next(act["began"] for act in kept(page) if act["kind"] == "began")
    offline(page, False)
    all_is_sent(page)
    (entry,) = entries(1, "running")
    assert (entry.pk, entry.started_at) == (running.pk, instant(wished))
    assert (entry.origin, entry.activity) == ("timer_corrected", "chart_review")


def test_the_start_of_a_clock_that_ran_without_network_is_set_back_by_its_own_hour(desk):
    page = desk.page
    offline(page)
    start(page)
    began(page, minutes=15)
    began(page, minutes=5)  # the last word counts
    page.wait_for_timeout(1100)
    stop(page)
    expect(part(page, "stopped")).to_contain_text("Recorded 5 minutes")
    stretch, wish = kept(page)
    offline(page, False)
    all_is_sent(page)
    (before,), (entry,) = entries(1, "voided"), entries(1, "confirmed")
    assert entry.started_at == instant(wish["began"])
    assert near(entry.ended_at, instant(stretch["at"]))
    assert entry.origin == "timer_corrected"
    assert (before.started_at, entry.replaces_id) == (instant(stretch["began"]), before.pk)
    note(page, "Said afterwards", "stopped")
    part(page, "stopped").get_by_role("button", name="Done").click()
    all_is_sent(page)
    entry.refresh_from_db()
    assert entry.note == "Said afterwards"


@pytest.mark.parametrize("press", ["Cut that entry", "Leave both"])
def test_other_time_in_the_way_is_asked_about_once_the_line_is_back(
    desk, make, alice, other, press
):
    page = desk.page
    neighbour = make.entry(other, alice, now() - dt.timedelta(minutes=30), minutes=24)
    start(page)
    entries(1, "running")
    offline(page)
    began(page, minutes=10)
    page.wait_for_timeout(1100)
    stop(page)
    offline(page, False)
    dialog = page.get_by_role("dialog", name="When did it start?")
    expect(dialog).to_contain_text("Without network you set the start", timeout=SOON)
    expect(dialog.get_by_role("img", name="On a line of time")).to_be_visible()
    expect(dialog.get_by_label("Or at")).to_be_hidden()
    assert len(entries(2, "confirmed")) == 2  # the stop waits for no answer
    page.keyboard.press("Escape")
    page.locator('[data-field="unsent"]').get_by_role("button", name="Decide").click()
    page.get_by_role("dialog").get_by_role("button", name="Try again").click()
    dialog.get_by_role("button", name=press).click()
    expect(dialog).to_be_hidden()
    all_is_sent(page)
    neighbour.refresh_from_db()
    assert neighbour.status == ("voided" if press == "Cut that entry" else "confirmed")
    earlier, later = entries(2, "confirmed")
    assert (earlier.ended_at == later.started_at) is (press == "Cut that entry")


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


def test_two_patients_one_after_the_other_without_network(desk, enrolled, other):
    page = on_the_patient(desk, other)
    offline(page)
    page.locator("#clock-patient").click()
    page.wait_for_timeout(1100)
    page.evaluate(
        """([id, name]) => { const b = document.createElement("button"); b.dataset.timerFor = id;
        b.dataset.timerName = name; b.id = "another"; document.body.append(b); b.click(); }""",
        [str(enrolled.pk), enrolled.full_name],
    )
    page.wait_for_timeout(1100)
    stop(page)
    one, two = kept(page)
    offline(page, False)
    first, second = entries(2, "confirmed")
    assert (first.started_at, first.ended_at) == (instant(one["began"]), instant(one["at"]))
    assert (second.started_at, second.ended_at) == (instant(two["began"]), instant(two["at"]))
    assert first.ended_at == second.started_at


def test_a_tab_that_is_closed_loses_nothing(desk, enrolled):
    page = desk.page
    offline(page)
    start(page)
    page.wait_for_timeout(1200)
    note(page, "Typed before the tab was closed")
    stop(page)
    (act,) = kept(page)
    context = page.context
    page.close()
    context.set_offline(False)
    on_the_patient(desk, enrolled, context.new_page())
    (entry,) = entries(1, "confirmed")
    assert is_as_pressed(entry, act)
    assert entry.note == "Typed before the tab was closed"


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


def test_after_the_session_s_end_what_was_done_waits_for_the_same_person(desk):
    page = desk.page
    offline(page)
    start(page)
    page.wait_for_timeout(1200)
    stop(page)
    (act,) = kept(page)
    Session.objects.all().delete()
    offline(page, False)
    page.get_by_role("dialog", name="Sign in again to go on").wait_for(timeout=15_000)
    assert not TimeEntry.objects.exists()
    sign_in_again(page)
    (entry,) = entries(1, "confirmed")
    assert is_as_pressed(entry, act)


def sign_in_again(page):
    dialog = page.get_by_role("dialog", name="Sign in again to go on")
    expect(dialog).to_be_visible(timeout=15_000)
    dialog.get_by_label("Password").fill(PASSWORD)
    dialog.get_by_role("button", name="Sign in and go on").click()


def test_a_stop_after_the_session_s_end_counts_to_the_press_and_not_to_the_password(desk):
    page = desk.page
    start(page)
    (running,) = entries(1, "running")
    page.wait_for_timeout(1200)
    Session.objects.all().delete()
    stop(page)
    pressed = now()
    page.wait_for_timeout(2500)
    sign_in_again(page)
    (entry,) = entries(1, "confirmed")
    assert entry.pk == running.pk
    assert abs(entry.ended_at - pressed) < dt.timedelta(seconds=1)


def refuse_the_clock(page, yes=True):
    """The server is reached, but nothing that is sent to the clock arrives."""
    pattern = re.compile(r"/api/p/.*/timer/")
    page.route(pattern, lambda route: route.abort()) if yes else page.unroute(pattern)


def test_a_sign_out_asks_first_and_what_is_kept_is_for_the_same_person_alone(
    desk, sit, alice, bob, enrolled
):
    page = desk.page
    refuse_the_clock(page)
    start(page)
    page.wait_for_timeout(1200)
    note(page, "About the son")
    stop(page)
    (act,) = kept(page)
    sign_out(page)
    dialog = page.get_by_role("dialog", name="Not everything is saved")
    expect(dialog).to_be_visible()
    dialog.get_by_role("button", name="Keep it and sign out").click()
    page.wait_for_url("**/account/login/**")
    left = page.evaluate("JSON.stringify(Object.entries(localStorage))")
    for word in ("About the son", enrolled.last_name, alice.email):
        assert word not in left
    refuse_the_clock(page, False)
    desk.sign_in(bob)
    on_the_patient(desk, enrolled)
    page.wait_for_timeout(1000)
    assert not TimeEntry.objects.exists()
    assert len(kept(page)) == 1
    sign_out(page)
    page.wait_for_url("**/account/login/**")
    desk.sign_in(alice)
    on_the_patient(desk, enrolled)
    (entry,) = entries(1, "confirmed")
    assert (entry.worker, entry.note) == (alice, "About the son")
    assert is_as_pressed(entry, act)


def sign_out(page):
    page.locator(".ct-person-menu summary").click()
    page.get_by_role("button", name="Sign out").first.click()


def test_a_page_that_another_person_took_over_sends_nothing_in_her_name(desk, bob, enrolled):
    """Bob signs in in another window of Alice's browser."""
    page = desk.page
    offline(page)
    start(page)
    page.wait_for_timeout(1200)
    stop(page)
    refuse_the_clock(page)  # before the line is back: what is kept would be sent at once, as hers
    offline(page, False)
    window = page.context.new_page()
    page.context.clear_cookies()
    window.goto(f"{desk.base}/account/login/")
    window.get_by_label("Email").fill(bob.email)
    window.get_by_label("Password", exact=True).fill(PASSWORD)
    with window.expect_navigation():
        window.get_by_role("button", name="Sign in").click()
    refuse_the_clock(page, False)
    page.evaluate("dispatchEvent(new Event('online'))")
    page.wait_for_timeout(1500)
    assert not TimeEntry.objects.exists()
    assert len(kept(page)) == 1


def test_two_tabs_show_the_same_and_send_once(desk, enrolled):
    one = desk.page
    two = on_the_patient(desk, enrolled, one.context.new_page())
    start(one)
    expect(part(two, "running")).to_be_visible(timeout=2_000)
    offline(one)
    note(two, "From the second tab")
    one.wait_for_timeout(1200)
    stop(two)
    expect(part(one, "running")).to_be_hidden(timeout=2_000)
    acts = kept(one)
    offline(one, False)
    (entry,) = entries(1, "confirmed")
    assert near(entry.ended_at, instant(acts[-1]["at"]))
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
    begun = now()
    start(page)
    expect(page.locator('[data-field="elapsed"]')).to_have_text("0:00:02", timeout=SOON)
    stop(page)
    ended = now()
    offline(page, False)
    (entry,) = entries(1, "confirmed")
    assert abs(entry.started_at - begun) < dt.timedelta(seconds=1.5)
    assert abs(entry.ended_at - ended) < dt.timedelta(seconds=1.5)


def test_what_was_begun_on_the_phone_meanwhile_is_shown_and_kept(desk, alice, enrolled, other):
    page = desk.page
    offline(page)
    start(page)
    page.wait_for_timeout(2200)
    time_log.start(patient=other, worker=alice, by=alice, now=now())  # on the phone
    page.wait_for_timeout(2200)
    stop(page)
    (act,) = kept(page)
    offline(page, False)
    (entry,) = entries(1, "needs_review")
    assert entry.started_at == instant(act["began"])
    assert near(entry.ended_at, instant(act["at"]))
    assert "overlaps another entry" in entry.review_reason
    expect(part(page, "running").locator('[data-field="patient"]')).to_have_text(
        other.full_name, timeout=SOON
    )
    expect(page.locator("#flash")).to_contain_text("needs review")


def test_what_the_server_refuses_is_kept_until_the_person_decides(desk, alice, elm_street):
    page = desk.page
    offline(page)
    start(page)
    page.wait_for_timeout(1200)
    stop(page)
    alice.memberships.filter(practice=elm_street).update(role="biller")
    offline(page, False)
    dialog = page.get_by_role("dialog", name="This could not be saved")
    expect(dialog).to_be_visible(timeout=15_000)
    expect(dialog).to_contain_text("Your role does not allow this any more")
    alice.memberships.filter(practice=elm_street).update(role="care_manager")
    dialog.get_by_role("button", name="Try again").click()
    assert len(entries(1, "confirmed")) == 1
    assert kept(page) == []
