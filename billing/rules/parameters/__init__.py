"""Numbers, codes and sources that may change: dated, cited TOML files, read once and strictly.

A file holds what it is about and one or more ``[[version]]`` tables, each in force ``from`` a
day (``until`` another, where it has ended), with a ``reference`` and the day it was ``read_on``.
An unknown key, a missing one or a value of a wrong type is an error that names file and key.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Protocol, TypeVar

from billing.rules import reading
from billing.rules.errors import FieldError

FOLDER = Path(__file__).parent
DATED = ("from", "reference", "read_on")


class ParameterError(Exception):
    """A parameter file that cannot be used: which file, which key, and why."""

    def __init__(self, file: str, key: str, message: str) -> None:
        super().__init__(f"{file}: {key}: {message}" if key else f"{file}: {message}")
        self.file = file
        self.key = key


@dataclass(frozen=True, kw_only=True, slots=True)
class Dated:
    """When a version is in force, and where it was read when."""

    since: date
    until: date | None
    reference: str
    read_on: date


class _HasDates(Protocol):
    @property
    def dated(self) -> Dated: ...


V = TypeVar("V", bound=_HasDates)


def files(kind: str, folder: Path = FOLDER) -> list[Path]:
    """Return the parameter files of a kind, such as ``codes``, in the order of their names."""
    return sorted((folder / kind).glob("*.toml"))


def load(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (ValueError, OSError) as problem:
        raise ParameterError(name(path), "", str(problem)) from None


def name(path: Path) -> str:
    """Return how a message names a file: its folder and its name."""
    return f"{path.parent.name}/{path.name}"


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Turn what is wrong with a value into an error that names the file as well."""
    try:
        yield
    except FieldError as problem:
        raise ParameterError(name(path), problem.field, problem.message) from None


def day(value: object, path: str) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise FieldError(path, "must be a date")
    return value


def dated(table: reading.Record, path: str) -> Dated:
    """Read the dates and the source of a version."""
    since = day(table["from"], reading.under(path, "from"))
    until = day(table["until"], reading.under(path, "until")) if "until" in table else None
    if until is not None and until < since:
        raise FieldError(reading.under(path, "until"), "lies before from")
    return Dated(
        since=since,
        until=until,
        reference=cited(table["reference"], reading.under(path, "reference")),
        read_on=day(table["read_on"], reading.under(path, "read_on")),
    )


def cited(value: object, path: str) -> str:
    """Read a source; an empty one is none."""
    source = reading.text(value, path)
    if not source.strip():
        raise FieldError(path, "must name a source")
    return source


def in_order(versions: Sequence[V]) -> tuple[V, ...]:
    """Return versions by date, or refuse them where two are in force on one day."""
    if not versions:
        raise FieldError("version", "must be there at least once")
    ordered = sorted(versions, key=lambda version: version.dated.since)
    for before, after in pairwise(ordered):
        ended = before.dated.until or before.dated.since
        if after.dated.since <= ended:
            raise FieldError("version", f"two versions are in force on {after.dated.since}")
    return tuple(ordered)


def in_force(versions: Sequence[V], on: date | None) -> V:
    """Return the version of a day: the last one that had begun, or the first for an earlier day.

    Without a day, the newest. What has ended is still how months after it are read, until a later
    version says otherwise: whether a payer still takes a code is the policy's ``accepted_codes``.
    """
    begun = [version for version in versions if on is None or version.dated.since <= on]
    return begun[-1] if begun else versions[0]
