"""How a payer reads the rules on a day: the practice's approved row, or a preset in its place."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from billing.models import PayerPolicy
from billing.rules import policy
from billing.rules.errors import FieldError
from billing.rules.policy import Policy
from registry.models import Payer, Practice, User

#: Shows what is at stake where a payer has no row in force; such a claim is held, never guessed.
STAND_IN = "standard"


class UnreadablePolicy(Exception):
    """A payer's row holds something that the rules do not know: its field, never its value."""


@dataclass(frozen=True, slots=True)
class Applied:
    """A policy as applied to a month, as it is kept with each claim: every field, and a mark."""

    policy: Policy
    is_stand_in: bool
    document: dict[str, object]
    mark: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A row as it stands: which preset, and what differs from it."""

    payer_id: int
    preset: str
    overrides: Mapping[str, object]

    def applied(self, month: dt.date) -> Applied:
        """The policy as applied to a month.  UnreadablePolicy where the row is not right."""
        try:
            return _applied(policy.resolve(self.preset, self.overrides, on=month))
        except FieldError as error:
            raise UnreadablePolicy(
                f"The policy of payer {self.payer_id} cannot be read: {error}."
            ) from error


def in_force(payer_ids: Collection[int], day: dt.date) -> dict[int, Reading]:
    """The row of each payer that is approved and in force on a local day."""
    rows = PayerPolicy.objects.filter(
        Q(active_to=None) | Q(active_to__gte=day),
        payer_id__in=payer_ids,
        approved_at__isnull=False,
        active_from__lte=day,
    )
    found = rows.values_list("payer_id", "preset", "overrides")
    return {payer_id: Reading(payer_id, preset, given) for payer_id, preset, given in found}


def visible_to(user: User, practice: Practice) -> QuerySet[PayerPolicy]:
    """A practice's policies, drafts with them, for a person who has a role in it."""
    mine = Practice.objects.filter(memberships__user=user)
    rows = PayerPolicy.objects.filter(practice=practice, practice__in=mine)
    return rows.select_related("practice", "payer", "entered_by", "approved_by")


def of_payer(user: User, payer: Payer) -> QuerySet[PayerPolicy]:
    """A payer's policies over time, the latest days first."""
    rows = visible_to(user, payer.practice).filter(payer=payer)
    return rows.order_by("-active_from", "-entered_at", "-pk")


def get(user: User, practice: Practice, policy_id: int) -> PayerPolicy:
    """One policy.  PayerPolicy.DoesNotExist where it is another practice's, or nobody's."""
    return visible_to(user, practice).get(pk=policy_id)


def sharing_days(row: PayerPolicy) -> PayerPolicy | None:
    """The first other approved policy of the payer that is in force on one of the row's days."""
    others = PayerPolicy.objects.filter(payer_id=row.payer_id, approved_at__isnull=False)
    others = others.exclude(pk=row.pk).exclude(active_to__lt=row.active_from)
    if row.active_to:
        others = others.filter(active_from__lte=row.active_to)
    return others.order_by("active_from").first()


def stand_in(month: dt.date) -> Applied:
    """The policy that shows what is at stake where none is in force."""
    return _applied(policy.resolve(STAND_IN, on=month), is_stand_in=True)


def _applied(read: Policy, *, is_stand_in: bool = False) -> Applied:
    document = {"preset": read.preset, "version": str(read.version), **read.as_json()}
    written = json.dumps(document, sort_keys=True, separators=(",", ":"))
    return Applied(read, is_stand_in, document, hashlib.sha256(written.encode()).hexdigest())
