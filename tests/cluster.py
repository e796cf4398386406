"""A PostgreSQL and a Redis for one test session, apart from anybody's data.

Imported by `tests.settings`, before Django reads its settings: it says in the environment where the
servers will be. They start when the first test asks for a database (`tests/conftest.py`), so tests
of the rules alone never wait for them. All pytest-xdist workers share them; `config.embedded` stops
them when the last of these processes is gone, interrupted or not.

TEST_DATABASE_URL and TEST_REDIS_URL name servers to use instead.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from config import embedded
from config.embedded import postgres, redis_server
from tests import template

HOME = "CARETALLY_TEST_HOME"
_is_ours = HOME not in os.environ


def start() -> str | None:
    """Have the servers running, at the addresses that the settings have read.

    The name of a database to copy instead of migrating; None on a server that is not ours.
    """
    home = Path(os.environ[HOME])
    embedded.throw_away(home)
    if "TEST_REDIS_URL" not in os.environ:
        embedded.redis_url(home, durable=False)
    if "TEST_DATABASE_URL" in os.environ:
        return None
    embedded.database_url(home, durable=False)
    return template.ensure(home)


def _say_where() -> None:
    home = Path(os.environ.setdefault(HOME, tempfile.mkdtemp(prefix="caretally-tests-"))).resolve()
    (home / "static").mkdir(parents=True, exist_ok=True)  # WhiteNoise warns where it is missing
    os.environ["DATA_DIR"] = str(home)
    os.environ["DATABASE_URL"] = os.environ.get("TEST_DATABASE_URL") or postgres.url_of(home)
    os.environ["REDIS_URL"] = os.environ.get("TEST_REDIS_URL") or redis_server.url_of(home)


def _remove(owner: int) -> None:
    if os.getpid() == owner:  # and not a child that was forked
        shutil.rmtree(os.environ[HOME], ignore_errors=True)


def let_go() -> None:
    """This process needs the servers no more; the last to say so stops them."""
    embedded.release(os.environ[HOME])


def _apart() -> None:
    """Each worker has a database of Redis to itself: what one clears, another may be counting."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "").removeprefix("gw")
    if worker and "TEST_REDIS_URL" not in os.environ:
        address = redis_server.url_of(Path(os.environ["DATA_DIR"]))
        os.environ["REDIS_URL"] = address.replace("db=0", f"db={1 + int(worker) % 15}")


if _is_ours:
    _say_where()
    atexit.register(_remove, os.getpid())
_apart()
