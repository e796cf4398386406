"""A start that is set right while the network is cut: asked about, if need be, when it is back."""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import expect

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
    online,
    part,
    start,
    stop,
)

pytestmark = pytest.mark.django_db(transaction=True)


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
    page.wait_for_timeout(A_SECOND)
    stop(page)
    expect(part(page, "stopped")).to_contain_text("Recorded 5 minutes")
    stretch, wish = kept(page)
    online(page.context, stretch)
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
    page.wait_for_timeout(A_SECOND)
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
