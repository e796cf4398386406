"""What waits in the browser when a session ends, a person signs out or a role is taken away.

It is kept for the same person, and is never sent in the name of another.
"""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from registry.models import TimeEntry
from tests.browser.clock_bar import (
    A_SECOND,
    all_is_sent,
    entries,
    is_as_pressed,
    kept,
    note,
    now,
    offline,
    on_the_patient,
    online,
    refuse_the_clock,
    sign_out,
    start,
    stop,
)
from tests.cast import PASSWORD

pytestmark = pytest.mark.django_db(transaction=True)


def test_after_the_session_s_end_what_was_done_waits_for_the_same_person(desk):
    page = desk.page
    offline(page)
    start(page)
    page.wait_for_timeout(A_SECOND)
    stop(page)
    (act,) = kept(page)
    Session.objects.all().delete()
    online(page.context, act)
    page.get_by_role("dialog", name="Sign in again to go on").wait_for()
    assert not TimeEntry.objects.exists()
    sign_in_again(page)
    (entry,) = entries(1, "confirmed")
    assert is_as_pressed(entry, act)


def sign_in_again(page):
    dialog = page.get_by_role("dialog", name="Sign in again to go on")
    expect(dialog).to_be_visible()
    dialog.get_by_label("Password").fill(PASSWORD)
    dialog.get_by_role("button", name="Sign in and go on").click()


def test_a_stop_after_the_session_s_end_counts_to_the_press_and_not_to_the_password(desk):
    page = desk.page
    start(page)
    (running,) = entries(1, "running")
    page.wait_for_timeout(A_SECOND)
    Session.objects.all().delete()
    stop(page)
    pressed = now()
    page.wait_for_timeout(2500)
    sign_in_again(page)
    (entry,) = entries(1, "confirmed")
    assert entry.pk == running.pk
    assert abs(entry.ended_at - pressed) < dt.timedelta(seconds=2)


def test_a_sign_out_asks_first_and_what_is_kept_is_for_the_same_person_alone(
    desk, sit, alice, bob, enrolled
):
    page = desk.page
    refuse_the_clock(page)
    start(page)
    page.wait_for_timeout(A_SECOND)
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
    desk.sign_in_by_the_form(bob)
    on_the_patient(desk, enrolled)
    page.wait_for_timeout(1000)
    assert not TimeEntry.objects.exists()
    assert len(kept(page)) == 1
    sign_out(page)
    page.wait_for_url("**/account/login/**")
    desk.sign_in_by_the_form(alice)
    on_the_patient(desk, enrolled)
    (entry,) = entries(1, "confirmed")
    assert (entry.worker, entry.note) == (alice, "About the son")
    assert is_as_pressed(entry, act)


def test_a_page_that_another_person_took_over_sends_nothing_in_her_name(desk, bob, enrolled):
    """Bob signs in in another window of Alice's browser."""
    page = desk.page
    offline(page)
    start(page)
    page.wait_for_timeout(A_SECOND)
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
    page.wait_for_timeout(A_SECOND)
    assert not TimeEntry.objects.exists()
    assert len(kept(page)) == 1


def test_what_the_server_refuses_is_kept_until_the_person_decides(desk, alice, elm_street):
    page = desk.page
    offline(page)
    start(page)
    page.wait_for_timeout(A_SECOND)
    stop(page)
    alice.memberships.filter(practice=elm_street).update(role="biller")
    offline(page, False)
    dialog = page.get_by_role("dialog", name="This could not be saved")
    expect(dialog).to_be_visible(timeout=15_000)
    expect(dialog).to_contain_text("Your role does not allow this any more")
    alice.memberships.filter(practice=elm_street).update(role="care_manager")
    dialog.get_by_role("button", name="Try again").click()
    assert len(entries(1, "confirmed")) == 1
    all_is_sent(page)
