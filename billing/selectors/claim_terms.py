"""Until when a payer takes a claim, and an appeal: from the terms of the policy it was read by."""

from __future__ import annotations

import datetime as dt

from billing.models import Claim
from billing.rules import presets
from billing.rules.preset_notes import NO_TERMS, ClaimTerms


def of(claim: Claim) -> ClaimTerms:
    """The payer's terms on the claim's month; all unknown where its policy names none."""
    document = claim.policy.document if claim.policy else {}
    name = document.get("preset", "")
    if name not in presets.names():
        return NO_TERMS
    return presets.version(name, claim.month).terms


def file_by(claim: Claim) -> dt.date | None:
    """The last day on which the payer takes the claim; None where that is not known."""
    terms = of(claim)
    if terms.filing_days is None or claim.date_of_service is None:
        return None
    return claim.date_of_service + dt.timedelta(days=terms.filing_days)


def appeal_by(claim: Claim, decided_on: dt.date) -> dt.date | None:
    """The last day for an appeal against a decision of that day; None where it is not known."""
    days = of(claim).appeal_days
    return None if days is None else decided_on + dt.timedelta(days=days)
