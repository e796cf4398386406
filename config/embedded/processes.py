"""Starting a server, knowing it again, and stopping it."""

from __future__ import annotations

import atexit
import contextlib
import os
import subprocess
from pathlib import Path

import psutil

LOG_KEPT_BYTES = 10_000_000
# Servers that this process started: it has to reap them, or they would stay as zombies.
_started: dict[int, subprocess.Popen[bytes]] = {}


def start(command: list[str], *, log: Path, **how: object) -> subprocess.Popen[bytes]:
    """Start a server in a session of its own, so that a terminal's Ctrl-C does not reach it."""
    reap()
    turn_over(log)
    how.setdefault("env", clean_environment())
    with log.open("ab") as out:
        process: subprocess.Popen[bytes] = subprocess.Popen(  # type: ignore[call-overload]
            command,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            start_new_session=True,
            **how,
        )
    _started[process.pid] = process
    return process


def reap() -> None:
    """Take note of those that have ended meanwhile, by whatever hand."""
    for pid, process in list(_started.items()):
        if process.poll() is not None:
            del _started[pid]


@atexit.register
def _leave_to_others() -> None:
    """Servers that others use outlive who started them: no warning that they still run."""
    for process in _started.values():
        process.returncode = 0


def clean_environment() -> dict[str, str]:
    """No PGPORT or LC_ALL of the caller may change what a server does."""
    kept = ("PATH", "HOME", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TMPDIR")
    return {name: os.environ[name] for name in kept if name in os.environ}


def find(pid_file: Path, name: str, data: Path) -> psutil.Process | None:
    """The live server that `pid_file` speaks of: that name, and that data folder in its command.

    A number alone proves nothing: after a crash another program may have it.
    """
    try:
        process = psutil.Process(int(pid_file.read_text().split("\n", 1)[0]))
        if process.status() == psutil.STATUS_ZOMBIE or not process.name().startswith(name):
            return None
        return process if str(data) in process.cmdline() else None
    except (OSError, ValueError, psutil.Error):
        return None


def lives(process: psutil.Process) -> bool:
    """Is it still there, and not only waiting to be reaped?"""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def stop(process: psutil.Process, signal_number: int, *, seconds: float) -> None:
    """Ask a server to end, and end it where it does not within `seconds`."""
    with contextlib.suppress(psutil.NoSuchProcess):
        process.send_signal(signal_number)
        try:
            _wait(process, seconds)
        except (psutil.TimeoutExpired, subprocess.TimeoutExpired):
            process.kill()
            _wait(process, seconds)


def turn_over(log: Path) -> None:
    """Begin a new log where the old one has grown large; one old one is kept."""
    with contextlib.suppress(FileNotFoundError):
        if log.stat().st_size > LOG_KEPT_BYTES:
            log.replace(log.with_suffix(log.suffix + ".1"))


def last_words(log: Path, *, of: str = "") -> str:
    """The last line that a program wrote, of those with `of` in them, for an error message."""
    lines = log.read_text(errors="replace").splitlines() if log.exists() else []
    said = [line.strip() for line in lines if line.strip() and of in line]
    return said[-1] if said else "it wrote nothing"


def _wait(process: psutil.Process, seconds: float) -> None:
    ours = _started.pop(process.pid, None)
    if ours is not None:
        try:
            ours.wait(seconds)
        except subprocess.TimeoutExpired:
            _started[process.pid] = ours
            raise
    else:
        process.wait(seconds)
