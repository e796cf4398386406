"""What a claim would come to if the time counted that came to its closed month."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from billing.models import Claim
from billing.rules import words
from billing.rules.facts import Entry
from billing.selectors import month_facts
from billing.selectors.month_facts import Chart
from billing.services import decision, later
from billing.services.later import Later


def differences(claims: Iterable[Claim]) -> dict[int, Later | None]:
    """By claim id, of claims of one month: None where it would change nothing.

    Nothing is written: whoever replaces the claim has the time confirmed first.
    """
    found = {claim.patient_id: claim for claim in claims}
    if not found:
        return {}
    month = next(iter(found.values())).month
    charts = month_facts.gather(sorted(found), month).charts
    return {
        found[pk].pk: later.difference(found[pk].verdict, decision.of(_confirmed(chart)))
        for pk, chart in charts.items()
    }


def _confirmed(chart: Chart) -> Chart:
    time = tuple(_as_if(entry) for entry in chart.facts.time)
    return replace(chart, facts=replace(chart.facts, time=time))


def _as_if(entry: Entry) -> Entry:
    return replace(entry, status=words.CONFIRMED) if entry.status == words.NEEDS_REVIEW else entry
