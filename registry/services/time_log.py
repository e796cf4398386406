"""The clock: the one door to every write of a time entry.

One running timer a person, half-open stretches, to the second.  A stop never fails: what cannot
stand as confirmed time is kept as *needs review*, outside every total that is billed, with the
reason.  What has ended is never edited, only described, voided, or entered again in its place.

Each write is one transaction: the entry, the totals and the standing of every month it touches.
"""

from __future__ import annotations

from registry.services.time_corrections import (
    confirm,
    correct,
    describe,
    standing_in_the_way,
    void,
)
from registry.services.time_cuts import undo
from registry.services.time_moves import move_start
from registry.services.time_record import record
from registry.services.time_resumed import take_back
from registry.services.time_start import start
from registry.services.time_stop import stop

__all__ = [
    "confirm",
    "correct",
    "describe",
    "move_start",
    "record",
    "standing_in_the_way",
    "start",
    "stop",
    "take_back",
    "undo",
    "void",
]
