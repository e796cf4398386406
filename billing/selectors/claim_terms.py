"""Until when a payer takes a claim, and an appeal: from the payer's row, else from the terms of the
policy that the claim was read by.
"""

from __future__ import annotations

import dataclasses
import datetime as dt

from billing.models import Claim
from billing.rules import presets
from billing.rules.preset_notes import NO_TERMS, ClaimTerms
from billing.selectors import policies
from registry.models import Payer

#: So many days before the last one, a claim that has not left is pointed out.
SOON = 30


def of(claim: Claim) -> ClaimTerms:
    """The payer's terms on the claim's month; unknown where neither row nor policy names any.

    A list loads `policy` and `payer__claim_settings` with its claims.
    """
    document = claim.policy.document if claim.policy else {}
    return _own(claim.payer, _preset(str(document.get("preset", "")), claim.month))


def of_policy(payer: Payer, day: dt.date) -> ClaimTerms:
    """What the payer's policy in force on a day says by itself."""
    reading = policies.in_force([payer.pk], day).get(payer.pk)
    return _preset(reading.preset, day) if reading else NO_TERMS


def _preset(name: str, day: dt.date) -> ClaimTerms:
    return presets.version(name, day).terms if name in presets.names() else NO_TERMS


def _own(payer: Payer | None, terms: ClaimTerms) -> ClaimTerms:
    """With the days of the practice's own contract, where its row for the payer has them."""
    row = getattr(payer, "claim_settings", None)
    if row is None:
        return terms
    return dataclasses.replace(
        terms,
        filing_days=row.filing_days or terms.filing_days,
        appeal_days=row.appeal_days or terms.appeal_days,
    )


def file_by(claim: Claim) -> dt.date | None:
    """The last day on which the payer takes the claim; None where that is not known."""
    terms = of(claim)
    if terms.filing_days is None or claim.date_of_service is None:
        return None
    return claim.date_of_service + dt.timedelta(days=terms.filing_days)


def appeal_by(claim: Claim, decided_on: dt.date, payer: Payer | None = None) -> dt.date | None:
    """The last day for an appeal against a decision of that day; None where it is not known.

    `payer` is who decided: a later payer has terms of its own, on the same month.
    """
    is_later = payer is not None and payer.pk != claim.payer_id
    terms = _own(payer, of_policy(payer, claim.month)) if payer and is_later else of(claim)
    days = terms.appeal_days
    return None if days is None else decided_on + dt.timedelta(days=days)
