"""Our own name for a claim (CLM01), as it comes back on every answer."""

from __future__ import annotations

import re
from collections.abc import Iterable

from billing.models import Claim, ClaimState
from billing.selectors.claim_document import PREFIX
from registry.models import Practice

#: States in which a claim has left the house, so that somebody can answer to it.
LEFT = (ClaimState.SENT, ClaimState.REPLACED, ClaimState.VOIDED)
_NAME = re.compile(rf"{PREFIX}(\d{{1,18}})(?:L(\d{{1,3}}))?", re.IGNORECASE)


def number_of(name: str) -> int | None:
    """The claim that a name names; None for a name that is not ours."""
    match = _NAME.fullmatch(name.strip())
    return int(match[1]) if match else None


def position_of(name: str) -> int | None:
    """The line's place that a line control number names; None for one that is not ours."""
    match = _NAME.fullmatch(name.strip())
    return int(match[2]) if match and match[2] else None


def found(practice: Practice, names: Iterable[str]) -> dict[str, Claim]:
    """A practice's claims that left the house, by the names that were used; one query."""
    numbers = {name: number for name in names if (number := number_of(name)) is not None}
    rows = Claim.objects.filter(practice=practice, state__in=LEFT, pk__in=set(numbers.values()))
    rows = rows.select_related("payer__claim_settings", "policy").prefetch_related("lines")
    by_number = {row.pk: row for row in rows}
    return {name: by_number[number] for name, number in numbers.items() if number in by_number}
