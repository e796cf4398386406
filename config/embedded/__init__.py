"""PostgreSQL and Redis out of wheels, kept under DATA_DIR: the product without servers to install.

`database_url(DATA_DIR)` and `redis_url(DATA_DIR)` start what is not running and say where it is.
Many processes share one server. Each holds it while it lives, and the last to go stops it,
however it goes: see `holders` and `keeper`.
"""

from __future__ import annotations

import atexit
import os
import threading
from pathlib import Path

from config.embedded import holders, keeper, postgres, processes, redis_server
from config.embedded.errors import EmbeddedError

__all__ = ["EmbeddedError", "celery_url", "database_url", "redis_url", "release", "throw_away"]

celery_url = redis_server.celery_url

_held: dict[Path, holders.Hold] = {}
_in_process = threading.RLock()


def throw_away(data_dir: Path | str) -> None:
    """What is kept under DATA_DIR is for once: the keeper removes it all with the last user."""
    (_home(data_dir) / keeper.THROWAWAY).touch()


def database_url(data_dir: Path | str, *, durable: bool = True) -> str:
    """The address of the embedded PostgreSQL, which runs, and has the database, when this returns.

    It runs at least as long as this process, or until `release`. `durable=False` is for data that
    nobody would miss: faster, and lost when the machine stops.
    Raises EmbeddedError, a sentence for a person, where it cannot be had.
    """
    home = _home(data_dir)
    with _in_process, holders.starting(home):
        _hold(home)
        postgres.ensure_running(home, durable=durable)
    return postgres.url_of(home)


def redis_url(data_dir: Path | str, *, durable: bool = True) -> str:
    """The address of the embedded Redis, as redis-py takes it; otherwise like `database_url`."""
    home = _home(data_dir)
    with _in_process, holders.starting(home):
        _hold(home)
        redis_server.ensure_running(home, durable=durable)
    return redis_server.url_of(home)


def release(data_dir: Path | str) -> bool:
    """Let go of what runs under DATA_DIR. Was this the last process to do so, it is stopped first.

    Returns whether nothing runs there any more.
    """
    home = Path(data_dir).expanduser().resolve()
    with _in_process:
        hold = _held.pop(home, None)
        if hold is None or hold.owner != os.getpid():
            return False
        with holders.starting(home):
            hold.let_go()
            stopped = keeper.stop_if_unused(home)
        if stopped:
            keeper.wait(home)
            processes.reap()
        return stopped


def _home(data_dir: Path | str) -> Path:
    home = Path(data_dir).expanduser().resolve()
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        (home / "logs").mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise EmbeddedError(f"DATA_DIR {home} cannot be used: {error.strerror}.") from error
    return home


def _hold(home: Path) -> None:
    hold = _held.get(home)
    if hold is not None and hold.owner == os.getpid():
        return
    _held[home] = holders.Hold(home)
    keeper.ensure_running(home)
    atexit.register(release, home)
