"""Where a policy's test lives: in the cache, for an hour, for who asked for it alone.

A key names a person, a practice and the test, all by number.  What is kept are ids of patients,
codes, dollars and the rules' sentences: no name, no date of birth, no record number.
"""

from __future__ import annotations

import datetime as dt
import secrets
from dataclasses import dataclass

from django.core.cache import cache

from billing.selectors.policies import Reading
from billing.services.sandbox_chunk import Pair, Part

SECONDS = 3600
#: Changes with the shape of what is kept: what an older program kept is not read.
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Side:
    """A reading to be compared: its name on the form, its words; None is what stands now."""

    name: str
    label: str
    reading: Reading | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Test:
    """What was asked: which readings, of whose months, in which chunks.

    `noted_on` is the draft on which it is kept that it was tested, if that is to be.
    """

    id: str
    user_id: int
    practice_id: int
    payer_id: int
    month: dt.date
    before: Side
    after: Side
    chunks: tuple[tuple[int, ...], ...]
    asked_at: dt.datetime
    noted_on: int | None = None

    @property
    def pair(self) -> Pair:
        return Pair(self.month, self.before.reading, self.after.reading)

    @property
    def patients(self) -> int:
        return sum(map(len, self.chunks))


def new_id() -> str:
    """A name for a test that nobody guesses."""
    return secrets.token_hex(8)


def keep(test: Test) -> None:
    cache.set(_key(test.user_id, test.practice_id, test.id), test, SECONDS)


def get(user_id: int, practice_id: int, test_id: str) -> Test | None:
    """A test of this person in this practice; None where there is none, or none any more."""
    return cache.get(_key(user_id, practice_id, test_id))


def keep_part(test: Test, position: int, part: Part, now: dt.datetime) -> None:
    """The result of a chunk first, and then the mark that it is there."""
    cache.set(_of(test, "part", position), part, SECONDS)
    cache.set(_of(test, "done", position), now, SECONDS)


def done(test: Test) -> dict[int, dt.datetime]:
    """The chunks that are done, by their place, and when."""
    keys = {_of(test, "done", position): position for position in range(len(test.chunks))}
    return {keys[key]: at for key, at in cache.get_many(keys).items()}


def parts(test: Test) -> list[Part]:
    """What is done, in order."""
    keys = [_of(test, "part", position) for position in range(len(test.chunks))]
    found = cache.get_many(keys)
    return [found[key] for key in keys if key in found]


def _of(test: Test, what: str, position: int) -> str:
    return f"{_key(test.user_id, test.practice_id, test.id)}:{what}:{position}"


def _key(user_id: int, practice_id: int, test_id: str) -> str:
    return f"policy-test:{_FORMAT}:{user_id}:{practice_id}:{test_id}"
