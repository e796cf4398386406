"""Published amounts, put as a practice's own: for a payer, a setting and a stretch of days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from billing.selectors import published_fees
from billing.selectors.published_fees import PublishedFee
from billing.services import fees, stretches
from billing.services.fee_plan import Proposed
from billing.services.fees import Terms
from registry import checks
from registry.errors import refuse
from registry.models import Payer

WHOLE = Decimal(100)
#: Above it, a percentage is a slip of the pen.
MOST_PERCENT = Decimal(1000)


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What a person asks for: which schedule, for whom, at how many percent, on which days.

    Without a last day, what is published ends by itself, and a code waits for what comes next.
    """

    schedule: str
    setting: str
    kind: str
    percent: Decimal
    payer: Payer | None
    active_from: dt.date
    active_to: dt.date | None


@dataclass(kw_only=True)
class Offer:
    """The amounts that fit the wish, with what of each is not sure; what is published beside them
    and left out; and the practice's codes for which nothing is published on these days."""

    proposed: list[Proposed] = field(default_factory=list)
    unconfirmed: dict[str, str] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)
    not_published: list[str] = field(default_factory=list)


def offer(wish: Wish, known: Collection[str]) -> Offer:
    """What can be taken; `known` are the codes that a claim of the practice can hold.

    Refused by field of `Wish` where it cannot be.
    """
    _check(wish)
    found = Offer()
    fitting = list(_fitting(wish))
    for fee, first, last in fitting:
        if fee.code in known:
            _propose(found, wish, fee, first, last)
    published = {fee.code for fee, _, _ in fitting}
    found.left_out = sorted(published - set(known))
    found.not_published = sorted(set(known) - published)
    return found


def _check(wish: Wish) -> None:
    if not 0 < wish.percent <= MOST_PERCENT:
        raise refuse("percent", f"A percentage lies above 0 and not above {MOST_PERCENT}.")
    checks.stop_if(stretches.problems(wish.active_from, wish.active_to))


def _fitting(wish: Wish) -> Iterator[tuple[PublishedFee, dt.date, dt.date | None]]:
    """What is published for the setting on some of the days, cut to them."""
    for fee in published_fees.fees(wish.schedule):
        first = max(fee.first, wish.active_from)
        last = min((day for day in (fee.last, wish.active_to) if day), default=None)
        if fee.setting == wish.setting and (last is None or first <= last):
            yield fee, first, last


def _propose(
    found: Offer, wish: Wish, fee: PublishedFee, first: dt.date, last: dt.date | None
) -> None:
    row = f"{fee.code} from {stretches.day(first)}"
    terms = fees.tidy(
        Terms(
            code=fee.code,
            amount=published_fees.times(fee.amount, wish.percent),
            active_from=first,
            active_to=last,
            source=_source(wish, fee),
            kind=wish.kind,
            is_unconfirmed=bool(fee.unconfirmed),
        )
    )
    found.proposed.append(Proposed(row=row, payer=wish.payer, terms=terms))
    if fee.unconfirmed:
        found.unconfirmed[row] = fee.unconfirmed


def _source(wish: Wish, fee: PublishedFee) -> str:
    share = "" if wish.percent == WHOLE else f"{wish.percent.normalize():f}% of "
    setting = fee.setting.replace("_", "-")
    return f"{share}{fee.source}; {setting}; read {fee.read_on.isoformat()}"
