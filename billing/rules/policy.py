"""How a payer reads the codes: one typed, frozen policy, wherever it came from.

A policy is a preset (a dated file under ``parameters/presets``) and overrides on top. An override
replaces the preset's whole value, except that ``min_minutes`` and ``max_units`` merge key by key.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property, lru_cache

from billing.rules import policy_fields, presets
from billing.rules.errors import FieldError
from billing.rules.words import listed, plain

_BESIDE = ("preset", "version", "monthly")


@dataclass(frozen=True, kw_only=True, slots=True)
class MonthlyTerms:
    """What the policy of a monthly program says beyond every policy's fields.

    The month is earned by time of the activities ``month_earned_by`` on ``contact_days_needed``
    days of it, whatever their minutes; a scale counts where it is one of ``instruments``.
    """

    month_earned_by: tuple[str, ...]
    contact_days_needed: int
    instruments: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Policy:
    """Every field of a policy as applied, after its preset's name and the date of its version.

    ``monthly`` is None where the payer pays by minutes, as nearly all do.
    """

    preset: str
    version: date
    accepted_codes: tuple[str, ...]
    min_minutes: Mapping[str, int]
    max_units: Mapping[str, int]
    counted_roles: tuple[str, ...]
    bhi_counted_roles: tuple[str, ...]
    counts_outreach_attempts: bool
    consultant_review: str
    measure_required: str
    consent_methods: tuple[str, ...]
    initiating_visit_lookback_days: int
    diagnosis_prefixes: tuple[str, ...]
    same_person_therapy: str
    new_episode_gap_months: int
    initial_if_unbilled: str
    authorization_after_months: int | None
    separately_paid: bool
    program_code: str | None
    apcm_addons: bool
    date_of_service: str
    modifier_25_on_same_day_em: bool
    line_modifiers: Mapping[str, tuple[str, ...]]
    monthly: MonthlyTerms | None = None

    def __hash__(self) -> int:
        return self._hash

    def accepts(self, code: str) -> bool:
        """Return whether the payer takes a code, written plainly."""
        return code in self._accepted

    def modifiers(self, code: str) -> tuple[str, ...]:
        """Return the modifiers that the payer wants on a code's line."""
        return self.line_modifiers.get(plain(code), ())

    def takes_diagnosis(self, diagnosis: str) -> bool:
        """Return whether a diagnosis begins with an accepted prefix."""
        return plain(diagnosis).startswith(self._prefixes)

    def takes_scale(self, instrument: str) -> bool:
        """Return whether the payer takes a scored scale: any, unless it names some."""
        return not self.scales or _bare(instrument) in map(_bare, self.scales)

    @property
    def scales(self) -> tuple[str, ...]:
        """The scales that the payer names; empty where any validated one will do."""
        return self.monthly.instruments if self.monthly else ()

    def roles(self, program: str) -> frozenset[str]:
        """Return the roles whose time counts under a program."""
        return self._bhi_roles if program == "bhi" else self._cocm_roles

    def as_json(self) -> dict[str, object]:
        """Return every field as applied. What lies inside is shared: do not change it."""
        return dict(self._json)

    def overrides(self) -> dict[str, object]:
        """Return what differs from the preset, such that ``resolve`` makes this policy again."""
        return dict(self._overrides)

    @cached_property
    def _accepted(self) -> frozenset[str]:
        return frozenset(map(plain, self.accepted_codes))

    @cached_property
    def _prefixes(self) -> tuple[str, ...]:
        return tuple(map(plain, self.diagnosis_prefixes))

    @cached_property
    def _cocm_roles(self) -> frozenset[str]:
        return frozenset(self.counted_roles)

    @cached_property
    def _bhi_roles(self) -> frozenset[str]:
        return frozenset(self.bhi_counted_roles)

    @cached_property
    def _hash(self) -> int:
        return hash((self.preset, self.version, json.dumps(self._json)))

    @cached_property
    def _json(self) -> dict[str, object]:
        own = {name: _as_json(getattr(self, name)) for name in FIELDS}
        if self.monthly is None:
            return own
        return own | {name: _as_json(getattr(self.monthly, name)) for name in PROGRAM_FIELDS}

    @cached_property
    def _overrides(self) -> dict[str, object]:
        standing = resolve(self.preset, on=self.version)
        return {name: mine for name, mine in self._json.items() if mine != standing._json[name]}


FIELDS = tuple(field.name for field in fields(Policy) if field.name not in _BESIDE)
PROGRAM_FIELDS = tuple(field.name for field in fields(MonthlyTerms))


def resolve(
    preset: str, overrides: Mapping[str, object] | None = None, *, on: date | None = None
) -> Policy:
    """Return the policy of a preset with overrides on top.

    ``on`` chooses among the preset's dated versions (the newest without it; a day before the first
    version is read by the first). Raises FieldError at ``policy.preset`` or at the override's path,
    such as ``policy.overrides.max_units.99494``.
    """
    if preset not in presets.names():
        known = listed(presets.names(), "or")
        raise FieldError("policy.preset", f"must be the name of a preset: {known}")
    version = presets.version(preset, on)
    return _cached(
        preset, version.dated.since, _key(overrides, version.shape) if overrides else "{}"
    )


def _key(overrides: Mapping[str, object], shape: str) -> str:
    try:
        return json.dumps(overrides)
    except (TypeError, ValueError, RecursionError):
        policy_fields.read(overrides, "policy.overrides", shape)  # names the very value, if it can
        raise FieldError("policy.overrides", "must hold values of JSON only") from None


@lru_cache(maxsize=1024)
def _cached(preset: str, since: date, overrides: str) -> Policy:
    version = presets.version(preset, since)
    over = policy_fields.read(json.loads(overrides), "policy.overrides", version.shape)
    values = policy_fields.merged(version.values, over)
    own = {name: values.pop(name) for name in PROGRAM_FIELDS if name in values}
    monthly = MonthlyTerms(**own) if own else None
    return Policy(preset=preset, version=since, monthly=monthly, **values)


def _bare(instrument: str) -> str:
    """Return a scale's name as it is compared: PHQ-9 and phq 9 are one."""
    return "".join(filter(str.isalnum, instrument)).upper()


def _as_json(value: object) -> object:
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Mapping):
        return {key: _as_json(inner) for key, inner in value.items()}
    return value
