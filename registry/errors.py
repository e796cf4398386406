"""What a service says when it refuses: the field, what is wrong with it, and what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


class Refused(Exception):
    """Nothing was written.  `problems` maps a field's name to a sentence for the person.

    The empty field name is for what concerns no single field.
    """

    def __init__(self, problems: Mapping[str, str]) -> None:
        self.problems = dict(problems)
        super().__init__(" ".join(self.problems.values()))


def refuse(field: str, message: str) -> Refused:
    """A refusal of one field, to be raised."""
    return Refused({field: message})


class Conflict(Refused):
    """Somebody or something was faster, or other time is in the way: look, then decide.

    Nothing was written.  `others` are the entries in the way, where that is what it is about.
    """

    def __init__(self, problems: Mapping[str, str], others: Sequence[Any] = ()) -> None:
        self.others = list(others)
        super().__init__(problems)
