"""What a practice charges and what payers allow: the amounts in force on a date of service."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import F, Q, QuerySet

from billing.models import Fee, FeeKind, PayerPolicy
from billing.rules import codes as code_book
from billing.rules import presets
from billing.rules.words import plain
from registry import kept_sql
from registry.models import Payer as PayerRow
from registry.models import Practice, User

#: (kind, label).
KINDS = FeeKind.choices
#: Of CPT and HCPCS codes.
CODE_LENGTH = 5


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount for one unit of a code, in dollars, on days from first to last, both included."""

    code: str
    amount: Decimal
    first: dt.date
    last: dt.date | None

    def covers(self, day: dt.date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Schedule:
    """A practice's amounts for one payer; those for this payer go before those for all."""

    charges: tuple[Amount, ...]
    allowances: tuple[Amount, ...]
    mark: str

    def charge(self, code: str, on: dt.date) -> Decimal | None:
        """Dollars that one unit is charged at on a day; None where no amount is in force."""
        return _in_force(self.charges, code, on)

    def allowed(self, code: str, on: dt.date) -> Decimal | None:
        """Dollars that the payer allows for one unit on a day; None where nothing says it."""
        return _in_force(self.allowances, code, on)

    def expected(self, code: str, on: dt.date) -> Decimal | None:
        """Dollars that one unit should bring: the allowed amount, or the charge where it is lower.

        None where no allowed amount is in force.
        """
        allowed, charge = self.allowed(code, on), self.charge(code, on)
        return allowed if allowed is None or charge is None else min(allowed, charge)


def _in_force(amounts: Collection[Amount], code: str, on: dt.date) -> Decimal | None:
    return next((each.amount for each in amounts if each.code == code and each.covers(on)), None)


Payer = tuple[int, int | None]
#: Kept SQL, because each stop of a clock asks it (`terms`).
IN_FORCE = """
    SELECT practice_id, payer_id, kind, code, amount, active_from, active_to FROM billing_fee
    WHERE practice_id = ANY(%(practices)s::bigint[])
    AND (payer_id IS NULL OR payer_id = ANY(%(payers)s::bigint[]))
    AND active_from <= %(last)s AND coalesce(active_to >= %(first)s, true)
"""
ORDER = "ORDER BY practice_id, payer_id, kind, code, active_from"


def schedules(payers: Collection[Payer], first: dt.date, last: dt.date) -> dict[Payer, Schedule]:
    """The schedule of each (practice, payer), with what is in force on some day of a stretch."""
    return scheduled(payers, kept_sql.fetch(f"{IN_FORCE} {ORDER}", given(payers, first, last)))


def given(payers: Collection[Payer], first: dt.date, last: dt.date) -> dict[str, Any]:
    """The parameters of `IN_FORCE`."""
    return {
        "practices": list({practice for practice, _ in payers}),
        "payers": list({payer for _, payer in payers if payer}),
        "first": first,
        "last": last,
    }


def scheduled(payers: Collection[Payer], rows: Iterable[tuple]) -> dict[Payer, Schedule]:
    """The schedules that rows of `IN_FORCE` come to, which are in their `ORDER`."""
    found: dict[Payer, list[tuple]] = defaultdict(list)
    for row in rows:
        found[row[0], row[1]].append(row)
    return {payer: _schedule(payer, found) for payer in payers}


def _schedule(payer: Payer, found: Mapping[Payer, Sequence[tuple]]) -> Schedule:
    practice_id, payer_id = payer
    own = found.get(payer, ()) if payer_id is not None else ()
    rows = (*own, *found.get((practice_id, None), ()))
    return Schedule(
        charges=tuple(Amount(*row[3:]) for row in rows if row[2] == FeeKind.CHARGE),
        allowances=tuple(Amount(*row[3:]) for row in rows if row[2] == FeeKind.ALLOWED),
        mark=";".join(" ".join(map(str, row[2:])) for row in rows),
    )


def visible_to(user: User, practice: Practice) -> QuerySet[Fee]:
    """A practice's fees, for a person who has a role in it."""
    mine = Practice.objects.filter(memberships__user=user)
    rows = Fee.objects.filter(practice=practice, practice__in=mine)
    return rows.select_related("practice", "payer", "entered_by")


def of_payer(user: User, payer: PayerRow) -> QuerySet[Fee]:
    """A payer's charges, then what it allows: by code, its own first, then those for all."""
    rows = visible_to(user, payer.practice).filter(Q(payer=payer) | Q(payer=None))
    return rows.order_by("-kind", "code", F("payer").asc(nulls_last=True), "-active_from")


def narrowed(rows: QuerySet[Fee], wanted: Mapping[str, str], today: dt.date) -> QuerySet[Fee]:
    """Those of a `payer` (its id or `all`) and a `kind`; `days`: `today` (or later), or `over`."""
    if wanted.get("payer"):
        rows = rows.filter(payer=None if wanted["payer"] == "all" else int(wanted["payer"]))
    if wanted.get("kind"):
        rows = rows.filter(kind=wanted["kind"])
    over = Q(active_to__lt=today)
    if wanted.get("days"):
        rows = rows.filter(over if wanted["days"] == "over" else ~over)
    return rows


def in_order(rows: QuerySet[Fee]) -> QuerySet[Fee]:
    """Charges first; by payer, those for all last; by code, the latest first."""
    payer = F("payer__name").asc(nulls_last=True)
    return rows.order_by("-kind", payer, "payer_id", "code", "-active_from")


def without_allowed(practice: Practice, on: dt.date) -> list[str]:
    """Payers of whose claims nothing is expected on a day, for want of any allowed amount."""
    ended = Q(active_to__lt=on)
    allowed = Fee.objects.filter(practice=practice, kind=FeeKind.ALLOWED, active_from__lte=on)
    found = set(allowed.exclude(ended).values_list("payer_id", flat=True))
    if None in found:
        return []
    rows = practice.payers.exclude(pk__in=found)
    return list(rows.order_by("name").values_list("name", flat=True))


def sharing_days(row: Fee) -> Fee | None:
    """The first other amount of the row's code and kind, for the same payers, on its days."""
    others = Fee.objects.filter(
        practice=row.practice, payer=row.payer, kind=row.kind, code=row.code
    )
    others = others.exclude(pk=row.pk).exclude(active_to__lt=row.active_from)
    if row.active_to:
        others = others.filter(active_from__lte=row.active_to)
    return others.order_by("active_from").first()


def codes(practice: Practice) -> list[str]:
    """The codes that a line can hold: those of the rules, and the program codes of payers."""
    policies = PayerPolicy.objects.filter(practice=practice, overrides__has_key="program_code")
    own = policies.values_list("overrides__program_code", flat=True)
    shipped = (
        version.values["program_code"]
        for preset in presets.book().values()
        for version in preset.versions
    )
    programs = {plain(code) for code in (*own, *shipped) if isinstance(code, str)}
    return sorted({*code_book.book(), *(code for code in programs if len(code) == CODE_LENGTH)})
