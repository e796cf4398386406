"""Stops the servers when the last process that used them is gone, also when it was killed.

`python -m config.embedded DATA_DIR` sleeps on the users' lock until it is free. A process that
ends in order does not wait for that: it calls `stop_if_unused` itself.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil

from config.embedded import holders, postgres, processes, redis_server

#: A file under DATA_DIR: remove the folder with the last user, however that one ends.
THROWAWAY = "throwaway"
ROOT = Path(__file__).resolve().parents[2]
_keepers: dict[Path, subprocess.Popen[bytes]] = {}


def ensure_running(home: Path) -> None:
    """Start the keeper where there is none. The caller holds `holders.starting`."""
    with _lock(home) as fd:
        if fd is not None:
            # The keeper inherits the open file, and the lock on it: there is one at most.
            _keepers[home] = _start(home, fd)


def stop_if_unused(home: Path) -> bool:
    """Stop the servers unless a process uses them; says whether nothing runs any more.

    The caller holds `holders.starting`.
    """
    if holders.any_left(home):
        return False
    redis_server.stop(home)
    postgres.stop(home)
    return True


def wait(home: Path, *, seconds: float = 30) -> None:
    """Wait until the keeper, which has nothing left to keep, has ended too.

    On a machine that is too busy it ends later, by itself.
    """
    with contextlib.suppress(psutil.TimeoutExpired, subprocess.TimeoutExpired):
        ours = _keepers.pop(home, None)
        if ours is not None:
            ours.wait(seconds)
            return
        other = processes.find(home / "keeper.lock", "python", home)
        if other is not None:
            other.wait(seconds)


def keep(home: Path, lock: int) -> None:
    """Wait for the last user to go, then stop the servers. A user that comes meanwhile is kept."""
    os.ftruncate(lock, 0)
    os.pwrite(lock, f"{os.getpid()}\n".encode(), 0)
    while True:
        holders.wait_until_none(home)
        with holders.starting(home):
            if stop_if_unused(home):
                fcntl.flock(lock, fcntl.LOCK_UN)  # the next user needs a keeper of its own
                if (home / THROWAWAY).exists():
                    shutil.rmtree(home, ignore_errors=True)
                return


def _start(home: Path, lock: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "config.embedded", str(home), str(lock)]
    log = home / "logs" / "keeper.log"
    environment = processes.clean_environment() | {"PYTHONPATH": str(ROOT)}
    return processes.start(command, log=log, cwd="/", pass_fds=(lock,), env=environment)


@contextlib.contextmanager
def _lock(home: Path) -> Iterator[int | None]:
    """The keeper's lock, open and locked, or None where a keeper has it."""
    fd = os.open(home / "keeper.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        yield None
    else:
        yield fd
    finally:
        os.close(fd)
