"""Treatment to target: where an episode's scores stand against response and remission.  In words.

Response is half of the baseline, remission a score below 5; treatment that has not brought half
after 8 to 12 weeks asks for another plan (see `review_reasons` for the sources).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from registry.models import Episode, Measure
from registry.selectors import chart, review_reasons
from registry.vocabulary import Instrument

FIRST_WEEKS, LAST_WEEKS = 8, 12
Points = Sequence[tuple[dt.date, int]]


@dataclass(frozen=True, kw_only=True)
class Target:
    """One scale's course in an episode: its baseline, the latest score, and the weeks between."""

    scale: str
    baseline: int
    baseline_on: dt.date
    latest: int
    latest_on: dt.date
    weeks: int

    @property
    def half(self) -> float:
        return self.baseline / 2

    @property
    def is_remission(self) -> bool:
        return self.latest < review_reasons.REMISSION

    @property
    def is_response(self) -> bool:
        return self.latest_on > self.baseline_on and self.latest <= self.half

    @property
    def state(self) -> str:
        """`remission`, `response`, `not_improved` from eight weeks on, else `early`."""
        if self.is_remission:
            return "remission"
        if self.is_response:
            return "response"
        return "not_improved" if self.weeks >= FIRST_WEEKS else "early"

    @property
    def words(self) -> str:
        """The state with its numbers, for a text that has nothing beside it."""
        names = {"remission": "Remission", "response": "Response", "not_improved": "Not improved"}
        return f"{names[self.state]}: {self.numbers}" if self.state in names else self.numbers

    @property
    def numbers(self) -> str:
        """The numbers alone, for where the state stands beside them."""
        goal = f"at {FIRST_WEEKS} to {LAST_WEEKS} weeks"
        return {
            "remission": f"{self._moved}, below {review_reasons.REMISSION}.",
            "response": f"{self._moved}, at or below half of the baseline ({self.half:g}).",
            "not_improved": f"{self._moved} after {_weeks(self.weeks)}. Half ({self.half:g}) or "
            f"less was to be reached {goal}: time to change the plan.",
            "early": f"{self._moved} after {_weeks(self.weeks)}. Response is {self.half:g} or "
            f"less, judged {goal}.",
        }[self.state]

    @property
    def in_short(self) -> str:
        """The same in a line, where weeks and the score to be reached stand nearby."""
        return self._moved.rstrip(",")

    @property
    def _moved(self) -> str:
        if self.latest_on == self.baseline_on:
            return f"{self.scale} {self.latest}, one score so far,"
        return f"{self.scale} {self.baseline} → {self.latest} ({self._share()})"

    def _share(self) -> str:
        if self.latest == self.baseline or not self.baseline:
            return "no change"
        share = 100 * abs(self.baseline - self.latest) // self.baseline
        return f"{share}\u00a0% {'better' if self.latest < self.baseline else 'worse'}"


def _weeks(weeks: int) -> str:
    return "1 week" if weeks == 1 else f"{weeks} weeks"


def targets(episode: Episode | None, measures: Iterable[Measure], today: dt.date) -> list[Target]:
    """Of each scale with a score in the episode or up to 30 days before it; PHQ-9 first."""
    if episode is None:
        return []
    rows = list(measures)
    since = episode.started_on - review_reasons.EPISODE_EDGE
    until = episode.ended_on or today
    found = []
    for scale in (Instrument.PHQ9, Instrument.GAD7):
        points = [point for point in chart.points(rows, scale) if since <= point[0] <= until]
        if points:
            found.append(_target(scale, points, (until - episode.started_on).days // 7))
    return found


def _target(scale: str, points: Points, weeks: int) -> Target:
    (first_on, first), (last_on, last) = points[0], points[-1]
    return Target(
        scale=scale, baseline=first, baseline_on=first_on, latest=last, latest_on=last_on,
        weeks=max(weeks, 0),
    )  # fmt: skip
