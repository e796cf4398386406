"""Phases of work, pauses, outcomes, starts taken back and answers: with network and without."""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import expect

from registry.models import TimeEntry
from registry.services import time_watch
from tests.browser.clock_bar import (
    A_SECOND,
    all_is_sent,
    entries,
    instant,
    kept,
    now,
    offline,
    on_the_patient,
    online,
    part,
    refuse_the_clock,
    start,
    stop,
)

pytestmark = pytest.mark.django_db(transaction=True)
PREPARE, CALL, NOTE = "chart_review", "patient_contact", "care_planning"


def grown_up(page, entry=None):
    """Past the first seconds, in which a phase is only named."""
    entry = entry or entries(1)[0]
    TimeEntry.objects.filter(pk=entry.pk).update(started_at=now() - dt.timedelta(minutes=4))
    page.reload()
    page.locator("#timer[data-ready]").wait_for()


def phase(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def test_prepare_call_and_note_are_three_presses_without_a_gap(desk):
    page = desk.page
    start(page)
    phase(page, "Prepare")  # at once: it only says what this is
    grown_up(page)
    expect(page.get_by_role("button", name="Prepare", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )
    page.keyboard.press("2")
    expect(part(page, "running").locator('[data-field="phase"]')).to_contain_text("in this phase")
    page.wait_for_timeout(A_SECOND)
    page.keyboard.press("3")
    page.wait_for_timeout(A_SECOND)
    stop(page)
    expect(part(page, "stopped")).to_contain_text("4 minutes in all")
    first, second, third = entries(3, "confirmed")
    assert [row.activity for row in (first, second, third)] == [PREPARE, CALL, NOTE]
    assert (first.ended_at, second.ended_at) == (second.started_at, third.started_at)
    assert {second.phase_of_id, third.phase_of_id} == {first.pk}


def test_phases_without_network_lose_no_second_and_arrive_once(desk):
    page = desk.page
    start(page)
    grown_up(page)
    offline(page)
    page.keyboard.press("1")
    page.wait_for_timeout(A_SECOND)
    page.keyboard.press("3")
    page.wait_for_timeout(A_SECOND)
    stop(page)
    acts = kept(page)
    assert [act["kind"] for act in acts] == ["stretch", "stretch"]
    online(page.context, acts[-1])
    all_is_sent(page)
    call, prepare, note = entries(3, "confirmed")
    assert [row.activity for row in (call, prepare, note)] == [CALL, PREPARE, NOTE]
    assert call.ended_at == prepare.started_at == instant(acts[0]["began"])
    assert prepare.ended_at == note.started_at
    assert note.ended_at == instant(acts[-1]["at"])
    assert {prepare.phase_of_id, note.phase_of_id} == {call.pk}


def test_a_pause_is_resumed_from_any_page(desk, enrolled):
    page = desk.page
    start(page)
    page.wait_for_timeout(A_SECOND)
    page.keyboard.press("p")
    expect(part(page, "stopped").get_by_role("button", name="Resume")).to_be_focused()
    page.goto(f"{desk.base}/p/elm-street/tasks/")
    page.locator("#timer[data-ready]").wait_for()
    expect(part(page, "idle").get_by_role("button", name="Go on with")).to_contain_text(
        enrolled.full_name
    )
    page.keyboard.press("p")
    expect(part(page, "running")).to_be_visible()
    first, second = entries(2)
    assert (second.status, second.phase_of_id) == ("running", first.pk)
    assert second.started_at > first.ended_at


def test_how_it_went_is_one_key_then_the_note_and_the_text(desk, alice):
    desk.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = desk.page
    start(page)
    page.wait_for_timeout(A_SECOND)
    stop(page)
    page.keyboard.press("3")
    field = part(page, "stopped").get_by_label("Note")
    expect(field).to_be_focused()
    expect(field).to_have_value("Left a message.")
    all_is_sent(page)
    (entry,) = entries(1, "confirmed")
    assert (entry.activity, entry.note) == ("outreach_attempt", "Left a message.")
    part(page, "stopped").get_by_role("button", name="Copy as text").click()
    expect(page.locator("#flash")).to_contain_text("Copied")
    text = page.evaluate("navigator.clipboard.readText()")
    assert f"Outreach attempt, not reached, {alice.full_name}\n  Left a message." in text
    assert text.isascii()


@pytest.mark.parametrize("is_offline", [False, True])
def test_a_switch_by_mistake_is_taken_back(desk, other, enrolled, is_offline):
    page = desk.page
    start(page)
    all_is_sent(page)
    on_the_patient(desk, other)
    offline(page, is_offline)
    page.locator("#clock-patient").click()
    expect(part(page, "running")).to_contain_text(other.full_name)
    page.get_by_role("button", name="Undo").click()
    expect(part(page, "running")).to_contain_text(enrolled.full_name)
    offline(page, False)
    all_is_sent(page)
    began = TimeEntry.objects.order_by("pk").first().started_at
    (runs,) = TimeEntry.objects.exclude(status="voided")
    assert (runs.patient_id, runs.started_at, runs.status) == (enrolled.pk, began, "running")


def test_who_has_chosen_it_starts_the_clock_by_opening_a_chart_once(desk, enrolled, alice):
    alice.starts_on_chart = True
    alice.save()
    page = desk.page
    page.goto(f"{desk.base}/p/elm-street/tasks/")
    on_the_patient(desk, enrolled)
    expect(part(page, "running")).to_be_visible()
    (entry,) = entries(1)
    assert entry.activity == PREPARE
    page.get_by_role("button", name="Do not count it").click()
    expect(part(page, "idle")).to_be_visible()
    on_the_patient(desk, enrolled)
    page.wait_for_timeout(300)
    expect(part(page, "idle")).to_be_visible()
    assert [row.status for row in TimeEntry.objects.all()] == ["voided"]


# -- answers about a clock, kept like other presses ---------------------------------------------


def left(page, system, minutes=50):
    """The clock was started so long ago and left: the sweep stops it."""
    entry = entries(1)[0]
    TimeEntry.objects.filter(pk=entry.pk).update(started_at=now() - dt.timedelta(minutes=minutes))
    time_watch.sweep(by=system, now=now())
    return entry


def test_which_time_stands_is_said_without_network(desk, system, enrolled):
    page = desk.page
    start(page)
    all_is_sent(page)
    left(page, system)
    on_the_patient(desk, enrolled)
    expect(part(page, "swept")).to_be_visible()
    offline(page)
    page.locator('[data-settle="whole"]').click()
    expect(part(page, "stopped")).to_contain_text("It is kept here until it is saved")
    offline(page, False)
    all_is_sent(page)
    (entry,) = entries(1, "confirmed")
    assert entry.ended_at - entry.started_at > dt.timedelta(minutes=49)


def test_still_working_said_without_network_keeps_the_clock(desk, system):
    page = desk.page
    start(page)
    all_is_sent(page)
    entry = entries(1)[0]
    began = now() - dt.timedelta(minutes=46)
    TimeEntry.objects.filter(pk=entry.pk).update(started_at=began)
    page.reload()
    page.locator("#timer[data-ready]").wait_for()
    expect(page.locator("[data-still-working]")).to_be_visible()
    refuse_the_clock(page)
    page.locator("[data-still-working]").click()
    expect(page.locator("[data-still-working]")).to_be_hidden()
    assert [act["kind"] for act in kept(page)] == ["sign"]
    time_watch.sweep(by=system, now=now() + dt.timedelta(minutes=5))
    assert TimeEntry.objects.get().status == "needs_review"
    refuse_the_clock(page, yes=False)
    all_is_sent(page)
    (runs,) = TimeEntry.objects.exclude(status="voided")
    assert (runs.status, runs.started_at) == ("running", began)
