"""What payers' terms are for a month: their policies and the practices' fees, in one statement.

Kept SQL, because each stop of a clock asks it; each half is what `policies` and `fees` ask alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping

from billing.selectors import fees, policies
from billing.selectors.fees import Payer, Schedule
from billing.selectors.policies import Reading
from registry import kept_sql

_POLICY = "policy"
_TERMS = f"""
    SELECT practice_id, payer_id, kind, code, amount, active_from, active_to,
        NULL AS overrides, NULL AS source
    FROM ({fees.IN_FORCE}) AS fee
    UNION ALL
    SELECT NULL, payer_id, '{_POLICY}', preset, NULL, NULL, NULL, overrides::text, source
    FROM ({policies.IN_FORCE}) AS policy
    {fees.ORDER}
"""  # noqa: S608  put together from the product's own pieces


def of(
    payers: Collection[Payer], first: dt.date, last: dt.date
) -> tuple[Mapping[int, Reading], Mapping[Payer, Schedule]]:
    """Each payer's policy in force on the last day, and each (practice, payer)'s amounts in force
    on some day from first to last.
    """
    found = kept_sql.fetch(_TERMS, fees.given(payers, first, last) | {"day": last})
    charged = [row[:7] for row in found if row[2] != _POLICY]
    readings = [
        policies.reading(row[1], row[3], row[7], row[8]) for row in found if row[2] == _POLICY
    ]
    by_payer = {reading.payer_id: reading for reading in readings}
    return by_payer, fees.scheduled(payers, charged)
