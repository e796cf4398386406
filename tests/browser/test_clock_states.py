"""The bar in each of its states: what it asks, what it offers, and that everybody can use it."""

from __future__ import annotations

import datetime as dt
import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from registry.models import ServiceMonth, TimeEntry
from registry.services import people, service_month, time_log, time_watch
from tests.browser import clock_bar
from tests.browser.clock_bar import SOON, all_is_sent, part
from tests.cast import NOW

pytestmark = pytest.mark.django_db(transaction=True)
MINUTE = dt.timedelta(minutes=1)
#: Where pictures of the states go, if somebody wants to look at them.
PICTURES = os.environ.get("CLOCK_PICTURES")


@pytest.fixture
def other(make, elm_street):
    return make.patient(elm_street, first_name="Rosa", last_name="Delgado")


@pytest.fixture
def at_work(at_a_screen, alice, enrolled, clock, settings):
    """Alice at the patient's page, at an hour; `at_work(after(minutes))` is the same page later."""
    settings.SESSION_IDLE_SECONDS = settings.SESSION_ABSOLUTE_SECONDS = 24 * 3600
    sitting = []

    def sit(at=NOW, width="desktop", theme="light"):
        clock(at)
        if not sitting:
            sitting.append(at_a_screen(width, theme))
            sitting[0].sign_in(alice)
        return clock_bar.on_the_patient(sitting[0], enrolled)

    yield sit
    for person in sitting:
        clock_bar.leave(person)


def after(minutes):
    return NOW + minutes * MINUTE


def picture(page, name):
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png")


# -- the start, set right -------------------------------------------------------------------------


def test_started_ten_minutes_ago_is_two_presses(at_work, enrolled):
    page = at_work()
    clock_bar.start(page)
    page.get_by_role("button", name="Started earlier?").click()
    page.get_by_role("dialog").get_by_role("button", name="10 minutes ago").click()
    expect(page.locator('[data-field="elapsed"]')).to_contain_text("0:10:0", timeout=SOON)
    expect(page.locator("#flash")).to_contain_text("now runs since 11:50 AM")
    entry = TimeEntry.objects.get()
    assert abs(entry.started_at - after(-10)) < dt.timedelta(seconds=30)
    assert (entry.status, entry.origin) == ("running", "timer_corrected")


def test_a_time_of_day_is_the_practice_s(at_work):
    page = at_work()
    clock_bar.start(page)
    page.get_by_role("button", name="Started earlier?").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Or at").fill("11:42")  # noon is NOW, in New York
    dialog.get_by_role("button", name="Set the start").click()
    expect(page.locator("#flash")).to_contain_text("runs since 11:42 AM")
    assert TimeEntry.objects.get().started_at == after(-18)


NEW_YORK, PHOENIX = "America/New_York", "America/Phoenix"
#: What is typed, the zone, the moment at which it is typed, the instant that is meant.
HOURS = [
    ("11:42", NEW_YORK, "2026-10-14T16:00Z", "2026-10-14T15:42Z"),
    ("23:50", NEW_YORK, "2026-10-14T04:05Z", "2026-10-14T03:50Z"),  # before midnight
    ("12:30", NEW_YORK, "2026-10-14T16:00Z", "2026-10-13T16:30Z"),  # later today is yesterday's
    ("01:30", NEW_YORK, "2026-11-01T06:45Z", "2026-11-01T06:30Z"),  # the second 1:30 of the night
    ("01:50", NEW_YORK, "2026-11-01T06:45Z", "2026-11-01T05:50Z"),  # the first, an hour before
    ("23:00", NEW_YORK, "2026-11-01T07:30Z", "2026-11-01T03:00Z"),  # across the hour lived twice
    ("01:55", NEW_YORK, "2026-03-08T07:10Z", "2026-03-08T06:55Z"),  # across the hour skipped
    ("02:30", NEW_YORK, "2026-03-08T07:40Z", None),  # which never was
    ("09:15", PHOENIX, "2026-07-01T17:00Z", "2026-07-01T16:15Z"),
    ("24:10", NEW_YORK, "2026-10-14T16:00Z", None),
    ("noon", NEW_YORK, "2026-10-14T16:00Z", None),
]


