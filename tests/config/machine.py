"""Real processes for the tests of this folder: start them, find all of them, end them."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[2]
#: What the test session has set for itself, and a fresh shell would not have.
OF_THE_SESSION = (
    "CARETALLY_",
    "DJANGO_",
    "PYTEST_",
    "DATA_DIR",
    "DATABASE_URL",
    "REDIS_URL",
    "MAKE",
)


def environment(**extra: str) -> dict[str, str]:
    kept = {name: text for name, text in os.environ.items() if not name.startswith(OF_THE_SESSION)}
    return kept | {"PYTHONPATH": str(ROOT)} | extra


def python(*arguments: str, **extra: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment(**extra),
        capture_output=True,
        text=True,
        timeout=120,
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def listening():
    """A port that another program has."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def of(home: Path) -> list[psutil.Process]:
    """Every process that has to do with this DATA_DIR, zombies apart."""
    return [process for process in psutil.process_iter() if _belongs(process, home)]


def wait_until_none(home: Path, *, seconds: float = 20) -> list[psutil.Process]:
    wait_until(lambda: not of(home), seconds=seconds)
    return of(home)


def kill_all(home: Path) -> None:
    for process in of(home):
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()


def wait_until(true, *, seconds: float = 60) -> bool:
    until = time.monotonic() + seconds
    while not true():
        if time.monotonic() > until:
            return False
        time.sleep(0.1)
    return True


def status(port: int, path: str) -> int | None:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        with error:
            return error.code
    except OSError:
        return None


def _belongs(process: psutil.Process, home: Path) -> bool:
    try:
        if process.pid == os.getpid() or process.status() == psutil.STATUS_ZOMBIE:
            return False
        return str(home) in " ".join(process.cmdline()) or _data_dir(process) == str(home)
    except psutil.NoSuchProcess:
        return False


def _data_dir(process: psutil.Process) -> str | None:
    try:
        return process.environ().get("DATA_DIR")
    except (psutil.AccessDenied, OSError):
        return None
