"""A report as a picture: bars with their words, for one SVG whose text stays readable at any width.

Lengths are percentages of the picture's width; heights are CSS pixels.  Each bar carries its name
and its number, so that no colour has to be known.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from registry.templatetags import formats

TITLE, BAR, GAP = 22, 18, 14
#: The longest bar leaves room for its number behind it, on the narrowest phone too.
WIDEST = Decimal(55)
MOST = 12

#: (class, name, amount)
Amounts = Sequence[tuple[str, str, Decimal]]


class Bar(NamedTuple):
    kind: str
    y: int
    text_y: int
    width: str
    words: str
    full: str


class Group(NamedTuple):
    name: str
    y: int
    bars: list[Bar]


class Picture(NamedTuple):
    height: int
    groups: list[Group]
    title: str
    words: str
    left_out: int


def draw(title: str, rows: Iterable[tuple[str, Amounts]], *, most: int = MOST) -> Picture | None:
    """The bars of each row (name, amounts); None where there is no amount above zero."""
    given = list(rows)
    shown = given[:most]
    top = max((amount for _, amounts in shown for _, _, amount in amounts), default=Decimal())
    if top <= 0:
        return None
    y, groups = 0, []
    for name, amounts in shown:
        groups.append(_group(name, amounts, top, y))
        y += TITLE + BAR * len(amounts) + GAP
    words = "; ".join(f"{group.name}: {', '.join(bar.words for bar in group.bars)}"
                      for group in groups)  # fmt: skip
    return Picture(y - GAP, groups, title, words, len(given) - len(shown))


def _group(name: str, amounts: Amounts, top: Decimal, y: int) -> Group:
    bars = []
    for place, (kind, label, amount) in enumerate(amounts):
        at = y + TITLE + BAR * place
        words = f"{label} {formats.money(amount)}"
        length = max(amount, Decimal()) * WIDEST / top
        bars.append(Bar(kind, at, at + 11, f"{length:.2f}%", words, f"{name}: {words}"))
    return Group(name, y + 14, bars)