def test_a_time_of_day_is_the_latest_one_also_where_clocks_change(at_a_screen):
    page = at_a_screen().open("/account/login/")
    meant = page.evaluate(
        """async (hours) => {
            const {lastAt} = await import("/static/js/clock-time.js");
            return hours.map(([text, zone, before]) => lastAt(text, zone, Date.parse(before)));
        }""",
        [row[:3] for row in HOURS],
    )
    for (*asked, wanted), found in zip(HOURS, meant, strict=True):
        said = wanted and dt.datetime.fromisoformat(wanted).timestamp() * 1000
        assert (None if found != found else found) == said, asked


def test_other_time_in_the_way_is_shown_and_cut_only_when_chosen(
    at_work, accessible, make, alice, other
):
    neighbour = make.entry(other, alice, after(-30), minutes=24)
    page = at_work()
    clock_bar.start(page)
    page.get_by_role("button", name="Started earlier?").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="10 minutes ago").click()
    expect(dialog.get_by_role("img", name="On a line of time")).to_be_visible()
    expect(dialog).to_contain_text("Your time for Rosa Delgado, 11:30 AM–11:54 AM, is in the way")
    accessible(page)
    picture(page, "began-conflict")
    neighbour.refresh_from_db()
    assert neighbour.status == "confirmed"
    dialog.get_by_role("button", name="Cut that entry").click()
    expect(page.locator("#flash")).to_contain_text("cut:")
    running = TimeEntry.objects.get(status="running")
    cut = TimeEntry.objects.get(status="confirmed")
    assert (cut.started_at, cut.ended_at) == (after(-30), running.started_at)
    page.locator("#flash").get_by_role("button", name="Undo").click()
    expect(page.locator("#flash")).to_contain_text("Taken back")
    back = TimeEntry.objects.get(status="confirmed")
    assert (back.started_at, back.ended_at) == (after(-30), after(-6))


# -- a clock that was left ------------------------------------------------------------------------


def begun(enrolled, alice, activity="chart_review"):
    return time_log.start(patient=enrolled, worker=alice, by=alice, now=NOW, activity=activity)


def test_who_is_asked_whether_the_call_goes_on_says_so_with_one_press(
    at_work, accessible, enrolled, alice
):
    begun(enrolled, alice, "patient_contact")
    page = at_work(after(44))
    expect(page.locator('[data-field="prompt"]')).to_be_hidden()
    page = at_work(after(46))
    prompt = page.locator('[data-field="prompt"]')
    expect(prompt).to_contain_text("Still working on Pat")
    expect(prompt).to_contain_text("stops at 12:50 PM")
    assert page.title().startswith("Still working?")
    expect(page.locator('#timer [role="status"]')).to_contain_text("Still working")
    accessible(page)
    picture(page, "prompt")
    prompt.get_by_role("button", name="Still working").click()
    expect(prompt).to_be_hidden()
    all_is_sent(page)
    watch = TimeEntry.objects.get().clock_watch
    assert abs(watch.answered_at - after(46)) < MINUTE


@pytest.mark.parametrize(
    ("press", "seconds"), [("Keep 8 minutes", 480), ("I worked the whole 40 minutes", 2400)]
)
def test_what_was_cut_is_shown_and_the_person_says_which_time_stands(
    at_work, accessible, enrolled, alice, press, seconds
):
    entry = begun(enrolled, alice)
    time_watch.sign(entry.pk, worked_at=after(8), by=alice, now=after(8))
    time_watch.sweep(by=people.system(), now=after(40))
    page = at_work(after(50))
    swept = part(page, "swept")
    expect(swept).to_contain_text("Last sign of you: 12:08 PM; it ran until 12:40 PM")
    accessible(page)
    picture(page, "swept")
    swept.get_by_role("button", name=press).click()
    expect(part(page, "stopped")).to_be_visible()
    all_is_sent(page)
    stands = TimeEntry.objects.get(status="confirmed")
    assert (stands.ended_at - stands.started_at).total_seconds() == seconds
    assert ServiceMonth.objects.get(patient=enrolled).confirmed_seconds == seconds


