"""A worker in a process of its own, to be killed for good at any point of its work."""

from __future__ import annotations

import os
import signal
import time

from django.db import connection


def worker(work):
    """A process that does `work()`; killed by whoever started it, or done."""
    pid = os.fork()
    if pid:
        return pid
    try:
        connection.connection = None  # the parent's; this process opens its own
        connection.close()
        work()
    finally:
        os._exit(0)


def is_killed(pid, after):
    """Whether the process had to be killed: it is, unless it ends within so many seconds."""
    until = time.monotonic() + after
    while time.monotonic() < until:
        if os.waitpid(pid, os.WNOHANG)[0]:
            return False
        time.sleep(0.002)
    os.kill(pid, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(pid, 0)[1])
