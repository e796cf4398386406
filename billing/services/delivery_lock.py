"""One worker at a time for a delivery, whatever becomes of the worker.

The lock is the database connection's own: where a worker is killed, its connection ends and the
lock with it.  It is no row lock, for what was done must be written down step by step.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

_ROOM = "caretally: delivery"


@contextmanager
def held(delivery_id: int) -> Iterator[bool]:
    """Whether the lock is ours; it is let go at the end."""
    ours = _asked("pg_try_advisory_lock", delivery_id)
    try:
        yield ours
    finally:
        if ours:
            _asked("pg_advisory_unlock", delivery_id)


def _asked(function: str, delivery_id: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {function}(hashtextextended(%s, 0))",
            [f"{_ROOM} {delivery_id}"],
        )
        row = cursor.fetchone()
    return bool(row and row[0])
