"""Whether a month of collaborative care is initial or subsequent."""

from __future__ import annotations

from billing.rules import words
from billing.rules.facts import MonthFacts
from billing.rules.month import Month
from billing.rules.policy_fields import STILL_INITIAL


def of(facts: MonthFacts) -> str | None:
    """Return ``initial`` or ``subsequent``; None for general integration, which has neither."""
    if facts.program == words.BHI:
        return None
    return words.INITIAL if _is_initial(facts) else words.SUBSEQUENT


def _is_initial(facts: MonthFacts) -> bool:
    began = Month.of(facts.episode.started_on)
    if facts.month == began:
        return _after_a_gap(began, facts)
    return (
        facts.month > began
        and facts.policy.initial_if_unbilled == STILL_INITIAL
        and facts.episode.unbilled_initial
        and _after_a_gap(began, facts)
    )


def _after_a_gap(month: Month, facts: MonthFacts) -> bool:
    """Return whether enough whole idle months lie between a month and all service before it."""
    gap = facts.policy.new_episode_gap_months
    return all(
        month.index - earlier.index - 1 >= gap
        for earlier in facts.episode.prior_service_months
        if earlier < month
    )
