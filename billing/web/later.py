"""What a later true-up would say of a claim that a person has decided, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from billing.rules import rule_names
from registry.templatetags.formats import plural

_OUTCOMES = {"billable": "clean", "held": "held", "not_billable": "not billable"}


def sentences(later: Mapping[str, Any] | None) -> list[str]:
    """One sentence for each thing that differs; none where nothing does."""
    return list(_said(later)) if later else []


def _said(later: Mapping[str, Any]) -> Iterator[str]:
    if later["outcome"] != "billable":
        causes = ", ".join(map(rule_names.within, later["rules"]))
        yield f"It would be {_OUTCOMES[later['outcome']]} now: {causes}."
    if later["added"]:
        yield f"Added: {_units(later['added'])}."
    if later["removed"]:
        yield f"Removed: {_units(later['removed'])}."
    yield from _time(later["seconds"], later["entries"])


def _units(lines: Iterable[Mapping[str, Any]]) -> str:
    return ", ".join(f"{line['code']} × {line['units']}" for line in lines)


def _time(seconds: Mapping[str, int], entries: Mapping[str, list[str]]) -> Iterator[str]:
    for key in ("counted", "worked"):
        if seconds[key] and (key == "counted" or seconds["worked"] != seconds["counted"]):
            sign = "more" if seconds[key] > 0 else "fewer"
            yield f"{_length(abs(seconds[key]))} {sign} {key}."
    if entries["added"]:
        count = plural(len(entries["added"]), "time entry,time entries")
        yield f"{count} came after the decision."
    if entries["removed"]:
        count = plural(len(entries["removed"]), "time entry,time entries")
        yield f"{count} of those it was decided from no longer counted as worked."


def _length(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    if not rest:
        return plural(minutes, "minute")
    return f"{minutes} min {rest} s" if minutes else plural(rest, "second")
