"""Who uses the servers under a DATA_DIR. The kernel counts, by file locks, so that even a process
that was killed is forgotten at once, and no list of process ids can go stale.

Two files: whoever starts or stops a server has `starting.lock` for itself while it does so;
whoever uses one has its share in `users.lock` for as long as it lives.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import time
from collections.abc import Iterator
from pathlib import Path

from config.embedded.errors import EmbeddedError

LOOKS, SECONDS_BETWEEN_LOOKS = 8, 0.02


class Hold:
    """This process's share in the servers."""

    def __init__(self, home: Path) -> None:
        self.owner = os.getpid()
        self._fd = _open(home / "users.lock")
        fcntl.flock(self._fd, fcntl.LOCK_SH)

    def let_go(self) -> None:
        """Give the share back, also on behalf of children that were forked with it."""
        fcntl.flock(self._fd, fcntl.LOCK_UN)
        os.close(self._fd)


@contextlib.contextmanager
def starting(home: Path) -> Iterator[None]:
    """Nobody else starts or stops a server here meanwhile."""
    fd = _open(home / "starting.lock")
    try:
        fcntl.flock(fd, fcntl.LOCK_EX)
        yield
    finally:
        os.close(fd)


def any_left(home: Path) -> bool:
    """Does a process use the servers? Asked under `starting`, so that none comes meanwhile.

    The keeper has the lock for an instant too, when it wakes: a user has it each time we look.
    """
    fd = _open(home / "users.lock")
    try:
        return not any(_free(fd) for _ in range(LOOKS))
    finally:
        os.close(fd)


def wait_until_none(home: Path) -> None:
    """Sleep until no process uses the servers."""
    fd = _open(home / "users.lock")
    try:
        fcntl.flock(fd, fcntl.LOCK_EX)
    finally:
        os.close(fd)


def _free(fd: int) -> bool:
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        time.sleep(SECONDS_BETWEEN_LOOKS)
        return False
    return True


def _open(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except PermissionError as error:
        raise EmbeddedError(
            f"{path.parent} belongs to another user; run this as that user, "
            "or choose another DATA_DIR."
        ) from error
