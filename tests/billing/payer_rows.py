"""A payer's policy in force and a practice's amount, as rows."""

from __future__ import annotations

import datetime as dt

from registry.services import people


def policy_row(payer, by, now, **fields):
    """A policy in force that one person entered and another, `by`, approved."""
    chosen = {
        "practice": payer.practice,
        "preset": "standard",
        "active_from": dt.date(2026, 1, 1),
        "entered_at": now,
        "entered_by": people.system(),
        "approved_at": now,
        "approved_by": by,
    }
    return payer.policies.create(**chosen | fields)


def fee(practice, by, now, code, amount, **fields):
    chosen = {"active_from": dt.date(2026, 1, 1), "entered_at": now, "entered_by": by}
    return practice.fees.create(code=code, amount=amount, **chosen | fields)
