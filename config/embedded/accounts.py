"""Which user a server runs as. PostgreSQL refuses to run as root, so root lends it another."""

from __future__ import annotations

import contextlib
import os
import pwd
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path

from config.embedded.errors import EmbeddedError

NAME_FOR_ROOT = "pgserver"


@dataclass(frozen=True, kw_only=True)
class Account:
    """A user to run as: its numbers, and whether that takes a change of user."""

    uid: int
    gid: int
    borrowed: bool

    def for_subprocess(self) -> dict[str, object]:
        """Arguments of subprocess that run a program as this user, with no trace of ours."""
        common: dict[str, object] = {"umask": 0o077, "cwd": "/"}
        if not self.borrowed:
            return common
        return common | {"user": self.uid, "group": self.gid, "extra_groups": []}


def owner_of(data: Path) -> Account:
    """The account that a server with this data folder runs as, the folder there or not."""
    if os.geteuid() != 0:
        return _ourselves(data)
    if data.exists() and data.stat().st_uid != 0:
        found = data.stat()
        return Account(uid=found.st_uid, gid=found.st_gid, borrowed=True)
    return _lent_by_root()


def let_reach(account: Account, path: Path) -> None:
    """Let the account walk to `path`: each folder above it that lacks it gets o+x, and no more."""
    if not account.borrowed:
        return
    for folder in path.parents:
        mode = folder.stat().st_mode
        if not _may_enter(account, folder.stat()):
            folder.chmod(stat.S_IMODE(mode) | stat.S_IXOTH)


def let_execute(account: Account, program: Path) -> None:
    """Let the account run a program of a wheel, also where pip ran with a narrow umask."""
    if not account.borrowed or _runs(account, program):
        return
    let_reach(account, program)
    for path in program.parent.parent.rglob("*"):
        mode = stat.S_IMODE(path.stat().st_mode)
        wanted = stat.S_IROTH | (stat.S_IXOTH if mode & stat.S_IXUSR else 0)
        path.chmod(mode | wanted)


def _ourselves(data: Path) -> Account:
    if data.exists() and data.stat().st_uid != os.geteuid():
        raise EmbeddedError(
            f"{data} belongs to another user; run this as that user, or choose another DATA_DIR."
        )
    return Account(uid=os.geteuid(), gid=os.getegid(), borrowed=False)


def _lent_by_root() -> Account:
    entry = _found(NAME_FOR_ROOT)
    if entry is None:
        with contextlib.suppress(OSError):
            subprocess.run(["useradd", "--system", NAME_FOR_ROOT], capture_output=True)
        # Where there is no useradd, any user that is not root will do.
        entry = _found(NAME_FOR_ROOT) or pwd.getpwnam("nobody")
    return Account(uid=entry.pw_uid, gid=entry.pw_gid, borrowed=True)


def _found(name: str) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None


def _may_enter(account: Account, found: os.stat_result) -> bool:
    if found.st_uid == account.uid:
        return bool(found.st_mode & stat.S_IXUSR)
    if found.st_gid == account.gid:
        return bool(found.st_mode & stat.S_IXGRP)
    return bool(found.st_mode & stat.S_IXOTH)


def _runs(account: Account, program: Path) -> bool:
    try:
        subprocess.run(  # type: ignore[call-overload]
            [program, "--version"], check=True, capture_output=True, **account.for_subprocess()
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return True
