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

Candidate = tuple[int, int, str, int]
"""An entry in order of precedence: its start, its end (later first), its id; and its place."""


@dataclass(frozen=True, slots=True)
class Count:
    """Seconds worked, counted and excluded; the same per entry; the counted spans in order."""

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
    opens, closes, policy = windows.bounds.start, windows.bounds.end, facts.policy
    settled: list[EntryCount | None] = [None] * len(facts.time)
    candidates: list[Candidate] = []
    for place, entry in enumerate(facts.time):
        start, end = entry.start, entry.end
        if entry.status == words.VOIDED:
            settled[place] = EntryCount(entry.id, 0, 0, _NOTHING)
        elif start < end and start < closes and end > opens:
            reason = unfit(entry, policy, roles)
            if reason is None:
                candidates.append((start, -end, entry.id, place))
            else:
                worked = min(end, closes) - max(start, opens)
                settled[place] = EntryCount(entry.id, worked, 0, {reason: worked})
    spans = _settle(candidates, windows, settled)
    return _summed([entry for entry in settled if entry is not None], spans)


def unfit(entry: Entry, policy: Policy, roles: frozenset[str]) -> str | None:
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
    candidates: list[Candidate], windows: Windows, settled: list[EntryCount | None]
) -> tuple[Span, ...]:
    """Write what each candidate keeps into ``settled``; return the counted spans in order."""
    bounds, sieves = windows.bounds, windows.sieves
    spans: list[Span] = []
    reached = bounds.start
    for start, minus_end, name, place in sorted(candidates):
        first = start if start > bounds.start else bounds.start
        last = -minus_end if -minus_end < bounds.end else bounds.end
        if first >= reached and not sieves:  # nearly every entry: all of it counts
            settled[place] = EntryCount(name, last - first, last - first, _NOTHING)
            spans.append((first, last))
        else:
            kept = passing(max(first, reached), last, sieves)
            settled[place] = _divided(name, first, last, kept, sieves)
            spans.extend(kept)
        reached = last if last > reached else reached
    return tuple(spans)


def _divided(
    name: str, first: int, last: int, kept: list[Span], sieves: tuple[Sieve, ...]
) -> EntryCount:
    """Return an entry of ``[first, last)`` of which only ``kept`` counts."""
    counted = sum(end - start for start, end in kept)
    return EntryCount(name, last - first, counted, _excluded(first, last, counted, sieves))


def passing(first: int, last: int, sieves: tuple[Sieve, ...]) -> list[Span]:
    """Return the spans of ``[first, last)`` that pass every sieve."""
    if not sieves:
        return [(first, last)] if first < last else []
    cut = ((max(first, start), min(last, end)) for start, end in sieves[-1].left)
    return [span for span in cut if span[0] < span[1]]


def _excluded(first: int, last: int, counted: int, sieves: tuple[Sieve, ...]) -> Mapping[str, int]:
    """Return the seconds of ``[first, last)`` that each sieve holds back, or others had taken."""
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


def _summed(entries: list[EntryCount], spans: tuple[Span, ...]) -> Count:
    worked = counted = 0
    excluded: dict[str, int] = {}
    for _, entry_worked, entry_counted, entry_excluded in entries:
        worked += entry_worked
        counted += entry_counted
        for reason, seconds in entry_excluded.items() if entry_excluded else ():
            excluded[reason] = excluded.get(reason, 0) + seconds
    return Count(worked, counted, excluded, tuple(entries), spans)
