"""How a payer reads the rules on a day: the practice's approved row, or a preset in its place."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Count, Q, QuerySet

from billing.models import ClaimState, PayerPolicy
from billing.rules import policy, presets
from billing.rules.errors import FieldError
from billing.rules.policy import Policy
from billing.selectors import claims
from registry import calendar, kept_sql
from registry.models import Payer, Practice, User
from registry.vocabulary import Role

#: Shows what is at stake where a payer has no row in force; such a claim is held, never guessed.
STAND_IN = "standard"


#: As `_on` says it; kept SQL, because each stop of a clock asks it (`terms`).
IN_FORCE = """
    SELECT payer_id, preset, overrides, source FROM billing_payerpolicy
    WHERE payer_id = ANY(%(payers)s::bigint[])
    AND approved_at IS NOT NULL AND set_aside_at IS NULL
    AND active_from <= %(day)s AND coalesce(active_to >= %(day)s, true)
"""


class UnreadablePolicy(Exception):
    """A payer's row holds something that the rules do not know: its field, never its value."""


@dataclass(frozen=True, slots=True)
class Applied:
    """A policy as applied to a month, as it is kept with each claim: every field, and a mark.

    `source` is where the practice has what it set itself.
    """

    policy: Policy
    is_stand_in: bool
    document: dict[str, object]
    mark: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A row as it stands: which preset, and what differs from it."""

    payer_id: int
    preset: str
    overrides: Mapping[str, object]
    source: str = ""

    def applied(self, month: dt.date) -> Applied:
        """The policy as applied to a month.  UnreadablePolicy where the row is not right."""
        try:
            read = policy.resolve(self.preset, self.overrides, on=month)
            return _applied(read, source=self.source)
        except FieldError as error:
            raise UnreadablePolicy(
                f"The policy of payer {self.payer_id} cannot be read: {error}."
            ) from error


def in_force(payer_ids: Collection[int], day: dt.date) -> dict[int, Reading]:
    """The row of each payer that is approved and in force on a local day."""
    found = kept_sql.fetch(IN_FORCE, {"payers": list(payer_ids), "day": day})
    return {row[0]: reading(*row) for row in found}


def reading(payer_id: int, preset: str, overrides: str, source: str) -> Reading:
    """A row of `IN_FORCE`."""
    return Reading(payer_id, preset, json.loads(overrides), source)


def visible_to(user: User, practice: Practice) -> QuerySet[PayerPolicy]:
    """A practice's policies, drafts with them, for a person who has a role in it."""
    mine = Practice.objects.filter(memberships__user=user)
    rows = PayerPolicy.objects.filter(practice=practice, practice__in=mine)
    return rows.select_related(
        "practice", "payer", "entered_by", "approved_by", "tested_by", "reviewed_by", "set_aside_by"
    )


def of_practice(user: User, practice: Practice) -> QuerySet[PayerPolicy]:
    """The policies of all its payers, the latest days first."""
    return visible_to(user, practice).order_by("-active_from", "-entered_at", "-pk")


def of_payer(user: User, payer: Payer) -> QuerySet[PayerPolicy]:
    """A payer's policies over time, the latest days first."""
    return of_practice(user, payer.practice).filter(payer=payer)


def get(user: User, practice: Practice, policy_id: int) -> PayerPolicy:
    """One policy.  PayerPolicy.DoesNotExist where it is another practice's, or nobody's."""
    return visible_to(user, practice).get(pk=policy_id)


def sharing_days(row: PayerPolicy) -> QuerySet[PayerPolicy]:
    """Other approved policies of the payer that are in force on one of the row's days."""
    others = _approved().filter(payer_id=row.payer_id).exclude(pk=row.pk)
    others = others.exclude(active_to__lt=row.active_from)
    if row.active_to:
        others = others.filter(active_from__lte=row.active_to)
    return others.order_by("active_from")


def before(row: PayerPolicy) -> PayerPolicy | None:
    """What a draft is to follow: the payer's policy on its first day, else the last one before."""
    earlier = _approved().filter(payer_id=row.payer_id, active_from__lte=row.active_from)
    return earlier.exclude(pk=row.pk).order_by("-active_from").first()


def overdue(user: User, practice: Practice, month: dt.date, today: dt.date) -> list[PayerPolicy]:
    """Policies past their review that claims of a month rest on, by the payer's name."""
    rows = visible_to(user, practice).filter(pk__in=_on(calendar.last_day(month)))
    rows = rows.filter(review_by__lte=today, payer__claims__month=month)
    return list(rows.order_by("payer__name").distinct())


def held_by_payer(user: User, practice: Practice, month: dt.date) -> dict[int, int]:
    """How many open claims of a month each payer's missing policy holds."""
    held = claims.of_month(user, practice, month).filter(
        state=ClaimState.DRAFT, rules__contains=["policy_missing"], payer__isnull=False
    )
    counted = held.order_by().values("payer_id").annotate(number=Count("pk"))
    return {row["payer_id"]: row["number"] for row in counted}


def approvers(row: PayerPolicy) -> list[str]:
    """Who may approve a draft: names of its practice's billers and supervisors, but its writer."""
    roles = (Role.BILLER, Role.SUPERVISOR)
    found = User.objects.filter(
        memberships__practice=row.practice_id, memberships__role__in=roles, is_active=True
    )
    names = found.exclude(pk=row.entered_by_id).values_list("full_name", flat=True)
    return sorted(set(names))


def is_known(preset: str) -> bool:
    return preset in presets.names()


def reading_of(row: PayerPolicy) -> tuple[object, ...]:
    """What a test of a draft tests: preset, overrides and days."""
    return row.preset, row.overrides, row.active_from, row.active_to


def mark(row: PayerPolicy) -> str:
    """One mark of all that is written in a draft: it changes when somebody changes it."""
    said = [*reading_of(row), row.reasons, row.source, row.source_address, row.review_by]
    written = json.dumps([*said, row.entered_by_id], sort_keys=True, default=str)
    return hashlib.sha256(written.encode()).hexdigest()


def _approved() -> QuerySet[PayerPolicy]:
    return PayerPolicy.objects.filter(approved_at__isnull=False, set_aside_at__isnull=True)


def _on(day: dt.date) -> QuerySet[PayerPolicy]:
    """Approved policies that are in force on a local day."""
    return _approved().filter(Q(active_to=None) | Q(active_to__gte=day), active_from__lte=day)


def stand_in(month: dt.date) -> Applied:
    """The policy that shows what is at stake where none is in force."""
    return _applied(policy.resolve(STAND_IN, on=month), is_stand_in=True)


@lru_cache(maxsize=1024)
def _applied(read: Policy, *, is_stand_in: bool = False, source: str = "") -> Applied:
    document = {"preset": read.preset, "version": str(read.version), **read.as_json()}
    written = json.dumps(document, sort_keys=True, separators=(",", ":"))
    mark = hashlib.sha256(written.encode()).hexdigest()
    return Applied(read, is_stand_in, document, mark, source)
