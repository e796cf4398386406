"""`make run`: everything on one machine, from an empty folder to a page in the browser."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from config import embedded
from config.embedded import postgres, redis_server
from config.serve import console, doors, parent, probe, programs, steps
from config.serve.children import Child
from config.serve.console import say

NAMES = ("web", "worker", "beat")
SECONDS_UNTIL_READY = 120
SECONDS_TO_STOP = 25  # a task under way may finish; what does not is delivered again
SECONDS_BETWEEN_LOOKS = 0.2


def everything() -> int:
    """Start all, keep all running, and stop all when asked to. The exit status."""
    claim = doors.Claim(doors.data_dir())
    try:
        claim.wait_for_leftovers()
        doors.check_port()
        return Run(doors.data_dir(), claim).until_stopped()
    finally:
        claim.let_go()


def prepare() -> int:
    """Bring the database that DATABASE_URL names up to date, for processes started apart."""
    home = doors.data_dir()
    (home / "logs").mkdir(mode=0o700, parents=True, exist_ok=True)
    os.environ["DATABASE_URL"] = os.environ.get("DATABASE_URL") or embedded.database_url(home)
    steps.prepare(home, claim=None, stopping=lambda: False)
    return 0


class Run:
    """One run: its processes, and whether it was asked to stop."""

    def __init__(self, home: Path, claim: doors.Claim) -> None:
        self._home, self._claim = home, claim
        self._asked = 0
        self._ours: dict[str, bool] = {}
        self._children: list[Child] = []
        self._followers: list[console.Follower] = []

    def until_stopped(self) -> int:
        """The whole life of a run. The exit status."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._stop_asked)
        parent.tell_when_it_dies()
        try:
            self._start_servers()
            steps.prepare(self._home, claim=self._claim.children, stopping=self._stopping)
            self._start_children()
            if self._wait_until_ready():
                console.welcome(doors.url(), self._home, demo=steps.demo_wanted())
            self._watch()
        except (doors.Refusal, embedded.EmbeddedError) as trouble:
            if not self._asked:
                console.complain(str(trouble))
                return 1
        finally:
            self._stop()
        return 0

    def _stop_asked(self, *_: object) -> None:
        self._asked += 1
        if self._asked == 1:
            say("\nStopping ...")

    def _stopping(self) -> bool:
        if not self._asked and parent.was_interrupted():
            self._stop_asked()
        return self._asked > 0

    def _start_servers(self) -> None:
        """PostgreSQL and Redis, unless the environment names others; children get the address."""
        self._ours = {
            "PostgreSQL": not os.environ.get("DATABASE_URL"),
            "Redis": not os.environ.get("REDIS_URL"),
        }
        (self._home / "logs").mkdir(mode=0o700, exist_ok=True)
        os.environ["DATA_DIR"] = str(self._home)
        began = time.monotonic()
        self._ensure_servers()
        started = [name for name, ours in self._ours.items() if ours]
        if started:
            say(f"  Starting {' and '.join(started)}: {time.monotonic() - began:.1f} s")

    def _ensure_servers(self) -> None:
        if self._ours["PostgreSQL"]:
            os.environ["DATABASE_URL"] = embedded.database_url(self._home)
        if self._ours["Redis"]:
            os.environ["REDIS_URL"] = embedded.redis_url(self._home)

    def _start_children(self) -> None:
        for name in NAMES if not self._asked else ():
            log = self._home / "logs" / f"{name}.log"
            child = Child(name, programs.command(name), log=log, claim=self._claim.children)
            self._followers.append(console.Follower(name, log))
            self._children.append(child)
            child.start()

    def _wait_until_ready(self) -> bool:
        until = time.monotonic() + SECONDS_UNTIL_READY
        while not self._stopping():
            self._look()
            trouble = probe.web("/readyz")
            if not trouble:
                return True
            if time.monotonic() > until:
                raise doors.Refusal(
                    f"Not ready after {SECONDS_UNTIL_READY} seconds: {trouble}; "
                    f"see {self._home / 'logs'}."
                )
            time.sleep(SECONDS_BETWEEN_LOOKS)
        return False

    def _watch(self) -> None:
        while not self._stopping():
            self._look()
            time.sleep(SECONDS_BETWEEN_LOOKS)

    def _look(self) -> None:
        """One look at everything: what died is started again, what went wrong is told."""
        self._look_after_servers()
        for child, follower in zip(self._children, self._followers, strict=True):
            child.watch()
            follower.tell()
            if child.name == "web" and child.dies_too_often:
                raise doors.Refusal(f"The web server keeps dying; see {child.log}.")

    def _look_after_servers(self) -> None:
        lives = {
            "PostgreSQL": postgres.running(self._home),
            "Redis": redis_server.running(self._home),
        }
        for name, ours in self._ours.items():
            if ours and lives[name] is None and not self._asked:
                say(f"{name} ended; starting it again.")
                self._ensure_servers()

    def _stop(self) -> None:
        """End every child, then let go of the servers, which end unless a command uses them."""
        for child in self._children:
            child.ask_to_stop()
        until = time.monotonic() + SECONDS_TO_STOP
        for child in self._children:
            child.wait(until)
        if any(self._ours.values()) and not embedded.release(self._home) and self._asked:
            say("A command still uses the database, which stops when that command ends.")
        if self._asked:
            say("Stopped.")
