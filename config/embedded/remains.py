"""What a PostgreSQL that was killed leaves behind, and when it may be cleared away.

Its files name its process id. Where another program has that number by now, or nobody has reaped
the dead process, PostgreSQL takes it for alive and refuses to start. But the files may go only
once the old server's other processes, which outlive it by a moment, have ended: two servers on one
cluster would ruin it. They hold its shared memory, whose users the kernel counts.
"""

from __future__ import annotations

import time
from pathlib import Path

from config.embedded.errors import EmbeddedError

SEGMENTS = Path("/proc/sysvipc/shm")  # Linux; elsewhere PostgreSQL's own judgement has to do
SECONDS_TO_END = 30
LINE_OF_SEGMENT = 6


def clear(pid_file: Path, socket: Path) -> None:
    """Wait for the old server's last process, then remove its files.

    The caller knows that the old server itself is gone, and lets nobody start another meanwhile.
    """
    if not pid_file.exists() or not SEGMENTS.exists():
        return
    until = time.monotonic() + SECONDS_TO_END
    while _users(pid_file) > 0:
        if time.monotonic() > until:
            raise EmbeddedError(
                f"Processes of an earlier PostgreSQL still use {pid_file.parent} and do not end; "
                "end them, then start again."
            )
        time.sleep(0.05)
    for path in (pid_file, socket, socket.with_name(socket.name + ".lock")):
        path.unlink(missing_ok=True)


def _users(pid_file: Path) -> int:
    """How many processes are attached to the shared memory that the file names."""
    wanted = _segment(pid_file)
    for line in SEGMENTS.read_text().splitlines()[1:]:
        columns = line.split()
        # The kernel prints the key as a signed number, PostgreSQL as an unsigned one.
        if wanted == (int(columns[0]) % 2**32, int(columns[1])):
            return int(columns[6])
    return 0


def _segment(pid_file: Path) -> tuple[int, int] | None:
    try:
        key, number = pid_file.read_text().splitlines()[LINE_OF_SEGMENT].split()
    except (IndexError, ValueError):  # killed before it had any
        return None
    return int(key) % 2**32, int(number)
