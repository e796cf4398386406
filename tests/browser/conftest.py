"""A real Chromium before a real server, on a day that the test chooses.

The product's pages are served by pytest-django's live server, in this process: so
`time_machine` sets the clock of server and database driver alike, and `page.clock` the browser's.
What runs in other processes (`make run` with its worker and beat) has tests of its own.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

import pytest
import time_machine
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from tests import chromium
from tests.cast import PASSWORD

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
        browser = playwright.chromium.launch(
            executable_path=program,
            args=[*chromium.arguments(), "--disable-gpu", "--disable-background-networking"],
        )
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

    def sign_in(self, user, password=PASSWORD):
        self.open("/account/login/")
        self.page.get_by_label("Email").fill(user.email)
        self.page.get_by_label("Password", exact=True).fill(password)
        self.page.get_by_role("button", name="Sign in").click()
        self.page.wait_for_url(lambda url: "/account/login" not in url)
        return self.page


@pytest.fixture
def at_a_screen(chromium_process, live_server, request):
    """Sit somebody down at a browser of their own: `at_a_screen("desktop")`.

    What a page says on its console, and requests that fail, are failures of the test.
    """
    contexts, people = [], []

    def sit(width="desktop", theme="light"):
        context = chromium_process.new_context(
            viewport=WIDTHS[width], color_scheme=theme, accept_downloads=True
        )
        context.set_default_timeout(10_000)
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


@pytest.fixture
def accessible():
    """Nothing serious or critical for axe (WCAG 2.2 A and AA) on the page as it is."""

    def check(page):
        results = Axe().run(
            page,
            options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
        )
        serious = [
            f"{violation['id']}: {violation['nodes'][0]['html'][:160]}"
            for violation in results.response["violations"]
            if violation["impact"] in ("serious", "critical")
        ]
        assert serious == []

    return check


def pytest_collection_modifyitems(items):
    for item in items:
        if "/browser/" in str(item.fspath):
            item.add_marker(pytest.mark.browser)
