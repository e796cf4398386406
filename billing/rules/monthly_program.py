"""The second shape of a payer's rule: one code a month, earned by contact, whatever the minutes.

The month is earned by counted time of certain activities on enough of its days. A day counts
whoever keeps its seconds where entries overlap: a contact that another entry runs beside has taken
place. Time that is not confirmed, or outside episode, consent or the home, is no contact.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from billing.rules import counting, words
from billing.rules.facts import MonthFacts
from billing.rules.policy_fields import LAST_DAY, THRESHOLD_DATE
from billing.rules.verdict import Line
from billing.rules.windows import Windows
from billing.rules.words import counted, listed, spoken

Days = tuple[date, ...]

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class MonthlyProgram:
    """What a payer pays for a month of contact: its code, and how it is earned."""

    line: Line
    earned_by: tuple[str, ...]
    days_needed: int

    def earned(self, days: Days) -> tuple[Line, ...]:
        """Return the lines that days of contact earn."""
        return (self.line,) if self.is_reached(days) else ()

    def is_reached(self, days: Days) -> bool:
        return len(days) >= self.days_needed

    def served_on(self, days: Days, rule: str, last_day: date) -> date:
        """Return the date of service of a month that these days have earned."""
        if rule == LAST_DAY:
            return last_day
        return days[self.days_needed - 1] if rule == THRESHOLD_DATE else days[-1]

    @property
    def code(self) -> str:
        """The program's code, as codes are compared."""
        return words.plain(self.line.code)

    @property
    def contact(self) -> str:
        """What a contact is, in words."""
        return listed([spoken(activity) for activity in self.earned_by], "or") or "nothing"

    def short_by(self, days: Days) -> str:
        """Return the sentence for a month that is not earned yet."""
        needed = counted(self.days_needed - len(days), "more day" if days else "day")
        return (
            f"{counted(len(days), 'day')} with contact ({self.contact}) counted: "
            f"{needed} short of {self.line.code}, which no minutes earn."
        )


def of(facts: MonthFacts) -> MonthlyProgram | None:
    """Return the program by which the payer pays for this month; None where it pays by minutes."""
    monthly, code = facts.policy.monthly, facts.policy.program_code
    if monthly is None or code is None or facts.program == words.BHI:
        return None
    return MonthlyProgram(
        line=Line(code, 1, facts.policy.modifiers(code)),
        earned_by=monthly.month_earned_by,
        days_needed=monthly.contact_days_needed,
    )


def contact_days(
    program: MonthlyProgram, facts: MonthFacts, windows: Windows, roles: frozenset[str]
) -> Days:
    """Return the local days, in order, on which time of these roles was contact that counts."""
    days: set[date] = set()
    for entry in facts.time:
        if (
            entry.activity in program.earned_by
            and entry.status != words.VOIDED
            and counting.unfit(entry, facts.policy, roles) is None
        ):
            days.update(_days(entry.start, entry.end, windows))
    return tuple(sorted(days))


def _days(start: int, end: int, windows: Windows) -> set[date]:
    bounds = windows.bounds
    days: set[date] = set()
    for first, last in counting.passing(
        max(start, bounds.start), min(end, bounds.end), windows.sieves
    ):
        day, until = bounds.date_of(first), bounds.date_of(last - 1)
        days.update(day + _DAY * number for number in range((until - day).days + 1))
    return days
