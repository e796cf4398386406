"""What the guide asks of one field, written beside the field itself.

A document's dataclasses annotate each text with a `Text`: how people call it, how long it may be,
what it looks like. `faults` reads these, so that a limit stands in one place only.
"""

from __future__ import annotations

import dataclasses
import functools
import re
import typing
from collections.abc import Iterator
from typing import Any

from billing.x12 import text


@dataclasses.dataclass(frozen=True, kw_only=True)
class Text:
    """The rule of one text field; lengths are those of 005010X222A1.

    `called` is the word for it on a screen ("member id"), `shape` a pattern that the whole value
    must match and `looks` the same in words ("ten digits").
    """

    called: str
    most: int
    least: int = 1
    needed: bool = False
    shape: str = ""
    looks: str = ""

    def fault(self, value: str, owner: str) -> str | None:
        """Why `value` cannot be sent and what to do about it, in a sentence; None if it can.

        `owner` begins the sentence ("The subscriber", "Line 2"). The value itself is never
        quoted, for the sentence may land in a log.
        """
        name = f"{owner}'s {self.called}"
        written = text.plain(value)
        if not written:
            return self._absence_fault(name, value)
        return self._character_fault(name, written) or self._form_fault(name, written)

    def _absence_fault(self, name: str, value: str) -> str | None:
        if self.needed:
            return f"{name} is missing. Enter it."
        return f"{name} is nothing but blanks. Empty it." if value else None

    def _character_fault(self, name: str, written: str) -> str | None:
        strange = text.strange(written)
        if not strange:
            return None
        shown = " ".join(dict.fromkeys(_shown(character) for character in strange))
        return f"{name} contains {shown}, which a claim file cannot carry. Write it without."

    def _form_fault(self, name: str, written: str) -> str | None:
        if self.shape and not re.fullmatch(self.shape, written):
            return f"{name} must be {self.looks}. Correct it."
        if len(written) > self.most:
            return f"{name} is longer than {self.most} characters. Shorten it."
        if len(written) < self.least:
            return f"{name} must have at least {self.least} characters. Correct it."
        return None


def _shown(character: str) -> str:
    """How a sentence speaks of a character; a letter may be a whole name, so it is not shown."""
    if character.isalpha():
        return "a letter outside of A to Z"
    return character if character.isprintable() else f"U+{ord(character):04X}"


@functools.cache
def rules_of(kind: type) -> dict[str, Text]:
    """The `Text` rule of every text field of a document dataclass, by the field's name."""
    hints = typing.get_type_hints(kind, include_extras=True)
    annotated = {name: getattr(hint, "__metadata__", ()) for name, hint in hints.items()}
    return {
        name: extra
        for name, extras in annotated.items()
        for extra in extras
        if isinstance(extra, Text)
    }


def faults(part: Any, owner: str) -> Iterator[tuple[str, str]]:
    """Name and sentence of each text field of `part` that cannot be sent; `owner` says whose."""
    rules = rules_of(type(part))  # type: ignore[arg-type]  # mypy takes no class for hashable
    for name, rule in rules.items():
        sentence = rule.fault(getattr(part, name), owner)
        if sentence:
            yield name, sentence