def test_a_key_pressed_anywhere_in_the_product_is_a_sign_of_life(at_work, enrolled, alice):
    begun(enrolled, alice)
    page = at_work(after(19))
    page.keyboard.press("Shift")
    page.clock.install(time=after(19))
    page = at_work(after(21))
    page.keyboard.press("Shift")  # a sign that the server has not heard comes before the question
    with page.expect_response(lambda answer: answer.url.endswith("/sign/")):
        page.clock.run_for(2000)
    page.clock.run_for(2000)
    expect(page.locator('[data-field="prompt"]')).to_be_hidden()
    assert TimeEntry.objects.get().clock_watch.worked_at > after(20)


# -- for everybody --------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "theme"), [("desktop", "light"), ("phone", "dark")])
def test_the_bar_is_usable_by_everybody_in_each_of_its_states(
    at_work, accessible, enrolled, alice, width, theme
):
    page = at_work(NOW, width, theme)
    looks(page, accessible, f"{width}-{theme}-idle")
    clock_bar.start(page)
    looks(page, accessible, f"{width}-{theme}-running")
    clock_bar.refuse_the_clock(page)
    clock_bar.note(page, "Left a message with the son about the appointment on Thursday")
    expect(page.locator('[data-field="offline"]')).to_be_visible(timeout=15_000)
    expect(page.locator('[data-field="unsent"]')).to_be_visible()
    looks(page, accessible, f"{width}-{theme}-offline")
    clock_bar.refuse_the_clock(page, False)
    expect(page.locator('[data-field="offline"]')).to_be_hidden(timeout=15_000)
    clock_bar.stop(page)
    expect(part(page, "stopped")).to_contain_text("Recorded")
    looks(page, accessible, f"{width}-{theme}-stopped")


def looks(page, accessible, name):
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    accessible(page)
    picture(page, name)


def test_the_running_time_is_silent_and_a_threshold_is_said_once(at_work, enrolled):
    service_month.refresh([enrolled], [dt.date(2026, 10, 1)], now=NOW)
    page = at_work()
    page.evaluate(
        """() => { const said = document.querySelector('#timer [role="status"]'); window.heard = [];
        new MutationObserver(() => window.heard.push(said.textContent))
            .observe(said, {childList: true}); }"""
    )
    ServiceMonth.objects.filter(patient=enrolled).update(counted_seconds=70 * 60 - 4)
    clock_bar.start(page)
    timer = page.get_by_role("timer")
    assert timer.get_attribute("aria-live") == "off"
    said = page.locator('#timer [role="status"]')
    expect(said).to_contain_text("70 minutes counted", timeout=SOON)
    page.wait_for_timeout(2100)  # said twice, it would be heard by then
    heard = page.evaluate("window.heard")
    assert [words for words in heard if "70 minutes counted" in words] == [
        f"70 minutes counted this month for {enrolled.full_name}."
    ]


def test_one_key_logs_that_nobody_answered(at_work):
    page = at_work()
    page.keyboard.press("s")
    expect(part(page, "running")).to_be_visible()
    page.wait_for_timeout(1100)  # what lasted no second is void
    page.keyboard.press("u")
    expect(part(page, "stopped")).to_be_visible()
    expect(part(page, "stopped").get_by_label("Note")).to_have_value("No answer.")
    (entry,) = clock_bar.entries(1, "confirmed")
    assert (entry.activity, entry.note) == ("outreach_attempt", "No answer.")


def test_everything_goes_by_keyboard_alone(at_work):
    page = at_work()
    page.keyboard.press("s")
    expect(part(page, "running")).to_be_visible()
    page.keyboard.press("n")
    page.keyboard.type("By keyboard")
    page.keyboard.press("Tab")
    expect(part(page, "running").locator('[data-field="saved"]')).to_have_text("Saved")
    page.locator("h1").first.click()
    page.keyboard.press("s")
    expect(part(page, "stopped")).to_be_visible()
    (entry,) = clock_bar.entries(1)
    assert entry.note == "By keyboard"


# -- what else shows the time, and makes room -----------------------------------------------------


