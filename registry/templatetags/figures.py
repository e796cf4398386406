"""Geometry and words of the two small pictures: the minutes bar and the sparkline of scores."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from registry import time_words
from registry.templatetags import formats

HOUR = 3600


#: A label is kept from its neighbours as on the narrowest phone: its letters are about so wide, and
#: the bar at least so long, in CSS pixels.
_LETTER, _NARROWEST, _GAP = 6.4, 260, 6
PAYS, WHOLE = "pays", "whole"
#: Follows the highest code that is reached; the scripts say it in the same words.
FULL = "; nothing further is payable"


class Mark(NamedTuple):
    minutes: int
    label: str
    kind: str


class Tick(NamedTuple):
    """A mark of the bar.  `text` is drawn in `row` below it; `title` says it in full."""

    at: str
    minutes: int
    label: str
    kind: str
    reached: bool
    anchor: str
    text: str
    title: str
    row: int

    @property
    def text_y(self) -> int:
        """The label's base line, in CSS pixels."""
        return 26 + 14 * self.row


class Bar(NamedTuple):
    """A minutes bar: lengths are percentages of `scale` seconds, as text for SVG attributes."""

    scale: int
    counted: str
    running: str
    running_at: str
    uncounted: str
    drawn: int
    uncounted_at: str
    ticks: list[Tick]
    text: str
    next_minutes: int | None
    next_label: str
    is_full: bool

    @property
    def reached(self) -> str:
        """The highest code that is reached; and that no further one is payable, where none is."""
        paid = [tick.label for tick in self.ticks if tick.reached and tick.kind == PAYS]
        if not paid:
            return ""
        return f"{paid[-1]} reached{FULL if self.is_full else ''}"

    @property
    def has_whole(self) -> bool:
        """Whether the payer pays some code from less than its whole time."""
        return any(tick.kind == WHOLE for tick in self.ticks)

    @property
    def height(self) -> int:
        """With the rows of labels that the marks need, in CSS pixels."""
        return 16 + 14 * (max((tick.row for tick in self.ticks), default=0) + 1)


def bar(
    *,
    counted: int,
    worked: int,
    running: int,
    ticks: Iterable[Any],
    needs: str = "",
    is_labelled: bool = True,
) -> Bar:
    """Lay out a month's seconds against the `ticks` (minutes, label, kind) that its codes need.

    What is next is the next code that the payer pays; a whole time is drawn, and never aimed at.
    Where no minutes earn the month, `needs` says what does.  Without labels, as in a table's row,
    no room is sought for them.
    """
    marks = sorted((_mark(tick) for tick in ticks), key=lambda mark: mark.minutes)
    total = counted + running
    uncounted = max(worked - counted, 0)
    top = max([mark.minutes * 60 for mark in marks], default=HOUR)
    drawn = min(uncounted, top)  # a timer left running must not press the rest flat
    scale = max(int(top * 1.12), total + drawn)
    ahead = next((mark for mark in marks if mark.kind == PAYS and mark.minutes * 60 > total), None)
    return Bar(
        scale=scale,
        counted=_percent(counted, scale),
        running=_percent(running, scale),
        running_at=_percent(counted, scale),
        uncounted=_percent(drawn, scale),
        drawn=drawn,
        uncounted_at=_percent(total, scale),
        ticks=(_ticks if is_labelled else _bare_ticks)(marks, total=total, scale=scale),
        text=_bar_text(counted, running, uncounted, ahead) + _both_words(marks) + _needed(needs),
        next_minutes=ahead.minutes - total // 60 if ahead else None,
        next_label=ahead.label if ahead else "",
        is_full=_is_full(marks, counted),
    )


def _is_full(marks: Sequence[Mark], counted: int) -> bool:
    """Whether the payer pays for no more than is counted: else the next unit would be a mark."""
    paid = [mark.minutes * 60 for mark in marks if mark.kind == PAYS]
    return bool(paid) and max(paid) <= counted


def _mark(tick: Any) -> Mark:
    if isinstance(tick, dict):
        return Mark(int(tick["minutes"]), str(tick.get("label", "")), tick.get("kind") or PAYS)
    return Mark(int(tick.minutes), str(getattr(tick, "label", "")), getattr(tick, "kind", PAYS))


def _ticks(marks: Iterable[Mark], *, total: int, scale: int) -> list[Tick]:
    """The marks with their labels, each in the first row in which it touches no other."""
    ends: list[float] = []
    found = []
    for mark in marks:
        at, text = mark.minutes * 60 / scale, _label(mark)
        anchor = "end" if at > 0.85 else "start" if at < 0.08 else "middle"
        begin, end = _span(at * _NARROWEST, _LETTER * len(text), anchor)
        row = next((row for row, last in enumerate(ends) if begin >= last + _GAP), len(ends))
        ends[row:] = [end, *ends[row + 1 :]]
        found.append(
            Tick(
                at=_percent(mark.minutes * 60, scale),
                minutes=mark.minutes,
                label=mark.label,
                kind=mark.kind,
                reached=mark.minutes * 60 <= total,
                anchor=anchor,
                text=text,
                title=_title(mark),
                row=row,
            )
        )
    return found


