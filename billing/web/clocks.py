"""How long a payer still takes a claim, in words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from billing.selectors import claim_terms
from registry.templatetags.formats import day, plural

if TYPE_CHECKING:
    from billing.models import Claim
    from billing.rules.preset_notes import ClaimTerms


@dataclass(frozen=True, kw_only=True)
class Clock:
    """The last day, and how many days there are until then; fewer than none where it is past."""

    on: dt.date
    left: int

    @property
    def tone(self) -> str:
        if self.left < 0:
            return "danger"
        return "warning" if self.left <= claim_terms.SOON else "neutral"

    @property
    def is_pressing(self) -> bool:
        return self.left <= claim_terms.SOON

    @property
    def text(self) -> str:
        if self.left < 0:
            return f"Filing ended {day(self.on)}"
        if self.left == 0:
            return "File today, the last day"
        return f"File by {day(self.on)}: {plural(self.left, 'day')} left"

    @property
    def within(self) -> str:
        """The same within a sentence."""
        return self.text[0].lower() + self.text[1:]


def filing(claim: Claim, today: dt.date) -> Clock | None:
    """Until when the claim, or a correction of it, is taken; None where nobody has said it."""
    on = claim_terms.file_by(claim)
    return Clock(on=on, left=(on - today).days) if on else None


def sentence(terms: ClaimTerms) -> str:
    """What a policy says of its own; empty where it says nothing."""
    said = [
        f"{what} {plural(days, 'day')}"
        for what, days in (
            ("filing within", terms.filing_days),
            ("an appeal within", terms.appeal_days),
        )
        if days
    ]
    return f"Its policy in force says: {' and '.join(said)}." if said else ""
