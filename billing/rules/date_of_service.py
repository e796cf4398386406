"""The date of service of a month's claim, as the payer wants it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from billing.rules.facts import MonthFacts
from billing.rules.policy_fields import LAST_DAY, THRESHOLD_DATE
from billing.rules.windows import Span


def of(facts: MonthFacts, spans: tuple[Span, ...], minimum: int) -> date:
    """Return the date of service of a month whose first line was reached at ``minimum`` minutes."""
    rule = facts.policy.date_of_service
    if rule == LAST_DAY:
        return last_day(facts)
    second = _nth_second(spans, minimum * 60) if rule == THRESHOLD_DATE else spans[-1][1] - 1
    return facts.month.bounds(facts.timezone).date_of(second)


def last_day(facts: MonthFacts) -> date:
    """Return the last day of the month, or of the episode where it ended earlier in the month."""
    last, ended = facts.month.last_day, facts.episode.ended_on
    return last if ended is None else min(last, ended)


def _nth_second(spans: Iterable[Span], number: int) -> int:
    """Return the instant at which the counted second of this number (from 1) begins."""
    before = 0
    for start, end in spans:
        if before + end - start >= number:
            return start + number - before - 1
        before += end - start
    raise ValueError(f"fewer than {number} seconds were counted")
