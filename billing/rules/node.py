"""One statement of an argument, and the statements that it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Node:
    """A statement: what it is about, what is said of it, a sentence more, and its source."""

    label: str
    value: str = ""
    detail: str = ""
    reference: str | None = None
    children: tuple[Node, ...] = ()

    @property
    def sentence(self) -> str:
        """The statement on one line, without its source."""
        head = f"{self.label}: {self.value}" if self.value else self.label
        if not self.detail:
            return head
        return f"{head}{'' if head.endswith('.') else '.'} {self.detail}"

    def printed(self) -> str:
        """Return the whole argument as indented text."""
        return "\n".join(self._lines("", ""))

    def _lines(self, first: str, rest: str) -> Iterator[str]:
        yield f"{first}{self.sentence}"
        stem = f"{rest}│   " if self.children else f"{rest}    "
        if self.reference:
            yield f"{stem}({self.reference})"
        for place, child in enumerate(self.children, start=1):
            last = place == len(self.children)
            yield from child._lines(
                f"{rest}{'└── ' if last else '├── '}", f"{rest}{'    ' if last else '│   '}"
            )
