"""psql, pg_dump and pg_restore on the product's database, wherever that is: for backups.

The programs are those of the wheel, so that a machine needs no other.
"""

from __future__ import annotations

import os
import subprocess

from config import embedded
from config.embedded import wheels
from config.serve import doors

PROGRAMS = ("psql", "pg_dump", "pg_restore")


def run(program: str, options: list[str]) -> int:
    """Run it with these options; its exit status."""
    if program not in PROGRAMS:
        raise doors.Refusal(f"{program!r} is not one of {', '.join(PROGRAMS)}.")
    url = os.environ.get("DATABASE_URL") or embedded.database_url(doors.data_dir())
    command = [str(wheels.postgres_programs() / program), f"--dbname={url}", *options]
    return subprocess.run(command).returncode
