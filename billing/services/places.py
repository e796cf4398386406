"""Where a file can be put: what every place can do, and a folder of this server as one.

A file is written under a passing name and renamed, so that whoever empties the place never sees
half of one.  A rename never overwrites: what lies there under the name stays.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from django.conf import settings

from billing.models import Destination
from billing.services.place_errors import Hopeless, Trouble

_FOLDER = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_. -]{0,60}")


class Place(Protocol):
    """Names are plain, without folders.  Raises Trouble or Hopeless, nothing else."""

    def size(self, name: str) -> int | None:
        """Bytes of the file of that name; None where there is none."""
        ...

    def content(self, name: str) -> bytes | None:
        """What the file holds; None where the place does not let us read."""
        ...

    def write(self, name: str, content: bytes) -> None: ...

    def rename(self, name: str, to: str) -> None: ...

    def remove(self, name: str) -> None:
        """Away with it, if it is there."""
        ...

    def said(self, name: str) -> str:
        """Where a file of that name lies, for a person."""
        ...


def folder_fault(folder: str) -> str | None:
    """Why this cannot be the name of a folder below the practice's; None if it can."""
    if folder and not _FOLDER.fullmatch(folder):
        return "Name one folder with letters, digits, blanks, - _ or a dot. It lies in the outbox."
    return None


@contextmanager
def folder(destination: Destination) -> Iterator[Place]:
    """`<outbox>/<practice's slug>/`, or the folder below it that the destination names."""
    path = Path(settings.OUTBOX_DIR) / destination.practice.slug / destination.folder
    if folder_fault(destination.folder):
        raise Hopeless("The destination's folder has no plain name. Correct the destination.")
    with _told():
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    yield _Folder(path)


class _Folder:
    def __init__(self, path: Path) -> None:
        self.path = path

    def size(self, name: str) -> int | None:
        with _told(), contextlib.suppress(FileNotFoundError):
            return (self.path / name).stat().st_size
        return None

    def content(self, name: str) -> bytes | None:
        with _told():
            return (self.path / name).read_bytes()

    def write(self, name: str, content: bytes) -> None:
        with _told(), (self.path / name).open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())

    def rename(self, name: str, to: str) -> None:
        """A link first, which the system refuses where the name is taken."""
        with _told():
            os.link(self.path / name, self.path / to)
            os.unlink(self.path / name)
            self._settle()

    def remove(self, name: str) -> None:
        with _told():
            (self.path / name).unlink(missing_ok=True)

    def said(self, name: str) -> str:
        return f"folder {self.path.name}: {name}"

    def _settle(self) -> None:
        """The names themselves reach the disk."""
        handle = os.open(self.path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise
    except FileExistsError as error:
        raise Hopeless("A file of this name lies there already.") from error
    except OSError as error:
        raise Trouble(f"The folder cannot be used: {error.strerror}.") from error
