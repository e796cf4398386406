"""`make run`, as a person meets it: started, interrupted, killed, started again."""

from __future__ import annotations

import contextlib
import shutil
import signal
import stat
import subprocess
import tempfile
import time
from pathlib import Path

import psutil
import psycopg
import pytest

from config import embedded
from tests import template
from tests.config import machine

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("make run")]

READY_AGAIN_SECONDS = 180  # five on a free machine; tests share theirs
ENDED_SECONDS = 180


def _as_a_terminal_does():
    """A shell that puts the tests into the background has them, and so make, ignore interrupts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Run:
    """A `make run` under way, on a port of its own."""

    def __init__(self, home, **extra):
        self.home, self.port = home, machine.free_port()
        self.environment = machine.environment(
            DATA_DIR=str(home), PORT=str(self.port), LOAD_DEMO="no", **extra
        )
        self.make = subprocess.Popen(
            ["make", "--no-print-directory", "run"],
            cwd=machine.ROOT,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            preexec_fn=_as_a_terminal_does,
        )

    def ready(self):
        return machine.status(self.port, "/readyz") == 200

    def until_ready(self):
        ended = lambda: self.make.poll() is not None  # noqa: E731
        machine.wait_until(lambda: self.ready() or ended(), seconds=READY_AGAIN_SECONDS)
        assert self.ready(), self.make.communicate()[0] if ended() else "not ready"
        return self

    def end(self, number):
        self.make.send_signal(number)
        return self.make.communicate(timeout=ENDED_SECONDS)[0]

    def leave(self):
        """Whatever is left of it is ended, also after a test that failed in the middle."""
        machine.kill_all(self.home)
        if not self.make.stdout.closed:
            self.make.kill()
            self.make.communicate()
        machine.wait_until_none(self.home)

    def child(self, word):
        """The process whose command has this word, as the run started it."""
        found = [p for p in psutil.Process(self.make.pid).children(True) if word in p.cmdline()]
        return min(found, key=lambda process: process.pid)

    def has_newer(self, word, moment):
        """Whether a process with this word in its command was started after that moment."""
        for process in psutil.Process(self.make.pid).children(True):
            with contextlib.suppress(psutil.NoSuchProcess):
                if word in process.cmdline() and process.create_time() > moment:
                    return True
        return False

    def execute(self, statement):
        with psycopg.connect(embedded.postgres.url_of(self.home), autocommit=True) as connection:
            return connection.execute(statement)


@pytest.fixture(scope="module")
def home():
    """A DATA_DIR whose database is migrated: migrating from nothing takes longer than the rest."""
    folder = Path(tempfile.mkdtemp(prefix="caretally-home-")).resolve()
    template.fill(embedded.database_url(folder))
    embedded.release(folder)
    yield folder
    machine.kill_all(folder)
    machine.wait_until_none(folder)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def start(home):
    """Start a run here; whatever the test leaves of it is ended."""
    runs = []

    def start():
        runs.append(Run(home))
        return runs[-1].until_ready()

    yield start
    for run in runs:
        run.leave()


@pytest.mark.parametrize("to", ["the terminal's programs", "make alone"])
def test_an_interrupt_stops_everything(home, start, to):
    run = start()
    if to == "make alone":
        said = run.end(signal.SIGINT)
    else:
        for process in (run.make, run.child("config.serve")):
            process.send_signal(signal.SIGINT)
        said = run.make.communicate(timeout=ENDED_SECONDS)[0]
    assert said.rstrip().splitlines()[-1] == "Stopped."
    assert machine.of(home) == []


def test_killed_whole_it_starts_again_with_nothing_lost_and_on_sigterm_leaves_nothing(home, start):
    first = start()
    secret = (home / "secret_key").read_text()
    first.execute("CREATE TABLE kept AS SELECT 7 AS n")
    machine.kill_all(home)
    first.make.communicate()
    second = start()
    assert second.execute("SELECT n FROM kept").fetchall() == [(7,)]
    second.execute("DROP TABLE kept")
    assert (home / "secret_key").read_text() == secret, "nobody is signed out"
    said = second.end(signal.SIGTERM)
    assert f"http://127.0.0.1:{second.port}/" in said
    assert said.rstrip().splitlines()[-1] == "Stopped."
    assert machine.of(home) == []


def test_when_make_alone_is_killed_the_rest_ends_by_itself(home, start):
    run = start()
    run.make.kill()
    run.make.communicate()
    assert machine.wait_until_none(home, seconds=40) == []


def test_a_taken_port_is_told_at_once_and_nothing_is_started(home):
    with machine.listening() as port:
        began = time.monotonic()
        done = subprocess.run(
            ["make", "--no-print-directory", "run"],
            cwd=machine.ROOT,
            env=machine.environment(DATA_DIR=str(home / "other"), PORT=str(port)),
            capture_output=True,
            text=True,
        )
    assert time.monotonic() - began < 10
    assert done.returncode != 0
    assert done.stderr.splitlines()[0] == (
        f"Port {port} is taken by another program; choose another: PORT={port + 1} make run"
    )
    assert done.stdout == ""
    assert not (home / "other" / "postgres").exists()


@pytest.fixture(scope="class")
def run(home):
    run = Run(home)
    try:
        yield run.until_ready()
        said = run.end(signal.SIGTERM)
    finally:
        run.leave()
    assert "worker ended (killed by SIGKILL) - starting it again." in said
    assert "PostgreSQL ended; starting it again." in said


class TestWhileItRuns:
    """One run for all of these: none of them ends it."""

    def test_it_answers_that_it_lives(self, run):
        assert machine.status(run.port, "/healthz") == 200

    def test_its_secret_can_be_read_by_its_owner_alone(self, run):
        assert stat.S_IMODE((run.home / "secret_key").stat().st_mode) == 0o600

    def test_a_second_run_on_the_same_data_is_told_where_the_first_is(self, run):
        second = Run(run.home)
        said = second.make.communicate(timeout=ENDED_SECONDS)[0].splitlines()
        assert second.make.returncode != 0
        assert said[0].startswith(f"CareTally already runs on {run.home}")
        assert f"http://127.0.0.1:{run.port}/" in said[0]
        assert run.ready()

    def test_a_command_beside_it_uses_the_same_database_and_leaves_it(self, run):
        done = machine.python("manage.py", "showmigrations", "registry", DATA_DIR=str(run.home))
        assert "[X] 0001_whole" in done.stdout, done.stderr
        assert run.ready()

    def test_it_is_not_ready_while_its_worker_hangs(self, run):
        worker = run.child("worker")
        worker.suspend()
        try:
            gone = lambda: machine.status(run.port, "/readyz") == 503  # noqa: E731
            assert machine.wait_until(gone, seconds=30)
        finally:
            worker.resume()
        assert machine.wait_until(run.ready, seconds=30)

    def test_what_dies_is_started_again(self, run):
        killed_at = time.time()
        run.child("worker").kill()
        embedded.postgres.running(run.home).kill()
        assert machine.wait_until(lambda: run.has_newer("worker", killed_at))
        assert machine.wait_until(lambda: embedded.postgres.running(run.home) is not None)
        assert machine.wait_until(run.ready)
