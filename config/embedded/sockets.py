"""Where a server's Unix socket lies: beside its data, unless that path is too long for a socket."""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path

from config.embedded.errors import EmbeddedError

# sun_path holds 108 bytes on Linux and 104 on macOS, its final NUL included.
LONGEST = 103


def directory_for(data: Path, socket_name: str) -> Path:
    """The folder of the socket. It follows from the path alone, so every process finds it."""
    if len(os.fsencode(data / socket_name)) <= LONGEST:
        return data
    # Not TMPDIR, which differs from one process to the next. `make_directory` sees to whose it is.
    return Path("/tmp") / f"caretally-{hashlib.sha256(os.fsencode(data)).hexdigest()[:16]}"  # noqa: S108


def make_directory(directory: Path, *, uid: int, gid: int) -> None:
    """Make it, for that user alone. A folder that somebody else put there is refused."""
    if not directory.exists():
        directory.mkdir(mode=0o700)
        os.chown(directory, uid, gid)
    found = directory.lstat()
    if found.st_uid != uid or found.st_mode & 0o077 or directory.is_symlink():
        raise EmbeddedError(
            f"{directory} is not ours alone; remove it, or choose a shorter DATA_DIR."
        )


def remove_directory(directory: Path, data: Path) -> None:
    """Take the short folder away again, now that no socket is in it. The data stays."""
    if directory != data:
        with contextlib.suppress(OSError):
            directory.rmdir()
