"""How far the nearest change of the lines is."""

from __future__ import annotations

from functools import lru_cache

from billing.rules.choosing import Ladder
from billing.rules.verdict import Line, Step


@lru_cache(maxsize=16_384)
def after(ladder: Ladder, minutes: int) -> Step | None:
    """Return the fewest further minutes at which the lines change, and what is then gained."""
    now = ladder.earned(minutes)
    for place in ladder.steps(minutes):
        then = ladder.earned(place)
        if then != now:
            return Step(_gained(now, then).code, place - minutes)
    return None


def _gained(now: tuple[Line, ...], then: tuple[Line, ...]) -> Line:
    """Return the first line that is new or has a unit more."""
    units = {line.code: line.units for line in now}
    return next(line for line in then if line.units > units.get(line.code, 0))
