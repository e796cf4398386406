"""The secret of a local run: made once, kept under DATA_DIR, so that a restart signs nobody out."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

BYTES = 64


def kept_in(data_dir: Path) -> str:
    """The secret of this DATA_DIR, made where there is none yet. Only its owner can read the file.

    Two processes that come first at once agree on one: the file appears whole, and once.
    """
    path = data_dir / "secret_key"
    if not path.exists():
        _make(path)
    return path.read_text().strip()


def _make(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f"secret_key.{os.getpid()}")
    fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(fd, "w") as file:
        file.write(secrets.token_urlsafe(BYTES))
    with contextlib.suppress(FileExistsError):
        os.link(draft, path)
    draft.unlink()
