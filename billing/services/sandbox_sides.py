"""The readings that a payer's month can be tested with, each with its name and words."""

from __future__ import annotations

from typing import NamedTuple

from billing.models import PayerPolicy
from billing.rules import presets
from billing.selectors import policies
from billing.selectors.policies import Reading
from billing.services import stretches
from billing.services.sandbox_store import Side
from registry.models import Payer, User

#: What stands: the policy in force in the month, or the hold where there is none.
NOW = Side("now", "What stands now", None)


class Group(NamedTuple):
    """Readings of one kind, as a list of choices shows them; without a title where it is alone."""

    title: str
    sides: list[Side]


def offered(user: User, payer: Payer) -> list[Group]:
    """What stands now, the payer's policies with their drafts, and every published preset."""
    rows = list(policies.of_payer(user, payer))
    found = [
        Group("", [NOW]),
        Group("Policies of this payer", [of_policy(row) for row in rows]),
        Group("Published readings", [_of_preset(payer, name) for name in presets.names()]),
    ]
    return [group for group in found if group.sides]


def name_of(row: PayerPolicy) -> str:
    return f"policy-{row.pk}"


def of_policy(row: PayerPolicy) -> Side:
    """A payer's policy, approved or not, as it is written now."""
    what = "Policy" if row.approved_at else "Draft"
    days = stretches.said(row.active_from, row.active_to)
    reading = Reading(row.payer_id, row.preset, row.overrides)
    return Side(name_of(row), f"{what} {days} ({row.preset})", reading)


def _of_preset(payer: Payer, name: str) -> Side:
    label = f"{presets.book()[name].label} ({name})"
    return Side(f"preset-{name}", label, Reading(payer.pk, name, {}))
