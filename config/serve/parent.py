"""The `make` above a run. Its end is the run's end; an interrupt sent to it is meant for the run.

Make hands SIGTERM on to what it runs. An interrupt it takes for one that the terminal gave to
both, and only waits; and when it is killed, nobody is told. Linux lets both be seen.
"""

from __future__ import annotations

import os
import signal
from pathlib import Path

from config.serve import children

#: Set by the Makefile: the process above is make, which does nothing else.
UNDER_MAKE = "UNDER_MAKE"


def tell_when_it_dies() -> None:
    """Have the kernel send SIGTERM when make is gone."""
    if _make():
        children.end_with_parent()


def was_interrupted() -> bool:
    """Has make got an interrupt? It then no longer catches the signal: the next one kills it."""
    make = _make()
    if not make:
        return False
    try:
        status = Path(f"/proc/{make}/status").read_text()
    except OSError:
        return False
    caught = int(status.partition("SigCgt:")[2].split()[0], 16)
    ignored = int(status.partition("SigIgn:")[2].split()[0], 16)
    bit = 1 << (signal.SIGINT - 1)
    return not (caught | ignored) & bit


def _make() -> int:
    """Its process id, or 0 where this run was not started by make."""
    return os.getppid() if os.environ.get(UNDER_MAKE) else 0
