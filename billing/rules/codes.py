"""What a billing code says, from dated files: ``parameters/codes`` and ``parameters/sets``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from pathlib import Path

from billing.rules import parameters, reading
from billing.rules.parameters import Dated
from billing.rules.words import plain

INITIAL_MONTH = "initial_month"
LATER_MONTH = "later_month"
ADD_ON = "add_on"
SHORT_MONTH = "short_month"
GENERAL = "general"
IN_PLACE = "in_place"
PARTS = (INITIAL_MONTH, LATER_MONTH, ADD_ON, SHORT_MONTH, GENERAL, IN_PLACE)

PSYCHOTHERAPY = "psychotherapy"
OFFICE_VISIT = "office_visit"
FAMILY = "integrated_care"
APCM_BASE = "apcm_base"


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """What a code says from a day on: its whole minutes (None where it is not timed)."""

    dated: Dated
    full_minutes: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Code:
    """A code: the part that it plays, our own short label, and what it stands in place of."""

    code: str
    label: str
    part: str
    replaces: str | None
    versions: tuple[Reading, ...]

    def on(self, day: date) -> Reading:
        return parameters.in_force(self.versions, day)


@dataclass(frozen=True, kw_only=True, slots=True)
class SetVersion:
    dated: Dated
    codes: frozenset[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class CodeSet:
    """Codes that a rule speaks of together, such as the psychotherapy codes."""

    label: str
    versions: tuple[SetVersion, ...]


@lru_cache(maxsize=1)
def book() -> Mapping[str, Code]:
    """Return every code that has a file."""
    return {code.code: code for code in map(read_code, parameters.files("codes"))}


@lru_cache(maxsize=1)
def sets() -> Mapping[str, CodeSet]:
    return {path.stem: read_set(path) for path in parameters.files("sets")}


@lru_cache(maxsize=64)
def playing(part: str) -> Code:
    """Return the code that plays a part of its own, such as the add-on."""
    return next(code for code in book().values() if code.part == part)


@lru_cache(maxsize=64)
def in_place_of(code: str) -> str:
    """Return the code that stands in a code's place beside advanced primary care management."""
    return next(other.code for other in book().values() if other.replaces == code)


@lru_cache(maxsize=4096)
def full_minutes(code: str, on: date) -> int:
    """Return the whole minutes of a timed code on a day."""
    minutes = book()[code].on(on).full_minutes
    assert minutes is not None, f"{code} is not timed"
    return minutes


@lru_cache(maxsize=4096)
def among(name: str, on: date) -> frozenset[str]:
    """Return the codes of a set on a day."""
    return parameters.in_force(sets()[name].versions, on).codes


@lru_cache(maxsize=4096)
def is_among(code: str, name: str, on: date) -> bool:
    """Return whether a code, however it is written, belongs to a set on a day."""
    return plain(code) in among(name, on)


@lru_cache(maxsize=1)
def timed() -> frozenset[str]:
    """Return the codes that have minutes of their own, hence a minimum."""
    return frozenset(code.code for code in book().values() if code.part != IN_PLACE)


@lru_cache(maxsize=1)
def capped() -> frozenset[str]:
    """Return the codes of which a month may earn several, hence a cap."""
    return frozenset({playing(ADD_ON).code})


def highest_minimum(code: str) -> int | None:
    """Return the most that a code's minimum may be: an add-on's whole minutes, else no limit."""
    return book()[code].versions[-1].full_minutes if code in capped() else None


def read_code(path: Path) -> Code:
    """Read a code's file; raise ParameterError where it is not right."""
    with parameters.naming(path):
        found = reading.record(
            parameters.load(path),
            "",
            needs=("code", "label", "part", "version"),
            may_have=("replaces",),
        )
        return Code(
            code=reading.word(found["code"], "code", among=(path.stem,)),
            label=reading.text(found["label"], "label"),
            part=reading.word(found["part"], "part", among=PARTS),
            replaces=reading.text(found["replaces"], "replaces") if "replaces" in found else None,
            versions=parameters.in_order(reading.several(found["version"], "version", _reading)),
        )


def _reading(value: object, path: str) -> Reading:
    found = reading.record(value, path, needs=parameters.DATED, may_have=("until", "full_minutes"))
    minutes = partial(reading.whole, at_least=1)
    return Reading(
        dated=parameters.dated(found, path),
        full_minutes=reading.optional(minutes)(found.get("full_minutes"), f"{path}.full_minutes"),
    )


def read_set(path: Path) -> CodeSet:
    """Read a set's file; raise ParameterError where it is not right."""
    with parameters.naming(path):
        found = reading.record(parameters.load(path), "", needs=("label", "version"))
        return CodeSet(
            label=reading.text(found["label"], "label"),
            versions=parameters.in_order(
                reading.several(found["version"], "version", _set_version)
            ),
        )


def _set_version(value: object, path: str) -> SetVersion:
    found = reading.record(value, path, needs=(*parameters.DATED, "codes"), may_have=("until",))
    return SetVersion(
        dated=parameters.dated(found, path),
        codes=frozenset(reading.several(found["codes"], f"{path}.codes", reading.text)),
    )
