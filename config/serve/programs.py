"""The command line of each process: the same in `make run` and in the containers."""

from __future__ import annotations

import os
import sys

from config.serve import doors


def command(name: str) -> list[str]:
    """The command of `web`, `worker` or `beat`, from the environment."""
    return {"web": _web, "worker": _worker, "beat": _beat}[name]()


def _web() -> list[str]:
    # Two processes for two cores. Threads, because a request mostly waits for the database.
    return [
        *_python("gunicorn"),
        "config.wsgi:application",
        f"--bind={doors.host()}:{doors.port()}",
        "--worker-class=gthread",
        f"--workers={_number('WEB_WORKERS', 2)}",
        f"--threads={_number('WEB_THREADS', 4)}",
        "--timeout=60",
        "--graceful-timeout=10",
        "--access-logfile=-",
        "--no-control-socket",
    ]


def _worker() -> list[str]:
    return [
        *_celery("worker"),
        f"--concurrency={_number('WORKER_PROCESSES', 2)}",
        "--without-gossip",
        "--without-mingle",
    ]


def _beat() -> list[str]:
    # No file with a process id: after a crash it would stop the next start.
    return [*_celery("beat"), "--pidfile="]


def _celery(part: str) -> list[str]:
    return [*_python("celery"), "--app=config.celery", part, "--loglevel=INFO"]


def _python(module: str) -> list[str]:
    return [sys.executable, "-m", module]


def _number(name: str, default: int) -> int:
    text = os.environ.get(name) or str(default)
    if not text.isdecimal() or int(text) < 1:
        raise doors.Refusal(f"{name} is {text!r}; it must be a whole number, 1 or more.")
    return int(text)
