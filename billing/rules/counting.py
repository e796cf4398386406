"""Where every second of the month goes: counted, or excluded for the first reason that fits.

What may count is the same for all entries of a patient (:mod:`billing.rules.windows`), so a second
that two entries share is settled by walking through them in order of precedence: whatever lies
before the end that an earlier one has reached is taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from billing.rules import words
from billing.rules.facts import Entry, MonthFacts
from billing.rules.policy import Policy
from billing.rules.verdict import EntryCount
from billing.rules.windows import Sieve, Span, Windows

OVERLAP = "overlap"
_NOTHING: Mapping[str, int] = {}


@dataclass(frozen=True, slots=True)
class Count:
    """Seconds worked, counted and excluded by reason; per entry as well; and the counted spans in order."""

    worked: int
    counted: int
    excluded: Mapping[str, int]
    entries: tuple[EntryCount, ...]
    spans: tuple[Span, ...]

    @property
    def minutes(self) -> int:
        """The counted seconds, cut to whole minutes once."""
        return self.counted // 60


def count(facts: MonthFacts, windows: Windows, roles: frozenset[str]) -> Count:
    """Count a month's seconds, where these roles' time counts."""
    entries: dict[int, EntryCount] = {}
    candidates: list[tuple[int, int, str, int]] = []
    for place, entry in enumerate(facts.time):
        worked = _worked(entry, windows)
        if entry.status == words.VOIDED:
            entries[place] = EntryCount(entry.id, 0, 0, _NOTHING)
        elif worked > 0:
            reason = _reason(entry, facts.policy, roles)
            if reason is None:
                candidates.append((entry.start, -entry.end, entry.id, place))
            excluded = _NOTHING if reason is None else {reason: worked}
            entries[place] = EntryCount(entry.id, worked, 0, excluded)
    spans = _settle(candidates, windows, entries)
    return _summed(tuple(entries.values()), spans)


def _worked(entry: Entry, windows: Windows) -> int:
    bounds = windows.bounds
    return min(entry.end, bounds.end) - max(entry.start, bounds.start)


def _reason(entry: Entry, policy: Policy, roles: frozenset[str]) -> str | None:
    """Return why an entry counts at no second, if it does not."""
    if entry.status == words.NEEDS_REVIEW:
        return "unconfirmed"
    if entry.activity in ("crisis", "psychotherapy"):
        return entry.activity
    if entry.billed_as is not None:
        return "separately_billed"
    if entry.activity == "clerical":
        return "clerical"
    if entry.activity == "outreach_attempt" and not policy.counts_outreach_attempts:
        return "outreach_attempt"
    return None if entry.role in roles else "role_not_counted"


def _settle(
    candidates: list[tuple[int, int, str, int]], windows: Windows, entries: dict[int, EntryCount]
) -> tuple[Span, ...]:
    """Write what each candidate keeps into ``entries``; return the counted spans in order of time."""
    bounds = windows.bounds
    spans: list[Span] = []
    reached = bounds.start
    for start, minus_end, name, place in sorted(candidates):
        first, last = max(start, bounds.start), min(-minus_end, bounds.end)
        kept = _kept(max(first, reached), last, windows.sieves)
        spans.extend(kept)
        counted = sum(end - begin for begin, end in kept)
        excluded = _excluded(first, last, counted, windows.sieves)
        entries[place] = EntryCount(name, last - first, counted, excluded)
        reached = max(reached, last)
    return tuple(spans)


def _kept(first: int, last: int, sieves: tuple[Sieve, ...]) -> list[Span]:
    """Return the spans of ``[first, last)`` that pass every sieve."""
    if not sieves:
        return [(first, last)] if first < last else []
    cut = ((max(first, start), min(last, end)) for start, end in sieves[-1].left)
    return [span for span in cut if span[0] < span[1]]


def _excluded(first: int, last: int, counted: int, sieves: tuple[Sieve, ...]) -> Mapping[str, int]:
    """Return the seconds of ``[first, last)`` that each sieve holds back, and what others had taken."""
    left = last - first
    if left == counted:
        return _NOTHING
    excluded = {}
    for sieve in sieves:
        passed = sum(max(0, min(last, end) - max(first, start)) for start, end in sieve.left)
        if passed < left:
            excluded[sieve.reason] = left - passed
        left = passed
    if counted < left:
        excluded[OVERLAP] = left - counted
    return excluded


def _summed(entries: tuple[EntryCount, ...], spans: tuple[Span, ...]) -> Count:
    worked = counted = 0
    excluded: dict[str, int] = {}
    for entry in entries:
        worked += entry.worked
        counted += entry.counted
        for reason, seconds in entry.excluded.items():
            excluded[reason] = excluded.get(reason, 0) + seconds
    return Count(worked, counted, excluded, entries, spans)
