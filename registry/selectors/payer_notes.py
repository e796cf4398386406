"""What billing has to say of a practice's payers: the registry asks through this port.

The registry lists payers and knows nothing of how they read the codes (decision 1).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from registry.models import Practice, User

#: Tone and words of a pill.
Note = tuple[str, str]
Teller = Callable[[User, Practice, dt.datetime], Mapping[int, list[Note]]]


def _nothing(user: User, practice: Practice, now: dt.datetime) -> Mapping[int, list[Note]]:
    return {}


_tell: Teller = _nothing


def tell_with(teller: Teller) -> None:
    """Connect the port: billing says at start-up who answers."""
    global _tell
    _tell = teller


def of(user: User, practice: Practice, now: dt.datetime) -> Mapping[int, list[Note]]:
    """What there is to say of each payer, by its id; one of which there is nothing is left out."""
    return _tell(user, practice, now)
