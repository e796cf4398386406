"""The server is killed in the middle of work and started again on the same data."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection
from playwright.sync_api import expect

from config.embedded import postgres
from tests.browser import clock_bar as clock
from tests.config import machine

pytestmark = pytest.mark.django_db(transaction=True)

entries, kept = clock.entries, clock.kept
on_the_patient, part = clock.on_the_patient, clock.part
start, stop, note = clock.start, clock.stop, clock.note


class Server:
    """gunicorn as the product runs it, on the test's own database."""

    def __init__(self):
        self.port, self.process = machine.free_port(), None

    def begin(self):
        command = [
            *(sys.executable, "-m", "gunicorn", "config.wsgi:application"),
            *(f"--bind=127.0.0.1:{self.port}", "--worker-class=gthread", "--threads=4"),
            "--no-control-socket",
        ]
        self.process = subprocess.Popen(
            command,
            cwd=machine.ROOT,
            env=os.environ | self.environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        assert machine.wait_until(lambda: machine.status(self.port, "/healthz") == 200)
        return self

    def environment(self):
        name = connection.settings_dict["NAME"]
        home = os.environ["DATA_DIR"]
        url = os.environ.get("TEST_DATABASE_URL") or postgres.url_of(Path(home))
        return {
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "DATABASE_URL": _with_name(url, name),
        }

    def kill(self):
        """Every process of it, at once, with no chance to tidy up."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(timeout=20)


def _with_name(url, name):
    head, _, query = url.partition("?")
    base = head.rsplit("/", 1)[0]
    return f"{base}/{name}" + (f"?{query}" if query else "")


@pytest.fixture
def server(transactional_db):
    server = Server().begin()
    yield server
    server.kill()


@pytest.fixture
def at_work(at_a_screen, server, alice, enrolled):
    """Alice at a page of the server that will be killed."""
    person = at_a_screen()
    person.base = f"http://127.0.0.1:{server.port}"
    person.sign_in(alice)
    on_the_patient(person, enrolled)
    yield person
    clock.leave(person)


def test_the_clock_stands_as_it_was_when_the_server_comes_back(at_work, server):
    page = at_work.page
    start(page)
    (running,) = entries(1, "running")
    server.kill()
    note(page, "Written while the server was down")
    expect(page.locator('[data-field="offline"]')).to_be_visible(timeout=15_000)
    assert running.pk == entries(1, "running")[0].pk
    server.begin()
    expect(page.locator('[data-field="offline"]')).to_be_hidden(timeout=15_000)
    stop(page)
    (entry,) = entries(1, "confirmed")
    assert entry.started_at == running.started_at
    assert entry.note == "Written while the server was down"


def test_a_start_and_a_stop_while_the_server_is_dead_arrive_to_the_millisecond(at_work, server):
    page = at_work.page
    server.kill()
    start(page)
    page.wait_for_timeout(clock.A_SECOND)
    stop(page)
    (act,) = kept(page)
    server.begin()
    (entry,) = entries(1, "confirmed")
    assert clock.is_as_pressed(entry, act)
    expect(page.locator('[data-field="unsent"]')).to_be_hidden(timeout=15_000)


def test_a_worker_killed_at_the_very_stop_costs_no_second(at_work, server):
    """The answer is lost, whether or not the row was written: the stop is sent again."""
    page = at_work.page
    start(page)
    (running,) = entries(1, "running")
    page.wait_for_timeout(clock.A_SECOND)
    page.locator("[data-timer-stop]").click(no_wait_after=True)
    server.kill()
    expect(part(page, "stopped")).to_be_visible()
    server.begin()
    (entry,) = entries(1, "confirmed")
    assert entry.pk == running.pk
    with page.expect_response(lambda answer: answer.url.endswith("/timer/"), timeout=15_000):
        page.evaluate("dispatchEvent(new Event('online'))")
    clock.all_is_sent(page)
    assert len(entries(1)) == 1
