"""What a person sees of a run: few lines, each of use."""

from __future__ import annotations

import contextlib
import re
import sys
from pathlib import Path

BAD_NEWS = re.compile(rb"\b(ERROR|CRITICAL)\b")
LONGEST_LINE = 300
SIGN_INS = (
    ("alice@demo.test", "care manager, Elm Street"),
    ("bob@demo.test", "care manager, Elm Street"),
    ("priya@demo.test", "treating practitioner, Elm Street"),
    ("sam@demo.test", "psychiatric consultant, Elm Street and Harbor"),
    ("dana@demo.test", "biller, Northside (both practices)"),
    ("sue@demo.test", "supervisor, Elm Street"),
    ("ann@demo.test", "auditor, reads Elm Street only"),
    ("charlie@demo.test", "care manager, Harbor"),
)
PASSWORD = "demo-only-caretally"  # noqa: S105 - published: it opens the demo alone


def say(line: str = "") -> None:
    """Print a line at once. Nobody listening any more is no reason to stop."""
    try:
        print(line, flush=True)
    except OSError:
        sys.stdout = open("/dev/null", "w")  # noqa: SIM115 - for the rest of the run


def complain(line: str) -> None:
    """Print a line to standard error."""
    with contextlib.suppress(OSError):
        print(line, file=sys.stderr, flush=True)


def welcome(url: str, data: Path, *, demo: bool) -> None:
    """Where it is, and who may sign in."""
    say()
    say(f"CareTally is ready at {url}")
    if demo:
        say()
        say(f"Demo sign-ins, all with the password {PASSWORD}:")
        for address, who in SIGN_INS:
            say(f"  {address:<20} {who}")
    say()
    say(f"Data and logs are in {data}. Ctrl-C stops everything.")


class Follower:
    """Tells of the errors that a process writes to its log from now on."""

    def __init__(self, name: str, log: Path) -> None:
        self._name, self._log = name, log
        self._position = log.stat().st_size if log.exists() else 0

    def tell(self) -> None:
        """Print the new lines that report an error."""
        for line in self._new_lines():
            if BAD_NEWS.search(line):
                say(f"{self._name}: {line.decode(errors='replace').strip()[:LONGEST_LINE]}")

    def _new_lines(self) -> list[bytes]:
        if not self._log.exists():
            return []
        if self._log.stat().st_size < self._position:
            self._position = 0  # a new log was begun
        with self._log.open("rb") as file:
            file.seek(self._position)
            whole = file.read().rpartition(b"\n")[0]
        self._position += len(whole) + 1 if whole else 0
        return whole.splitlines()
