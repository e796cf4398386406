"""What a service says when it refuses: the field, what is wrong with it, and what to do."""

from __future__ import annotations

from collections.abc import Mapping


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
