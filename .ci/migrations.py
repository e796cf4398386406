"""Do the migrations say all that the models say? Asked of a database of its own, apart from
anybody's data, because Django also checks that the history in the database is consistent.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
#: Django only warns where it cannot look into the database.
STRICT = ("-W", "error::RuntimeWarning")


def main() -> int:
    """The exit status of `makemigrations --check`."""
    home = tempfile.mkdtemp(prefix="caretally-check-")
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DATABASE_URL", "REDIS_URL")
    }
    try:
        return subprocess.run(
            [sys.executable, *STRICT, "manage.py", "makemigrations", "--check", "--dry-run"],
            cwd=ROOT,
            env=environment | {"DATA_DIR": home, "DATABASE_ROLE": ""},
        ).returncode
    finally:
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
