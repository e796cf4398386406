"""What is asked before anything starts: is the port free, and does no other run have this DATA_DIR?

`python config/serve/doors.py` asks just that. It needs the standard library alone, so that `make
run` can tell at once, before it installs anything.
"""

from __future__ import annotations

import errno
import fcntl
import os
import socket
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SECONDS_FOR_LEFTOVERS = 30


class Refusal(Exception):
    """It cannot start. The message is one sentence with what to do."""


def host() -> str:
    """The address to listen on: this machine's own, unless a container says otherwise."""
    return os.environ.get("WEB_HOST") or "127.0.0.1"


def port() -> int:
    """PORT, or 8000."""
    text = os.environ.get("PORT") or "8000"
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise Refusal(f"PORT is {text!r}; it must be a number from 1 to 65535.")
    return int(text)


def data_dir() -> Path:
    """DATA_DIR, or `.data` in the project's folder."""
    return Path(os.environ.get("DATA_DIR") or ROOT / ".data").expanduser().resolve()


def url() -> str:
    """Where a browser finds it."""
    return f"http://{host()}:{port()}/"


def check_port() -> None:
    """Raises Refusal where the port cannot be had."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host(), port()))
        except OSError as error:
            raise Refusal(_why_no_port(error)) from error


class Claim:
    """This run's claim on its DATA_DIR, which the kernel ends with the process.

    `children` is an open file, locked, that all processes of the run are given: while any of them
    lives, it stays locked, even when the run itself was killed.
    """

    def __init__(self, home: Path) -> None:
        self._run = _open(home / "run.lock")
        if not _lock(self._run):
            raise Refusal(_already(home, self._run))
        os.ftruncate(self._run, 0)
        os.pwrite(self._run, url().encode(), 0)
        self.children = _open(home / "children.lock")

    def wait_for_leftovers(self) -> None:
        """Processes of a run that was killed end by themselves, but not in the same instant."""
        until = time.monotonic() + SECONDS_FOR_LEFTOVERS
        while not _lock(self.children):
            if time.monotonic() > until:
                raise Refusal(
                    "Processes of an earlier run still live and do not end; end them, then start "
                    "again. `fuser` or `lsof` on children.lock in DATA_DIR names them."
                )
            time.sleep(0.1)

    def let_go(self) -> None:
        """The run is over. Its children, if any are left, keep their own part."""
        os.close(self.children)
        os.close(self._run)


def _why_no_port(error: OSError) -> str:
    wish = port()
    if error.errno == errno.EADDRINUSE:
        other = wish + 1 if wish < 65535 else 8001
        return f"Port {wish} is taken by another program; choose another: PORT={other} make run"
    return f"Port {wish} on {host()} cannot be used ({error.strerror}); PORT=8001 make run"


def _already(home: Path, fd: int) -> str:
    where = os.pread(fd, 200, 0).decode(errors="replace").strip() or "an address of its own"
    return (
        f"CareTally already runs on {home}, at {where} - stop that one first, or choose another "
        "folder with DATA_DIR."
    )


def _open(path: Path) -> int:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise Refusal(f"DATA_DIR {path.parent} cannot be used: {error.strerror}.") from error


def _lock(fd: int) -> bool:
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _main() -> int:
    try:
        claim = Claim(data_dir())
        try:
            claim.wait_for_leftovers()
            check_port()
        finally:
            claim.let_go()
    except Refusal as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(_main())
