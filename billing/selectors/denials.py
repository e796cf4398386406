"""Denials, read: the work list, its counts, and what repeats."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, F, Min, Q, QuerySet, Sum

from billing.models import BY_HAND, SETTLED, Denial, DenialState, Remittance
from registry.models import Payer, Practice, User

#: Where the work on a denial can stand: word and label.
STATES = DenialState.choices
STATES_BY_HAND = [each for each in STATES if each[0] in BY_HAND]
#: So many claims refused for one reason, by one payer on one code, are no accident.
REPEATS = 3
LOOKS_BACK = dt.timedelta(days=183)


def visible_to(user: User, practice: Practice) -> QuerySet[Denial]:
    """A practice's denials, for a person who has a role in it."""
    mine = Practice.objects.filter(memberships__user=user)
    rows = Denial.objects.filter(practice=practice, practice__in=mine)
    return rows.select_related("claim__patient", "payer", "owner", "payment__remittance")


def get(user: User, practice: Practice, denial_id: int) -> Denial:
    """One denial.  Denial.DoesNotExist where it is another practice's, or nobody's."""
    return visible_to(user, practice).get(pk=denial_id)


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which denials: `show` is open, settled or all; a payer, an owner or none, a reason code."""

    show: str = "open"
    payer_id: int | None = None
    owner_id: int | None = None
    unowned: bool = False
    reason: str = ""


def listed(user: User, practice: Practice, wanted: Wanted) -> QuerySet[Denial]:
    """The work list: the nearest deadline first, then the most money."""
    rows = visible_to(user, practice)
    if wanted.show != "all":
        settled = Q(state__in=SETTLED)
        rows = rows.filter(settled) if wanted.show == "settled" else rows.exclude(settled)
    if wanted.payer_id:
        rows = rows.filter(payer=wanted.payer_id)
    if wanted.owner_id:
        rows = rows.filter(owner=wanted.owner_id)
    if wanted.unowned:
        rows = rows.filter(owner=None)
    if wanted.reason:
        rows = rows.filter(reason=wanted.reason)
    return rows.order_by(F("due_on").asc(nulls_last=True), "-amount", "pk")


def payers(user: User, practice: Practice) -> list[tuple[int, str]]:
    """Payers that refused anything, by name."""
    found = visible_to(user, practice).exclude(payer=None).order_by("payer__name")
    rows = found.values_list("payer_id", "payer__name").distinct()
    return [(payer_id, name) for payer_id, name in rows if payer_id is not None]


def owners(user: User, practice: Practice) -> list[tuple[int, str]]:
    """Who works on denials here, by name."""
    found = visible_to(user, practice).exclude(owner=None).select_related(None).order_by()
    rows = found.values_list("owner_id", "owner__full_name").distinct()
    return sorted(
        ((owner_id, name) for owner_id, name in rows if owner_id), key=lambda each: each[1]
    )


@dataclass(frozen=True, kw_only=True)
class OpenSum:
    """How many denials are open and the dollars that they hold back."""

    count: int
    amount: Decimal
    next_due: dt.date | None


def open_sum(user: User, practice: Practice) -> OpenSum:
    found = (
        visible_to(user, practice)
        .exclude(state__in=SETTLED)
        .aggregate(count=Count("pk"), amount=Sum("amount"), due=Min("due_on"))
    )
    return OpenSum(
        count=found["count"], amount=found["amount"] or Decimal(), next_due=found["due"]
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Repeat:
    """One payer refusing one code for one reason again and again: a reading that is wrong here?"""

    payer: Payer
    code: str
    reason: str
    claims: int
    amount: Decimal
    remittances: tuple[Remittance, ...]

    @property
    def source(self) -> str:
        """The remittances as a policy's source: by day and trace number."""
        said = [
            f"{row.paid_on:%Y-%m-%d} {row.trace_number}" if row.paid_on else row.trace_number
            for row in self.remittances
        ]
        what = f"{self.payer.name} refused {self.code or 'the claim'} for CARC {self.reason}"
        return f"{what} on {self.claims} claims; remittances {', '.join(said)}"[:300]


def repeats(user: User, practice: Practice, today: dt.date) -> list[Repeat]:
    """What repeats within the last half year, the most claims first; two queries."""
    rows = visible_to(user, practice).filter(opened_at__date__gte=today - LOOKS_BACK)
    rows = rows.exclude(payer=None)
    found: Counter[tuple[int, str, str]] = Counter()
    held: dict[tuple[int, str, str], list[Denial]] = {}
    for row in rows.order_by("pk"):
        held.setdefault((row.payer_id or 0, row.code, row.reason), []).append(row)
    for key, denials in held.items():
        found[key] = len({denial.claim_id for denial in denials})
    return [_repeat(held[key], count) for key, count in found.most_common() if count >= REPEATS]


def _repeat(denials: list[Denial], count: int) -> Repeat:
    first = denials[0]
    assert first.payer is not None
    remittances = {denial.payment.remittance_id: denial.payment.remittance for denial in denials}
    return Repeat(
        payer=first.payer,
        code=first.code,
        reason=first.reason,
        claims=count,
        amount=sum((denial.amount for denial in denials), Decimal()),
        remittances=tuple(remittances.values()),
    )
