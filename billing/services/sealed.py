"""Secrets of destinations, such as a password of SFTP, kept encrypted (`registry.sealing`)."""

from __future__ import annotations

from registry import sealing
from registry.sealing import Unopened

__all__ = ["PURPOSE", "Unopened", "open_", "seal"]

PURPOSE = b"caretally: secrets of destinations"


def seal(secret: str) -> str:
    return sealing.seal(secret, PURPOSE)


def open_(sealed: str) -> str:
    """The secret.  Raises `Unopened`."""
    return sealing.open_(sealed, PURPOSE)
