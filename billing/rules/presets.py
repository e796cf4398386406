"""Presets: how a payer, or a reading of the codes, fills every field of a policy; dated files.

A version states every field, or is ``based_on`` another preset of the folder and states only what
this payer is known to read, each with its own source. What it does not state is the base's: where
the base is a general reading, nobody has said that this payer reads it so, and the field is marked
as unconfirmed. A version based on its own preset's name goes on from the version before it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from billing.rules import parameters, preset_version, reading
from billing.rules.errors import FieldError
from billing.rules.preset_version import GENERAL, GROUPS, Base, Version

__all__ = ["GENERAL", "GROUPS", "Preset", "Version", "book", "names", "read", "version"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Preset:
    """A reading of the codes: its name, its label, and where a list of presets shows it."""

    name: str
    label: str
    group: str
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


def read(path: Path, derived: tuple[str, ...] = ()) -> Preset:
    """Read a preset's file, and those that it is based on; raise ParameterError if one is wrong.

    ``derived`` are the presets that are being read because they are based on this one.
    """
    with parameters.naming(path):
        found = reading.record(
            parameters.load(path), "", needs=("name", "label", "group", "version")
        )
        name = reading.word(found["name"], "name", among=(path.stem,))
        group = reading.word(found["group"], "group", among=GROUPS)
        return Preset(
            name=name,
            label=reading.text(found["label"], "label"),
            group=group,
            versions=_versions(found["version"], path, (*derived, name)),
        )


def _versions(value: object, path: Path, names: tuple[str, ...]) -> tuple[Version, ...]:
    earlier: list[Version] = []
    for place, item in enumerate(reading.several(value, "version", reading.mapping)):
        where = f"version[{place}]"
        base = _base(item.get("based_on"), f"{where}.based_on", path, names, earlier)
        earlier.append(preset_version.read(names[-1], item, where, base))
    return parameters.in_order(earlier)


def _base(
    value: object, where: str, path: Path, names: tuple[str, ...], earlier: Sequence[Version]
) -> Base | None:
    """Return the versions that one may go on from: those before it, or those of another preset."""
    if value is None:
        return None
    base = reading.text(value, where)
    if base == names[-1]:
        if not earlier:
            raise FieldError(where, "names this preset itself, and no version stands before")
        return Base(versions=tuple(earlier), is_own=True, is_general=False, label="")
    return _other(base, where, path, names)


def _other(base: str, where: str, path: Path, names: tuple[str, ...]) -> Base:
    if base in names:
        raise FieldError(where, f"goes round in a circle: {' on '.join((*names, base))}")
    if base not in {found.stem for found in path.parent.glob("*.toml")}:
        raise FieldError(where, f"must be the name of another preset, and {base} is none")
    preset = read(path.with_name(f"{base}.toml"), names)
    return Base(
        versions=preset.versions,
        is_own=False,
        is_general=preset.group == GENERAL,
        label=preset.label,
    )
