"""Adjustments as segments of a claim (CAS)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from billing.x12.adjustment import Adjustment
from billing.x12.segments import amount, segment

REASONS_IN_A_SEGMENT = 6
SEGMENTS_OF_A_LEVEL = 5
"""A segment holds one group and six reasons, and five of them may follow each other."""


def written(given: Sequence[Adjustment]) -> Iterator[str]:
    """CAS segments, groups and reasons in the order in which they first appear."""
    groups: dict[str, list[Adjustment]] = {}
    for each in given:
        groups.setdefault(each.group, []).append(each)
    for group, members in groups.items():
        for start in range(0, len(members), REASONS_IN_A_SEGMENT):
            trios = (_trio(each) for each in members[start : start + REASONS_IN_A_SEGMENT])
            yield segment("CAS", group, *(part for trio in trios for part in trio))


def _trio(adjustment: Adjustment) -> tuple[str, str, str]:
    quantity = "" if adjustment.quantity is None else amount(adjustment.quantity)
    return adjustment.reason, amount(adjustment.amount), quantity
