"""Where a month's seconds went, argued for a person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from billing.rules import words
from billing.rules.facts import Entry, MonthFacts
from billing.rules.node import Node
from billing.rules.presets import version
from billing.rules.verdict import EntryCount, Verdict
from billing.rules.words import duration, listed, spoken

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def tree(facts: MonthFacts, verdict: Verdict) -> Node:
    """Return worked, counted and left-out time, and what became of every entry."""
    source = version(facts.policy.preset, facts.policy.version).source
    roles = listed([spoken(role) for role in sorted(facts.policy.roles(facts.program))])
    whose = f"The time of {roles or 'no role'} counts"
    field = "bhi_counted_roles" if facts.program == words.BHI else "counted_roles"
    return Node(
        label="Time",
        value=f"worked {duration(verdict.worked)}, counted {duration(verdict.counted)}",
        detail=f"{whose}; seconds are summed, then cut to whole minutes once.",
        reference=source(field),
        children=(*_left_out(verdict), *_entries(facts, verdict)),
    )


def _left_out(verdict: Verdict) -> tuple[Node, ...]:
    if not verdict.excluded:
        return ()
    total = duration(sum(verdict.excluded.values()))
    children = tuple(
        Node(spoken(reason), duration(verdict.excluded[reason]), f"{said.capitalize()}.")
        for reason, said in words.EXCLUSIONS.items()
        if reason in verdict.excluded
    )
    return (Node("Left out", total, children=children),)


def _entries(facts: MonthFacts, verdict: Verdict) -> tuple[Node, ...]:
    by_id = {entry.id: entry for entry in facts.time}
    zone = ZoneInfo(facts.timezone)
    nodes = tuple(_entry(by_id[count.id], count, zone) for count in verdict.entries)
    return (Node("Entries", str(len(nodes)), children=nodes),) if nodes else ()


def _entry(entry: Entry, count: EntryCount, zone: ZoneInfo) -> Node:
    who = f"{entry.worker}, {spoken(entry.role)}, {spoken(entry.activity)}"
    if entry.status == words.VOIDED:
        return Node(f"{_span(entry, zone)} {who}", "voided", "It changes nothing.")
    said = f"{duration(count.counted)} of {duration(count.worked)} counted"
    left = _why(count.excluded)
    return Node(f"{_span(entry, zone)} {who}", said, f"Left out: {left}." if left else "")


def _why(excluded: Mapping[str, int]) -> str:
    parts: Iterable[str] = (
        f"{duration(seconds)}, {words.EXCLUSIONS[reason]}" for reason, seconds in excluded.items()
    )
    return "; ".join(parts)


def _span(entry: Entry, zone: ZoneInfo) -> str:
    """Return an entry's local times, with the second day only where it differs."""
    start, end = _local(entry.start, zone), _local(entry.end, zone)
    shown = f"{end:%H:%M:%S}" if start.date() == end.date() else f"{end:%Y-%m-%d %H:%M:%S}"
    return f"{start:%Y-%m-%d %H:%M:%S} to {shown}"


def _local(instant: int, zone: ZoneInfo) -> datetime:
    """Return an instant in a zone; past the ends of the calendar, the nearest it has."""
    try:
        return (_EPOCH + timedelta(seconds=instant)).astimezone(zone)
    except OverflowError:
        return datetime.min.replace(tzinfo=UTC) if instant < 0 else datetime.max.replace(tzinfo=UTC)
