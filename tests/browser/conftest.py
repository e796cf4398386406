"""A real Chromium before a real server, on a day that the test chooses.

The product's pages are served by pytest-django's live server, in this process: so
`time_machine` sets the clock of server and database driver alike, and `page.clock` the browser's.
What runs in other processes (`make run` with its worker and beat) has tests of its own.
"""

from __future__ import annotations

import os
import threading
import time
import urllib.request
from dataclasses import dataclass

import pytest
import time_machine
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.test import Client
from playwright.sync_api import expect, sync_playwright

from tests import chromium
from tests.browser import clock_bar
from tests.cast import PASSWORD

#: Milliseconds that a page may take before its test fails: many, for a machine that is busy.
PATIENCE = 20_000
expect.set_options(timeout=PATIENCE)
WIDTHS = {"desktop": {"width": 1280, "height": 800}, "phone": {"width": 360, "height": 740}}


@pytest.fixture(scope="session")
def chromium_process():
    """One Chromium for all tests of this worker.

    Playwright's loop runs in this thread, and Django takes that for asynchronous code; the
    queries of these tests are ordinary ones.
    """
    program = chromium.executable()
    if program is None:
        said = "NO CHROMIUM: THE BROWSER TESTS DO NOT RUN. `python -m tests.chromium` gets one."
        (pytest.fail if chromium.counts_as_failure() else pytest.skip)(said)
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=chromium.arguments())
        yield browser
        browser.close()


@dataclass
class Person:
    """Somebody at a screen.  `open` goes to an address of the product."""

    page: object
    base: str
    errors: list

    def open(self, path):
        self.page.goto(f"{self.base}{path}")
        return self.page

    def sign_in(self, user):
        """Be signed in, as the form would leave it; the next page is opened as this person."""
        browser = Client()
        browser.force_login(user)
        session = browser.cookies[settings.SESSION_COOKIE_NAME].value
        self.page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": self.base}]
        )
        return self.page

    def sign_in_by_the_form(self, user, password=PASSWORD):
        self.open("/account/login/")
        self.page.get_by_label("Email").fill(user.email)
        self.page.get_by_label("Password", exact=True).fill(password)
        self.page.get_by_role("button", name="Sign in").click()
        self.page.wait_for_url(lambda url: "/account/login" not in url)
        return self.page


class Traffic:
    """How many requests the live server is at work on."""

    def __init__(self):
        self.under_way, self.changed_at, self.lock = 0, 0.0, threading.Lock()
        request_started.connect(self.begun)
        request_finished.connect(self.ended)

    def begun(self, **_):
        self.change(1)

    def ended(self, **_):
        self.change(-1)

    def change(self, by):
        with self.lock:
            self.under_way += by
            self.changed_at = time.monotonic()

    def wait_for_its_end(self, base):
        """What pages have asked before they were closed is answered, and writes nothing later."""
        with urllib.request.urlopen(f"{base}/healthz"):  # accepted after all that came before
            until = time.monotonic() + 3
        while time.monotonic() < until:
            if not self.under_way and time.monotonic() - self.changed_at > 0.05:
                return
            time.sleep(0.01)
        self.under_way = 0


@pytest.fixture(scope="session")
def traffic():
    return Traffic()


@pytest.fixture
def at_a_screen(chromium_process, live_server, traffic):
    """Sit somebody down at a browser of their own: `at_a_screen("desktop")`.

    What a page says on its console, and requests that fail, are failures of the test.
    """
    contexts, people = [], []

    def sit(width="desktop", theme="light"):
        context = chromium_process.new_context(
            viewport=WIDTHS[width], color_scheme=theme, accept_downloads=True
        )
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        person = Person(page=page, base=live_server.url, errors=[])
        page.on("pageerror", lambda error: person.errors.append(str(error)))
        page.on(
            "console",
            lambda message: message.type == "error" and person.errors.append(message.text),
        )
        contexts.append(context)
        people.append(person)
        return person

    yield sit
    said = [error for person in people for error in person.errors]
    for context in contexts:
        context.close()
    traffic.wait_for_its_end(live_server.url)
    assert said == [], "the browser's console"


@pytest.fixture
def clock():
    """Set the time of server and tests: `clock(at)`; it runs on from there."""
    travels = []

    def travel(at):
        for earlier in travels:
            earlier.stop()
        travels.clear()
        traveller = time_machine.travel(at, tick=True)
        traveller.start()
        travels.append(traveller)

    yield travel
    for traveller in travels:
        traveller.stop()


@pytest.fixture(scope="session")
def axe():
    """What puts axe into a page, and what it is asked: WCAG 2.2 A and AA, what is wrong alone."""
    asked = {
        "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
        "resultTypes": ["violations"],
        "iframes": False,
        "preload": False,
    }
    return Axe().axe_script, asked


@pytest.fixture
def accessible(axe):
    """Nothing serious or critical for axe on the page as it is."""
    script, asked = axe

    def check(page):
        if not page.evaluate("'axe' in window"):
            page.evaluate(script)
        found = page.evaluate("asked => axe.run(asked).then(({violations}) => violations)", asked)
        serious = [
            f"{violation['id']}: {violation['nodes'][0]['html'][:160]}"
            for violation in found
            if violation["impact"] in ("serious", "critical")
        ]
        assert serious == []

    return check


def pytest_collection_modifyitems(items):
    for item in items:
        if "/browser/" in str(item.fspath):
            item.add_marker(pytest.mark.browser)


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
        clock_bar.leave(person)


@pytest.fixture
def desk(sit, alice, enrolled):
    person = sit(alice)
    clock_bar.on_the_patient(person, enrolled)
    return person
