"""A denial that repeats becomes a draft of the payer's policy, with the remittances as source."""

from __future__ import annotations

import datetime as dt

from billing.models import PayerPolicy
from billing.selectors import policies as selectors
from billing.services import policies
from registry import calendar
from registry.models import Payer, User


def propose(payer: Payer, *, source: str, by: User, now: dt.datetime) -> PayerPolicy:
    """Keep a draft that reads as the policy in force does, from the next month on: for a biller to
    change, test and have approved.  Raises Refused where no draft can be kept.
    """
    today = calendar.local_date(now, payer.practice.timezone)
    reading = selectors.in_force([payer.pk], today).get(payer.pk)
    row = PayerPolicy.objects.filter(payer=payer, approved_at__isnull=False, active_from__lte=today)
    latest = row.order_by("-active_from").first()
    terms = policies.Terms(
        preset=reading.preset if reading else selectors.STAND_IN,
        overrides=reading.overrides if reading else {},
        reasons=latest.reasons if latest and reading else {},
        active_from=calendar.shift_month(calendar.month_of(today), 1),
        source=source,
    )
    return policies.draft(payer, terms, by=by, now=now)
