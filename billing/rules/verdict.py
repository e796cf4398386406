"""Everything the rules may answer about one patient's month."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from billing.rules.policy import Policy

BILLABLE = "billable"
HELD = "held"
NOT_BILLABLE = "not_billable"

REFUSAL = "refusal"
HOLD = "hold"
NOTE = "note"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the claim."""

    code: str
    units: int
    modifiers: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        return {"code": self.code, "units": self.units, "modifiers": list(self.modifiers)}

    def __str__(self) -> str:
        return f"{self.code} × {self.units}"


@dataclass(frozen=True, slots=True)
class Step:
    """The nearest change of the lines: the code that is then new or has a unit more, how far."""

    code: str
    minutes_needed: int

    def as_json(self) -> dict[str, object]:
        return {"code": self.code, "minutes_needed": self.minutes_needed}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the month is refused or held, or what a person should know: rule, sentence and source."""

    kind: str
    rule: str
    text: str
    reference: str | None

    def as_json(self) -> dict[str, object]:
        return {
            "kind": self.kind,
            "rule": self.rule,
            "text": self.text,
            "reference": self.reference,
        }


class EntryCount(NamedTuple):
    """What became of one entry's seconds in the month: worked = counted + excluded by reason."""

    id: str
    worked: int
    counted: int
    excluded: Mapping[str, int]

    def as_json(self) -> dict[str, object]:
        return {
            "id": self.id,
            "worked": self.worked,
            "counted": self.counted,
            "excluded": dict(self.excluded),
        }


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """What may be claimed for a month, what stands against it, and where every second went.

    ``worked``, ``counted`` and ``excluded`` are in seconds.
    """

    id: str
    outcome: str
    month_type: str | None
    lines: tuple[Line, ...]
    date_of_service: date | None
    worked: int
    counted: int
    excluded: Mapping[str, int]
    next: Step | None
    reasons: tuple[Reason, ...]
    entries: tuple[EntryCount, ...]
    policy: Policy

    @property
    def minutes(self) -> int:
        """The counted seconds, cut to whole minutes."""
        return self.counted // 60

    def of_kind(self, kind: str) -> tuple[Reason, ...]:
        """Return the refusals, the holds or the notes."""
        return tuple(reason for reason in self.reasons if reason.kind == kind)

    def as_json(self) -> dict[str, object]:
        """Return exactly the contract's object."""
        return {
            "id": self.id,
            "outcome": self.outcome,
            "month_type": self.month_type,
            "lines": [line.as_json() for line in self.lines],
            "date_of_service": self.date_of_service.isoformat() if self.date_of_service else None,
            "minutes": {"worked": self.worked // 60, "counted": self.counted // 60},
            "seconds": {
                "worked": self.worked,
                "counted": self.counted,
                "excluded": dict(self.excluded),
            },
            "next": self.next.as_json() if self.next else None,
            "reasons": [reason.as_json() for reason in self.reasons],
            "entries": [entry.as_json() for entry in self.entries],
            "policy": self.policy.as_json(),
        }
