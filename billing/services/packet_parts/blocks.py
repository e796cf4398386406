"""What a part puts on paper, in the few shapes that there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Facts:
    """Terms and what is said of each."""

    rows: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head that every page repeats; `widths` are shares of the page's width."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[float]


@dataclass(frozen=True, slots=True)
class Title:
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; `level` is how far it is set in.  One that `leads` stays with what follows."""

    text: str
    level: int = 0
    is_quiet: bool = False
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Tree:
    """The argument of the rules: nested statements, as `billing.rules.node` has them."""

    node: Mapping[str, Any]


Block = Facts | Table | Title | Words | Tree
