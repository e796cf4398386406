"""What of the demo's policies waits for somebody: a draft to approve, and a review that is due."""

from __future__ import annotations

import datetime as dt

from billing.models import PayerPolicy
from billing.services import policies
from registry import calendar
from registry.models import Payer, User

#: Approved in the demo as the whole time; its draft says that the payer now takes more than half.
DRAFTED = "Blue Cross Blue Shield"
OVERDUE = "Cigna Health"


def draft(payer: Payer, *, by: User, now: dt.datetime) -> PayerPolicy:
    """A change from the next month on, which somebody else is to test and approve."""
    month = calendar.local_month(now, payer.practice.timezone)
    terms = policies.Terms(
        preset="midpoint",
        active_from=calendar.shift_month(month, 1),
        source="A bulletin that the demo made up",
        overrides={"max_units": {"99494": 2}, "line_modifiers": {"99492": ["HE"]}},
        reasons={
            "max_units": "The made-up bulletin, page 2: two units a month",
            "line_modifiers": "The made-up bulletin, page 3: HE on the first month's line",
        },
    )
    return policies.draft(payer, terms, by=by, now=now)


def is_due(policy: PayerPolicy, now: dt.datetime) -> PayerPolicy:
    """Its day to be looked at again went by a week ago."""
    today = calendar.local_date(now, policy.practice.timezone)
    policy.review_by = today - dt.timedelta(days=7)
    policy.save(update_fields=["review_by"])
    return policy
