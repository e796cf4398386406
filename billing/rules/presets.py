"""Presets: how a payer, or a reading of the codes, fills every field of a policy; dated files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from billing.rules import codes, parameters, policy_fields, reading
from billing.rules.errors import FieldError
from billing.rules.parameters import Dated


@dataclass(frozen=True, kw_only=True, slots=True)
class Version:
    """A preset from a day on: every field of a policy, and the sources of single fields."""

    preset: str
    dated: Dated
    values: Mapping[str, object]
    sources: Mapping[str, str]

    def source(self, field: str) -> str:
        """Return where a field's value was read."""
        return self.sources.get(field, self.dated.reference)


@dataclass(frozen=True, kw_only=True, slots=True)
class Preset:
    name: str
    label: str
    versions: tuple[Version, ...]


@lru_cache(maxsize=1)
def book() -> Mapping[str, Preset]:
    """Return every preset that has a file."""
    return {path.stem: read(path) for path in parameters.files("presets")}


def names() -> list[str]:
    return list(book())


@lru_cache(maxsize=4096)
def version(name: str, on: date | None) -> Version:
    """Return the version of a preset on a day, the newest without one."""
    return parameters.in_force(book()[name].versions, on)


def read(path: Path) -> Preset:
    """Read a preset's file; raise ParameterError where it is not right."""
    with parameters.naming(path):
        found = reading.record(parameters.load(path), "", needs=("name", "label", "version"))
        name = reading.word(found["name"], "name", among=(path.stem,))
        listed = reading.several(found["version"], "version", lambda v, p: _version(name, v, p))
        return Preset(
            name=name,
            label=reading.text(found["label"], "label"),
            versions=parameters.in_order(listed),
        )


def _version(name: str, value: object, path: str) -> Version:
    needs = (*parameters.DATED, *policy_fields.READERS)
    found = reading.record(value, path, needs=needs, may_have=("until", "sources"))
    return Version(
        preset=name,
        dated=parameters.dated(found, path),
        values=_values(found, path),
        sources=_sources(found.get("sources", {}), f"{path}.sources"),
    )


def _values(found: reading.Record, path: str) -> Mapping[str, object]:
    """Read the fields; TOML knows no null, so an empty text stands for one."""
    given = {name: None if found[name] == "" else found[name] for name in policy_fields.READERS}
    values = policy_fields.read(given, path)
    for field, known in (("min_minutes", codes.timed()), ("max_units", codes.capped())):
        reading.record(values[field], f"{path}.{field}", needs=sorted(known))
    return values


def _sources(value: object, path: str) -> Mapping[str, str]:
    found = reading.mapping(value, path)
    for key in found:
        if key not in policy_fields.READERS:
            raise FieldError(reading.under(path, key), "is no field of a policy")
    return {key: parameters.cited(text, f"{path}.{key}") for key, text in found.items()}
