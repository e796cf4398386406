"""`python -m config.serve`: see the package."""

from __future__ import annotations

import os
import sys

from config.embedded import EmbeddedError
from config.serve import database, probe, programs, run
from config.serve.doors import Refusal

USAGE = (
    "Usage: python -m config.serve [run | prepare | web | worker | beat | check web|worker|beat"
    " | database psql|pg_dump|pg_restore OPTIONS]"
)


def main(arguments: list[str]) -> int:
    """Do what the arguments say; the exit status."""
    match arguments:
        case [] | ["run"]:
            return run.everything()
        case [("web" | "worker" | "beat") as name]:
            command = programs.command(name)
            os.execv(command[0], command)  # noqa: S606 - our own command
        case ["database", program, *options]:
            return database.run(program, options)
        case ["prepare"]:
            return run.prepare()
        case ["check", ("web" | "worker" | "beat") as name]:
            return _report(probe.trouble(name))
    sys.stderr.write(USAGE + "\n")
    return 2


def _report(trouble: str) -> int:
    if trouble:
        sys.stderr.write(trouble + "\n")
    return 1 if trouble else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (Refusal, EmbeddedError) as refusal:
        sys.stderr.write(f"{refusal}\n")
        sys.exit(1)
