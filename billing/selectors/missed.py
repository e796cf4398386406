"""What a month that fell short would have brought."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from decimal import Decimal

from billing.models import Claim
from billing.selectors import fees
from registry import calendar


def amounts(claims: Collection[Claim], month: dt.date) -> dict[int, Decimal]:
    """Dollars of the code that each claim is short of, by claim id, where a fee is in force.

    One query, whatever the number of claims, which all are of `month`.
    """
    short = [claim for claim in claims if claim.minutes_short and claim.verdict.get("next")]
    if not short:
        return {}
    last = calendar.last_day(month)
    payers = {(claim.practice_id, claim.payer_id) for claim in short}
    schedules = fees.schedules(payers, month, last)
    found = {
        claim.pk: schedules[claim.practice_id, claim.payer_id].charge(
            claim.verdict["next"]["code"], last
        )
        for claim in short
    }
    return {pk: amount for pk, amount in found.items() if amount is not None}
