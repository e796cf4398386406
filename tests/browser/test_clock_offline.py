"""The clock while the network is really cut: what was done arrives once, to the millisecond."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from registry.models import TimeEntry
from registry.services import time_log
from tests.browser.clock_bar import (
    A_SECOND,
    SOON,
    all_is_sent,
    entries,
    instant,
    is_as_pressed,
    kept,
    near,
    note,
    now,
    offline,
    on_the_patient,
    online,
    part,
    start,
    stop,
)

pytestmark = pytest.mark.django_db(transaction=True)


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
    online(page.context, act)
    (entry,) = entries(1, "confirmed")
    assert is_as_pressed(entry, act)
    assert (entry.note, entry.origin) == ("Left a message with the son", "timer")
    expect(page.locator('[data-field="unsent"]')).to_be_hidden(timeout=SOON)
    all_is_sent(page)


def test_a_running_clock_is_stopped_and_described_without_network(desk):
    page = desk.page
    start(page)
    (running,) = entries(1, "running")
    offline(page)
    note(page, "Sleep plan")
    page.wait_for_timeout(A_SECOND)
    stop(page)
    (act,) = kept(page)
    assert TimeEntry.objects.get().status == "running"
    online(page.context, act)
    (entry,) = entries(1, "confirmed")
    assert entry.started_at == running.started_at
    assert near(entry.ended_at, instant(act["at"]))
    assert entry.note == "Sleep plan"


def test_a_switch_without_network_loses_no_second_between(desk, enrolled, other):
    page = on_the_patient(desk, other)
    time_log.start(patient=enrolled, worker=alice_of(enrolled), by=alice_of(enrolled), now=now())
    expect(part(page, "running")).to_be_visible(timeout=SOON)
    offline(page)
    page.wait_for_timeout(A_SECOND)
    page.locator("#clock-patient").click()
    expect(part(page, "running").locator('[data-field="patient"]')).to_have_text(other.full_name)
    (act,) = kept(page)
    online(page.context, act)
    first, second = entries(2)
    assert first.ended_at == second.started_at == instant(act["at"])
    assert (first.status, second.status) == ("confirmed", "running")
    assert second.patient_id == other.pk


def alice_of(patient):
    return patient.episodes.get().care_manager


def test_two_patients_one_after_the_other_without_network(desk, enrolled, other):
    page = on_the_patient(desk, other)
    offline(page)
    page.locator("#clock-patient").click()
    page.wait_for_timeout(A_SECOND)
    page.evaluate(
        """([id, name]) => { const b = document.createElement("button"); b.dataset.timerFor = id;
        b.dataset.timerName = name; b.id = "another"; document.body.append(b); b.click(); }""",
        [str(enrolled.pk), enrolled.full_name],
    )
    page.wait_for_timeout(A_SECOND)
    stop(page)
    one, two = kept(page)
    online(page.context, two)
    first, second = entries(2, "confirmed")
    assert (first.started_at, first.ended_at) == (instant(one["began"]), instant(one["at"]))
    assert (second.started_at, second.ended_at) == (instant(two["began"]), instant(two["at"]))
    assert first.ended_at == second.started_at


def test_a_tab_that_is_closed_loses_nothing(desk, enrolled):
    page = desk.page
    offline(page)
    start(page)
    page.wait_for_timeout(A_SECOND)
    note(page, "Typed before the tab was closed")
    stop(page)
    (act,) = kept(page)
    context = page.context
    page.close()
    online(context, act)
    on_the_patient(desk, enrolled, context.new_page())
    (entry,) = entries(1, "confirmed")
    assert is_as_pressed(entry, act)
    assert entry.note == "Typed before the tab was closed"
