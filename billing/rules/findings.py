"""What is established about a month before any rule judges it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from billing.rules import choosing, counting, date_of_service, month_type, monthly_program, windows
from billing.rules.choosing import Ladder
from billing.rules.counting import Count
from billing.rules.facts import MonthFacts, OtherService
from billing.rules.monthly_program import Days, MonthlyProgram
from billing.rules.policy import Policy
from billing.rules.verdict import Line
from billing.rules.windows import Windows


@dataclass(frozen=True, kw_only=True, slots=True)
class Findings:
    """The month's facts, its type, its seconds, what they may earn and what they earn.

    ``earned`` are the lines before any refusal; ``served_on`` is their date of service, None where
    there are none or where the payer pays for none. ``monthly`` is the program of a payer that
    pays by the month instead of by minutes, and ``contact_days`` the days that count for it.
    """

    facts: MonthFacts
    month_type: str | None
    windows: Windows
    count: Count
    ladder: Ladder
    earned: tuple[Line, ...]
    served_on: date | None
    monthly: MonthlyProgram | None = None
    contact_days: Days = ()

    @property
    def policy(self) -> Policy:
        return self.facts.policy

    @property
    def base_reached(self) -> bool:
        if self.monthly is not None:
            return self.monthly.is_reached(self.contact_days)
        return self.count.minutes >= self.ladder.base_minimum

    def recounted(self, roles: frozenset[str]) -> int:
        """Return the minutes that would be counted, were these the roles that count."""
        return counting.count(self.facts, self.windows, roles).minutes

    def without(self, role: str) -> int:
        """Return the minutes that would be counted, did this role's time not count."""
        if counting.OVERLAP in self.count.excluded:
            return self.recounted(self.policy.roles(self.facts.program) - {role})
        return (self.count.counted - self.counted_of(role)) // 60

    def is_earned_without(self, role: str) -> bool:
        """Return whether a program paid by the month is earned, did this role's time not count."""
        if self.monthly is None:
            return False
        roles = self.policy.roles(self.facts.program) - {role}
        days = monthly_program.contact_days(self.monthly, self.facts, self.windows, roles)
        return self.monthly.is_reached(days)

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
    found = Findings(
        facts=facts,
        month_type=kind,
        windows=seen,
        count=count,
        ladder=ladder,
        earned=earned,
        served_on=_served_on(facts, count, ladder, earned),
    )
    return found if facts.policy.monthly is None else _by_the_month(found)


def _served_on(
    facts: MonthFacts, count: Count, ladder: Ladder, earned: tuple[Line, ...]
) -> date | None:
    if not earned or not facts.policy.separately_paid:
        return None
    return date_of_service.of(facts, count.spans, ladder.minimum_of(earned[0]))


def _by_the_month(found: Findings) -> Findings:
    """Return the findings under a payer that pays by the month, if this month is paid so."""
    facts, program = found.facts, monthly_program.of(found.facts)
    if program is None:
        return found
    roles = facts.policy.roles(facts.program)
    days = monthly_program.contact_days(program, facts, found.windows, roles)
    served = None
    if program.is_reached(days) and facts.policy.separately_paid:
        rule, last = facts.policy.date_of_service, date_of_service.last_day(facts)
        served = program.served_on(days, rule, last)
    return replace(
        found,
        earned=program.earned(days),
        served_on=served,
        monthly=program,
        contact_days=days,
    )
