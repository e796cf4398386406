"""Bulk work without Python's search for reference cycles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def at_rest() -> Iterator[None]:
    """Let the cycle collector rest: a chunk makes ten thousands of small objects and no cycles.

    Looking through them again and again costs a sixth of a chunk's time; what is done with goes
    by its reference count all the same.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
