"""How long a sign-in still holds: it ends after a while without work, and after a day's anyway.

Both instants live in the session itself, as seconds since 1970.  Nothing here reads the clock.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.sessions.backends.base import SessionBase

SIGNED_IN_AT = "signed_in_at"
WORKED_AT = "worked_at"

#: Work is written down at most this often, in seconds: not every page view is a row written.
GRAIN = 30


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Seconds without work, and seconds since the sign-in, after which a session ends."""

    idle: int
    absolute: int

    @property
    def grain(self) -> int:
        return min(GRAIN, self.idle // 60)


def begin(session: SessionBase, *, now: float) -> None:
    """The person has just shown who they are."""
    session[SIGNED_IN_AT] = session[WORKED_AT] = int(now)


def has_begun(session: SessionBase) -> bool:
    return SIGNED_IN_AT in session and WORKED_AT in session


def note_work(session: SessionBase, limits: Limits, *, now: float) -> None:
    """The person did something: the time without work starts anew."""
    if int(now) - session[WORKED_AT] >= limits.grain:
        session[WORKED_AT] = int(now)


def extend(session: SessionBase, *, now: float) -> None:
    """The person asked to go on: to the second, whatever the grain."""
    session[WORKED_AT] = int(now)


def seconds_left(session: SessionBase, limits: Limits, *, now: float) -> int:
    """Whole seconds until the session ends; zero once it has."""
    idle_end = session[WORKED_AT] + limits.idle
    absolute_end = session[SIGNED_IN_AT] + limits.absolute
    return max(0, int(min(idle_end, absolute_end) - now))
