"""Room for a policy among a payer's approved ones: what has to give way, and how."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from billing.models import PayerPolicy
from billing.selectors import policies as selectors
from billing.services import stretches
from registry.models import User

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Step:
    """What becomes of one approved policy: other first and last days, or it is set aside whole."""

    row: PayerPolicy
    text: str
    first: dt.date | None = None
    last: dt.date | None = None
    set_aside: bool = False


def steps(draft: PayerPolicy) -> list[Step]:
    """What makes room for a draft, by the days of what is approved; nothing where it has room."""
    return [_step(draft, other) for other in selectors.sharing_days(draft)]


def make(found: Iterable[Step], *, by: User, now: dt.datetime) -> None:
    """Carry the steps out; call it within the transaction that approves the draft."""
    for step in found:
        row = step.row
        if step.set_aside:
            row.set_aside_at, row.set_aside_by = now, by
        row.active_from = step.first or row.active_from
        row.active_to = step.last or row.active_to
        row.save(update_fields=["active_from", "active_to", "set_aside_at", "set_aside_by"])


def _step(draft: PayerPolicy, other: PayerPolicy) -> Step:
    first, last = draft.active_from, draft.active_to
    named = f"The policy that is approved {stretches.said(other.active_from, other.active_to)}"
    if other.active_from < first:
        before = first - _DAY
        ends = f"{named} ends on {stretches.day(before)}."
        return Step(other, f"{ends}{_gap(last, other)}", last=before)
    if last is None or (other.active_to is not None and other.active_to <= last):
        text = f"{named} is set aside: this one takes all of its days."
        return Step(other, text, set_aside=True)
    after = last + _DAY
    return Step(other, f"{named} begins on {stretches.day(after)} only.", first=after)


def _gap(last: dt.date | None, other: PayerPolicy) -> str:
    """Days that the other had beyond the draft's last, and nobody has then."""
    if last is None or (other.active_to is not None and other.active_to <= last):
        return ""
    return f" From {stretches.day(last + _DAY)} on no policy is in force then."