def _bare_ticks(marks: Iterable[Mark], *, total: int, scale: int) -> list[Tick]:
    return [_bare_tick(mark, scale, mark.minutes * 60 <= total) for mark in marks]


@functools.lru_cache(maxsize=1024)
def _bare_tick(mark: Mark, scale: int, reached: bool) -> Tick:  # noqa: FBT001
    """The rows of a list have mostly the same marks at the same places."""
    at = _percent(mark.minutes * 60, scale)
    return Tick(at, *mark, reached, "", "", _title(mark), 0)


def _span(at: float, width: float, anchor: str) -> tuple[float, float]:
    """Where a label begins and ends: with its check mark, which comes when it is reached."""
    begin = {"start": at, "middle": at - width / 2, "end": at - width}[anchor]
    return begin, begin + width + 2 * _LETTER


def _label(mark: Mark) -> str:
    if mark.kind == WHOLE:
        return f"{mark.minutes} whole"
    return f"{mark.minutes} · {mark.label}" if mark.label else str(mark.minutes)


def _title(mark: Mark) -> str:
    """`99492: paid from 36 minutes`, `99492: whole time, 70 minutes`."""
    minutes = formats.plural(mark.minutes, "minute")
    said = f"whole time, {minutes}" if mark.kind == WHOLE else f"paid from {minutes}"
    return f"{mark.label}: {said}" if mark.label else said


def _needed(needs: str) -> str:
    return f". {needs}" if needs else ""


def _both_words(marks: Sequence[Mark]) -> str:
    """For a screen reader, where the payer pays from less than the whole time: every mark."""
    if not any(mark.kind == WHOLE for mark in marks):
        return ""
    return f". {'; '.join(map(_title, marks))}"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f}%"


def _bar_text(counted: int, running: int, uncounted: int, ahead: Mark | None) -> str:
    words = [f"{formats.plural(counted // 60, 'minute')} counted"]
    if running:
        words.append(f"{formats.duration(running)} running")
    if uncounted >= 60:
        words.append(f"{formats.plural(uncounted // 60, 'minute')} worked but not counted")
    if ahead:
        missing = ahead.minutes - (counted + running) // 60
        words.append(f"{formats.plural(missing, 'minute')} to {ahead.label or ahead.minutes}")
    return ", ".join(words)


WIDTH, HEIGHT, EDGE = 96, 28, 3


class Dot(NamedTuple):
    x: str
    y: str


class Sparkline(NamedTuple):
    """`line` is its points as SVG has them; the `last` is marked."""

    line: str
    last: Dot | None
    latest: int | None
    latest_on: dt.date | None
    change: int
    direction: str
    text: str

    @property
    def change_size(self) -> int:
        return abs(self.change)


def sparkline(
    points: Sequence[Any], *, label: str, top: int, lower_is_better: bool = True
) -> Sparkline:
    """Lay out scores over their dates, oldest first, and say in words which way they went."""
    pairs = points if _are_pairs(points) else [_pair(point) for point in points]
    if not pairs:
        return Sparkline("", None, None, None, 0, "none", f"{label}: no score yet")
    dots = _dots(pairs, top)
    change = pairs[-1][1] - pairs[0][1]
    direction = _direction(change, lower_is_better)
    return Sparkline(
        line=" ".join([f"{x},{y}" for x, y in dots]),
        last=Dot(*dots[-1]),
        latest=pairs[-1][1],
        latest_on=pairs[-1][0],
        change=change,
        direction=direction,
        text=_spark_text(label, pairs, change, direction),
    )


def _are_pairs(points: Sequence[Any]) -> bool:
    return bool(points) and type(points[0]) is tuple


def _pair(point: Any) -> tuple[dt.date, int]:
    if isinstance(point, tuple | list):
        return point[0], int(point[1])
    if isinstance(point, dict):
        return point["on"], int(point["score"])
    return point.on, int(point.score)


def _dots(pairs: Sequence[tuple[dt.date, int]], top: int) -> list[tuple[str, str]]:
    """Time runs to the right, by days and not by count: a gap in scores looks like a gap."""
    first = pairs[0][0].toordinal()
    days = pairs[-1][0].toordinal() - first
    return [
        (_across(on.toordinal() - first, days), _down(min(score, top), top)) for on, score in pairs
    ]


@functools.lru_cache(maxsize=4096)
def _across(day: int, days: int) -> str:
    return f"{EDGE + (WIDTH - 2 * EDGE) * (day / days if days else 1):.1f}"


@functools.lru_cache(maxsize=256)
def _down(score: int, top: int) -> str:
    return f"{HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * score / top:.1f}"


def _direction(change: int, lower_is_better: bool) -> str:  # noqa: FBT001
    if change == 0:
        return "unchanged"
    return "improving" if (change < 0) == lower_is_better else "worse"


def _spark_text(
    label: str, pairs: Sequence[tuple[dt.date, int]], change: int, direction: str
) -> str:
    scores = "; ".join([f"{time_words.date(on)}: {score}" for on, score in pairs])
    if len(pairs) == 1:
        return f"{label}: one score. {scores}"
    moved = f"{'down' if change < 0 else 'up'} {abs(change)}, " if change else ""
    return f"{label}: {len(pairs)} scores, {moved}{direction}. {scores}"
