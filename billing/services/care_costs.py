"""What a practice says its care management costs: the inputs of its return."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from django.db import transaction

from billing.models import CareCost
from registry import checks
from registry.models import Practice, User

MOST = Decimal("9999999.99")
MOST_HEADS = Decimal("999.99")


@transaction.atomic
def change(
    practice: Practice,
    *,
    salary: Decimal | None,
    full_time: Decimal | None,
    consultant_fee: Decimal | None,
    by: User,
    now: dt.datetime,
) -> CareCost:
    """Write the inputs: dollars a year, heads, dollars a month.  Raises Refused by field."""
    heads = Decimal(1) if full_time is None else full_time
    checks.stop_if(
        {
            "salary": _within(salary, MOST),
            "full_time": _within(heads, MOST_HEADS),
            "consultant_fee": _within(consultant_fee, MOST),
        }
    )
    row, _ = CareCost.objects.select_for_update().get_or_create(practice=practice)
    row.salary, row.full_time, row.consultant_fee = salary, heads, consultant_fee
    row.changed_at, row.changed_by = now, by
    row.save()
    return row


def _within(amount: Decimal | None, most: Decimal) -> str | None:
    if amount is None or Decimal() <= amount <= most:
        return None
    return f"Enter an amount from 0 to {most}."
