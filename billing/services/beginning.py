"""Whether care that begins on a day begins anew: billing's answer to enrolment's question."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from billing.rules import month_type, words
from billing.rules.month import Month
from billing.selectors import month_facts
from registry import calendar
from registry.standing import Beginning


def of(patient_id: int, started_on: dt.date) -> Beginning | None:
    """How the first month of collaborative care would be read; None where the chart cannot be."""
    first = calendar.month_of(started_on)
    chart = month_facts.gather([patient_id], first).charts.get(patient_id)
    if chart is None:
        return None
    episode = replace(chart.facts.episode, started_on=started_on, ended_on=None)
    facts = replace(chart.facts, program=words.COCM, episode=episode)
    before = [each for each in episode.prior_service_months if each < facts.month]
    last = max(before, key=lambda each: each.index, default=None)
    return {
        "month_type": month_type.of(facts) or "",
        "last_month": last.first_day if last else None,
        "idle_months": _idle(last, facts.month),
        "gap_months": facts.policy.new_episode_gap_months,
    }


def _idle(last: Month | None, month: Month) -> int | None:
    return month.index - last.index - 1 if last else None
