"""One process of the run: started, watched, started again when it dies, stopped."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path

from config.embedded import processes
from config.serve.console import say

PR_SET_PDEATHSIG = 1
TOO_OFTEN, WITHIN_SECONDS = 5, 60
LONGEST_PAUSE_SECONDS = 30


class Child:
    """A process with a name and a log of its own."""

    def __init__(self, name: str, command: list[str], *, log: Path, claim: int) -> None:
        self.name, self.log = name, log
        self._command, self._claim = command, claim
        self._process: subprocess.Popen[bytes] | None = None
        self._deaths: deque[float] = deque(maxlen=TOO_OFTEN)
        self._not_before = 0.0

    def start(self) -> None:
        """Start it, out of reach of the terminal's Ctrl-C: the run stops it in order."""
        processes.turn_over(self.log)
        with self.log.open("ab") as out:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                start_new_session=True,
                pass_fds=(self._claim,),
                preexec_fn=end_with_parent,
            )

    def watch(self) -> None:
        """Start it again if it has died, a little later each time."""
        if self._process is None:
            if time.monotonic() >= self._not_before:
                self.start()
        elif self._process.poll() is not None:
            self._has_died(self._process.returncode)

    @property
    def dies_too_often(self) -> bool:
        """Has it died so often of late that another start will not help?"""
        full = len(self._deaths) == TOO_OFTEN
        return full and self._deaths[-1] - self._deaths[0] < WITHIN_SECONDS

    def ask_to_stop(self) -> None:
        """It finishes what it is at, then ends."""
        if self._process is not None:
            self._process.terminate()

    def wait(self, until: float) -> None:
        """Wait for its end until that moment; then end it and all that it started."""
        if self._process is None:
            return
        try:
            self._process.wait(max(0.0, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            say(f"{self.name} does not end; killing it.")
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def _has_died(self, status: int) -> None:
        assert self._process is not None
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)  # what it left behind
        self._process = None
        now = time.monotonic()
        self._deaths.append(now)
        recent = sum(1 for death in self._deaths if now - death < WITHIN_SECONDS)
        self._not_before = now + min(2.0 ** (recent - 1) - 1, LONGEST_PAUSE_SECONDS)
        said = f": {processes.last_words(self.log)}" if status > 0 else ""
        say(f"{self.name} ended ({_how(status)}){said} - starting it again.")


def _how(status: int) -> str:
    if status >= 0:
        return f"exit status {status}"
    return f"killed by {signal.Signals(-status).name}"


def _ender() -> Callable[[], None]:
    """What a process runs so that the kernel ends it when its parent dies, however that dies."""
    if not sys.platform.startswith("linux"):
        return lambda: None
    libc = ctypes.CDLL(None)
    return lambda: libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)


end_with_parent = _ender()
