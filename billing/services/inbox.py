"""The inbox folder: files that are put there are taken in by themselves, each once.

`<inbox>/<practice's slug>/` holds what came for a practice.  A file that was taken in moves to
`read/` below it, one that cannot be read to `refused/`.  It moves after it is written down: if
everything stops in between, it is found again, known by its hash, and only moved.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from billing.services import received
from registry.errors import Refused
from registry.models import Practice, User

logger = logging.getLogger(__name__)

#: A file that changed within these seconds may still be arriving.
SETTLED_SECONDS = 10
READ, REFUSED = "read", "refused"


def take_in(practice: Practice, *, by: User, now: dt.datetime) -> int:
    """Take in what lies in the practice's folder; how many files moved.

    One that fails is left where it is and keeps no other waiting.
    """
    folder = Path(settings.INBOX_DIR) / practice.slug
    return sum(_tried(practice, path, by, now) for path in _waiting(folder, now))


def _waiting(folder: Path, now: dt.datetime) -> Iterator[Path]:
    """Plain files that have stopped growing, in the order of their names."""
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.is_symlink() or not path.is_file():
            continue
        if path.stat().st_mtime <= now.timestamp() - SETTLED_SECONDS:
            yield path


def _tried(practice: Practice, path: Path, by: User, now: dt.datetime) -> bool:
    try:
        _move(path, READ if _taken(practice, path, by, now) else REFUSED)
    except Exception as error:
        logger.error("A file in the inbox of %s failed: %s", practice.slug, type(error).__name__)
        return False
    return True


def _taken(practice: Practice, path: Path, by: User, now: dt.datetime) -> bool:
    try:
        outcome = received.receive(
            practice, name=path.name, content=path.read_bytes(), by=by, now=now
        )
    except Refused:
        return False
    return not outcome.file.problem


def _move(path: Path, where: str) -> None:
    """Into the folder of that name; a file of the same name there is not overwritten."""
    folder = path.parent / where
    folder.mkdir(exist_ok=True)
    target, number = folder / path.name, 1
    while target.exists():
        target, number = folder / f"{path.name}.{number}", number + 1
    path.rename(target)
