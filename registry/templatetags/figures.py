"""Geometry and words of the two small pictures: the minutes bar and the sparkline of scores."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from registry.templatetags import formats

HOUR = 3600


class Tick(NamedTuple):
    at: str
    minutes: int
    label: str
    reached: bool
    anchor: str


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

    @property
    def reached_label(self) -> str:
        """The highest threshold that is reached, by its label."""
        return next((tick.label for tick in reversed(self.ticks) if tick.reached), "")


def bar(*, counted: int, worked: int, running: int, ticks: Iterable[Any]) -> Bar:
    """Lay out a month's seconds against the `ticks` (minutes and label) that its codes need."""
    marks = sorted((_mark(tick) for tick in ticks), key=lambda mark: mark[0])
    total = counted + running
    uncounted = max(worked - counted, 0)
    top = max([mark[0] * 60 for mark in marks], default=HOUR)
    drawn = min(uncounted, top)  # a timer left running must not press the rest flat
    scale = max(int(top * 1.12), total + drawn)
    ahead = next((mark for mark in marks if mark[0] * 60 > total), None)
    return Bar(
        scale=scale,
        counted=_percent(counted, scale),
        running=_percent(running, scale),
        running_at=_percent(counted, scale),
        uncounted=_percent(drawn, scale),
        drawn=drawn,
        uncounted_at=_percent(total, scale),
        ticks=[_tick(*mark, total=total, scale=scale) for mark in marks],
        text=_bar_text(counted, running, uncounted, ahead),
        next_minutes=ahead[0] - total // 60 if ahead else None,
        next_label=ahead[1] if ahead else "",
    )


def _mark(tick: Any) -> tuple[int, str]:
    if isinstance(tick, dict):
        return int(tick["minutes"]), str(tick.get("label", ""))
    return int(tick.minutes), str(getattr(tick, "label", ""))


def _tick(minutes: int, label: str, *, total: int, scale: int) -> Tick:
    share = minutes * 60 / scale
    anchor = "end" if share > 0.9 else "start" if share < 0.08 else "middle"
    return Tick(_percent(minutes * 60, scale), minutes, label, minutes * 60 <= total, anchor)


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f}%"


def _bar_text(counted: int, running: int, uncounted: int, ahead: tuple[int, str] | None) -> str:
    words = [f"{formats.plural(counted // 60, 'minute')} counted"]
    if running:
        words.append(f"{formats.duration(running)} running")
    if uncounted >= 60:
        words.append(f"{formats.plural(uncounted // 60, 'minute')} worked but not counted")
    if ahead:
        missing = ahead[0] - (counted + running) // 60
        words.append(f"{formats.plural(missing, 'minute')} to {ahead[1] or ahead[0]}")
    return ", ".join(words)


WIDTH, HEIGHT, EDGE = 96, 28, 3


class Dot(NamedTuple):
    x: str
    y: str
    text: str
    last: bool


class Sparkline(NamedTuple):
    line: str
    dots: list[Dot]
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
    pairs = [_pair(point) for point in points]
    if not pairs:
        return Sparkline("", [], None, None, 0, "none", f"{label}: no score yet")
    dots = [_dot(i, pairs, top) for i in range(len(pairs))]
    change = pairs[-1][1] - pairs[0][1]
    direction = _direction(change, lower_is_better)
    return Sparkline(
        line=" ".join(f"{dot.x},{dot.y}" for dot in dots),
        dots=dots,
        latest=pairs[-1][1],
        latest_on=pairs[-1][0],
        change=change,
        direction=direction,
        text=_spark_text(label, pairs, change, direction),
    )


def _pair(point: Any) -> tuple[dt.date, int]:
    if isinstance(point, tuple | list):
        return point[0], int(point[1])
    if isinstance(point, dict):
        return point["on"], int(point["score"])
    return point.on, int(point.score)


def _dot(index: int, pairs: Sequence[tuple[dt.date, int]], top: int) -> Dot:
    """Time runs to the right, by days and not by count: a gap in scores looks like a gap."""
    on, score = pairs[index]
    days = (pairs[-1][0] - pairs[0][0]).days
    x = EDGE + (WIDTH - 2 * EDGE) * ((on - pairs[0][0]).days / days if days else 1)
    y = HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * min(score, top) / top
    return Dot(f"{x:.1f}", f"{y:.1f}", f"{formats.day(on)}: {score}", index == len(pairs) - 1)


def _direction(change: int, lower_is_better: bool) -> str:  # noqa: FBT001
    if change == 0:
        return "unchanged"
    return "improving" if (change < 0) == lower_is_better else "worse"


def _spark_text(
    label: str, pairs: Sequence[tuple[dt.date, int]], change: int, direction: str
) -> str:
    scores = "; ".join(f"{formats.day(on)}: {score}" for on, score in pairs)
    if len(pairs) == 1:
        return f"{label}: one score. {scores}"
    moved = f"{'down' if change < 0 else 'up'} {abs(change)}, " if change else ""
    return f"{label}: {len(pairs)} scores, {moved}{direction}. {scores}"
