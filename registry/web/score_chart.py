"""The scores over time as a drawing: lengths and words, for one SVG."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from registry import calendar, time_words

LEFT, RIGHT, TOP, BOTTOM = 34, 12, 12, 26
HIGHEST = 27
#: Where PHQ-9 and GAD-7 pass from one degree to the next.
GRID = (5, 10, 15, 20)
#: What was done so long before the first score still belongs to its story.
EDGE = dt.timedelta(days=31)
#: A number on the axis needs so much room.
_NUMBER = 18

Points = Sequence[tuple[dt.date, int]]


class Dot(NamedTuple):
    x: float
    y: float
    words: str


class Series(NamedTuple):
    """One scale's line; `mark` is its dots' shape, so that colour is never alone."""

    name: str
    mark: str
    line: str
    dots: list[Dot]


class Size(NamedTuple):
    """What a drawing is made for: its words keep their size, so a small one has fewer months."""

    width: int
    height: int
    months: int


WIDE, NARROW = Size(720, 220, 12), Size(344, 144, 5)


class Event(NamedTuple):
    """What was done on a day: `kind` is care, consent, review or change (of treatment); `key` is
    the row's it came from, where the page names the mark beside that row."""

    on: dt.date
    kind: str
    text: str
    key: int | None = None


class Mark(NamedTuple):
    """An event on the axis: its number there, and the sentence that the list below has."""

    x: float
    number: int
    kind: str
    on: dt.date
    text: str
    label_y: int
    key: int | None = None


class Level(NamedTuple):
    """A score to be reached, as a line: response or remission."""

    y: float
    label: str
    label_dy: int


class Tick(NamedTuple):
    at: float
    label: str


class Chart(NamedTuple):
    width: int
    height: int
    left: int
    right: int
    bottom: int
    series: list[Series]
    grid: list[Tick]
    months: list[Tick]
    words: str
    start: Dot | None = None
    marks: list[Mark] = []
    levels: list[Level] = []


def draw(
    scales: Iterable[tuple[str, str, Points]],
    *,
    started_on: dt.date | None = None,
    events: Sequence[Event] = (),
    levels: Sequence[tuple[str, float]] = (),
    size: Size = WIDE,
) -> Chart | None:
    """The drawing of some scales (name, mark, points); None where there is no score at all.

    `started_on` marks the first day of care on the same axis; `events` are numbered there, those
    before the first score left out; `levels` are scores to be reached, by their names.
    """
    given = [scale for scale in scales if scale[2]]
    days = [day for _, _, points in given for day, _ in points]
    if not days:
        return None
    days += [started_on] if started_on else []
    done = [event for event in events if event.on >= min(days) - EDGE]
    ends = [*days, *(event.on for event in done)]
    axis = _Axis(min(ends), max(ends), size)
    return Chart(
        width=size.width,
        height=size.height,
        left=LEFT,
        right=size.width - RIGHT,
        bottom=size.height - BOTTOM,
        series=[_series(name, mark, points, axis) for name, mark, points in given],
        grid=[Tick(axis.y(score), str(score)) for score in (0, *GRID, HIGHEST)],
        months=axis.months(),
        words=". ".join(_words(name, points) for name, _, points in given),
        start=_start(axis, started_on) if started_on else None,
        marks=_marks(axis, done),
        levels=_levels(axis, levels),
    )


def _marks(axis: _Axis, events: Sequence[Event]) -> list[Mark]:
    """Numbered in order; a number that would stand on the one before goes a line lower."""
    found: list[Mark] = []
    for number, event in enumerate(events, 1):
        x, row = axis.x(event.on), 0
        while any(mark.label_y == _label_y(row) and x - mark.x < _NUMBER for mark in found):
            row += 1
        mark = Mark(x, number, event.kind, event.on, event.text, _label_y(row), event.key)
        found.append(mark)
    return found


def _levels(axis: _Axis, levels: Sequence[tuple[str, float]]) -> list[Level]:
    """The upper lines are named above themselves, the lowest below: names never touch."""
    lowest = min((score for _, score in levels), default=0)
    return [
        Level(axis.y(score), f"{name} {score:g}", 11 if score == lowest else -3)
        for name, score in levels
    ]


def _label_y(row: int) -> int:
    return TOP + 8 + 14 * row


def _start(axis: _Axis, day: dt.date) -> Dot:
    return Dot(axis.x(day), TOP, f"Care began on {time_words.date(day)}")


class _Axis:
    """Days run to the right by their distance, scores up."""

    def __init__(self, first: dt.date, last: dt.date, size: Size) -> None:
        self.first, self.last, self.size = first, last, size
        self.days = max((last - first).days, 1)

    def x(self, day: dt.date) -> float:
        share = (day - self.first).days / self.days if self.last > self.first else 0.5
        return round(LEFT + (self.size.width - LEFT - RIGHT) * share, 1)

    def y(self, score: float) -> float:
        tall = self.size.height - TOP - BOTTOM
        return round(TOP + tall * (1 - min(score, HIGHEST) / HIGHEST), 1)

    def months(self) -> list[Tick]:
        """The first days of months between the ends; thinned where there are many."""
        month = calendar.shift_month(calendar.month_of(self.first), 1)
        found = []
        while month <= self.last:
            found.append(Tick(self.x(month), f"{month:%b} {month:%Y}"))
            month = calendar.shift_month(month, 1)
        step = -(-len(found) // self.size.months) or 1
        return found[::step]


def _series(name: str, mark: str, points: Points, axis: _Axis) -> Series:
    dots = [
        Dot(axis.x(day), axis.y(score), f"{name} {score}, {time_words.date(day)}")
        for day, score in points
    ]
    return Series(name, mark, " ".join(f"{dot.x},{dot.y}" for dot in dots), dots)


def _words(name: str, points: Points) -> str:
    (first_on, first), (last_on, last) = points[0], points[-1]
    if len(points) == 1:
        return f"{name}: one score, {first} on {time_words.date(first_on)}"
    return (
        f"{name}: {len(points)} scores, from {first} on {time_words.date(first_on)} "
        f"to {last} on {time_words.date(last_on)}"
    )
