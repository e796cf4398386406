"""The secret of a local run: made once, kept under DATA_DIR, so that a restart signs nobody out."""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
from pathlib import Path

from config.embedded.errors import EmbeddedError

BYTES = 64


def kept_in(data_dir: Path) -> str:
    """The secret of this DATA_DIR, made where there is none yet. Only its owner can read the file.

    Two processes that come first at once agree on one: the file appears whole, and once.
    Raises EmbeddedError where the folder cannot be used.
    """
    path = data_dir / "secret_key"
    try:
        if not path.exists():
            _make(path)
        return path.read_text().strip()
    except OSError as error:
        raise EmbeddedError(f"DATA_DIR {data_dir} cannot be used: {error.strerror}.") from error


def _make(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fd, draft = tempfile.mkstemp(dir=path.parent, prefix="secret_key.")  # for its owner alone
    with os.fdopen(fd, "w") as file:
        file.write(secrets.token_urlsafe(BYTES))
    with contextlib.suppress(FileExistsError):
        os.link(draft, path)
    os.unlink(draft)