def test_the_caseload_grows_with_a_clock_that_another_window_started(at_work, enrolled, alice):
    page = at_work()
    page.goto(page.url.split("/patients/")[0] + "/caseload/")
    row = page.locator("tr", has=page.locator(f'[data-timer-for="{enrolled.pk}"]'))
    expect(row).to_contain_text("0 min")
    time_log.start(patient=enrolled, worker=alice, by=alice, now=after(-12))
    expect(row).to_contain_text("12 min", timeout=SOON)
    expect(row.locator('rect[data-part="running"]')).not_to_have_attribute("width", "0.00%")
    expect(row.get_by_role("button", name="Stop")).to_be_visible()
    time_log.stop(worker=alice, by=alice, now=dt.datetime.now(dt.UTC))
    expect(row.get_by_role("button", name="Start")).to_be_visible(timeout=SOON)
    expect(row.locator("[data-minutes-bar]")).to_have_attribute(
        "data-counted", re.compile(r"7[2-5]\d")
    )


def test_my_time_grows_with_the_clock_and_shows_what_was_stopped_elsewhere(
    at_work, enrolled, alice
):
    time_log.start(patient=enrolled, worker=alice, by=alice, now=after(-12))
    page = at_work()
    page.goto(page.url.split("/patients/")[0] + "/time/")
    total = page.locator('[data-as="clock"]')
    expect(total).to_have_text(re.compile(r"0:12:0\d"))
    before = total.inner_text()
    expect(total).not_to_have_text(before, timeout=SOON)
    expect(page.locator("strong[data-grows-with]")).to_have_text("12 min")
    time_log.stop(worker=alice, by=alice, now=dt.datetime.now(dt.UTC))
    expect(page.locator("#my-time [data-grows-with]")).to_have_count(0, timeout=SOON)
    expect(page.locator("#my-time")).to_contain_text("12 min worked")


def test_on_a_phone_the_bar_covers_neither_the_page_s_end_nor_what_has_the_focus(
    at_work, enrolled, alice
):
    time_log.start(patient=enrolled, worker=alice, by=alice, now=after(-12))
    page = at_work(width="phone")
    clock_bar.refuse_the_clock(page)
    expect(page.locator('[data-field="offline"]')).to_be_visible(timeout=15_000)
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    ends, begins = (
        page.evaluate(f"document.querySelector('{name}').getBoundingClientRect().{side}")
        for name, side in ((".ct-foot", "bottom"), ("#timer", "top"))
    )
    assert ends <= begins + 1
    page.evaluate("scrollTo(0, 0)")
    hidden = page.evaluate(
        """() => [...document.querySelectorAll("main :is(a, button, summary)")].filter((it) => {
            if (!it.checkVisibility()) return false;
            it.focus();
            const bar = document.getElementById("timer").getBoundingClientRect();
            return document.activeElement === it && it.getBoundingClientRect().bottom > bar.top + 1;
        }).map((it) => it.textContent.trim())"""
    )
    assert hidden == []


def test_an_entry_is_copied_as_plain_text(at_work, make, enrolled, alice):
    entry = make.entry(enrolled, alice, after(-30), minutes=12, note="Called.\nSlept better.")
    page = at_work()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(page.url.split("/patients/")[0] + f"/time/{entry.pk}/")
    page.get_by_role("button", name="Copy as text").click()
    page.get_by_text("Copied.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == (
        "Oct 14, 2026, 11:30 AM-11:42 AM, 12 min 00 s, Patient contact, Alice Moreno\n"
        "  Called.\n  Slept better."
    )


def test_the_clock_is_named_for_who_hears_it_and_is_silent(at_work):
    page = at_work()
    clock_bar.start(page)
    heard = page.locator("#timer").aria_snapshot()
    assert '- region "Your clock"' in heard
    assert '- timer "Time since the start"' in heard
    for name in ('button "Started earlier?"', 'combobox "Activity"', 'textbox "Note"',
                 'button "Stop"', "- status: The clock runs for"):  # fmt: skip
        assert name in heard
    live = page.locator("#timer [aria-live], #timer [role=status], #timer [role=alert]")
    assert [each.get_attribute("aria-live") for each in live.all()] == ["off", None]
