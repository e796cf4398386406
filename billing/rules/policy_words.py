"""A policy in plain words: one sentence a field, the same on the screen and in ``explain``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from billing.rules import field_words, presets
from billing.rules.policy import Policy
from billing.rules.presets import Version

LABELS = field_words.LABELS
BY_MINUTES = "Pays by minutes, not by the month."
sentence = field_words.sentence


@dataclass(frozen=True, kw_only=True, slots=True)
class Statement:
    """What a policy says in one field.

    ``unconfirmed`` says why it is not certain that the payer reads it so; empty where it was read
    as it stands. ``differs`` is what another policy says, where it says something else.
    ``is_own``: an override set it; then it has no source here and ``read_on`` is None, for the
    source is that of whoever set it.
    """

    field: str
    label: str
    sentence: str
    source: str
    read_on: date | None
    unconfirmed: str
    differs: str | None = None
    is_own: bool = False


def statements(policy: Policy, *, beside: Policy | None = None) -> tuple[Statement, ...]:
    """Return what a policy says, field by field; and what another says that differs from it."""
    version = presets.version(policy.preset, policy.version)
    own = policy.overrides()
    return tuple(
        _statement(policy, field, version, is_own=field in own, beside=beside)
        for field in policy.as_json()
    )


def differing(policy: Policy, other: Policy) -> tuple[tuple[str, str, str], ...]:
    """Return label and both sentences of each field in which two policies say something else."""
    fields = (
        *policy.as_json(),
        *(name for name in other.as_json() if name not in policy.as_json()),
    )
    rows = ((LABELS[field], said(policy, field), said(other, field)) for field in fields)
    return tuple(row for row in rows if row[1] != row[2])


def _statement(
    policy: Policy, field: str, version: Version, *, is_own: bool, beside: Policy | None
) -> Statement:
    return Statement(
        field=field,
        label=LABELS[field],
        sentence=said(policy, field),
        source="" if is_own else version.source(field),
        read_on=None if is_own else version.read_on(field),
        unconfirmed="" if is_own else version.doubt(field),
        differs=None if beside is None else _differs(policy, beside, field),
        is_own=is_own,
    )


def said(policy: Policy, field: str) -> str:
    """Return what a policy says in a field; one that it does not have is a monthly program's."""
    values = policy.as_json()
    if field in values:
        return sentence(field, values[field], policy)
    return sentence(field, ()) if field == "instruments" else BY_MINUTES


def _differs(policy: Policy, beside: Policy, field: str) -> str | None:
    other = said(beside, field)
    return None if other == said(policy, field) else other
