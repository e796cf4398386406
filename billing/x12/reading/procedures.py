"""The composite that names what was done (SVC01, SVC06)."""

from __future__ import annotations

from billing.x12.reading.parts import Log
from billing.x12.reading.remittance import Procedure
from billing.x12.reading.segments import Segment

_MODIFIERS = slice(2, 6)


def procedure(segment: Segment, place: int, log: Log) -> Procedure:
    """Read it; one without a code is noted, since the line has our control number besides."""
    given = _components(segment, place, log)
    if len(given) < 2 or not given[1]:
        log.note(segment, f"element {place}, the procedure, has no code.")
    given = [*given, "", ""]
    return Procedure(
        qualifier=given[0],
        code=given[1],
        modifiers=tuple(each for each in given[_MODIFIERS] if each),
        description=given[6] if len(given) > 6 else "",
    )


def _components(segment: Segment, place: int, log: Log) -> list[str]:
    """By the ISA's separator; where it is not there, by what stands after the two-letter list."""
    given = segment.parts(place)
    if len(given) == 1 and len(given[0]) > 3 and not given[0][2].isalnum():
        log.note(segment, f"element {place} is parted in another way than the ISA says.")
        return given[0].split(given[0][2])
    return given
