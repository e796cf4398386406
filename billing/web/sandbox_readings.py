"""The two readings of a test, field by field, where they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from billing.rules import comparing
from billing.selectors import policies
from billing.selectors.policies import Applied, UnreadablePolicy
from registry import calendar

if TYPE_CHECKING:
    from billing.services.sandbox_store import Side, Test


def of(test: Test) -> dict[str, Any]:
    """What each side is called and read by, and the fields in which they differ.

    Where one of them cannot be read, its sentence stands in the place of the fields.
    """
    try:
        before, after = (_applied(test, side) for side in (test.before, test.after))
    except UnreadablePolicy as error:
        return {"unreadable": str(error)}
    return {
        "before": _said(test.before, before),
        "after": _said(test.after, after),
        "fields": comparing.fields(before.policy, after.policy),
    }


def _applied(test: Test, side: Side) -> Applied:
    reading = side.reading
    if reading is None:
        last = calendar.last_day(test.month)
        reading = policies.in_force([test.payer_id], last).get(test.payer_id)
    return reading.applied(test.month) if reading else policies.stand_in(test.month)


def _said(side: Side, applied: Applied) -> str:
    if side.reading is not None:
        return side.label
    if applied.is_stand_in:
        return "What stands now: no approved policy, so every claim is held"
    return f"What stands now ({applied.policy.preset})"
