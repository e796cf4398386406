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
        *(_published(payer, title) for title in presets.GROUPS),
    ]
    return [group for group in found if group.sides]


def _published(payer: Payer, title: str) -> Group:
    """The presets of one kind: readings of no one payer, or those of Medicare, and so on."""
    mine = [name for name, preset in presets.book().items() if preset.group == title]
    return Group(f"Published: {title}", [_of_preset(payer, name) for name in mine])


def name_of(row: PayerPolicy) -> str:
    return f"policy-{row.pk}"


def of_policy(row: PayerPolicy) -> Side:
    """A payer's policy, approved or not, as it is written now."""
    days = stretches.said(row.active_from, row.active_to)
    reading = Reading(row.payer_id, row.preset, row.overrides)
    return Side(name_of(row), f"{_what(row)} {days} ({row.preset})", reading)


def _what(row: PayerPolicy) -> str:
    if row.approved_at is None:
        return "Draft"
    return "Policy set aside," if row.set_aside_at else "Policy"


def _of_preset(payer: Payer, name: str) -> Side:
    label = f"{presets.book()[name].label} ({name})"
    return Side(f"preset-{name}", label, Reading(payer.pk, name, {}))
