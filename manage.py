#!/usr/bin/env python3
"""Django's commands. They find the database by themselves: DATABASE_URL if set, else the embedded
one under DATA_DIR, started for the command if it is not running.

A command that fails says why in one line on standard error and exits with a status other than 0.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

VENV_PYTHON = Path(__file__).resolve().parent / ".venv" / "bin" / "python"


def main() -> int:
    """Run the command that the arguments name."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    # So that what was started for the command is stopped with it.
    signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(128 + number))
    try:
        from config import commands
    except ModuleNotFoundError as error:
        return _without_packages(error)
    return commands.run(sys.argv)


def _without_packages(error: ModuleNotFoundError) -> int:
    """Use the project's own environment where this Python lacks the packages."""
    if VENV_PYTHON.exists() and Path(sys.prefix) != VENV_PYTHON.parents[1]:
        os.execv(VENV_PYTHON, [str(VENV_PYTHON), *sys.argv])  # noqa: S606 - our own Python
    sys.stderr.write(f"{error.name} is not installed; run `make setup` first.\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
