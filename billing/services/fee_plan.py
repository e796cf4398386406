"""Many amounts at once: what they would change, shown before it is written, then all or nothing."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from django.db import transaction

from billing.models import Fee, FeeKind
from billing.services import fees, stretches
from billing.services.fees import Terms
from registry.errors import refuse
from registry.models import Payer, Practice, User
from registry.services.constraints import refusing

_MOVED = "The fees were changed in the meantime. Look at what would be written now, and confirm it."
_FOREVER = dt.date.max
Key = tuple[str, int | None, str]


@dataclass(frozen=True, kw_only=True)
class Proposed:
    """An amount to be written, tidy and without problems; `row` names it for the person."""

    row: str
    payer: Payer | None
    terms: Terms

    @property
    def key(self) -> Key:
        """What has one amount a day."""
        return self.terms.kind, self.payer.pk if self.payer else None, self.terms.code

    @property
    def first(self) -> dt.date:
        assert self.terms.active_from is not None
        return self.terms.active_from

    @property
    def last(self) -> dt.date:
        return self.terms.active_to or _FOREVER


@dataclass(frozen=True, kw_only=True)
class Ended:
    """An amount in force that would get its last day, to make room for a later one."""

    fee: Fee
    on: dt.date


@dataclass(frozen=True, kw_only=True)
class Clash:
    """An amount that cannot be written, and why."""

    proposed: Proposed
    sentence: str


@dataclass(kw_only=True)
class Plan:
    added: list[Proposed] = field(default_factory=list)
    kept: list[Proposed] = field(default_factory=list)
    ended: list[Ended] = field(default_factory=list)
    clashes: list[Clash] = field(default_factory=list)

    @property
    def mark(self) -> str:
        """It changes when what would be written does."""
        said = [
            *(f"+{each.key} {each.terms}" for each in self.added),
            *(f"={each.key} {each.terms}" for each in self.kept),
            *(f"-{each.fee.pk} {each.on}" for each in self.ended),
            *(f"!{each.proposed.key} {each.sentence}" for each in self.clashes),
        ]
        return hashlib.sha256("\n".join(said).encode()).hexdigest()

    @property
    def can_be_written(self) -> bool:
        return not self.clashes and bool(self.added or self.ended)


def make(practice: Practice, proposed: Sequence[Proposed], *, makes_room: bool) -> Plan:
    """What writing these would change.

    `makes_room` ends an amount in force the day before a new one of its code begins, where the new
    ones have all the days that it would lose.
    """
    plan = Plan()
    known = _known(practice)
    for key, group in _grouped(proposed).items():
        _Room(known[key], group, plan, makes_room=makes_room).sort()
    plan.added.sort(key=_order)
    plan.kept.sort(key=_order)
    return plan


@transaction.atomic
def write(
    practice: Practice,
    proposed: Sequence[Proposed],
    *,
    makes_room: bool,
    mark: str,
    by: User,
    now: dt.datetime,
) -> Plan:
    """Write what the plan of that mark said.  Refused, with nothing written, where it differs."""
    plan = make(practice, proposed, makes_room=makes_room)
    if plan.clashes or plan.mark != mark:
        raise refuse("", _MOVED)
    with refusing(fees.ONE_IN_FORCE, "", _MOVED):
        for each in plan.ended:
            each.fee.active_to = each.on
            each.fee.save(update_fields=["active_to"])
        Fee.objects.bulk_create(_row(practice, each, by, now) for each in plan.added)
    return plan


def _row(practice: Practice, each: Proposed, by: User, now: dt.datetime) -> Fee:
    return Fee(
        practice=practice, payer=each.payer, entered_at=now, entered_by=by, **vars(each.terms)
    )


def _known(practice: Practice) -> dict[Key, list[Fee]]:
    found: dict[Key, list[Fee]] = defaultdict(list)
    rows = Fee.objects.filter(practice=practice).select_related("payer")
    for row in rows.order_by("active_from"):
        found[row.kind, row.payer_id, row.code].append(row)
    return found


def _grouped(proposed: Iterable[Proposed]) -> dict[Key, list[Proposed]]:
    groups: dict[Key, list[Proposed]] = defaultdict(list)
    for each in proposed:
        groups[each.key].append(each)
    return groups


def _order(each: Proposed) -> tuple[str, str, str, dt.date]:
    """Charges first, then by payer (those for all at the end), code and day."""
    kind = "0" if each.terms.kind == FeeKind.CHARGE else "1"
    payer = each.payer.name.casefold() if each.payer else "\uffff"
    return kind, payer, each.terms.code, each.first


@dataclass(frozen=True)
class _Room:
    """The amounts of one code, kind and payer: those in the table, and those proposed."""

    known: Sequence[Fee]
    proposed: Sequence[Proposed]
    plan: Plan
    makes_room: bool = field(kw_only=True)

    def sort(self) -> None:
        """Put every proposed amount where it belongs."""
        twice = self._twice()
        begun = {row.active_from: row for row in self.known}
        kept = {each.row for each in self.proposed if _is(each, begun.get(each.first))}
        new = [each for each in self.proposed if each.row not in kept]
        stays = [row for row in self.known if not self._ends(row, new)]
        for each in self.proposed:
            is_kept = each.row in kept
            sentence = twice.get(each.row) or ("" if is_kept else _met(each, stays))
            if sentence:
                self.plan.clashes.append(Clash(proposed=each, sentence=sentence))
            else:
                (self.plan.kept if is_kept else self.plan.added).append(each)

    def _twice(self) -> dict[str, str]:
        """Those that share days with an earlier one of the same list."""
        in_time = sorted(self.proposed, key=lambda each: each.first)
        return {
            later.row: f"It shares days with {earlier.row}: a day has one amount. Take one of the "
            "two out, or change its days."
            for earlier, later in pairwise(in_time)
            if later.first <= earlier.last
        }

    def _ends(self, row: Fee, new: Sequence[Proposed]) -> bool:
        """Whether a row gives way to new ones that begin after it and have all its later days."""
        meeting = [each for each in new if _meets(each, row)]
        if not self.makes_room or not meeting:
            return False
        first = min(each.first for each in meeting)
        last = max(each.last for each in meeting)
        if first <= row.active_from or last < (row.active_to or _FOREVER):
            return False
        self.plan.ended.append(Ended(fee=row, on=first - dt.timedelta(days=1)))
        return True


def _meets(each: Proposed, row: Fee) -> bool:
    return each.first <= (row.active_to or _FOREVER) and row.active_from <= each.last


def _is(each: Proposed, row: Fee | None) -> bool:
    return row is not None and all(
        getattr(row, name) == value for name, value in vars(each.terms).items()
    )


def _met(each: Proposed, stays: Sequence[Fee]) -> str:
    """Why it cannot be written beside what stays."""
    row = next((row for row in stays if _meets(each, row)), None)
    if row is None:
        return ""
    same = ("amount", "active_from", "active_to")
    if all(getattr(row, name) == getattr(each.terms, name) for name in same):
        source = f"another source, “{row.source}”" if row.source else "no source"
        if row.source == each.terms.source:
            source = "marked otherwise"
        return (
            f"The same amount stands already {stretches.said(row.active_from, row.active_to)} with "
            f"{source}. Leave this one out, or take that one out first."
        )
    return fees.met(row, each.first)
