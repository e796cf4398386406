"""The two small pictures of a table's row, written without a template: a list has 500 of each."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from html import escape
from typing import Any

from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe

from registry.templatetags import figures
from registry.templatetags.figures import Bar, Sparkline, Tick

SPRITE = "vendor/tabler-icons-3.51.0/sprite.svg"


def small_bar(
    *,
    counted: int,
    worked: int,
    ticks: Sequence[Any] = (),
    label: str = "Minutes",
    why: str = "",
    needs: str = "",
) -> SafeString:
    """A minutes bar for a row: seconds; what `{% minutes_bar size="sm" %}` draws, in fewer bytes.

    static/js/minutes-bar.js lets its running part grow.
    """
    bar = figures.bar(
        counted=counted, worked=worked, running=0, ticks=ticks, needs=needs, is_labelled=False
    )
    inside = f"{_figure(bar, escape(label))}{_words(bar, counted, worked, needs)}"
    if why:
        inside = (
            f'<a class="ct-bar-open" href="{escape(why)}" data-explain aria-haspopup="dialog">'
            f'{inside}<span class="visually-hidden">: why</span></a>'
        )
    return mark_safe(  # noqa: S308  every part is escaped where it is put in
        f'<div class="ct-bar ct-bar-sm" data-minutes-bar data-counted="{counted}" data-running="0" '
        f'data-uncounted="{bar.drawn}" data-scale="{bar.scale}">{inside}</div>'
    )


def _figure(bar: Bar, label: str) -> str:
    ticks = "".join(map(_tick, bar.ticks))
    return (
        f'<svg class="ct-bar-figure" role="img" aria-label="{label}: {escape(bar.text)}" '
        'width="100%" height="14"><rect class="ct-bar-track" y="2" width="100%" height="10" rx="2">'
        f'</rect><rect class="ct-bar-uncounted" x="{bar.uncounted_at}" y="5" '
        f'width="{bar.uncounted}" height="4" data-part="uncounted"></rect>'
        f'<rect class="ct-bar-counted" x="0" y="2" width="{bar.counted}" height="10" rx="2" '
        f'data-part="counted"></rect><rect class="ct-bar-running" x="{bar.running_at}" y="2" '
        f'width="0%" height="10" fill="url(#ct-hatch)" data-part="running"></rect>{ticks}</svg>'
    )


@functools.lru_cache(maxsize=1024)
def _tick(tick: Tick) -> str:
    return (
        f'<g class="ct-bar-tick ct-bar-{tick.kind}{" ct-reached" if tick.reached else ""}" '
        f'data-tick-minutes="{tick.minutes}" data-tick-label="{escape(tick.label)}" '
        f'data-tick-kind="{tick.kind}"><title>{escape(tick.title)}</title>'
        f'<line class="ct-bar-halo" x1="{tick.at}" x2="{tick.at}" y2="14"></line>'
        f'<line class="ct-bar-line" x1="{tick.at}" x2="{tick.at}" y2="14"></line></g>'
    )


def _words(bar: Bar, counted: int, worked: int, needs: str) -> str:
    if needs:
        following = f' <span class="text-secondary">· {escape(needs)}</span>'
    else:
        text = f"· {bar.reached}" if bar.reached else ""
        if bar.next_minutes:
            text = f"· {bar.next_minutes} to {bar.next_label or 'go'}"
        following = f' <span class="text-secondary" data-part="next">{escape(text)}</span>'
    left = worked - counted
    uncounted = (
        f' <span class="text-secondary">· {left // 60} not counted</span>' if left >= 60 else ""
    )
    return (
        f'<div class="ct-bar-words"><span data-part="total">{counted // 60}</span>&nbsp;min'
        f"{following}{uncounted}</div>"
    )


def sparkline(points: Sequence[Any], *, label: str, top: int, lower_is_better: bool) -> SafeString:
    """Scores over time, the latest marked; the words beside it say the same."""
    spark = figures.sparkline(points, label=label, top=top, lower_is_better=lower_is_better)
    last = spark.last
    if last is None:
        return mark_safe(  # noqa: S308
            f'<span class="ct-spark"><span class="text-secondary">{escape(label)}: no score yet'
            "</span></span>"
        )
    return mark_safe(  # noqa: S308
        f'<span class="ct-spark"><svg class="ct-spark-figure" role="img" width="{figures.WIDTH}" '
        f'height="{figures.HEIGHT}" viewBox="0 0 {figures.WIDTH} {figures.HEIGHT}">'
        f'<title>{escape(spark.text)}</title><polyline points="{spark.line}"></polyline>'
        f'<circle class="ct-last" cx="{last.x}" cy="{last.y}" r="2.6"></circle></svg>'
        f'<span class="ct-spark-words"><strong>{spark.latest}</strong>'
        f"{_change(spark)}</span></span>"
    )


def _change(spark: Sparkline) -> str:
    if not spark.change:
        return ""
    way = spark.direction
    return (
        f' <span class="ct-{way}" title="{way.capitalize()} since the first score">'
        f"{_arrow(spark.change < 0)}{spark.change_size}"
        f'<span class="visually-hidden"> {way}</span></span>'
    )


@functools.cache
def _arrow(is_down: bool) -> str:  # noqa: FBT001
    href = f"{static(SPRITE)}#arrow-{'down' if is_down else 'up'}"
    return f'<svg class="icon" aria-hidden="true"><use href="{href}"></use></svg>'
