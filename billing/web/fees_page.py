"""What pages show of fees: each row, whether it counts today, and what may be done."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from billing.selectors import fees
from billing.web import in_force

if TYPE_CHECKING:
    from billing.models import Fee
    from registry.models import Payer
    from registry.web.access import PracticeRequest


def of_payer(request: PracticeRequest, payer: Payer, today: dt.date) -> list[dict[str, Any]]:
    """The fees of a payer's terms."""
    return _rows(list(fees.of_payer(request.user, payer)), today)


def _rows(rows: list[Fee], today: dt.date) -> list[dict[str, Any]]:
    own = {row.code for row in rows if row.payer_id and in_force.covers(row, today)}
    return [
        {
            "row": row,
            "state": in_force.state(row, today),
            "set_aside": row.payer_id is None and row.code in own and in_force.covers(row, today),
            "may_end": not in_force.over(row, today),
            "remove_id": f"remove-{row.pk}",
            "remove_text": f"{row.code}, ${row.amount:,.2f}, for "
            f"{'this payer' if row.payer_id else 'all payers'}: only where it was entered wrongly. "
            "A code without an amount in force holds its claim.",
        }
        for row in rows
    ]
