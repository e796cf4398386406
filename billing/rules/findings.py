"""What is established about a month before any rule judges it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from billing.rules import choosing, counting, date_of_service, month_type, windows
from billing.rules.choosing import Ladder
from billing.rules.counting import Count
from billing.rules.facts import MonthFacts, OtherService
from billing.rules.policy import Policy
from billing.rules.verdict import Line
from billing.rules.windows import Windows


@dataclass(frozen=True, kw_only=True, slots=True)
class Findings:
    """The month's facts, its type, its seconds, what they may earn and what they earn.

    ``earned`` are the lines before any refusal; ``served_on`` is their date of service, None where
    there are none or where the payer pays for none.
    """

    facts: MonthFacts
    month_type: str | None
    windows: Windows
    count: Count
    ladder: Ladder
    earned: tuple[Line, ...]
    served_on: date | None

    @property
    def policy(self) -> Policy:
        return self.facts.policy

    @property
    def base_reached(self) -> bool:
        return self.count.minutes >= self.ladder.base_minimum

    def recounted(self, roles: frozenset[str]) -> int:
        """Return the minutes that would be counted, were these the roles that count."""
        return counting.count(self.facts, self.windows, roles).minutes

    def without(self, role: str) -> int:
        """Return the minutes that would be counted, did this role's time not count."""
        if counting.OVERLAP in self.count.excluded:
            return self.recounted(self.policy.roles(self.facts.program) - {role})
        return (self.count.counted - self.counted_of(role)) // 60

    def counted_of(self, role: str) -> int:
        """Return the counted seconds of a role's entries."""
        entries = {entry.id for entry in self.facts.time if entry.role == role}
        if not entries:
            return 0
        return sum(entry.counted for entry in self.count.entries if entry.id in entries)

    def services(self) -> list[OtherService]:
        """Return the other services of the month."""
        return [service for service in self.facts.other_services if service.on in self.facts.month]


def of(facts: MonthFacts) -> Findings:
    """Count a month and find what it earns."""
    kind = month_type.of(facts)
    seen = windows.of(facts)
    count = counting.count(facts, seen, facts.policy.roles(facts.program))
    ladder = choosing.ladder(facts, kind)
    earned = ladder.earned(count.minutes)
    return Findings(
        facts=facts,
        month_type=kind,
        windows=seen,
        count=count,
        ladder=ladder,
        earned=earned,
        served_on=_served_on(facts, count, ladder, earned),
    )


def _served_on(
    facts: MonthFacts, count: Count, ladder: Ladder, earned: tuple[Line, ...]
) -> date | None:
    if not earned or not facts.policy.separately_paid:
        return None
    return date_of_service.of(facts, count.spans, ladder.minimum_of(earned[0]))
