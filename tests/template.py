"""A migrated database to copy, because migrating takes longer than most tests.

Each pytest-xdist worker gets a copy. The result of migrating is kept, as a dump, from one session
to the next under `.pytest_cache`, for as long as no migration changes.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import psycopg

from config.embedded import postgres, wheels

ROOT = Path(__file__).resolve().parents[1]
CACHE = ROOT / ".pytest_cache" / "caretally"
NAME = "caretally_template"
#: What a migrated database depends on.
SOURCES = ("*/migrations/*.py", "config/database_role.py", "requirements.txt")


#: A dump of a database grants rights to roles, which belong to the cluster: not in the dump.
ROLE = """
DO $$ BEGIN CREATE ROLE caretally_app NOLOGIN; EXCEPTION WHEN duplicate_object THEN END $$;
"""


def ensure(home: Path) -> str:
    """The template's name in the test cluster, made now if this process is the first to ask."""
    with (home / "template.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with psycopg.connect(postgres.url_of(home), autocommit=True) as connection:
            if connection.execute(
                "SELECT 1 FROM pg_database WHERE datname = %s AND datistemplate", [NAME]
            ).fetchone():
                return NAME
            connection.execute(f"DROP DATABASE IF EXISTS {NAME}")
            connection.execute(f"CREATE DATABASE {NAME}")
            fill(_url(home))
            connection.execute(f"ALTER DATABASE {NAME} IS_TEMPLATE true")
    return NAME


def fill(url: str) -> None:
    """Bring an empty database to where migrating would bring it."""
    kept = CACHE / f"migrated-{_fingerprint()}.sql"
    if kept.exists():
        _program("psql", "--quiet", "--set=ON_ERROR_STOP=1", f"--file={kept}", url)
        return
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity=0"],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "config.settings"},
        check=True,
    )
    _keep(url, kept)


def _keep(url: str, kept: Path) -> None:
    CACHE.mkdir(parents=True, exist_ok=True)
    for old in CACHE.glob("migrated-*"):
        old.unlink(missing_ok=True)
    draft = kept.with_suffix(f".{os.getpid()}")
    _program("pg_dump", f"--file={draft}", url)
    draft.write_text(ROLE + draft.read_text())
    draft.replace(kept)


def _fingerprint() -> str:
    digest = hashlib.sha256()
    for path in sorted(path for pattern in SOURCES for path in ROOT.glob(pattern)):
        digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _program(name: str, *arguments: str) -> None:
    subprocess.run(
        [wheels.postgres_programs() / name, *arguments], check=True, stdout=subprocess.DEVNULL
    )


def _url(home: Path) -> str:
    return postgres.url_of(home).replace(f"/{postgres.DATABASE}?", f"/{NAME}?", 1)
