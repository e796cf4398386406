"""A caseload's row as HTML, put together without a template: a page has up to 500 of them.

The one place outside templates that writes markup; whatever comes from a row is escaped here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.utils.safestring import SafeString, mark_safe

from registry import time_words
from registry.templatetags import components, figure_html
from registry.vocabulary import Program

if TYPE_CHECKING:
    from registry.selectors.caseload_rows import Points
    from registry.web.caseload_lines import Flag, Line

_ICONS = {
    "danger": "alert-circle",
    "warning": "alert-triangle",
    "info": "info-circle",
    "start": "player-play",
    "switch": "switch-horizontal",
    "stop": "player-stop",
}
_NONE = '<span class="text-secondary">None yet</span>'
_PROGRAMS = {Program.COCM: "CoCM", Program.BHI: "BHI"}


#: Stands in the page for its rows.  A page's templates copy what they hold a score of times, one
#: within the other, which for hundreds of kilobytes takes as long as to write them.
HERE = mark_safe("<!--rows-->")


@dataclass(frozen=True, kw_only=True)
class Look:
    """What all rows of a page share: `query` is what a row needs to draw itself anew."""

    query: str
    icons: Mapping[str, SafeString]
    names_manager: bool
    is_present: bool
    may_log: bool


def look(*, query: str, names_manager: bool, is_present: bool, may_log: bool) -> Look:
    icons = {key: components.icon(name) for key, name in _ICONS.items()}
    return Look(
        query=escape(query), icons=icons, names_manager=names_manager, is_present=is_present,
        may_log=may_log,
    )  # fmt: skip


def placed(page: str, rows: Iterable[str]) -> HttpResponse:
    """The page with its rows in their place."""
    before, _, after = page.partition(HERE)
    return HttpResponse([before, *(rows if after else ()), after])


def drawn(line: Line, look: Look) -> SafeString:
    episode = line.row.episode
    ask = f' data-ask="{line.ask}"' if line.ask else ""
    runs = f' data-runs-for="{episode.patient_id}"' if look.is_present else ""
    return mark_safe(  # noqa: S308  every part is escaped where it is put in
        f'<tr id="case-{episode.pk}" hx-get="{line.row_url}?{look.query}" '
        f'hx-trigger="ct-timer-{episode.patient_id} from:body"{ask}>'
        f'<td class="ct-main">{_patient(line, look)}</td><td{runs}>{_minutes(line)}</td>'
        f'<td><div class="ct-next">{_next(line, look)}</div></td>'
        f"<td>{_contact(line)}{_weeks(line)}</td>"
        f"<td>{_scores(line.row.phq9, 'PHQ-9', 27)}</td>"
        f"<td>{_scores(line.row.gad7, 'GAD-7', 21)}</td>"
        f'<td class="ct-actions">{_clock(line, look)}</td></tr>'
    )


def _patient(line: Line, look: Look) -> str:
    episode = line.row.episode
    ended = ' <span class="ct-pill ct-tone-neutral">Discharged</span>' if episode.ended_on else ""
    manager = f" · {escape(episode.care_manager_full_name)}" if look.names_manager else ""
    return (
        f'<a href="{line.url}" data-case aria-describedby="step-{episode.pk}">'
        f"{escape(episode.patient_last_name)}, {escape(episode.patient_first_name)}</a>{ended}"
        f'<span class="ct-under">{escape(episode.patient_record_number)} · '
        f"{_PROGRAMS[episode.program]}{manager}</span>"  # type: ignore[index]
    )


def _minutes(line: Line) -> str:
    row = line.row
    needs = row.standing.get("needs", "") if row.standing else ""
    return figure_html.small_bar(
        counted=row.counted, worked=row.worked, ticks=row.marks, why=line.why, needs=needs or ""
    )


def _next(line: Line, look: Look) -> str:
    step = escape(line.step.text)
    step = f'<a href="{line.step.url}">{step}</a>' if line.step.url else step
    flags = "".join(_flag(flag, look) for flag in line.flags)
    flags = f'<span class="ct-due">{flags}</span>' if flags else ""
    return f'<span class="ct-step" id="step-{line.row.episode.pk}">{step}</span>{flags}'


def _flag(flag: Flag, look: Look) -> str:
    inside = f"{look.icons[flag.tone]}{escape(flag.text)}"
    css = f'class="ct-pill ct-tone-{flag.tone}"'
    return (
        f'<a {css} href="{flag.url}">{inside}</a>' if flag.url else f"<span {css}>{inside}</span>"
    )


def _contact(line: Line) -> str:
    days = line.row.contact_days
    if days is None:
        return _NONE
    said = {0: "Today", 1: "Yesterday"}.get(days, f"{days} days ago")
    return f'<span title="{line.contact_on}">{said}</span>'


def _weeks(line: Line) -> str:
    weeks = line.row.weeks
    since = time_words.date(line.row.episode.started_on)
    said = f"{weeks} {'week' if weeks == 1 else 'weeks'} in care"
    return f'<span class="ct-under" title="In care since {since}">{said}</span>'


def _scores(points: Points, label: str, top: int) -> str:
    if not points:
        return _NONE
    return figure_html.sparkline(points, label=label, top=top, lower_is_better=True)


def _clock(line: Line, look: Look) -> str:
    others = "".join(
        f'<span class="ct-pill ct-tone-accent" title="The clock runs">{look.icons["start"]}'
        f"{escape(entry.worker_full_name)}</span> "
        for entry in line.others
    )
    if not look.may_log:
        return others
    episode = line.row.episode
    name = escape(f"{episode.patient_first_name} {episode.patient_last_name}")
    start, stop = (" hidden", "") if line.mine else ("", " hidden")
    icons = look.icons
    return (
        f'{others}<button type="button" class="btn btn-sm btn-outline-secondary ct-clock" '
        f'id="clock-{line.row.episode.pk}" data-timer-for="{episode.patient_id}" '
        f'data-timer-name="{name}" data-drawn="">'
        f'<span data-when="start"{start}>{icons["start"]}Start</span>'
        f'<span data-when="switch" hidden>{icons["switch"]}Switch</span>'
        f'<span data-when="stop"{stop}>{icons["stop"]}Stop</span>'
        f'<span class="visually-hidden"> the clock for {name}</span></button>'
    )
