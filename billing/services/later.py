"""What came since a person decided a claim: the difference that a true-up would make now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, TypedDict

from billing.services.decision import Decision


class Units(TypedDict):
    code: str
    units: int


class Seconds(TypedDict):
    worked: int
    counted: int


class EntryChange(TypedDict):
    """Ids of time entries that the claim did not know, and of those that are gone or void."""

    added: list[str]
    removed: list[str]


class Later(TypedDict):
    """Units of codes that would come or go, seconds more (or fewer), and how it would end."""

    outcome: str
    added: list[Units]
    removed: list[Units]
    seconds: Seconds
    entries: EntryChange
    rules: list[str]


def difference(verdict: Mapping[str, Any], decided: Decision) -> Later | None:
    """What differs from the verdict that a claim was decided by; None where nothing does."""
    units = _units(verdict["lines"], [line.as_json() for line in decided.verdict.lines])
    now: Later = {
        "outcome": decided.outcome,
        "added": [{"code": code, "units": n} for code, n in units if n > 0],
        "removed": [{"code": code, "units": -n} for code, n in units if n < 0],
        "seconds": {
            "worked": decided.verdict.worked - verdict["seconds"]["worked"],
            "counted": decided.verdict.counted - verdict["seconds"]["counted"],
        },
        "entries": _entries(verdict["entries"], decided),
        "rules": decided.against,
    }
    return now if _says_something(now, verdict["outcome"]) else None


def _units(before: Iterable[Mapping], after: Iterable[Mapping]) -> list[tuple[str, int]]:
    change = Counter({line["code"]: line["units"] for line in after})
    change.subtract({line["code"]: line["units"] for line in before})
    return [(code, units) for code, units in sorted(change.items()) if units]


def _entries(before: Iterable[Mapping], decided: Decision) -> EntryChange:
    known = {entry["id"] for entry in before if entry["worked"]}
    found = {entry.id for entry in decided.verdict.entries if entry.worked}
    return {"added": sorted(found - known), "removed": sorted(known - found)}


def _says_something(later: Later, outcome: str) -> bool:
    moved = any(later["seconds"].values()) or any(later["entries"].values())
    return bool(moved or later["added"] or later["removed"] or later["outcome"] != outcome)
