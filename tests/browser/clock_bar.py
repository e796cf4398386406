"""The clock's bar, as a person at a screen uses it, and what the log then holds."""

from __future__ import annotations

import datetime as dt
import json
import re
import time

from playwright.sync_api import expect

from registry.models import TimeEntry

SOON = 20_000  # ms: other devices ask every five seconds
A_SECOND = 1_050  # ms: what lasted less than a second is no time
NETWORK = ("Failed to load resource", "net::ERR_", "htmx:")


def now():
    return dt.datetime.now(dt.UTC)


def leave(person):
    """Close every window; that the network was cut is no fault of the page."""
    for page in person.page.context.pages:
        page.close()
    person.errors[:] = [e for e in person.errors if not any(word in e for word in NETWORK)]


def on_the_patient(person, patient, page=None):
    page = page or person.page
    page.goto(f"{person.base}/p/elm-street/patients/{patient.pk}/")
    page.locator("#timer[data-ready]").wait_for()
    return page


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


def online(context, act):
    """The line is back, for what was kept last.

    A browser's guess of the server's clock may be ahead of it, the more so on a busy machine; for
    an instant that is still to come the server would take its own.
    """
    time.sleep(max(0, (instant(act["at"]) - now()).total_seconds() + 0.01))
    context.set_offline(False)


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
        time.sleep(0.05)
    raise AssertionError(f"{len(rows)} entries: {[row.status for row in TimeEntry.objects.all()]}")


def instant(milliseconds):
    """As JavaScript says it in JSON."""
    return dt.datetime.fromtimestamp(int(milliseconds) / 1000, dt.UTC)


def near(one, other):
    """A browser's guess of the server's clock is off by as much as an answer took on its way."""
    return abs(one - other) < dt.timedelta(milliseconds=300)


def is_as_pressed(entry, act):
    """From start to end, to the millisecond."""
    return (entry.started_at, entry.ended_at) == (instant(act["began"]), instant(act["at"]))


def refuse_the_clock(page, yes=True):
    """The server is reached, but nothing that is sent to the clock arrives."""
    pattern = re.compile(r"/api/p/.*/timer/")
    page.route(pattern, lambda route: route.abort()) if yes else page.unroute(pattern)


def sign_out(page):
    page.locator(".ct-person-menu summary").click()
    page.get_by_role("button", name="Sign out").first.click()
