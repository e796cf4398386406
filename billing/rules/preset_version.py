"""One version of a preset: every field of a policy from a day on, and how sure each one is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from billing.rules import codes, parameters, policy_fields, preset_notes, reading
from billing.rules.errors import FieldError
from billing.rules.parameters import Dated
from billing.rules.preset_notes import NO_TERMS, ClaimTerms, Fact

GENERAL = "General"
GROUPS = (GENERAL, "Medicare", "Medicaid", "Commercial")
"""Where a list of presets shows one; ``General`` are readings of the codes, of no one payer."""

_MAY_HAVE = ("until", "based_on", "shape", "sources", "unconfirmed", "to_know", "terms")


@dataclass(frozen=True, kw_only=True, slots=True)
class Version:
    """A preset from a day on: every field of a policy, and where each was read.

    ``shape`` is that of the rule: codes by minutes, or one code by the month. ``sources`` and
    ``days`` hold, by field, where and when it was read, if otherwise than the version;
    ``unconfirmed`` why it is not certain that the payer reads it so. ``to_know`` is what a biller
    should know and no rule decides; ``terms`` is how the payer takes claims.
    """

    preset: str
    dated: Dated
    shape: str
    values: Mapping[str, object]
    sources: Mapping[str, str]
    days: Mapping[str, date]
    unconfirmed: Mapping[str, str]
    to_know: tuple[Fact, ...]
    terms: ClaimTerms

    def source(self, field: str) -> str:
        """Return where a field's value was read."""
        return self.sources.get(field, self.dated.reference)

    def read_on(self, field: str) -> date:
        """Return the day on which a field's value was read."""
        return self.days.get(field, self.dated.read_on)

    def doubt(self, field: str) -> str:
        """Return why a field's value is not certain; empty where it was read as it stands."""
        return self.unconfirmed.get(field, "")


@dataclass(frozen=True, kw_only=True, slots=True)
class Base:
    """What a version goes on from: its own preset's earlier versions, or another preset's."""

    versions: tuple[Version, ...]
    is_own: bool
    is_general: bool
    label: str


def read(preset: str, value: object, path: str, base: Base | None) -> Version:
    """Read a version, on top of its base's version of the day on which it begins."""
    item = reading.mapping(value, path)
    shape = _shape(item, path, base)
    fields = tuple(policy_fields.SHAPES[shape])
    needs = parameters.DATED if base else (*parameters.DATED, *fields)
    found = reading.record(item, path, needs=needs, may_have=(*_MAY_HAVE, *fields))
    dated = parameters.dated(found, path)
    stated = _stated(found, path, shape)
    own = Version(
        preset=preset,
        dated=dated,
        shape=shape,
        values=stated,
        sources=_by_field(found.get("sources", {}), f"{path}.sources", stated),
        days={},
        unconfirmed=_by_field(found.get("unconfirmed", {}), f"{path}.unconfirmed", stated),
        to_know=preset_notes.facts(found.get("to_know", ()), f"{path}.to_know"),
        terms=preset_notes.terms(found.get("terms", {}), f"{path}.terms", _terms(dated, base)),
    )
    return _whole(own, path) if base is None else _on_top(own, path, base)


def _shape(item: reading.Record, path: str, base: Base | None) -> str:
    """Return the shape of the rule: as stated, else as the version before it, else by minutes."""
    if "shape" in item:
        return reading.word(item["shape"], f"{path}.shape", among=policy_fields.SHAPES)
    return base.versions[-1].shape if base else policy_fields.MINUTES


def _whole(own: Version, path: str) -> Version:
    for field, known in (("min_minutes", codes.timed()), ("max_units", codes.capped())):
        reading.record(own.values[field], f"{path}.{field}", needs=sorted(known))
    return own


def _on_top(own: Version, path: str, base: Base) -> Version:
    """Return a version with its base's fields where it states none; what it states has sources."""
    for field in own.values:
        if field not in own.sources:
            raise FieldError(f"{path}.sources.{field}", "is missing: a stated field has a source")
    below = parameters.in_force(base.versions, own.dated.since)
    taken = _taken(own, below, path)
    return replace(
        own,
        values=_merged(own, below),
        sources={**{field: below.source(field) for field in taken}, **own.sources},
        days={field: below.read_on(field) for field in taken},
        unconfirmed={**_doubts(below, taken, base), **own.unconfirmed},
        to_know=(*below.to_know, *own.to_know) if base.is_own else own.to_know,
    )


def _taken(own: Version, below: Version, path: str) -> list[str]:
    """Return the fields taken over; one that the base's shape reads otherwise cannot be."""
    here, there = policy_fields.SHAPES[own.shape], policy_fields.SHAPES[below.shape]
    taken = [field for field in here if field not in own.values]
    for field in taken:
        if here[field] is not there.get(field):
            raise FieldError(reading.under(path, field), "is missing")
    return taken


def _merged(own: Version, below: Version) -> Mapping[str, object]:
    known = policy_fields.SHAPES[own.shape]
    merged = policy_fields.merged(below.values, own.values)
    return {field: value for field, value in merged.items() if field in known}


def _doubts(below: Version, taken: Iterable[str], base: Base) -> dict[str, str]:
    if base.is_general:
        why = f"Nothing was found for this payer; read as in “{base.label}”."
        return dict.fromkeys(taken, why)
    return {field: below.unconfirmed[field] for field in taken if field in below.unconfirmed}


def _terms(dated: Dated, base: Base | None) -> ClaimTerms:
    """Return the terms that a version goes on from: those of its own preset's version before."""
    if base is None or not base.is_own:
        return NO_TERMS
    return parameters.in_force(base.versions, dated.since).terms


def _stated(found: reading.Record, path: str, shape: str) -> dict[str, object]:
    """Read the fields that are stated; TOML knows no null, so an empty text stands for one."""
    given = {
        name: None if found[name] == "" else found[name]
        for name in policy_fields.SHAPES[shape]
        if name in found
    }
    return policy_fields.read(given, path, shape)


def _by_field(value: object, path: str, stated: Mapping[str, object]) -> Mapping[str, str]:
    """Read a text for each of some fields, all of them stated in this very version."""
    found = reading.mapping(value, path)
    for key in found:
        if key not in policy_fields.READERS and key not in policy_fields.PROGRAM_READERS:
            raise FieldError(reading.under(path, key), "is no field of a policy")
        if key not in stated:
            raise FieldError(reading.under(path, key), "speaks of a field that is not stated here")
    return {key: parameters.cited(text, f"{path}.{key}") for key, text in found.items()}
