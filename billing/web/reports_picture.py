"""A report as a picture: bars with their words, for one SVG whose text stays readable at any width.

Lengths are percentages of the picture's width; heights are CSS pixels.  Each bar carries its name
and its number, so that no colour has to be known.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

TITLE, BAR, GAP = 22, 18, 14
#: The longest bar leaves room for its number behind it, on the narrowest phone too.
WIDEST = Decimal(55)
MOST = 12
#: So many letters of a name fit beside each other on the narrowest phone.
LONGEST = 40

#: (class, words with the number, amount)
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
    """`track` is how long a bar of the whole is, where bars are parts; `more` what is left out."""

    height: int
    groups: list[Group]
    title: str
    words: str
    more: str
    track: str


def draw(
    title: str,
    rows: Iterable[tuple[str, Amounts]],
    *,
    whole: Decimal | None = None,
    latest: bool = False,
) -> Picture | None:
    """The bars of each row (name, amounts), the longest against `whole` or against the most.

    Of many rows the first are drawn, or the `latest`.  None where there is no amount above zero.
    """
    given = list(rows)
    shown = given[-MOST:] if latest else given[:MOST]
    most = max((amount for _, amounts in shown for _, _, amount in amounts), default=Decimal())
    if most <= 0:
        return None
    y, groups = 0, []
    for name, amounts in shown:
        groups.append(_group(name, amounts, whole or most, y))
        y += TITLE + BAR * len(amounts) + GAP
    words = "; ".join(f"{group.name}: {', '.join(bar.words for bar in group.bars)}"
                      for group in groups)  # fmt: skip
    more = _more(len(shown), len(given), latest=latest)
    return Picture(y - GAP, groups, title, words, more, f"{WIDEST}%" if whole else "")


def _more(shown: int, given: int, *, latest: bool) -> str:
    if shown == given:
        return ""
    return f"The {'latest' if latest else 'first'} {shown}; {given - shown} more in the table."


def _group(name: str, amounts: Amounts, top: Decimal, y: int) -> Group:
    bars = []
    for place, (kind, words, amount) in enumerate(amounts):
        at = y + TITLE + BAR * place
        length = max(amount, Decimal()) * WIDEST / top
        bars.append(Bar(kind, at, at + 11, f"{length:.2f}%", words, f"{name}: {words}"))
    return Group(_shortened(name), y + 14, bars)


def _shortened(name: str) -> str:
    """What fits above its bars on the narrowest phone; the whole stands in the bars' titles."""
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 2].rstrip()} …"
