"""Why somebody needs the consultant, what each reason is worth, and how it is said."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

from registry import time_words

#: What a reason adds to the score: safety before a question, a question before a slow course, that
#: before a claim.  Among equals, who was reviewed longest ago comes first, by weeks.
POINTS = {
    "safety": 100,
    "requested": 60,
    "not_improved": 40,
    "claim": 30,
    "never": 20,
}
LONG_WEEKS, MOST_WEEKS = 4, 12
#: Treatment to target looks at 8 to 12 weeks: not half better, or by less than 5 points, asks for a
#: change of plan; below 5 is remission (Kroenke et al., J Gen Intern Med 2001;16:606–613;
#: Psychiatr Serv 2015, doi 10.1176/appi.ps.201400577).
TREATED = dt.timedelta(weeks=8)
RESPONSE_POINTS = 5
REMISSION = 5
#: A plan that was just reviewed is given so long to work.
AGAIN_AFTER = dt.timedelta(weeks=4)
#: The score that an episode starts from may be taken so long before its first day.
EPISODE_EDGE = dt.timedelta(days=30)


class Term(NamedTuple):
    """One reason: its name, the points it adds, the sentence."""

    name: str
    points: int
    text: str


def terms(episode: Any, today: dt.date, timezone: str) -> list[Term]:
    """The reasons of an episode of `review_queue.ranked`, the weightiest first."""
    said = {
        "safety": lambda: _since("Safety flag open", episode.flagged_at, timezone),
        "requested": lambda: _since("Review was asked for", episode.asked_at, timezone),
        "not_improved": lambda: course(episode, today),
        "claim": lambda: "This month's claim waits for a review",
        "never": lambda: f"New since {time_words.date(episode.started_on)}, never reviewed",
        "weeks": lambda: (
            f"Last reviewed on {time_words.date(episode.last_reviewed_on)}, "
            f"{(today - episode.last_reviewed_on).days // 7} weeks ago"
        ),
    }
    points = {name: getattr(episode, f"{name}_points") for name in said}
    return [Term(name, points[name], said[name]()) for name in said if points[name]]


def _since(what: str, at: dt.datetime, timezone: str) -> str:
    return f"{what} since {time_words.day(at, timezone)}"


def course(episode: Any, today: dt.date) -> str:
    """The course of the scale that the episode is followed by."""
    weeks = (today - episode.started_on).days // 7
    first, last = episode.first_total, episode.last_total
    if last > first:
        return f"Worse after {weeks} weeks: {first} → {last}"
    if last == first:
        return f"Not improved after {weeks} weeks: still {last}"
    better, share = first - last, 100 * (first - last) // first
    points = "1 point" if better == 1 else f"{better} points"
    return f"Not improved after {weeks} weeks: {first} → {last} ({points}, {share}\u00a0%)"
